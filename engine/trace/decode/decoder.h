// SPDX-License-Identifier: MIT
#pragma once
// Decoder: reads one protocol from the edges of its lines. It is told of each edge once, in order of time, and of time that passed; it may
// be asked for what it read so far at any moment. One thread at a time. See protocols.h for which there are and what they can be told.

#include <cstdint>
#include <utility>
#include <vector>

#include "trace/decode/annotation.h"

namespace coroboard::trace::decode {

class Decoder {
public:
    // The levels of all lines, line 0 in bit 0.
    using Levels = std::uint32_t;

    virtual ~Decoder() = default;

    virtual void begin(time::VirtualTime, Levels) {}
    // One line changed; `levels` is how all of them are from `when` on.
    virtual void edge(time::VirtualTime when, int line, Levels levels) = 0;
    // Nothing happened until `now`.
    virtual void pass(time::VirtualTime) {}

    // What was read since the last call, each row in order of time.
    std::vector<Annotation> take() { return std::exchange(m_read, {}); }

protected:
    void read(Annotation annotation) { m_read.push_back(annotation); }

    static bool high(Levels levels, int line) { return (levels >> line & 1) != 0; }

private:
    std::vector<Annotation> m_read;
};

}  // namespace coroboard::trace::decode
