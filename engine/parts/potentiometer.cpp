// SPDX-License-Identifier: MIT
// Potentiometer: a resistive track between two rails with a wiper. Bourns PTV09A data sheet: linear taper (B), 10 kΩ, 280° of turn,
// so 0 % and 100 % are 140° either side of the middle.

#include <algorithm>

#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

constexpr double wiperOhms = 20;
constexpr double turn = 280;  // degrees

class Potentiometer final : public Part {
public:
    Potentiometer(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_high(context.wire("high")),
          m_low(context.wire("low")),
          m_wiper(context.wire("wiper")),
          m_ohms(context.number("resistance"))
    {
        divide();
    }

protected:
    void controlMoved(const ControlDescription&, double) override { divide(); }

    std::optional<double> lastRead(const ControlDescription&) const override
    {
        const auto& sample = m_wiper.wire().lastSample();
        const double span = m_high.millivolts() - m_low.millivolts();
        if (!sample || span == 0)
            return std::nullopt;
        return std::clamp((sample->millivolts - m_low.millivolts()) / span, 0.0, 1.0) * 100;
    }

    void show(PartView& view) const override
    {
        view.values.push_back({"angle", (control("position") / 100 - 0.5) * turn});
    }

private:
    void divide()
    {
        const double share = control("position") / 100;
        const double low = m_low.millivolts();
        m_wiper.drive(low + share * (m_high.millivolts() - low), wiperOhms + share * (1 - share) * m_ohms);
    }

    peripherals::Wire& m_high;
    peripherals::Wire& m_low;
    peripherals::WireDriver m_wiper;
    double m_ohms;
};

}  // namespace

PartModel potentiometerModel()
{
    PartModel model;
    model.description = {
        .model = "potentiometer",
        .title = "Potentiometer",
        .source = "Bourns PTV09A, linear taper",
        .pins = {{"wiper", "Wiper", PinRole::Output},
                 {"high", "Clockwise end", PinRole::Rail, "3V3"},
                 {"low", "Counterclockwise end", PinRole::Rail, "GND"}},
        .controls = {{.id = "position",
                      .label = "Position",
                      .quantity = "",
                      .unit = "%",
                      .minimum = 0,
                      .maximum = 100,
                      .step = 0.5,
                      .initial = 50,
                      .kind = ControlKind::Slider}},
        .notModelled = {"wiper noise while turning", "tolerance of the taper"},
    };
    model.numbers = {{"resistance", "Track", "Ω", 100, 10'000'000, 10'000}};
    model.width = 24;
    model.height = 24;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Potentiometer>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
