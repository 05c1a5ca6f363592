// SPDX-License-Identifier: MIT
#pragma once
// Which glass a character display has: the parameters that all parts with an Hd44780 (hd44780.h) take from a profile.

#include <cstdlib>

#include "parts/hd44780.h"
#include "parts/part_model.h"

namespace coroboard::parts {

inline void describeLcdGlass(PartModel& model)
{
    model.words = {{"size", "Columns and rows", "16x2", WordParameter::Kind::Choice, {"16x2", "20x4", "16x4", "20x2", "8x2"}},
                   {"colour", "Colour of the light", "green", WordParameter::Kind::Choice, {"green", "blue", "white"}}};
    model.width = 320;
    model.height = 144;
}

inline LcdGlass lcdGlassOf(const PartContext& context)
{
    const std::string& size = context.word("size");
    return {std::atoi(size.c_str()), std::atoi(size.c_str() + size.find('x') + 1), context.word("colour")};
}

}  // namespace coroboard::parts
