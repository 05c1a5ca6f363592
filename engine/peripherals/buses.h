// SPDX-License-Identifier: MIT
#pragma once
// Buses: the buses of a board, found by their wires: a part and a controller that name the same wires are on the same bus. Made when
// somebody asks first. Owned by the Board, which destroys the parts before; used from the loop's thread only.

#include <memory>
#include <utility>
#include <vector>

#include "peripherals/i2c_bus.h"
#include "peripherals/i2s_bus.h"
#include "peripherals/one_wire_bus.h"
#include "peripherals/spi_bus.h"

namespace coroboard::peripherals {

class Buses {
public:
    explicit Buses(time::Timeline& timeline) : m_timeline(timeline) {}
    Buses(const Buses&) = delete;
    Buses& operator=(const Buses&) = delete;

    I2cBus& i2c(Wire& scl, Wire& sda) { return found(m_i2c, std::pair{&scl, &sda}, scl, sda); }
    SpiBus& spi(Wire& clock) { return found(m_spi, &clock, clock); }
    I2sBus& i2s(Wire& clock) { return found(m_i2s, &clock, clock); }
    OneWireBus& oneWire(Wire& wire) { return found(m_oneWire, &wire, wire); }

    // The chip was reset in the middle of something: its controllers let go of every wire.
    void releaseAll()
    {
        for (auto& [wires, bus] : m_i2c)
            if (bus->isHeld())
                bus->release();
        for (auto& [wire, bus] : m_spi)
            bus->release();
    }

private:
    template <class Key, class Bus>
    using ByWires = std::vector<std::pair<Key, std::unique_ptr<Bus>>>;  // in the order in which they were asked for

    template <class Key, class Bus, class... Wires>
    Bus& found(ByWires<Key, Bus>& buses, const Key& key, Wires&... wires)
    {
        for (auto& [known, bus] : buses)
            if (known == key)
                return *bus;
        return *buses.emplace_back(key, std::make_unique<Bus>(m_timeline, wires...)).second;
    }

    time::Timeline& m_timeline;
    ByWires<std::pair<Wire*, Wire*>, I2cBus> m_i2c;
    ByWires<Wire*, SpiBus> m_spi;
    ByWires<Wire*, I2sBus> m_i2s;
    ByWires<Wire*, OneWireBus> m_oneWire;
};

}  // namespace coroboard::peripherals
