// SPDX-License-Identifier: MIT
#include "program/scope_names.h"

#include <utility>

namespace coroboard::program {

ScopeName* ScopeNames::find(std::string_view text)
{
    const auto found = m_index.find(text);
    return found == m_index.end() ? nullptr : &names[found->second];
}

ScopeName& ScopeNames::findOrAdd(std::string_view text, NameKind kindIfNew)
{
    if (ScopeName* known = find(text)) {
        return *known;
    }
    m_index.emplace(text, names.size());
    ScopeName& added = names.emplace_back();
    added.text = text;
    added.kind = kindIfNew;
    return added;
}

void ScopeNames::load(std::string_view text) { findOrAdd(text, NameKind::ImplicitGlobal); }

ScopeName& ScopeNames::store(std::string_view text)
{
    ScopeName& entry = findOrAdd(text, NameKind::ImplicitGlobal);
    if (entry.kind == NameKind::ImplicitGlobal) {
        entry.kind = isFunctionLike() ? NameKind::Local : NameKind::AssignedGlobal;
    }
    return entry;
}

void ScopeNames::declareGlobal(std::string_view text)
{
    findOrAdd(text, NameKind::Undecided).kind = NameKind::ExplicitGlobal;
    ScopeNames* module = this;
    while (module->parent != nullptr) {
        module = module->parent;
    }
    if (ScopeName* entry = module->find(text)) {
        entry->kind = NameKind::ExplicitGlobal;
    }
}

void ScopeNames::declareNonlocal(std::string_view text)
{
    ScopeName& entry = findOrAdd(text, NameKind::Undecided);
    if (entry.kind == NameKind::Undecided) {
        entry.kind = NameKind::ImplicitGlobal;
        checkToCloseOver(entry);
    }
}

void ScopeNames::storeFromComprehension(std::string_view text)
{
    const NameKind outer = parent->store(text).kind;
    if (outer == NameKind::ExplicitGlobal) {
        findOrAdd(text, NameKind::ExplicitGlobal);
    } else {
        ScopeName& entry = findOrAdd(text, NameKind::Undecided);
        if (parent->parent == nullptr) {
            declareGlobal(text);
        } else {
            if (entry.kind == NameKind::ImplicitGlobal) {
                entry.kind = NameKind::Undecided;
            }
            declareNonlocal(text);
        }
    }
    store(text);
}

void ScopeNames::closeOver()
{
    for (ScopeName& entry : names) {
        if (entry.kind == NameKind::ImplicitGlobal) {
            checkToCloseOver(entry);
        }
    }
}

void ScopeNames::checkToCloseOver(ScopeName& entry)
{
    for (ScopeNames* scope = parent; scope != nullptr && scope->parent != nullptr; scope = scope->parent) {
        const ScopeName* outer = scope->find(entry.text);
        if (outer == nullptr) {
            continue;
        }
        if (outer->kind == NameKind::Local || outer->kind == NameKind::Cell || outer->kind == NameKind::Free) {
            entry.kind = NameKind::Free;
            closeOverInParents(entry.text);
        }
        return;
    }
}

void ScopeNames::closeOverInParents(std::string_view text)
{
    for (ScopeNames* scope = parent; scope != nullptr && scope->parent != nullptr; scope = scope->parent) {
        ScopeName& entry = scope->findOrAdd(text, NameKind::Undecided);
        if (entry.kind != NameKind::Undecided) {
            entry.kind = entry.kind == NameKind::Local ? NameKind::Cell : entry.kind;
            return;
        }
        entry.kind = NameKind::Free;
    }
}

// *args comes after all other parameters except **kwargs: it changes places with the last of them.
void ScopeNames::moveStarParameter()
{
    ScopeName* last = nullptr;
    for (auto entry = names.rbegin(); entry != names.rend(); ++entry) {
        if (entry->isStar) {
            if (last != nullptr) {
                std::swap(*entry, *last);
                m_index[entry->text] = static_cast<std::size_t>(&*entry - names.data());
                m_index[last->text] = static_cast<std::size_t>(last - names.data());
            }
            return;
        }
        if (last == nullptr && entry->isParameter && !entry->isDoubleStar) {
            last = &*entry;
        }
    }
}

std::vector<std::string> ScopeNames::slots()
{
    moveStarParameter();
    std::vector<std::string> result;
    if (parent != nullptr) {                 // closed-over names first, in the order of the scope around
        for (const ScopeName& outer : parent->names) {
            const bool closedOver = outer.kind == NameKind::Cell || outer.kind == NameKind::Free;
            const ScopeName* own = closedOver ? find(outer.text) : nullptr;
            if (own != nullptr && own->kind == NameKind::Free && !own->isParameter) {
                result.emplace_back(outer.text);
            }
        }
    }
    for (const ScopeName& entry : names) {   // then parameters and plain locals
        if (entry.kind == NameKind::Local || entry.isParameter) {
            result.emplace_back(entry.text);
        }
    }
    for (const ScopeName& entry : names) {   // then what inner functions close over
        if (entry.kind == NameKind::Cell && !entry.isParameter) {
            result.emplace_back(entry.text);
        }
    }
    return result;
}

}  // namespace coroboard::program
