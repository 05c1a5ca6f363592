// SPDX-License-Identifier: MIT
#pragma once
// ScopeNames: the names of one scope in the order MicroPython's compiler meets them, and what it decides about each
// (py/scope.c and py/compile.c of MicroPython 1.27: scope_find_or_add_id, scope_check_to_close_over, scope_compute_things).
// Internal to functionScopes().

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "program/syntax_tree.h"

namespace coroboard::program {

enum class ScopeKind { Module, Class, Function, Lambda, Comprehension };

enum class NameKind { Undecided, ImplicitGlobal, AssignedGlobal, ExplicitGlobal, Local, Cell, Free };

struct ScopeName {
    std::string_view text;
    NameKind kind = NameKind::Undecided;
    bool isParameter = false;
    bool isStar = false;                     // *args
    bool isDoubleStar = false;               // **kwargs
};

class ScopeNames {
public:
    ScopeNames(ScopeKind scopeKind, ScopeNames* enclosing, const Node& definition, std::string qualifiedName)
        : kind(scopeKind), parent(enclosing), node(&definition), name(std::move(qualifiedName))
    {
    }

    ScopeName* find(std::string_view text);
    ScopeName& findOrAdd(std::string_view text, NameKind kindIfNew);

    void load(std::string_view text);
    ScopeName& store(std::string_view text);
    void declareGlobal(std::string_view text);
    void declareNonlocal(std::string_view text);
    // A walrus inside a comprehension binds in the scope around it.
    void storeFromComprehension(std::string_view text);

    // After a scope was read: which of its names belong to an enclosing function.
    void closeOver();
    // After all scopes were read: the names by local number.
    std::vector<std::string> slots();

    ScopeKind kind;
    ScopeNames* parent;
    const Node* node;
    std::string name;
    std::vector<ScopeName> names;

private:
    bool isFunctionLike() const { return kind != ScopeKind::Module && kind != ScopeKind::Class; }
    void checkToCloseOver(ScopeName& entry);
    void closeOverInParents(std::string_view text);
    void moveStarParameter();

    std::unordered_map<std::string_view, std::size_t> m_index;   // only ever looked up, never walked
};

}  // namespace coroboard::program
