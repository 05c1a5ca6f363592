// SPDX-License-Identifier: MIT
#pragma once
// CoreThermometer: the temperature sensor inside an RP2040 (data sheet 4.9.5), a diode on channel 4 of its converter: 706 mV at 27 °C and
// 1.721 mV less a degree more. It feels the board's own warmth. Owned by the Board; used from the loop's thread only.

#include "environment/board_warmth.h"
#include "peripherals/wire.h"

namespace coroboard::board {

class CoreThermometer : private peripherals::AnalogSource {
public:
    static constexpr int channel = 4;

    CoreThermometer(environment::Environment& environment, time::Timeline& timeline, double supplyMillivolts)
        : m_environment(environment), m_wire(timeline, "core temperature", supplyMillivolts), m_driver(m_wire)
    {
        m_driver.follow(*this);
    }

    peripherals::Wire& wire() { return m_wire; }

private:
    static constexpr double diodeOhms = 1000;

    peripherals::Thevenin output(time::VirtualTime when) const override
    {
        return {706 - (m_environment.board().celsius(when) - 27) * 1.721, diodeOhms};
    }
    // Nobody waits for edges inside the chip.
    time::VirtualTime settled() const override { return time::powerOn; }

    environment::Environment& m_environment;
    peripherals::Wire m_wire;
    peripherals::WireDriver m_driver;
};

}  // namespace coroboard::board
