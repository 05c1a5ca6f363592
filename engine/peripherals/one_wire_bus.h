// SPDX-License-Identifier: MIT
#pragma once
// OneWireBus: one wire, its pull-up, and the chips that answer on it by holding it low (Maxim application note 126, "1-Wire communication
// through software", whose standard-speed times these are). Parts attach as OneWireTargets; a controller makes slots. The wire carries the
// waveform as bursts. Owned by the Board's Buses; used from the loop's thread only. Not modelled: overdrive speed, parasite power.

#include <cstdint>
#include <vector>

#include "peripherals/wire.h"
#include "time/timeline.h"

namespace coroboard::peripherals {

class OneWireTarget {
public:
    virtual ~OneWireTarget() = default;
    // A reset pulse. Whether it answers with a presence pulse.
    virtual bool reset() = 0;
    // A write slot: the bit the controller wrote.
    virtual void write(bool bit) = 0;
    // A read slot: false holds the wire low. Those with nothing to say leave it high.
    virtual bool read() = 0;
};

class OneWireBus {
public:
    OneWireBus(time::Timeline& timeline, Wire& wire) : m_timeline(timeline), m_driver(wire) {}
    OneWireBus(const OneWireBus&) = delete;
    OneWireBus& operator=(const OneWireBus&) = delete;

    Wire& wire() const { return m_driver.wire(); }
    void attach(OneWireTarget& target) { m_targets.push_back(&target); }
    void detach(OneWireTarget& target) { std::erase(m_targets, &target); }

    // -- A controller's slots; each answers how long it takes. The caller lets that time pass before the next one.
    struct Slot {
        bool bit = true;  // reset: somebody is present; read: the bit
        time::Duration duration{};
    };
    Slot reset();
    Slot read();
    Slot write(bool bit);

private:
    void play(Flips flips);
    // The wire is high when nobody holds it low.
    bool isPulledUp() const { return wire().level(); }

    time::Timeline& m_timeline;
    WireDriver m_driver;
    std::vector<OneWireTarget*> m_targets;
};

}  // namespace coroboard::peripherals
