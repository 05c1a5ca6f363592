// SPDX-License-Identifier: MIT
// Capacitive soil moisture probe (DFRobot SEN0193 v1.2 wiki): an analog voltage that falls with moisture, about 2.4 V in air and 1.2 V in
// water, whatever the supply.

#include <algorithm>

#include "environment/sensed_quantity.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr double outputOhms = 1000;

class SoilProbe final : public Part, private peripherals::AnalogSource {
public:
    SoilProbe(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_dry(context.number("dry") * 1000),
          m_wet(context.number("wet") * 1000),
          m_signal(context.wire("signal")),
          m_moisture(context.senses, quantity::soilMoisture, {.timeConstant = 800ms, .noise = 0.1}, [this] { m_signal.changed(); })
    {
        m_signal.follow(*this);
    }

protected:
    double actual(const ControlDescription&) const override { return m_moisture.element(now()); }
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        const auto& sample = m_signal.wire().lastSample();
        if (!sample)
            return std::nullopt;
        return std::clamp((m_dry - sample->millivolts) / (m_dry - m_wet) * 100, control.minimum, control.maximum);
    }
    void show(PartView& view) const override { view.values.push_back({"moisture", m_moisture.element(now())}); }

private:
    peripherals::Thevenin output(time::VirtualTime when) const override
    {
        return {m_dry + (m_wet - m_dry) * m_moisture.at(when) / 100, outputOhms};
    }
    time::VirtualTime settled() const override { return m_moisture.settled(); }

    double m_dry;
    double m_wet;
    peripherals::WireDriver m_signal;
    environment::SensedQuantity m_moisture;
};

}  // namespace

PartModel soil_probeModel()
{
    PartModel model;
    model.description = {
        .model = "soil_probe",
        .title = "Soil moisture probe (capacitive)",
        .source = "DFRobot SEN0193 v1.2",
        .pins = {{"signal", "Signal", PinRole::Output}},
        .controls = {quantityControl(quantity::soilMoisture)},
        .notModelled = {"the bend of its curve", "salt and temperature of the soil"},
    };
    model.numbers = {{"dry", "Voltage in air", "V", 0.1, 3.3, 2.4}, {"wet", "Voltage in water", "V", 0, 3.2, 1.2}};
    model.width = 16;
    model.height = 60;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<SoilProbe>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
