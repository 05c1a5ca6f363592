// SPDX-License-Identifier: MIT
#pragma once
// Lag: a value that follows its target as a first-order system does: the distance shrinks by e every time constant. Held as a formula
// between two changes of target, so that any instant can be asked for exactly, in any order, and waiting costs nothing.

#include "time/virtual_time.h"

namespace coroboard::environment {

class Lag {
public:
    explicit Lag(double value) : m_from(value), m_target(value) {}

    double at(time::VirtualTime when) const;
    double target() const { return m_target; }

    // From `now` on the value goes to `target` with this time constant (0: at once).
    void follow(double target, time::Duration timeConstant, time::VirtualTime now);

    // From then on less than 0.001 % of the last change is left to go.
    time::VirtualTime settled() const;

private:
    double m_from;
    double m_target;
    time::VirtualTime m_since{};
    time::Duration m_timeConstant{};
};

}  // namespace coroboard::environment
