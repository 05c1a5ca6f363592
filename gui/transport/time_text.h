// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Virtual times, durations and rates as people read them.

#include <QString>

#include "time/virtual_time.h"

namespace coroboard::gui {

// "0:00.000", "12:34.567", "3:25:45.678"
QString clockText(time::VirtualTime at);

// "850 ns", "12.4 µs", "3.20 ms", "1.50 s", "4 min 10 s", "2 h 05 min"
QString durationText(time::Duration duration);

// "0.98×", "12×", "1,840×", "—" for nothing measured
QString factorText(double factor);

}  // namespace coroboard::gui
