// SPDX-License-Identifier: MIT
#pragma once
// Rtc: the chip's real-time clock: machine.RTC, time.time(). It goes on through every reset and deep sleep and starts anew at power-on, at
// midnight of 1 January 2021 UTC, which a Pico without a battery believes. A few bytes beside it are kept as long. Owned by the Chip.

#include <cstdint>
#include <vector>

#include "time/timeline.h"

namespace coroboard::peripherals {

class Rtc {
public:
    static constexpr std::int64_t secondsAtPowerOn = 1'609'459'200;  // Unix

    explicit Rtc(const time::Timeline& timeline) : m_timeline(timeline) {}

    // Nanoseconds since 1970-01-01 UTC.
    std::int64_t unixNanoseconds() const { return m_offset + (m_timeline.now() - time::powerOn).count(); }
    void set(std::int64_t unixNanoseconds) { m_offset = unixNanoseconds - (m_timeline.now() - time::powerOn).count(); }

    std::vector<std::uint8_t>& memory() { return m_memory; }

private:
    const time::Timeline& m_timeline;
    std::int64_t m_offset = secondsAtPowerOn * 1'000'000'000;
    std::vector<std::uint8_t> m_memory;
};

}  // namespace coroboard::peripherals
