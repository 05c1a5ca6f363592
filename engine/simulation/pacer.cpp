// SPDX-License-Identifier: MIT
#include "simulation/pacer.h"

#include <algorithm>
#include <cmath>

#include "simulation/command_queue.h"

namespace coroboard::simulation {

namespace {

using Seconds = std::chrono::duration<double>;
constexpr Seconds window{0.25};

}  // namespace

void Pacer::setSpeed(double factor, time::VirtualTime now, HostTime host)
{
    m_factor = 0;
    m_speed = std::isnan(factor) || factor <= 0 ? 0 : std::clamp(factor, slowest, fastest);
    anchor(now, host);
}

void Pacer::anchor(time::VirtualTime now, HostTime host)
{
    m_anchor = now;
    m_hostAnchor = host;
    m_windowStart = now;
    m_hostWindowStart = host;
}

time::VirtualTime Pacer::target(HostTime host) const
{
    return m_anchor + std::chrono::duration_cast<time::Duration>(Seconds(host - m_hostAnchor) * m_speed);
}

void Pacer::ranUntil(time::VirtualTime now, HostTime host)
{
    const Seconds elapsed = host - m_hostWindowStart;
    if (elapsed >= window) {
        const double factor = Seconds(now - m_windowStart) / elapsed;
        m_factor = m_factor == 0 ? factor : 0.5 * m_factor + 0.5 * factor;
        m_windowStart = now;
        m_hostWindowStart = host;
    }
    if (!paced()) return;
    const Seconds behind = Seconds(target(host) - now) / m_speed;
    if (behind > lagAllowed) {
        m_anchor = now;
        m_hostAnchor = host;
    }
}

void Pacer::waitFor(CommandQueue& commands, HostTime until) { commands.waitUntil(until); }

}  // namespace coroboard::simulation
