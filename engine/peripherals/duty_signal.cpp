// SPDX-License-Identifier: MIT
#include <cmath>

#include "peripherals/wire.h"

namespace coroboard::peripherals {

namespace {

// Edges lie on whole nanoseconds, each rounded from its exact place, so that no error adds up.
time::VirtualTime placeOf(const DutySignal& signal, double periods)
{
    return signal.start + time::Duration{std::llround(periods * 1e9 / signal.frequency)};
}

double periodsUntil(const DutySignal& signal, time::VirtualTime when)
{
    return std::floor(static_cast<double>((when - signal.start).count()) * signal.frequency / 1e9);
}

}  // namespace

DutySignal::Edge DutySignal::edgeAfter(time::VirtualTime when) const
{
    for (double period = periodsUntil(*this, when) - 1;; ++period) {
        const auto rise = placeOf(*this, period);
        if (rise > when)
            return {rise, true};
        const auto fall = placeOf(*this, period + duty);
        if (fall > when)
            return {fall, false};
    }
}

DutySignal::Edge DutySignal::edgeBefore(time::VirtualTime when) const
{
    for (double period = periodsUntil(*this, when) + 1;; --period) {
        const auto fall = placeOf(*this, period + duty);
        if (fall <= when)
            return {fall, false};
        const auto rise = placeOf(*this, period);
        if (rise <= when)
            return {rise, true};
    }
}

bool DutySignal::highAt(time::VirtualTime when) const
{
    return edgeBefore(when).rising;
}

}  // namespace coroboard::peripherals
