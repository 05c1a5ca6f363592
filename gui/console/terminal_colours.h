// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The terminal's colours: the sixteen named ones as this theme shows them, and xterm's cube and greys.

#include <QColor>

#include "console/terminal_text.h"
#include "theme/colours.h"

namespace coroboard::gui {

QColor terminalColour(int number, Brightness brightness);

// What a look means on this ground; no background: an invalid colour.
struct TextColours {
    QColor front;
    QColor back;
};
TextColours coloursOf(const TextLook& look, Brightness brightness);

}  // namespace coroboard::gui
