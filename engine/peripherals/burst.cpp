// SPDX-License-Identifier: MIT
#include "peripherals/burst.h"

#include <algorithm>

namespace coroboard::peripherals {

std::shared_ptr<const Burst> Burst::make(time::VirtualTime start, bool firstLevel, Flips flips)
{
    Digest digest;
    for (const time::Duration flip : flips)
        digest.addNumber(flip.count());
    const bool lastLevel = (flips.size() % 2 == 0) == firstLevel;
    const BurstShape shape{firstLevel, lastLevel, flips.empty() ? time::Duration{} : flips.back(), digest.value()};
    return make(start, shape, [flips = std::move(flips)] { return flips; });
}

const Flips& Burst::flips() const
{
    if (!m_flips)
        m_flips = m_render();
    return *m_flips;
}

std::size_t Burst::flipsUntil(time::VirtualTime when) const
{
    const Flips& all = flips();
    return static_cast<std::size_t>(std::upper_bound(all.begin(), all.end(), when - m_start) - all.begin());
}

Burst::Edge Burst::edge(std::size_t index) const
{
    return {m_start + flips()[index], (index % 2 == 0) != m_shape.firstLevel};
}

bool Burst::levelAt(time::VirtualTime when) const
{
    if (when <= m_start)
        return m_shape.firstLevel;
    if (when >= end())
        return m_shape.lastLevel;
    return (flipsUntil(when) % 2 == 0) == m_shape.firstLevel;
}

std::optional<Burst::Edge> Burst::edgeAfter(time::VirtualTime when) const
{
    const std::size_t next = flipsUntil(when);
    return next < flips().size() ? std::optional(edge(next)) : std::nullopt;
}

std::optional<Burst::Edge> Burst::edgeBefore(time::VirtualTime when) const
{
    const std::size_t until = flipsUntil(when);
    return until > 0 ? std::optional(edge(until - 1)) : std::nullopt;
}

}  // namespace coroboard::peripherals
