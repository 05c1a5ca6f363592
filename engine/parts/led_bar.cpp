// SPDX-License-Identifier: MIT
// LED bar: ten LEDs in a row, each with its own anode and a resistor, with a common cathode, or a common anode when `common` is on the supply
// (Kingbright DC-10EWA data sheet, in the usual mix of colours).

#include <array>

#include "parts/led_array.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

constexpr int count = 10;

struct Ink {
    const char* colour;
    double forwardMillivolts;
};
constexpr Ink red{"#ff3b30", 1900};
constexpr Ink yellow{"#ffc400", 2000};
constexpr Ink green{"#34d058", 2100};
constexpr Ink blue{"#3b82ff", 2800};

Ink inkOf(const std::string& colours, int place)
{
    if (colours == "red")
        return red;
    if (colours == "green")
        return green;
    if (colours == "blue")
        return blue;
    return place < 6 ? green : place < 8 ? yellow : red;
}

std::string pinName(int place)
{
    return "led" + std::to_string(place + 1);
}

class LedBar final : public Part {
public:
    LedBar(const PartModel& model, const PartContext& context) : Part(model, context), m_lights(count)
    {
        peripherals::Wire& common = context.wire("common");
        const bool commonIsAnode = common.millivolts() > 0;
        for (int place = 0; place < count; ++place) {
            peripherals::Wire& own = context.wire(pinName(place));
            const Ink ink = inkOf(context.word("colours"), place);
            m_lights.add(context.timeline, commonIsAnode ? common : own, commonIsAnode ? own : common,
                         {ink.forwardMillivolts, context.number("resistance"), context.supplyMillivolts}, ink.colour);
        }
    }

protected:
    void show(PartView& view) const override { view.pixels = m_lights.frame(); }

private:
    LedArray m_lights;
};

}  // namespace

PartModel led_barModel()
{
    PartModel model;
    model.description = {
        .model = "led_bar",
        .title = "LED bar (10 LEDs)",
        .source = "Kingbright DC-10EWA data sheet",
        .pins = {},
        .controls = {},
        .notModelled = {"the load it puts on its wires"},
    };
    for (int place = 0; place < count; ++place)
        model.description.pins.push_back({pinName(place), "LED " + std::to_string(place + 1), PinRole::Load, "NC"});
    model.description.pins.push_back({"common", "Common", PinRole::Rail, "GND"});
    model.numbers = {{"resistance", "Series resistors", "Ω", 0, 100'000, 330}};
    model.words = {{"colours", "Colours", "green-yellow-red", WordParameter::Kind::Choice, {"green-yellow-red", "red", "green", "blue"}}};
    model.width = 200;
    model.height = 80;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<LedBar>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
