// SPDX-License-Identifier: MIT
// ILI9341: colour TFT of 240 × 320 on SPI (Ilitek ILI9341 data sheet 1.11). The chip is tft_panel.h, its bus tft_part.h. On common modules
// the glass hangs mirrored and has its colours in the order blue, green, red: MADCTL 48h is upright with right colours. The touch
// screen of some modules is a part of its own, xpt2046.

#include "parts/tft_part.h"

namespace coroboard::parts {

PartModel ili9341Model()
{
    PartModel model = tftModel("ili9341", "Colour display (ILI9341)", "Ilitek ILI9341 data sheet 1.11");
    model.width = 240;
    model.height = 330;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        const TftGlass glass{.width = 240, .height = 320, .mirrored = true, .bgr = true};
        return std::make_unique<TftOnSpi>(self, context, glass, TftIdentity{{0x00, 0x00, 0x00}, {0x00, 0x00, 0x93, 0x41}, true});
    };
    return model;
}

}  // namespace coroboard::parts
