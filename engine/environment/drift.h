// SPDX-License-Identifier: MIT
#pragma once
// Drift: a value that wanders slowly, as a pure function of seed and time: straight lines between bell-shaped values one `step` apart,
// from 0 at power-on. Its standard deviation at the corners is 1.

#include "environment/noise.h"

namespace coroboard::environment {

class Drift {
public:
    Drift(std::uint64_t seed, time::Duration step) : m_corners(seed, step), m_step(step) {}

    double at(time::VirtualTime when) const
    {
        const auto passed = when.time_since_epoch() / m_step;
        const time::VirtualTime corner{passed * m_step};
        const double from = passed == 0 ? 0 : m_corners.at(corner);
        const double share = static_cast<double>((when - corner).count()) / static_cast<double>(m_step.count());
        return from + (m_corners.at(corner + m_step) - from) * share;
    }

private:
    Noise m_corners;
    time::Duration m_step;
};

}  // namespace coroboard::environment
