// SPDX-License-Identifier: MIT
#pragma once
// WaitNames: what the program calls the Event, Lock, flag or stream a coroutine waits for: the name of a global ("bus"), of a local
// variable of one of its frames, or one step further ("self.ready", "events[2]"). Read from memory; "" when nothing names it.
// Made for one inspection, during which the interpreter is suspended.

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "micropython/coroutine_reader.h"

namespace coroboard::modules {

class WaitNames {
public:
    using Frames = std::vector<micropython::CoroutineReader::Frame>;
    using Object = micropython::Object;

    explicit WaitNames(const micropython::CoroutineReader& reader) : m_reader(reader) {}

    // The object whose waiting method is at the end of the chain; 0 when the chain does not end in one of ours.
    Object waitedFor(const Frames& frames) const;
    // As the frames of the program see it.
    const std::string& name(Object object, const Frames& frames);
    // Of the Lock with this queue.
    std::string lockName(std::uint32_t queue, const Frames& frames);
    // A local variable of the innermost frame of ours; 0 when it is not there.
    Object local(const Frames& frames, std::string_view name) const;

private:
    using Matches = std::function<bool(Object)>;

    std::string find(const Frames& frames, const Matches& matches) const;
    std::string findInGlobals(Object globals, const Matches& matches) const;
    std::string findInLocals(const Frames& frames, const Matches& matches) const;
    std::string findInside(const std::string& name, Object container, const Matches& matches) const;

    const micropython::CoroutineReader& m_reader;
    std::unordered_map<Object, std::string> m_names;
};

}  // namespace coroboard::modules
