// SPDX-License-Identifier: MIT
// ST7789: colour TFT on SPI (Sitronix ST7789VW data sheet 1.0). The chip is tft_panel.h, its bus tft_part.h. Its glasses are smaller than its
// memory and lie somewhere in it; they are of the kind that is dark without a voltage, so that right colours need the command INVON.

#include <array>
#include <string_view>

#include "base/ensure.h"
#include "parts/tft_part.h"

namespace coroboard::parts {

namespace {

struct Size {
    std::string_view name;
    TftGlass glass;
};

constexpr std::array sizes = {
    Size{"240x240", {.width = 240, .height = 240}},
    Size{"240x320", {.width = 240, .height = 320}},
    Size{"135x240", {.width = 135, .height = 240, .firstColumn = 52, .firstRow = 40}},
    Size{"240x280", {.width = 240, .height = 280, .firstRow = 20}},
    Size{"170x320", {.width = 170, .height = 320, .firstColumn = 35}},
    Size{"172x320", {.width = 172, .height = 320, .firstColumn = 34}},
};

TftGlass glassNamed(std::string_view name)
{
    for (const Size& size : sizes)
        if (size.name == name) {
            TftGlass glass = size.glass;
            glass.inverted = true;
            return glass;
        }
    ENSURE(false, "the profile was checked against the sizes");
    return {};
}

}  // namespace

PartModel st7789Model()
{
    PartModel model = tftModel("st7789", "Colour display (ST7789)", "Sitronix ST7789VW data sheet 1.0");
    WordParameter size{"size", "Size in pixels", "240x240", WordParameter::Kind::Choice, {}};
    for (const Size& each : sizes)
        size.choices.emplace_back(each.name);
    model.words = {size};
    model.width = 240;
    model.height = 270;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<TftOnSpi>(self, context, glassNamed(context.word("size")),
                                          TftIdentity{{0x85, 0x85, 0x52}, {}, false});
    };
    return model;
}

}  // namespace coroboard::parts
