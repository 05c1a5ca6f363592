// SPDX-License-Identifier: MIT
// DHT22 (AM2302): humidity and temperature in tenths, 0 to 100 % and -40 to 80 °C, a new value every two seconds (Aosong AM2302 product
// manual, tables 1 and 2). The temperature's top bit is its sign.

#include <algorithm>
#include <cmath>

#include "parts/dht_sensor.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using Bytes = std::array<std::uint8_t, 4>;

Bytes encode(double humidity, double celsius)
{
    const auto wet = static_cast<unsigned>(std::lround(std::clamp(humidity, 0.0, 100.0) * 10));
    const auto tenths = std::lround(std::clamp(celsius, -40.0, 80.0) * 10);
    const auto warm = static_cast<unsigned>(std::labs(tenths)) | (tenths < 0 ? 0x8000u : 0u);
    return {static_cast<std::uint8_t>(wet >> 8), static_cast<std::uint8_t>(wet), static_cast<std::uint8_t>(warm >> 8),
            static_cast<std::uint8_t>(warm)};
}

double humidityIn(const Bytes& bytes)
{
    return (bytes[0] << 8 | bytes[1]) / 10.0;
}

double celsiusIn(const Bytes& bytes)
{
    const double size = ((bytes[2] & 0x7f) << 8 | bytes[3]) / 10.0;
    return bytes[2] & 0x80 ? -size : size;
}

constexpr DhtKind kind = {800us, 2s, 0.05, 0.1, encode, humidityIn, celsiusIn};

}  // namespace

PartModel dht22Model()
{
    PartModel model;
    model.description = {
        .model = "dht22",
        .title = "Humidity and temperature sensor (DHT22)",
        .source = "Aosong AM2302 product manual",
        .pins = {{"data", "Data"}},
        .controls = {quantityControl(quantity::temperature, -40, 80), quantityControl(quantity::humidity)},
        .notModelled = {"the unstable first second after power-on", "giving the measurement before the last one"},
    };
    model.numbers = {{"pull-up resistor", "Pull-up resistor", "Ω", 1000, 100'000, 10'000}};
    model.width = 15;
    model.height = 20;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<DhtSensor>(self, context, kind);
    };
    return model;
}

}  // namespace coroboard::parts
