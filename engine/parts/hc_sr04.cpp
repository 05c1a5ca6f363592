// SPDX-License-Identifier: MIT
// HC-SR04: ultrasonic range finder (ELEC Freaks HC-SR04 user guide). A pulse of at least 10 µs on `trig` sends eight waves of 40 kHz; then
// `echo` is high for as long as the sound is on its way there and back: 2 cm to 4 m, or 38 ms when nothing comes back. The speed of sound
// follows the temperature of the air: 331.3 m/s + 0.606 m/s a degree.

#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr time::Duration shortestTrigger = 10us;
constexpr time::Duration beforeEcho = 460us;  // eight waves and the start of listening
constexpr time::Duration nothingHeard = 38ms;
constexpr double nearest = 20;     // millimetres
constexpr double farthest = 4000;
constexpr double outputOhms = 50;

class HcSr04 final : public Part {
public:
    HcSr04(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_supply(context.supplyMillivolts),
          m_millimetres(context.senses, quantity::distance, {.noise = context.number("noise")}),
          m_celsius(context.senses, quantity::temperature),
          m_echo(context.wire("echo")),
          m_trigger(context.wire("trig"), peripherals::WireListener::Hears::Changes, [this](const auto& event) { hear(event); })
    {
        m_echo.drive(0, outputOhms);
    }

protected:
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        return control.id == quantity::distance ? m_lastRead : std::nullopt;
    }
    void show(PartView& view) const override { view.values.push_back({"distance", m_millimetres.element(now())}); }

private:
    void hear(const peripherals::WireEvent& event)
    {
        if (event.kind != peripherals::WireEvent::Kind::Edge)
            return;
        if (event.level) {
            m_highSince = event.when;
            return;
        }
        const bool triggered = m_highSince && event.when - *m_highSince >= shortestTrigger && event.when >= m_busyUntil;
        m_highSince.reset();
        if (triggered)
            ping();
    }

    void ping()
    {
        const double millimetres = m_millimetres.at(now());
        const double speed = 331.3 + 0.606 * m_celsius.at(now());  // metres a second, millimetres a millisecond
        const bool heard = millimetres >= nearest && millimetres <= farthest;
        const auto travel = time::Duration{std::llround(2 * millimetres / speed * 1e6)};
        const time::Duration length = heard ? travel : nothingHeard;
        m_lastRead = heard ? std::optional(millimetres) : std::nullopt;
        m_busyUntil = now() + beforeEcho + length;
        m_echo.play(peripherals::Burst::make(now(), false, {beforeEcho, beforeEcho + length}), {m_supply, outputOhms}, {0, outputOhms});
    }

    double m_supply;
    environment::SensedQuantity m_millimetres;
    environment::SensedQuantity m_celsius;
    peripherals::WireDriver m_echo;
    std::optional<time::VirtualTime> m_highSince;
    time::VirtualTime m_busyUntil{};
    std::optional<double> m_lastRead;
    peripherals::WireListener m_trigger;
};

}  // namespace

PartModel hc_sr04Model()
{
    PartModel model;
    model.description = {
        .model = "hc_sr04",
        .title = "Ultrasonic range finder (HC-SR04)",
        .source = "ELEC Freaks HC-SR04 user guide",
        .pins = {{"trig", "Trigger"}, {"echo", "Echo", PinRole::Output}},
        .controls = {quantityControl(quantity::distance, 0, 5000), quantityControl(quantity::temperature)},
        .notModelled = {"the width of its beam", "5 V on the echo pin"},
    };
    model.numbers = {{"noise", "Noise", "mm", 0, 50, 1}};
    model.width = 45;
    model.height = 20;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<HcSr04>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
