// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What keys and pasted text send to the board.

#include <QByteArray>
#include <QKeyEvent>
#include <QString>

namespace coroboard::gui {

// Empty for keys that send nothing.
QByteArray bytesOfKey(const QKeyEvent& event);

// Whether a Ctrl key belongs to the board's line editor even where it is a shortcut of the window.
bool belongsToBoard(const QKeyEvent& event);

// Whether the board waits for a statement, with nothing typed yet: then several lines go through MicroPython's paste mode, which neither
// indents nor runs them one by one. Control characters in the text are left out.
enum class Prompt { Empty, Other };
QByteArray bytesOfPaste(QString text, Prompt prompt);

}  // namespace coroboard::gui
