// SPDX-License-Identifier: MIT
#include "peripherals/timer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/ensure.h"

namespace coroboard::peripherals {

namespace {

constexpr time::Duration shortestPeriod{1'000};
constexpr double longestMicroseconds = 1e15;  // thirty years

}  // namespace

Timer::Timer(time::Timeline& timeline) : m_timeline(timeline), m_alarm(timeline, [this] { fire(); }) {}

time::Duration Timer::periodOf(double hertz)
{
    ENSURE(hertz > 0, "a timer has a frequency");
    return time::Duration{1'000 *
                          static_cast<std::int64_t>(std::clamp(std::floor(1e6 / hertz), 1.0, longestMicroseconds))};
}

void Timer::start(TimerMode mode, time::Duration period, Callback callback)
{
    m_mode = mode;
    m_period = std::max(period, shortestPeriod);
    m_callback = std::make_shared<const Callback>(std::move(callback));
    m_running = true;
    m_due = m_timeline.now() + m_period;
    m_alarm.setAt(m_due);
}

void Timer::stop()
{
    m_running = false;
    m_alarm.cancel();
}

void Timer::fire()
{
    const auto callback = m_callback;  // the timer may be destroyed by its own callback
    if (m_mode == TimerMode::Periodic) {
        m_due += m_period;
        m_alarm.setAt(m_due);
    } else {
        m_running = false;
    }
    if (*callback)
        (*callback)();
}

}  // namespace coroboard::peripherals
