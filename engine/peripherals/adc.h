// SPDX-License-Identifier: MIT
#pragma once
// Adc: one channel of the analog-to-digital converter, on its pin: machine.ADC. Converts the voltage of the wire against the supply,
// with the converter's own noise. Owned by the Chip; used from the loop's thread only.
// A conversion takes conversionTime(): let that time pass first, then take the reading (sample and hold at the end).

#include <cstdint>

#include "base/random.h"
#include "peripherals/pin.h"
#include "time/virtual_time.h"

namespace coroboard::peripherals {

struct AdcSettings {
    int bits = 12;
    double referenceMillivolts = 3300;
    double noise = 0.7;                    // standard deviation in steps of the converter; 0 = an ideal one
    time::Duration conversionTime{2'000};  // RP2040 data sheet 4.9: 96 cycles of 48 MHz
};

class Adc {
public:
    Adc(AdcSettings settings, int channel, Pin& pin, Random random);

    // What the first step stands for and the span of all of them, in millivolts, from now on: an input attenuator.
    void setRange(double offsetMillivolts, double spanMillivolts);
    // Fewer bits than the converter has; their steps are larger.
    void setBits(int bits);
    int bits() const { return m_settings.bits; }

    // Connects the converter: the pin becomes analog, without pull.
    void enable();

    int channel() const { return m_channel; }
    Pin& pin() const { return m_pin; }
    time::Duration conversionTime() const { return m_settings.conversionTime; }

    // One conversion now: 0 … 2^bits - 1.
    std::uint32_t convert();
    // One conversion, spread over 0 … 65535 by repeating its leading bits, as MicroPython does.
    std::uint16_t readU16();
    // One conversion in microvolts.
    std::uint32_t readMicrovolts();

private:
    AdcSettings m_settings;
    int m_fullBits = m_settings.bits;
    double m_offset = 0;
    int m_channel;
    Pin& m_pin;
    Random m_random;
};

}  // namespace coroboard::peripherals
