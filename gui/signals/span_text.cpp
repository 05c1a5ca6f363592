// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/span_text.h"

#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

const QString minus = QStringLiteral("\u2212");

QString number(double value, int decimals)
{
    const QString digits = QString::number(std::abs(value), 'f', std::clamp(decimals, 0, 9));
    return value < 0 ? minus + digits : digits;
}

// So many significant digits.
QString significant(double value, int digits)
{
    const double size = std::abs(value);
    const int whole = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    return number(value, digits - whole);
}

struct Unit {
    double size;
    const char* name;
};

Unit timeUnit(double nanoseconds)
{
    const double size = std::abs(nanoseconds);
    if (size < 1e3) return {1, "ns"};
    if (size < 1e6) return {1e3, "µs"};
    if (size < 1e9) return {1e6, "ms"};
    return {1e9, "s"};
}

}  // namespace

QString instantText(double nanoseconds, double step)
{
    if (nanoseconds == 0) return QStringLiteral("0");
    const Unit unit = timeUnit(nanoseconds);
    const int decimals = static_cast<int>(std::ceil(std::log10(unit.size / std::max(step, 1.0)) - 1e-9));
    return QStringLiteral("%1 %2").arg(number(nanoseconds / unit.size, decimals), QString::fromUtf8(unit.name));
}

QString spanText(double nanoseconds)
{
    const Unit unit = timeUnit(nanoseconds);
    const QString digits = unit.size == 1 ? number(nanoseconds, 0) : significant(nanoseconds / unit.size, 5);
    return QStringLiteral("%1 %2").arg(digits, QString::fromUtf8(unit.name));
}

QString frequencyText(double hertz)
{
    if (!std::isfinite(hertz) || hertz <= 0) return QStringLiteral("—");
    if (hertz < 1e3) return QStringLiteral("%1 Hz").arg(significant(hertz, 5));
    if (hertz < 1e6) return QStringLiteral("%1 kHz").arg(significant(hertz / 1e3, 5));
    return QStringLiteral("%1 MHz").arg(significant(hertz / 1e6, 5));
}

QString valueText(double value, const QString& unit)
{
    if (unit == QStringLiteral("mV") && std::abs(value) >= 1000) return QStringLiteral("%1 V").arg(significant(value / 1000, 4));
    const QString digits = significant(value, 4);
    return unit.isEmpty() ? digits : QStringLiteral("%1 %2").arg(digits, unit);
}

}  // namespace coroboard::gui
