// SPDX-License-Identifier: MIT
// LED matrix: 25 LEDs in five rows and five columns, lit where a row is high and a column is low, as on the well-known classroom board
// (schematic of the BBC micro:bit 2: rows through their drivers, columns through 220 Ω). A program lights one row after the other so fast that an
// eye sees them all.

#include "parts/led_array.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

constexpr int side = 5;
constexpr double gain = 3;  // each row is on a fifth of the time

std::string pinName(const char* kind, int number)
{
    return kind + std::to_string(number + 1);
}

class LedMatrix final : public Part {
public:
    LedMatrix(const PartModel& model, const PartContext& context) : Part(model, context), m_lights(side, gain)
    {
        const DiodeSettings settings{context.number("forward voltage") * 1000, context.number("resistance"), context.supplyMillivolts};
        for (int row = 0; row < side; ++row)
            for (int column = 0; column < side; ++column)
                m_lights.add(context.timeline, context.wire(pinName("row", row)), context.wire(pinName("col", column)), settings,
                             context.word("colour"));
    }

protected:
    void show(PartView& view) const override { view.pixels = m_lights.frame(); }

private:
    LedArray m_lights;
};

}  // namespace

PartModel led_matrixModel()
{
    PartModel model;
    model.description = {
        .model = "led_matrix",
        .title = "LED matrix 5 × 5",
        .source = "BBC micro:bit V2 schematic (display)",
        .pins = {},
        .controls = {},
        .notModelled = {"the current a row shares among its LEDs", "ghosts of slow drivers", "measuring light with the LEDs"},
    };
    for (int row = 0; row < side; ++row)
        model.description.pins.push_back({pinName("row", row), "Row " + std::to_string(row + 1)});
    for (int column = 0; column < side; ++column)
        model.description.pins.push_back({pinName("col", column), "Column " + std::to_string(column + 1)});
    model.numbers = {{"forward voltage", "Forward voltage", "V", 0.5, 5, 1.8}, {"resistance", "Series resistors", "Ω", 0, 100'000, 220}};
    model.words = {{"colour", "Colour", "#ff3520", WordParameter::Kind::Colour, {}}};
    model.width = 120;
    model.height = 120;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<LedMatrix>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
