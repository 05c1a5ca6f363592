// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How lanes are drawn: each asks its recording a few questions a pixel column, so a frame costs the same for a hundred edges and for ten
// million. A column in which the level changes more than once is a filled block; a column with many values shows their least and greatest.

#include <QPainter>
#include <QRectF>

#include "signals/lane_data.h"
#include "signals/time_axis.h"

namespace coroboard::gui {

// The area spans the whole axis. What lies outside of what is known stays empty.
void paintWave(QPainter& painter, const QRectF& area, const TimeAxis& axis, const trace::DigitalWave& wave, const QColor& colour);

// The values that stand at the bottom and the top of an analog lane, in the unit shown.
struct ValueScale {
    double bottom = 0;
    double top = 1;
};
ValueScale scaleOf(const LaneValues& values);

void paintValues(QPainter& painter, const QRectF& area, const TimeAxis& axis, const LaneValues& values, const ValueScale& scale,
                 double until, const QColor& colour);

}  // namespace coroboard::gui
