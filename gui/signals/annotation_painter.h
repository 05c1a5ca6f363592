// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a decoder read, drawn along the time axis: a box with words where there is room, a block where there is none. The cost depends on the
// pixels, not on how much was read.

#include <QPainter>
#include <QRectF>

#include "signals/time_axis.h"
#include "theme/colours.h"
#include "trace/decode/decode_run.h"

namespace coroboard::gui {

void paintAnnotations(QPainter& painter, const QRectF& area, const TimeAxis& axis, const trace::decode::DecodeRun& run, std::size_t row,
                      const QColor& colour, const Colours& colours);

}  // namespace coroboard::gui
