// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The colours of the visual language that QPalette has no role for, one set for light and one for dark (gui/README.md shows them).
// A widget asks for the set that fits its own palette when it paints, so nothing has to be told that the theme changed.

#include <QColor>
#include <QPalette>

namespace coroboard::gui {

struct Colours {
    QColor window;         // behind everything
    QColor surface;        // what one reads and edits
    QColor raised;         // headers, tool bars, buttons
    QColor sunken;         // the ground the board lies on
    QColor border;
    QColor text;
    QColor muted;          // secondary text; still 4.5:1 on surface
    QColor faint;          // hints and rulers
    QColor accent;
    QColor onAccent;
    QColor selection;      // ground of selected text and rows
    QColor running;        // task states and messages
    QColor ready;
    QColor suspended;
    QColor finished;
    QColor failed;
    QColor cancelling;
    QColor warning;
    QColor codeKeyword;    // editor and console
    QColor codeAwait;
    QColor codeString;
    QColor codeNumber;
    QColor codeComment;
    QColor codeName;
    QColor codeBuiltin;
    QColor codeDecorator;
    QColor currentLine;
};

enum class Brightness { Light, Dark };

const Colours& colours(Brightness brightness);

Brightness brightnessOf(const QPalette& palette);

// The set that fits a palette.
inline const Colours& coloursFor(const QPalette& palette) { return colours(brightnessOf(palette)); }

QPalette paletteFor(Brightness brightness);

// The colour of a task state ("ready", "suspended" …, see TaskSnapshot).
QColor taskStateColour(const Colours& colours, const QString& state);

}  // namespace coroboard::gui
