// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/terminal_colours.h"

#include <utility>

namespace coroboard::gui {

QColor terminalColour(int number, Brightness brightness)
{
    // Readable on both grounds.
    static constexpr QRgb onLight[16] = {0xff1c2330, 0xffb3261e, 0xff2e7d32, 0xff9a6400, 0xff1f5fbf, 0xff7a3e9d, 0xff0b7a75, 0xff596375,
                                         0xff72808f, 0xffd93a32, 0xff3b9440, 0xffb97700, 0xff2f6fd0, 0xff9550bb, 0xff129990, 0xff8a93a3};
    static constexpr QRgb onDark[16] = {0xff6c7789, 0xffff6f69, 0xff7fcf86, 0xfff0b14a, 0xff6ea8ff, 0xffc79bea, 0xff4fd6c8, 0xffd5dae3,
                                        0xff98a1b0, 0xffff938e, 0xffa3d17a, 0xffffcf7a, 0xff9cc4ff, 0xffdcc0f5, 0xff86e8dd, 0xffffffff};
    if (number < 16) return QColor(brightness == Brightness::Dark ? onDark[number] : onLight[number]);
    if (number >= 232) return QColor::fromHsl(0, 0, 8 + (number - 232) * 10);
    const auto level = [](int step) { return step == 0 ? 0 : 55 + 40 * step; };
    const int cube = number - 16;
    return QColor(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

TextColours coloursOf(const TextLook& look, Brightness brightness)
{
    const Colours& theme = colours(brightness);
    QColor front = look.foreground >= 0 ? terminalColour(look.foreground, brightness) : theme.text;
    QColor back = look.background >= 0 ? terminalColour(look.background, brightness) : QColor();
    if (!look.inverse) return {front, back};
    return {back.isValid() ? back : theme.surface, front};
}

}  // namespace coroboard::gui
