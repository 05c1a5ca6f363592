// SPDX-License-Identifier: MIT
#pragma once
// Chip: the peripherals of one microcontroller: its pins, converters and PWM channels, as the profile lists them. Owned by the Board.
// machine.* finds everything here. A power cycle is a new Chip.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "peripherals/adc.h"
#include "peripherals/pin.h"
#include "peripherals/pwm.h"
#include "peripherals/rtc.h"
#include "peripherals/timer.h"

namespace coroboard::peripherals {

struct ChipSettings {
    std::uint32_t clockHz = 125'000'000;
    PinElectrics electrics;
    AdcSettings adc;
    PwmSettings pwm;
};

// What ended a sleep, in the numbers of machine.wake_reason() on the ESP32.
enum class WakeReason : std::uint8_t { None = 0, Pin = 2, Timer = 4 };

// Why the program started, in the numbers of machine.reset_cause().
enum class ResetCause : std::uint8_t { PowerOn = 1, Hard = 2, Watchdog = 3, DeepSleep = 4, Soft = 5, BrownOut = 6 };

class Chip {
public:
    Chip(time::Timeline& timeline, ChipSettings settings, Random random);

    Pin& addPin(PinSettings settings, Wire& wire);

    // Null if there is no such pin. Names and aliases are compared exactly.
    Pin* pin(int number) const;
    Pin* pin(std::string_view name) const;
    const std::vector<std::unique_ptr<Pin>>& pins() const { return m_pins; }

    // Null if the pin or the channel has no converter.
    Adc* adc(const Pin& pin) const;
    Adc* adcChannel(int channel) const;
    const std::vector<std::unique_ptr<Adc>>& adcs() const { return m_adcs; }

    // The pin's PWM channel; null if none can reach it.
    Pwm* pwm(const Pin& pin) const;

    // A channel of the converter without a pin: it watches a wire inside the chip (its temperature sensor).
    void addInternalAdc(int channel, Wire& wire);

    Rtc& rtc() { return m_rtc; }
    ResetCause resetCause() const { return m_resetCause; }
    WakeReason wakeReason() const { return m_wakeReason; }
    void noteWake(WakeReason reason) { m_wakeReason = reason; }
    // The chip is reset: every pin as after power-on. The clock goes on.
    void reset(ResetCause cause);

    std::unique_ptr<Timer> makeTimer() { return std::make_unique<Timer>(m_timeline); }

    time::Timeline& timeline() const { return m_timeline; }
    std::uint32_t clockHz() const { return m_settings.clockHz; }

private:
    time::Timeline& m_timeline;
    ChipSettings m_settings;
    Random m_random;
    std::vector<std::unique_ptr<Pin>> m_pins;
    std::vector<std::unique_ptr<Adc>> m_adcs;
    std::vector<std::unique_ptr<Pwm>> m_pwms;
    std::vector<std::unique_ptr<Pin>> m_internalPins;
    Rtc m_rtc;
    ResetCause m_resetCause = ResetCause::PowerOn;
    WakeReason m_wakeReason = WakeReason::None;
};

}  // namespace coroboard::peripherals
