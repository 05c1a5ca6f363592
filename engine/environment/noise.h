// SPDX-License-Identifier: MIT
#pragma once
// Noise: bell-shaped noise as a pure function of seed and time: looking twice at one instant sees the same, and looking more often
// changes nothing. It takes a new value every `step`; its standard deviation is 1.

#include <cstdint>

#include "time/virtual_time.h"

namespace coroboard::environment {

class Noise {
public:
    Noise(std::uint64_t seed, time::Duration step) : m_seed(seed), m_step(step) {}
    double at(time::VirtualTime when) const;

private:
    std::uint64_t m_seed;
    time::Duration m_step;
};

}  // namespace coroboard::environment
