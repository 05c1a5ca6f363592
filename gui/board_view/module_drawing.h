// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Drawings of sensors and chips on their modules: a small board with a row of pads, holes, a name in print, and what one recognises the
// part by. Drawn in a box around the origin; sharp at any size.

#include <QColor>
#include <QRectF>
#include <QString>
#include <string>

class QPainter;

namespace coroboard::gui {

// What lights up or moves on a module; what a model does not have is ignored.
struct ModuleState {
    bool active = false;                     // it sees a motion, holds a card, has a fix
};

// Draws a model's module; a model this file does not know is a board with a chip. Small, it is the bare chip, as it sits on a board's picture.
void paintModule(QPainter& painter, const QRectF& box, const std::string& model, const QString& label, const ModuleState& state = {});

// Only the board of a module, with the pads of its pins along the lower edge; gives the place above them.
QRectF paintModuleBoard(QPainter& painter, const QRectF& box, const QColor& colour, int pads);

// Text as it is printed on a board, made small enough for its place.
void paintPrint(QPainter& painter, const QRectF& place, const QString& text, const QColor& colour, double height);

}  // namespace coroboard::gui
