// SPDX-License-Identifier: MIT
// Photoresistor: a cadmium sulphide cell from the high rail to the signal wire, a fixed resistor from there to the low rail: more light,
// more voltage. NORP12 data sheet (RS 232-3816, March 1997): 9 kΩ at 10 lux, 400 Ω at 1000 lux, 1 MΩ in the dark, rise 18 ms and fall
// 120 ms at 10 lux. Between the two points the resistance follows a power law: R = 9 kΩ · (lux / 10)^-γ, γ = lg(9000 / 400) / 2 = 0.676.

#include <algorithm>

#include "base/exact_math.h"
#include "environment/sensed_quantity.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

constexpr double darkOhms = 1e6;
constexpr double referenceLux = 10;
constexpr time::Duration rise{18'000'000};
constexpr time::Duration fall{120'000'000};
constexpr time::Duration noiseStep{1'000'000};

class Photoresistor final : public Part, private peripherals::AnalogSource {
public:
    Photoresistor(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_high(context.wire("high")),
          m_low(context.wire("low")),
          m_referenceOhms(context.number("resistance at 10 lux")),
          m_gamma(context.number("gamma")),
          m_fixedOhms(context.number("fixed resistor")),
          m_signal(context.wire("signal")),
          m_lux(context.senses, quantity::light,
                {.timeConstant = rise,
                 .fallingTimeConstant = fall,
                 .noiseStep = noiseStep,
                 .noiseShare = context.number("noise") / 100},
                [this] { m_signal.changed(); })
    {
        m_signal.follow(*this);
    }

protected:
    double actual(const ControlDescription&) const override { return m_lux.element(now()); }

    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        const auto& sample = m_signal.wire().lastSample();
        const double span = m_high.millivolts() - m_low.millivolts();
        if (!sample || span == 0)
            return std::nullopt;
        const double share = std::clamp((sample->millivolts - m_low.millivolts()) / span, 1e-6, 1 - 1e-6);
        const double ohms = m_fixedOhms * (1 / share - 1);
        return std::clamp(referenceLux * power(ohms / m_referenceOhms, -1 / m_gamma), control.minimum, control.maximum);
    }

    void show(PartView& view) const override
    {
        view.values.push_back({"light", m_lux.element(now())});
        view.values.push_back({"resistance", ohmsAt(m_lux.element(now()))});
    }

private:
    double ohmsAt(double lux) const
    {
        if (lux <= 0)
            return darkOhms;
        return std::min(darkOhms, m_referenceOhms * power(lux / referenceLux, -m_gamma));
    }

    peripherals::Thevenin output(time::VirtualTime when) const override
    {
        const double ohms = ohmsAt(m_lux.at(when));
        const double low = m_low.millivolts();
        const double share = m_fixedOhms / (ohms + m_fixedOhms);
        return {low + (m_high.millivolts() - low) * share, ohms * share};
    }

    time::VirtualTime settled() const override { return m_lux.settled(); }

    peripherals::Wire& m_high;
    peripherals::Wire& m_low;
    double m_referenceOhms;
    double m_gamma;
    double m_fixedOhms;
    peripherals::WireDriver m_signal;
    environment::SensedQuantity m_lux;
};

}  // namespace

PartModel photoresistorModel()
{
    PartModel model;
    model.description = {
        .model = "photoresistor",
        .title = "Light sensor (photoresistor)",
        .source = "NORP12 (RS 232-3816)",
        .pins = {{"signal", "Signal", PinRole::Output},
                 {"high", "Cell's end", PinRole::Rail, "3V3"},
                 {"low", "Fixed resistor's end", PinRole::Rail, "GND"}},
        .controls = {quantityControl(quantity::light, 0, 1000)},
        .notModelled = {"spectral response", "light memory", "temperature coefficient",
                        "response times that depend on the light level"},
    };
    model.numbers = {{"resistance at 10 lux", "Cell at 10 lux", "Ω", 100, 1e6, 9000},
                     {"gamma", "Slope of the power law", "", 0.1, 2, 0.676},
                     {"fixed resistor", "Fixed resistor", "Ω", 10, 1e7, 2200},
                     {"noise", "Noise of the light", "%", 0, 50, 0.3}};
    model.width = 12;
    model.height = 12;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Photoresistor>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
