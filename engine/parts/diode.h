// SPDX-License-Identifier: MIT
#pragma once
// Diode: one light-emitting junction with its series resistor between two wires, and the light it gives. Used by the LED models.
// brightness() is exact: 1 = the current of a steady full supply, PWM counts by its duty. glow() is what an eye sees: the same, smoothed
// over a few milliseconds, so that a program that blinks faster than the eye dims the LED.

#include "environment/lag.h"
#include "peripherals/wire.h"
#include "time/timeline.h"

namespace coroboard::parts {

struct DiodeSettings {
    double forwardMillivolts = 2000;
    double ohms = 330;
    double supplyMillivolts = 3300;
};

class Diode {
public:
    Diode(time::Timeline& timeline, peripherals::Wire& anode, peripherals::Wire& cathode, DiodeSettings settings);

    double milliamperes() const;  // averaged over PWM
    double brightness() const;    // 0 … 1
    double glow() const;          // 0 … 1

private:
    double milliamperesBetween(double anode, double cathode) const;

    time::Timeline& m_timeline;
    peripherals::Wire& m_anode;
    peripherals::Wire& m_cathode;
    DiodeSettings m_settings;
    environment::Lag m_glow{0};
    peripherals::WireProbe m_anodeProbe;
    peripherals::WireProbe m_cathodeProbe;
};

}  // namespace coroboard::parts
