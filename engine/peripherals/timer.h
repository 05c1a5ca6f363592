// SPDX-License-Identifier: MIT
#pragma once
// Timer: calls back once or periodically in virtual time: machine.Timer. The n-th call of a periodic timer is due exactly n periods after
// start(), however long callbacks take. Owned by whoever made it; stops when destroyed; the callback may stop, restart or destroy it.

#include <cstdint>
#include <functional>
#include <memory>

#include "time/alarm.h"
#include "time/timeline.h"
#include "time/virtual_time.h"

namespace coroboard::peripherals {

enum class TimerMode { OneShot, Periodic };

class Timer {
public:
    using Callback = std::function<void()>;

    explicit Timer(time::Timeline& timeline);

    // The first call is one period from now. A period below one microsecond counts as one (RP2 port of MicroPython).
    void start(TimerMode mode, time::Duration period, Callback callback);
    void stop();

    bool running() const { return m_running; }
    TimerMode mode() const { return m_mode; }
    time::Duration period() const { return m_period; }

    // One period of so many hertz, rounded down to whole microseconds, at least one.
    static time::Duration periodOf(double hertz);

private:
    void fire();

    time::Timeline& m_timeline;
    time::Alarm m_alarm;
    std::shared_ptr<const Callback> m_callback;
    time::Duration m_period{};
    time::VirtualTime m_due{};
    TimerMode m_mode = TimerMode::OneShot;
    bool m_running = false;
};

}  // namespace coroboard::peripherals
