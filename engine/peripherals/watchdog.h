// SPDX-License-Identifier: MIT
#pragma once
// Watchdog: machine.WDT: once started it cannot be stopped, and whoever does not feed it within its time is reset. Owned by the firmware of
// one power cycle: a reset stops it, as in the RP2040 (data sheet 4.7).

#include <functional>
#include <utility>

#include "time/alarm.h"
#include "time/timeline.h"

namespace coroboard::peripherals {

class Watchdog {
public:
    Watchdog(time::EventLoop& loop, std::function<void()> fire) : m_alarm(loop, std::move(fire)) {}

    void start(time::Duration timeout)
    {
        m_timeout = timeout;
        feed();
    }
    void feed() { m_alarm.setAfter(m_timeout); }

private:
    time::Duration m_timeout{};
    time::Alarm m_alarm;
};

}  // namespace coroboard::peripherals
