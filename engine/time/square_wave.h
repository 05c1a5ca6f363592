// SPDX-License-Identifier: MIT
#pragma once
// SquareWave: a PWM signal, described instead of played: high from `start` for duty × period, then low, and so on, in both directions of
// time. Its edges lie on whole nanoseconds, each rounded from its exact place, so that no error adds up. For wires and for recordings.

#include "time/virtual_time.h"

namespace coroboard::time {

// One change of level and the level from then on.
struct Edge {
    VirtualTime when{};
    bool rising = false;

    bool operator==(const Edge&) const = default;
};

struct SquareWave {
    double frequency = 0;                    // hertz, above 0
    double duty = 0;                         // 0…1, both excluded
    VirtualTime start{};

    bool levelAt(VirtualTime when) const { return edgeBefore(when).rising; }
    // The first edge later than `when`.
    Edge edgeAfter(VirtualTime when) const;
    // The last edge at or before `when`.
    Edge edgeBefore(VirtualTime when) const;

    bool operator==(const SquareWave&) const = default;
};

}  // namespace coroboard::time
