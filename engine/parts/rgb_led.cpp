// SPDX-License-Identifier: MIT
// RGB LED: three diodes in one body with a common cathode, or a common anode when `common` is on the supply.
// Forward voltages: Kingbright WP154A4SUREQBFZGC data sheet (red 1.9 V, green 3.2 V, blue 3.2 V at 20 mA), lower at a few mA.

#include "parts/diode.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

class RgbLed final : public Part {
public:
    RgbLed(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_red(context.timeline, anode(context, "red"), cathode(context, "red"), settings(context, 1800)),
          m_green(context.timeline, anode(context, "green"), cathode(context, "green"), settings(context, 2700)),
          m_blue(context.timeline, anode(context, "blue"), cathode(context, "blue"), settings(context, 2700))
    {}

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"red", m_red.brightness()});
        view.values.push_back({"green", m_green.brightness()});
        view.values.push_back({"blue", m_blue.brightness()});
        view.values.push_back({"red glow", m_red.glow()});
        view.values.push_back({"green glow", m_green.glow()});
        view.values.push_back({"blue glow", m_blue.glow()});
    }

private:
    static bool commonIsAnode(const PartContext& context) { return context.wire("common").millivolts() > 0; }
    static peripherals::Wire& anode(const PartContext& context, const char* colour)
    {
        return context.wire(commonIsAnode(context) ? "common" : colour);
    }
    static peripherals::Wire& cathode(const PartContext& context, const char* colour)
    {
        return context.wire(commonIsAnode(context) ? colour : "common");
    }
    static DiodeSettings settings(const PartContext& context, double forwardMillivolts)
    {
        return {forwardMillivolts, context.number("resistance"), context.supplyMillivolts};
    }

    Diode m_red;
    Diode m_green;
    Diode m_blue;
};

}  // namespace

PartModel rgb_ledModel()
{
    PartModel model;
    model.description = {
        .model = "rgb_led",
        .title = "RGB LED",
        .source = "Kingbright WP154A4SUREQBFZGC (5 mm, four leads)",
        .pins = {{"red", "Red"}, {"green", "Green"}, {"blue", "Blue"}, {"common", "Common", PinRole::Rail, "GND"}},
        .controls = {},
        .notModelled = {"the load it puts on its wires", "forward voltage changing with current and temperature"},
    };
    model.numbers = {{"resistance", "Series resistors", "Ω", 0, 100'000, 220}};
    model.width = 14;
    model.height = 14;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<RgbLed>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
