// SPDX-License-Identifier: MIT
#pragma once
// DeviceAccess: the smaller peripherals of the chip that the Python program has opened, by a number of ours: counters, encoders, converters
// to analog. Owned by the firmware: a reset lets go of everything.

#include <cstdint>
#include <map>
#include <memory>

#include "peripherals/dac.h"
#include "peripherals/pulse_counter.h"

namespace coroboard::modules {

class DeviceAccess {
public:
    std::int32_t add(std::unique_ptr<peripherals::PulseCounter> counter) { return keep(m_counters, std::move(counter)); }
    std::int32_t add(std::unique_ptr<peripherals::QuadratureDecoder> decoder) { return keep(m_decoders, std::move(decoder)); }
    // The number that the next one added gets.
    std::int32_t nextNumber() const { return m_last + 1; }
    // A pin has one converter: another one there takes its place.
    void setDac(std::int32_t pin, std::unique_ptr<peripherals::Dac> dac) { m_dacs[pin] = std::move(dac); }

    // Null when it was closed.
    peripherals::Position* position(std::int32_t number) const
    {
        if (const auto counter = find(m_counters, number)) return &counter->position();
        if (const auto encoder = find(m_decoders, number)) return &encoder->position();
        return nullptr;
    }
    peripherals::QuadratureDecoder* decoder(std::int32_t number) const { return find(m_decoders, number); }
    peripherals::Dac* dac(std::int32_t pin) const { return find(m_dacs, pin); }

    void close(std::int32_t number)
    {
        m_counters.erase(number);
        m_decoders.erase(number);
    }
    void closeDac(std::int32_t pin) { m_dacs.erase(pin); }

private:
    template <class Map, class Device> std::int32_t keep(Map& map, Device device)
    {
        map[++m_last] = std::move(device);
        return m_last;
    }
    template <class Device>
    static Device* find(const std::map<std::int32_t, std::unique_ptr<Device>>& map, std::int32_t number)
    {
        const auto found = map.find(number);
        return found == map.end() ? nullptr : found->second.get();
    }

    std::map<std::int32_t, std::unique_ptr<peripherals::PulseCounter>> m_counters;
    std::map<std::int32_t, std::unique_ptr<peripherals::QuadratureDecoder>> m_decoders;
    std::map<std::int32_t, std::unique_ptr<peripherals::Dac>> m_dacs;
    std::int32_t m_last = 0;
};

}  // namespace coroboard::modules
