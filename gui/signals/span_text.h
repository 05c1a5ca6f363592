// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Instants, spans and rates of a plot as people read them. A minus sign where there is one; units with a narrow space.

#include <QString>

namespace coroboard::gui {

// An instant on the ruler, no finer than the step of its marks: "1.500 s", "12.34 ms".
QString instantText(double nanoseconds, double step);

// A span to five digits: "850 ns", "12.400 µs", "−3.2500 ms", "1.5000 s".
QString spanText(double nanoseconds);

// "1.0000 kHz", "433.92 MHz"; "—" for nothing.
QString frequencyText(double hertz);

// A value with its unit to four digits: "1.650 V" for millivolts above a thousand, "21.50 °C".
QString valueText(double value, const QString& unit);

}  // namespace coroboard::gui
