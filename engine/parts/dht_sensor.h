// SPDX-License-Identifier: MIT
#pragma once
// DhtSensor: what DHT11 and DHT22 have in common: one wire, held up by a resistor. A low pulse of the program asks; when it lets go, the
// sensor answers with 80 µs low, 80 µs high and forty bits, 50 µs low followed by 26 µs (0) or 70 µs (1) high: humidity (2 bytes),
// temperature (2 bytes) and their sum (Aosong AM2302 and DHT11 product manuals). The models say how the two numbers become bytes.

#include <array>
#include <cstdint>

#include "environment/sensed_quantity.h"
#include "parts/part.h"

namespace coroboard::parts {

struct DhtKind {
    time::Duration shortestRequest;  // how long the program must hold the wire low
    time::Duration samplingPeriod;   // asked more often it repeats what it measured last
    double temperatureNoise;
    double humidityNoise;
    // The four bytes for a humidity in % and a temperature in °C.
    std::array<std::uint8_t, 4> (*encode)(double humidity, double celsius);
    // What these bytes say.
    double (*humidity)(const std::array<std::uint8_t, 4>& bytes);
    double (*celsius)(const std::array<std::uint8_t, 4>& bytes);
};

class DhtSensor final : public Part {
public:
    DhtSensor(const PartModel& model, const PartContext& context, const DhtKind& kind);

protected:
    double actual(const ControlDescription& control) const override;
    std::optional<double> lastRead(const ControlDescription& control) const override;
    void show(PartView& view) const override;

private:
    void hear(const peripherals::WireEvent& event);
    void measure();
    void answer();

    DhtKind m_kind;
    environment::SensedQuantity m_celsius;
    environment::SensedQuantity m_humidity;
    peripherals::WireDriver m_pull;
    peripherals::WireDriver m_driver;
    std::optional<time::VirtualTime> m_lowSince;
    std::optional<time::VirtualTime> m_measuredAt;
    time::VirtualTime m_busyUntil{};
    std::array<std::uint8_t, 4> m_bytes{};
    bool m_wasRead = false;
    peripherals::WireListener m_listener;
};

}  // namespace coroboard::parts
