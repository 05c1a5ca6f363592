// SPDX-License-Identifier: MIT
#pragma once
// ConversionClock: a converter that measures at a steady beat, without events: which conversion was the last that has ended, and when.
// A chip that measures by itself asks it when it is read; Lag and Noise then say what was measured at that instant.

#include <algorithm>
#include <cstdint>

#include "time/virtual_time.h"

namespace coroboard::parts {

class ConversionClock {
public:
    // The first conversion begins now (or then, if `now` lies ahead); each takes `period`.
    void start(time::VirtualTime now, time::Duration period)
    {
        m_start = now;
        m_period = period;
    }
    void stop() { m_period = {}; }
    bool isRunning() const { return m_period.count() > 0; }
    time::Duration period() const { return m_period; }

    // How many have ended by then.
    std::int64_t ended(time::VirtualTime now) const
    {
        return isRunning() ? std::max<std::int64_t>((now - m_start) / m_period, 0) : 0;
    }
    // When the last of them ended; the start when none has.
    time::VirtualTime lastEnd(time::VirtualTime now) const { return m_start + m_period * ended(now); }

private:
    time::VirtualTime m_start{};
    time::Duration m_period{};
};

}  // namespace coroboard::parts
