// SPDX-License-Identifier: MIT
// DHT11: humidity 20 to 90 % and temperature 0 to 50 °C in whole numbers, a new value every second (Aosong DHT11 product manual, table 1).
// It wants to be asked for at least 18 ms.

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
    return {static_cast<std::uint8_t>(std::lround(std::clamp(humidity, 20.0, 90.0))), 0,
            static_cast<std::uint8_t>(std::lround(std::clamp(celsius, 0.0, 50.0))), 0};
}

constexpr DhtKind kind = {18ms,   1s, 0.2, 0.3, encode, [](const Bytes& bytes) -> double { return bytes[0]; },
                          [](const Bytes& bytes) -> double { return bytes[2]; }};

}  // namespace

PartModel dht11Model()
{
    PartModel model;
    model.description = {
        .model = "dht11",
        .title = "Humidity and temperature sensor (DHT11)",
        .source = "Aosong DHT11 product manual",
        .pins = {{"data", "Data"}},
        .controls = {quantityControl(quantity::temperature, 0, 50), quantityControl(quantity::humidity, 20, 90)},
        .notModelled = {"the unstable first second after power-on", "tenths of a degree, which newer ones send"},
    };
    model.numbers = {{"pull-up resistor", "Pull-up resistor", "Ω", 1000, 100'000, 5'000}};
    model.width = 15;
    model.height = 20;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<DhtSensor>(self, context, kind);
    };
    return model;
}

}  // namespace coroboard::parts
