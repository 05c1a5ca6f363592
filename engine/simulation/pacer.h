// SPDX-License-Identifier: MIT
#pragma once
// Pacer: keeps virtual time beside the host's clock at the wanted speed. Arithmetic over times it is given, plus waitFor(), the only
// place in the engine that sleeps. When the host cannot keep up it re-anchors: the lost time is lost, it never sprints to catch up,
// and the real-time factor says what was reached. Integration thread only.

#include <chrono>

#include "time/virtual_time.h"

namespace coroboard::simulation {

class CommandQueue;

class Pacer {
public:
    using HostTime = std::chrono::steady_clock::time_point;
    static constexpr double slowest = 0.1;
    static constexpr double fastest = 100.0;
    static constexpr std::chrono::milliseconds tick{4};              // between two slices when nothing happens
    static constexpr std::chrono::milliseconds lagAllowed{40};       // behind by more than this: re-anchor

    // Virtual seconds a host second, clamped to slowest…fastest; 0 or less (and anything that is no number) = unpaced.
    void setSpeed(double factor, time::VirtualTime now, HostTime host);
    double speed() const { return m_speed; }                         // 0 = unpaced
    bool paced() const { return m_speed > 0; }

    // From here on `now` belongs to `host`: at the start, after a pause, another board, another speed.
    void anchor(time::VirtualTime now, HostTime host);

    // How far virtual time should be at `host`. Only when paced.
    time::VirtualTime target(HostTime host) const;

    // After a slice: re-anchors if `now` is too far behind its target, and feeds the real-time factor.
    void ranUntil(time::VirtualTime now, HostTime host);

    // Virtual seconds a host second over about the last half second of running.
    double realTimeFactor() const { return m_factor; }

    // Sleeps until `until`, or until the queue has a command or is closed.
    static void waitFor(CommandQueue& commands, HostTime until);

private:
    double m_speed = 1.0;
    time::VirtualTime m_anchor{};
    HostTime m_hostAnchor{};
    time::VirtualTime m_windowStart{};
    HostTime m_hostWindowStart{};
    double m_factor = 0;
};

}  // namespace coroboard::simulation
