// SPDX-License-Identifier: MIT
#pragma once
// SignalBlock: a stretch of one signal's history in columns, with a radix-16 pyramid of the least and greatest values above it.
// One thread appends; others may read, without a lock, the entries below a count they were told of (SignalView): what is written once
// never changes. Owned by shared pointers, so that a reader's block stays when the history lets go of it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "trace/signal.h"

namespace coroboard::trace {

// The least and the greatest value of a stretch; empty when least > greatest.
struct ValueRange {
    double least = 1;
    double greatest = 0;

    bool empty() const { return least > greatest; }
    void include(const ValueRange& other);
};

class SignalBlock {
public:
    static constexpr std::size_t largest = 65536;            // 16⁴: the pyramid's top is one node

    SignalBlock(SignalKind kind, std::uint64_t first, std::size_t capacity, bool firstLevel);

    std::uint64_t first() const { return m_first; }          // the number of its first entry in the signal
    std::size_t capacity() const { return m_capacity; }
    std::size_t bytes() const;                               // what its columns take

    // The writer. Times do not go back.
    void append(const SignalChange& change);
    std::size_t size() const { return m_size; }

    // Readers, `at` below the count they know.
    time::VirtualTime time(std::size_t at) const { return m_times[at]; }
    double value(std::size_t at) const { return m_values ? m_values[at] : level(at); }
    bool level(std::size_t at) const { return m_firstLevel != (at % 2 == 1); }
    double frequency(std::size_t at) const { return m_pulses ? m_pulses[at].frequency : 0; }
    time::VirtualTime start(std::size_t at) const { return m_pulses ? m_pulses[at].start : time::powerOn; }
    // How many of the first `count` entries are not later than `when`.
    std::size_t countUntil(time::VirtualTime when, std::size_t count) const;
    // Of the entries [from, to).
    ValueRange range(std::size_t from, std::size_t to) const;

private:
    struct Pulse {
        double frequency = 0;
        time::VirtualTime start{};
    };
    static constexpr std::size_t levels = 4;

    std::uint64_t m_first;
    std::size_t m_capacity;
    std::size_t m_size = 0;
    bool m_firstLevel;                                       // of a digital signal; its levels alternate and need no column
    std::unique_ptr<time::VirtualTime[]> m_times;
    std::unique_ptr<double[]> m_values;
    std::unique_ptr<Pulse[]> m_pulses;
    std::array<std::unique_ptr<ValueRange[]>, levels> m_pyramid;   // [0] spans 16 entries a node, [1] 256 …
};

}  // namespace coroboard::trace
