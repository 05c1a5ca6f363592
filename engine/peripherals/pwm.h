// SPDX-License-Identifier: MIT
#pragma once
// Pwm: one channel of pulse-width modulation, on its pin: machine.PWM. A 16-bit counter with an 8.4-bit fractional clock divider
// (RP2040 data sheet 4.5; other chips divide further): frequency and duty are rounded to what that can play. Owned by the Chip; used from the loop's thread only.
// It plays once both a frequency and a duty are set. A duty outlives a change of frequency. New values act at once, and a new duty keeps
// the phase. Not modelled: two pins of one slice sharing a frequency; a new value waiting for the end of the period.

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "peripherals/pin.h"

namespace coroboard::peripherals {

struct PwmSettings {
    std::uint32_t clockHz = 125'000'000;
    std::uint32_t dividerMaximum = 256;  // whole; the largest divider is a sixteenth less
};

class Pwm {
public:
    Pwm(time::Timeline& timeline, Pin& pin, PwmSettings settings);

    // Errors name what is allowed: "freq too large", "freq too small", as MicroPython words them, and the range; duty beyond the period.
    Result<void> setFrequency(std::uint32_t hertz);
    Result<void> setDutyU16(std::uint32_t duty);  // 0 … 65535 = always high
    Result<void> setDutyNanoseconds(std::uint64_t width);
    void setInverted(bool inverted);

    // What is played, after rounding. 0 before it was set.
    std::uint32_t frequency() const;
    std::uint16_t dutyU16() const;
    std::uint64_t dutyNanoseconds() const;

    // Stops: the pin is held low (deinit).
    void stop();
    bool playing() const { return m_playing; }
    Pin& pin() const { return m_pin; }

private:
    enum class DutyUnit { None, U16, Nanoseconds };
    Result<void> applyDuty();
    void play();
    double tickNanoseconds() const;
    std::string allowedFrequencies() const;

    time::Timeline& m_timeline;
    Pin& m_pin;
    PwmSettings m_settings;
    std::uint32_t m_divider16 = 0;  // sixteenths
    std::uint32_t m_top = 0;        // the counter runs 0 … top
    std::uint32_t m_compare = 0;    // high while the counter is below
    DutyUnit m_dutyUnit = DutyUnit::None;
    std::uint64_t m_duty = 0;  // as it was asked for, in m_dutyUnit
    bool m_inverted = false;
    bool m_playing = false;
    time::VirtualTime m_start{};
};

}  // namespace coroboard::peripherals
