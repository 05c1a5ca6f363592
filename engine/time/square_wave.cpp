// SPDX-License-Identifier: MIT
#include "time/square_wave.h"

#include <cmath>

namespace coroboard::time {

namespace {

VirtualTime place(const SquareWave& wave, double periods)
{
    return wave.start + Duration{std::llround(periods * 1e9 / wave.frequency)};
}

double period(const SquareWave& wave, VirtualTime when)
{
    return std::floor(static_cast<double>((when - wave.start).count()) * wave.frequency / 1e9);
}

}  // namespace

// One period early, because rounding may have moved an edge across the border.
Edge SquareWave::edgeAfter(VirtualTime when) const
{
    for (double at = period(*this, when) - 1;; ++at) {
        if (const auto rise = place(*this, at); rise > when) return {rise, true};
        if (const auto fall = place(*this, at + duty); fall > when) return {fall, false};
    }
}

Edge SquareWave::edgeBefore(VirtualTime when) const
{
    for (double at = period(*this, when) + 1;; --at) {
        if (const auto fall = place(*this, at + duty); fall <= when) return {fall, false};
        if (const auto rise = place(*this, at); rise <= when) return {rise, true};
    }
}

}  // namespace coroboard::time
