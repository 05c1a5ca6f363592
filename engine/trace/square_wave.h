// SPDX-License-Identifier: MIT
#pragma once
// SquareWave: a PWM output as it is recorded, described instead of played: high from `start` for duty × period, then low, and so on, in
// both directions of time. Its edges lie on whole nanoseconds, each rounded from its exact place, so that no error adds up.

#include "time/virtual_time.h"

namespace coroboard::trace {

// One change of level and the level from then on.
struct Edge {
    time::VirtualTime when{};
    bool rising = false;

    bool operator==(const Edge&) const = default;
};

struct SquareWave {
    double frequency = 0;                    // hertz, above 0
    double duty = 0;                         // 0…1, both excluded
    time::VirtualTime start{};

    bool levelAt(time::VirtualTime when) const { return edgeUntil(when).rising; }
    // The first edge later than `when`.
    Edge edgeAfter(time::VirtualTime when) const;
    // The last edge at or before `when`.
    Edge edgeUntil(time::VirtualTime when) const;
};

}  // namespace coroboard::trace
