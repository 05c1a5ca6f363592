// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The light around a glowing part, as a picture drawn once for each colour: gradients are too slow to compute in every frame.

#include <QColor>
#include <QPixmap>

namespace coroboard::gui {

// A square, brightest in the middle, black at the rim; to be added (CompositionMode_Plus) with an opacity.
QPixmap glowPixmap(const QColor& colour);

}  // namespace coroboard::gui
