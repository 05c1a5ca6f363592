// SPDX-License-Identifier: MIT
#pragma once
// Dac: one channel of the digital-to-analog converter, on its pin: machine.DAC. Eight bits from 0 to the supply, behind a buffer of a few
// hundred ohms (ESP32 data sheet 3.x: two 8-bit channels). Owned by whoever made it; releases the pin when it goes.

#include <cstdint>

#include "peripherals/pin.h"

namespace coroboard::peripherals {

class Dac {
public:
    static constexpr double outputOhms = 300;

    Dac(Pin& pin, std::string_view name) : m_driver(pin.wire())
    {
        pin.assign(std::string(name));
        write(0);
    }

    void write(std::uint8_t value)
    {
        m_value = value;
        m_driver.drive(m_driver.wire().supplyMillivolts() * value / 255, outputOhms);
    }
    std::uint8_t value() const { return m_value; }

private:
    WireDriver m_driver;
    std::uint8_t m_value = 0;
};

}  // namespace coroboard::peripherals
