// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/time_text.h"

#include <QLocale>
#include <cmath>

namespace coroboard::gui {

QString clockText(time::VirtualTime at)
{
    const qint64 milliseconds = at.time_since_epoch().count() / 1'000'000;
    const qint64 hours = milliseconds / 3'600'000;
    const qint64 minutes = milliseconds / 60'000 % 60;
    const QString tail = QStringLiteral("%1.%2")
                             .arg(milliseconds / 1000 % 60, 2, 10, QLatin1Char('0'))
                             .arg(milliseconds % 1000, 3, 10, QLatin1Char('0'));
    if (hours == 0) return QStringLiteral("%1:%2").arg(minutes).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(hours).arg(minutes, 2, 10, QLatin1Char('0')).arg(tail);
}

QString durationText(time::Duration duration)
{
    const double nanoseconds = static_cast<double>(duration.count());
    const auto scaled = [](double value, const QString& unit) {
        const int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return QStringLiteral("%1 %2").arg(value, 0, 'f', decimals).arg(unit);
    };
    if (nanoseconds < 1e3) return QStringLiteral("%1 ns").arg(duration.count());
    if (nanoseconds < 1e6) return scaled(nanoseconds / 1e3, QStringLiteral("µs"));
    if (nanoseconds < 1e9) return scaled(nanoseconds / 1e6, QStringLiteral("ms"));
    if (nanoseconds < 60e9) return scaled(nanoseconds / 1e9, QStringLiteral("s"));
    const qint64 seconds = duration.count() / 1'000'000'000;
    if (seconds < 3600) return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString factorText(double factor)
{
    if (!std::isfinite(factor) || factor <= 0) return QStringLiteral("—");
    if (factor < 9.995) return QStringLiteral("%1×").arg(factor, 0, 'f', 2);
    return QLocale(QLocale::English).toString(std::llround(factor)) + QStringLiteral("×");
}

}  // namespace coroboard::gui
