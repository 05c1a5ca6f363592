// SPDX-License-Identifier: MIT
#include "trace/square_wave.h"

#include <cmath>

namespace coroboard::trace {

namespace {

time::VirtualTime place(const SquareWave& wave, double periods)
{
    return wave.start + time::Duration{std::llround(periods * 1e9 / wave.frequency)};
}

double period(const SquareWave& wave, time::VirtualTime when)
{
    return std::floor(static_cast<double>((when - wave.start).count()) * wave.frequency / 1e9);
}

}  // namespace

// One period early, because rounding may have moved an edge across the border.
Edge SquareWave::edgeAfter(time::VirtualTime when) const
{
    for (double at = period(*this, when) - 1;; ++at) {
        if (const auto rise = place(*this, at); rise > when) return {rise, true};
        if (const auto fall = place(*this, at + duty); fall > when) return {fall, false};
    }
}

Edge SquareWave::edgeUntil(time::VirtualTime when) const
{
    for (double at = period(*this, when) + 1;; --at) {
        if (const auto fall = place(*this, at + duty); fall <= when) return {fall, false};
        if (const auto rise = place(*this, at); rise <= when) return {rise, true};
    }
}

}  // namespace coroboard::trace
