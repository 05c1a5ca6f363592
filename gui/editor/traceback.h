// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What MicroPython prints when a program dies, as a mark at a line.

#include <QString>

#include "editor/board_place.h"
#include "editor/code_editor.h"

namespace coroboard::gui {

// The innermost line of the given file in a traceback, and what went wrong. line 0: the traceback does not name the file.
ErrorMark failureIn(const QString& traceback, const QString& file);

}  // namespace coroboard::gui
