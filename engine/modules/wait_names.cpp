// SPDX-License-Identifier: MIT
#include "modules/wait_names.h"

#include <algorithm>

#include "micropython/vm.h"
#include "modules/source_texts.h"

namespace coroboard::modules {

namespace {

using Frame = micropython::CoroutineReader::Frame;
using micropython::ObjectReader;

bool isOurs(const Frame& frame) { return ownerOf(frame.function->file) == SourceOwner::Ours; }

}  // namespace

WaitNames::Object WaitNames::local(const Frames& frames, std::string_view name) const
{
    for (auto frame = frames.rbegin(); frame != frames.rend() && isOurs(*frame); ++frame) {
        const auto& slots = frame->function->slots;
        const auto found = std::find(slots.begin(), slots.end(), name);
        if (found != slots.end()) return m_reader.local(*frame, static_cast<std::uint32_t>(found - slots.begin()));
    }
    return 0;
}

WaitNames::Object WaitNames::waitedFor(const Frames& frames) const
{
    Object object = 0;
    for (auto frame = frames.rbegin(); frame != frames.rend() && isOurs(*frame); ++frame)
        if (!frame->function->slots.empty() && frame->function->slots[0] == "self") object = m_reader.local(*frame, 0);
    return object;
}

const std::string& WaitNames::name(Object object, const Frames& frames)
{
    const auto [known, isNew] = m_names.try_emplace(object);
    if (isNew && object != 0) known->second = find(frames, [object](Object other) { return other == object; });
    return known->second;
}

std::string WaitNames::lockName(std::uint32_t queue, const Frames& frames)
{
    const Object number = queue << 1 | 1;
    return find(frames, [&](Object other) { return m_reader.objects().attribute(other, "waiting") == number; });
}

std::string WaitNames::find(const Frames& frames, const Matches& matches) const
{
    try {
        std::vector<Object> seen;
        for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
            const Object globals = frame->function->globals;
            if (isOurs(*frame) || std::find(seen.begin(), seen.end(), globals) != seen.end()) continue;
            seen.push_back(globals);
            if (std::string found = findInGlobals(globals, matches); !found.empty()) return found;
        }
        if (std::string found = findInLocals(frames, matches); !found.empty()) return found;
        std::string found;
        for (const Object globals : seen) {
            m_reader.objects().findEntry(globals, [&](Object key, Object value) {
                if (ObjectReader::isInterned(key)) found = findInside(std::string(m_reader.objects().name(key >> 3)), value, matches);
                return !found.empty();
            });
            if (!found.empty()) return found;
        }
    } catch (const micropython::HardFault&) {
    }
    return {};
}

std::string WaitNames::findInGlobals(Object globals, const Matches& matches) const
{
    std::string found;
    m_reader.objects().findEntry(globals, [&](Object key, Object value) {
        if (ObjectReader::isInterned(key) && matches(value)) found = m_reader.objects().name(key >> 3);
        return !found.empty();
    });
    return found;
}

// The variables themselves before what is inside them; the innermost frame first.
std::string WaitNames::findInLocals(const Frames& frames, const Matches& matches) const
{
    for (const bool inside : {false, true}) {
        for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
            const auto& slots = frame->function->slots;
            if (isOurs(*frame)) continue;
            for (std::uint32_t i = 0; i < slots.size(); ++i) {
                if (slots[i].empty()) continue;
                const Object value = m_reader.local(*frame, i);
                if (!inside && slots[i] != "self" && matches(value)) return slots[i];
                if (!inside) continue;
                if (std::string found = findInside(slots[i], value, matches); !found.empty()) return found;
            }
        }
    }
    return {};
}

// An attribute of an instance, an item of a list, tuple or dict.
std::string WaitNames::findInside(const std::string& name, Object container, const Matches& matches) const
{
    const ObjectReader& objects = m_reader.objects();
    std::string found;
    if (objects.isInstance(container)) {
        objects.findEntry(container, [&](Object key, Object value) {
            if (ObjectReader::isInterned(key) && matches(value)) found = name + "." + std::string(objects.name(key >> 3));
            return !found.empty();
        });
    } else if (objects.typeOf(container) == m_reader.layout().dictType) {
        objects.findEntry(container, [&](Object key, Object value) {
            if (matches(value)) found = name + "[" + objects.text(key) + "]";
            return !found.empty();
        });
    } else {
        objects.findItem(container, [&](std::uint32_t index, Object value) {
            if (matches(value)) found = name + "[" + std::to_string(index) + "]";
            return !found.empty();
        });
    }
    return found;
}

}  // namespace coroboard::modules
