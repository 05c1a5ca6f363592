// SPDX-License-Identifier: MIT
// Buzzer: a passive piezo sounder (Murata PKM13EPYH4000-A0 data sheet: 4 kHz resonance, driven by a square wave, 1 to 10 kHz usable). It sounds
// with the tone that is played on its wire, by PWM or by a program that toggles the pin.

#include <optional>

#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

constexpr double lowestTone = 20;  // hertz; slower clicks are not a tone
constexpr time::Duration slowestPeriod{50'000'000};

class Buzzer final : public Part {
public:
    Buzzer(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_wire(context.wire("signal")),
          m_probe(m_wire, [this](const peripherals::WireEvent& event) { hear(event); })
    {}

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"frequency", frequency()});
        view.values.push_back({"duty", frequency() > 0 ? m_wire.signal() ? m_wire.signal()->duty : 0.5 : 0});
        view.values.push_back({"sounding", frequency() > 0 ? 1.0 : 0.0});
    }

private:
    void hear(const peripherals::WireEvent& event)
    {
        if (event.kind == peripherals::WireEvent::Kind::Duty) {
            m_lastRise.reset();
            m_period.reset();
        }
        if (event.kind != peripherals::WireEvent::Kind::Edge || !event.level)
            return;
        if (m_lastRise)
            m_period = event.when - *m_lastRise;
        m_lastRise = event.when;
    }

    double frequency() const
    {
        if (const auto& signal = m_wire.signal())
            return signal->frequency >= lowestTone ? signal->frequency : 0;
        if (!m_period || *m_period > slowestPeriod || m_period->count() == 0 || now() - *m_lastRise > 2 * *m_period)
            return 0;
        return 1e9 / static_cast<double>(m_period->count());
    }

    peripherals::Wire& m_wire;
    peripherals::WireProbe m_probe;
    std::optional<time::VirtualTime> m_lastRise;
    std::optional<time::Duration> m_period;  // of a tone made by toggling
};

}  // namespace

PartModel buzzerModel()
{
    PartModel model;
    model.description = {
        .model = "buzzer",
        .title = "Buzzer (passive piezo)",
        .source = "Murata PKM13EPYH4000-A0",
        .pins = {{"signal", "Signal"}, {"ground", "Ground", PinRole::Rail, "GND"}},
        .controls = {},
        .notModelled = {"sound pressure over frequency", "the load it puts on its wire"},
    };
    model.width = 20;
    model.height = 20;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Buzzer>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
