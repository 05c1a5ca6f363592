// SPDX-License-Identifier: MIT
// Servo: a hobby servo (TowerPro SG90 data sheet: 50 Hz, 0.1 s for 60° at 4.8 V). The length of a pulse says where the arm shall go; the arm
// goes there with its own speed and stays where it is when the pulses stop.

#include <algorithm>
#include <cmath>
#include <optional>

#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using peripherals::Wire;
using peripherals::WireEvent;

constexpr time::Duration silence = 100ms;     // without a pulse: the motor is off
constexpr time::Duration shortestPulse = 200us;
constexpr time::Duration longestPulse = 3500us;
constexpr double lowestFrequency = 20;        // hertz

double seconds(time::Duration duration)
{
    return static_cast<double>(duration.count()) / 1e9;
}

class Servo final : public Part {
public:
    Servo(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_wire(context.wire("signal")),
          m_firstPulse(context.number("minimum pulse")),
          m_lastPulse(std::max(m_firstPulse + 1, context.number("maximum pulse"))),
          m_range(context.number("range")),
          m_degreesPerSecond(60 / context.number("speed")),
          m_from(context.number("start")),
          m_target(m_from),
          m_probe(m_wire, [this](const WireEvent& event) { hear(event); })
    {}

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"angle", angle()});
        view.values.push_back({"target", m_target});
        view.values.push_back({"range", m_range});
        view.values.push_back({"pulse", isDriven() ? m_microseconds : 0});
        view.values.push_back({"driven", isDriven() ? 1.0 : 0.0});
    }

private:
    double angle() const
    {
        const double way = m_degreesPerSecond * seconds(now() - m_since);
        return m_target > m_from ? std::min(m_target, m_from + way) : std::max(m_target, m_from - way);
    }

    bool isDriven() const
    {
        if (const auto& signal = m_wire.signal())
            return signal->frequency >= lowestFrequency && m_microseconds > 0;
        return m_lastPulseEnd && now() - *m_lastPulseEnd < silence;
    }

    void hear(const WireEvent& event)
    {
        if (event.kind == WireEvent::Kind::Duty) {
            // A train of pulses that ends has just ended; the servo goes on for a moment.
            m_lastPulseEnd = event.when;
            m_rise.reset();
            if (event.signal && event.signal->frequency >= lowestFrequency)
                pulse(time::Duration{std::llround(event.signal->duty / event.signal->frequency * 1e9)});
        }
        if (event.kind != WireEvent::Kind::Edge)
            return;
        if (event.level) {
            m_rise = event.when;
        } else if (m_rise) {
            m_lastPulseEnd = event.when;
            pulse(event.when - *m_rise);
            m_rise.reset();
        }
    }

    void pulse(time::Duration length)
    {
        if (length < shortestPulse || length > longestPulse)
            return;
        m_from = angle();
        m_since = now();
        m_microseconds = seconds(length) * 1e6;
        const double share = (m_microseconds - m_firstPulse) / (m_lastPulse - m_firstPulse);
        m_target = std::clamp(share, 0.0, 1.0) * m_range;
    }

    Wire& m_wire;
    double m_firstPulse;  // microseconds
    double m_lastPulse;
    double m_range;       // degrees
    double m_degreesPerSecond;
    double m_from;
    double m_target;
    double m_microseconds = 0;
    time::VirtualTime m_since{};
    std::optional<time::VirtualTime> m_rise;
    std::optional<time::VirtualTime> m_lastPulseEnd;
    peripherals::WireProbe m_probe;
};

}  // namespace

PartModel servoModel()
{
    PartModel model;
    model.description = {
        .model = "servo",
        .title = "Servo",
        .source = "TowerPro SG90 data sheet",
        .pins = {{"signal", "Signal"}},
        .controls = {},
        .notModelled = {"torque and load", "dead band", "the current it takes", "pulses that a bus makes"},
    };
    model.numbers = {{"minimum pulse", "Pulse at 0°", "µs", 200, 2000, 500},
                     {"maximum pulse", "Pulse at full angle", "µs", 500, 3500, 2500},
                     {"range", "Full angle", "°", 10, 360, 180},
                     {"speed", "Time for 60°", "s", 0.01, 5, 0.1},
                     {"start", "Angle at power on", "°", 0, 360, 90}};
    model.width = 120;
    model.height = 120;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Servo>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
