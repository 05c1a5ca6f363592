// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pads: where the pins of a part and the wires from them to the board are drawn. A profile says where a part is, not
// where its pins are: they stand in a row below it, or below and above it when there are many. Plain geometry, in the picture's units.

#include <QPainterPath>
#include <QPointF>
#include <optional>
#include <vector>

#include "board/board_profile.h"
#include "parts/part_view.h"

namespace coroboard::gui {

struct Pad {
    std::string part;
    parts::PinDescription pin;
    std::string wire;                        // what it is on; empty: nothing
    QPointF place;
    QPointF outward;                         // the direction away from the part, of length one
    double radius = 4;
};

// The pads of every part, in the order of the profile. Unknown models have none.
std::vector<Pad> padsOf(const board::BoardProfile& profile);

// A wire from a pad to a pin of the board: square, with round corners; `lane` tells wires apart that would lie on each other.
// It comes to the pin across the row the pin stands in, so that it does not cover the pin's neighbours.
QPainterPath wireBetween(const Pad& pad, const board::PinProfile& pin, const board::BoardProfile& profile, int lane);
// Between two pads on one net.
QPainterPath wireBetween(const Pad& from, const Pad& to, int lane);

}  // namespace coroboard::gui
