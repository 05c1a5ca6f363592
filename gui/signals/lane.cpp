// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/lane.h"

#include <array>

namespace coroboard::gui {

namespace {

struct Shades {
    QRgb light;
    QRgb dark;
};

constexpr std::array<Shades, laneColours> shades{{
    {0xff0b7a75, 0xff35c2b4},                // teal
    {0xff7a3e9d, 0xffc79bea},                // violet
    {0xffb05a00, 0xffe8a657},                // ochre
    {0xff2a63bd, 0xff82b4ff},                // blue
    {0xffa8326b, 0xfff08bb8},                // rose
    {0xff4b7a14, 0xff9fd06a},                // moss
    {0xff8a4b2d, 0xffd8a184},                // clay
    {0xff4a5568, 0xffb4c0d2},                // slate
}};

}  // namespace

QColor laneColour(int number, Brightness brightness)
{
    const Shades& shade = shades[static_cast<std::size_t>(((number % laneColours) + laneColours) % laneColours)];
    return QColor::fromRgb(brightness == Brightness::Dark ? shade.dark : shade.light);
}

}  // namespace coroboard::gui
