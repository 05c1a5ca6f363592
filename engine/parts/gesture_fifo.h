// SPDX-License-Identifier: MIT
#pragma once
// GestureFifo: the 32 datasets of the APDS-9960's gesture engine (AV02-4191EN, "Gesture operation"), each the counts of four photodiodes, up,
// down, left and right, and what they count while a hand passes over them.

#include <array>
#include <cstdint>
#include <deque>

#include "base/exact_math.h"

namespace coroboard::parts {

using GestureCounts = std::array<std::uint8_t, 4>;

struct Swipe {
    double up = 0;    // -1: down
    double left = 0;  // -1: right
};

// `share` of the way, 0 to 1. Drivers take the direction from the diode of that name seeing the hand first.
inline GestureCounts countsDuring(const Swipe& swipe, double share)
{
    const auto count = [&](double earlier) {
        const double distance = (share - 0.5 + 0.12 * earlier) / 0.22;
        return static_cast<std::uint8_t>(230 * exponential(-distance * distance));
    };
    return {count(swipe.up), count(-swipe.up), count(swipe.left), count(-swipe.left)};
}

class GestureFifo {
public:
    static constexpr std::size_t depth = 32;

    std::size_t level() const { return m_datasets.size(); }
    bool overflowed() const { return m_overflowed; }

    void push(const GestureCounts& counts)
    {
        m_overflowed = m_overflowed || m_datasets.size() >= depth;
        if (m_datasets.size() < depth)
            m_datasets.push_back(counts);
    }
    // The four bytes of a dataset leave together, with the last; 0 when there is none.
    std::uint8_t take(std::size_t diode)
    {
        if (m_datasets.empty())
            return 0;
        const std::uint8_t count = m_datasets.front()[diode];
        if (diode == 3) {
            m_datasets.pop_front();
            m_overflowed = m_overflowed && !m_datasets.empty();
        }
        return count;
    }
    void clear()
    {
        m_datasets.clear();
        m_overflowed = false;
    }

private:
    std::deque<GestureCounts> m_datasets;
    bool m_overflowed = false;
};

}  // namespace coroboard::parts
