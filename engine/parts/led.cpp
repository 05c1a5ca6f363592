// SPDX-License-Identifier: MIT
// LED: one light-emitting diode with an optional series resistor.
// Forward voltages by colour: Kingbright WP7113 series data sheets (red ID 2.0 V, green 2.2 V, blue 3.3 V at 20 mA; lower at a few mA).

#include "parts/diode.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

class Led final : public Part {
public:
    Led(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_diode(context.timeline, context.wire("anode"), context.wire("cathode"),
                  {context.number("forward voltage") * 1000, context.number("resistance"), context.supplyMillivolts})
    {}

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"brightness", m_diode.brightness()});
        view.values.push_back({"glow", m_diode.glow()});
        view.values.push_back({"current", m_diode.milliamperes()});
    }

private:
    Diode m_diode;
};

}  // namespace

PartModel ledModel()
{
    PartModel model;
    model.description = {
        .model = "led",
        .title = "LED",
        .source = "Kingbright WP7113 series (5 mm)",
        .pins = {{"anode", "Anode (+)"}, {"cathode", "Cathode (-)", PinRole::Load, "GND"}},
        .controls = {},
        .notModelled = {"the load it puts on its wire", "forward voltage changing with current and temperature",
                        "damage by too much current"},
    };
    model.numbers = {{"resistance", "Series resistor", "Ω", 0, 100'000, 330},
                     {"forward voltage", "Forward voltage", "V", 0.5, 5, 1.8}};
    model.words = {{"colour", "Colour", "#ff3b30", WordParameter::Kind::Colour, {}}};
    model.width = 12;
    model.height = 12;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Led>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
