// SPDX-License-Identifier: MIT
// Thermistor: a fixed resistor from the high rail to the signal wire, an NTC thermistor from there to the low rail: warmer, less voltage.
// Resistance by the Beta equation R = R25 · exp(B · (1/T - 1/298.15 K)) with R25 = 10 kΩ and B = 3950 K; thermal time constant in still
// air at most 12 s, -40 °C to 250 °C (AMWEI AMF58-103F3950 data sheet, whose table the equation meets within 6 % from -10 °C to 85 °C).

#include <algorithm>

#include "base/exact_math.h"
#include "environment/sensed_quantity.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

constexpr double zeroCelsius = 273.15;
constexpr double referenceKelvin = 298.15;
constexpr time::Duration noiseStep{10'000'000};

class Thermistor final : public Part, private peripherals::AnalogSource {
public:
    Thermistor(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_high(context.wire("high")),
          m_low(context.wire("low")),
          m_referenceOhms(context.number("resistance at 25 °C")),
          m_beta(context.number("beta")),
          m_fixedOhms(context.number("fixed resistor")),
          m_signal(context.wire("signal")),
          m_celsius(context.senses, quantity::temperature,
                    {.timeConstant = time::Duration{static_cast<std::int64_t>(context.number("time constant") * 1e9)},
                     .noise = context.number("noise"),
                     .noiseStep = noiseStep},
                    [this] { m_signal.changed(); })
    {
        m_signal.follow(*this);
    }

protected:
    double actual(const ControlDescription&) const override { return m_celsius.element(now()); }

    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        const auto& sample = m_signal.wire().lastSample();
        const double span = m_high.millivolts() - m_low.millivolts();
        if (!sample || span == 0)
            return std::nullopt;
        const double share = std::clamp((sample->millivolts - m_low.millivolts()) / span, 1e-6, 1 - 1e-6);
        const double ohms = m_fixedOhms * share / (1 - share);
        const double kelvin = 1 / (1 / referenceKelvin + logarithm(ohms / m_referenceOhms) / m_beta);
        return std::clamp(kelvin - zeroCelsius, control.minimum, control.maximum);
    }

    void show(PartView& view) const override
    {
        view.values.push_back({"temperature", m_celsius.element(now())});
        view.values.push_back({"resistance", ohmsAt(m_celsius.element(now()))});
    }

private:
    double ohmsAt(double celsius) const
    {
        return m_referenceOhms * exponential(m_beta * (1 / (celsius + zeroCelsius) - 1 / referenceKelvin));
    }

    peripherals::Thevenin output(time::VirtualTime when) const override
    {
        const double ohms = ohmsAt(m_celsius.at(when));
        const double low = m_low.millivolts();
        const double share = ohms / (ohms + m_fixedOhms);
        return {low + (m_high.millivolts() - low) * share, m_fixedOhms * share};
    }

    time::VirtualTime settled() const override { return m_celsius.settled(); }

    peripherals::Wire& m_high;
    peripherals::Wire& m_low;
    double m_referenceOhms;
    double m_beta;
    double m_fixedOhms;
    peripherals::WireDriver m_signal;
    environment::SensedQuantity m_celsius;
};

}  // namespace

PartModel thermistorModel()
{
    PartModel model;
    model.description = {
        .model = "thermistor",
        .title = "Temperature sensor (NTC thermistor)",
        .source = "AMWEI AMF58-103F3950 (10 kΩ, B 3950)",
        .pins = {{"signal", "Signal", PinRole::Output},
                 {"high", "Fixed resistor's end", PinRole::Rail, "3V3"},
                 {"low", "Thermistor's end", PinRole::Rail, "GND"}},
        .controls = {quantityControl(quantity::temperature, -40, 125)},
        .notModelled = {"self-heating", "tolerance of R25 and B"},
    };
    model.numbers = {{"resistance at 25 °C", "Thermistor at 25 °C", "Ω", 100, 1e6, 10'000},
                     {"beta", "B constant", "K", 1000, 6000, 3950},
                     {"fixed resistor", "Fixed resistor", "Ω", 10, 1e7, 10'000},
                     {"time constant", "Thermal time constant", "s", 0, 600, 4},
                     {"noise", "Noise of the air", "°C", 0, 5, 0.02}};
    model.width = 12;
    model.height = 12;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Thermistor>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
