// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/board_place.h"

#include <QRegularExpression>

namespace coroboard::gui {

QString withoutSlash(QString file)
{
    while (file.startsWith(QLatin1Char('/'))) file.remove(0, 1);
    return file;
}

std::optional<PrintedPlace> placeIn(const QString& printedLine)
{
    static const QRegularExpression words(QStringLiteral("File \"([^\"<>]+)\", line (\\d+)"));
    if (!printedLine.contains(QStringLiteral("File \""))) return std::nullopt;
    const QRegularExpressionMatch found = words.match(printedLine);
    if (!found.hasMatch()) return std::nullopt;
    return PrintedPlace{{withoutSlash(found.captured(1)), found.captured(2).toInt()}, static_cast<int>(found.capturedStart()),
                        static_cast<int>(found.capturedEnd())};
}

}  // namespace coroboard::gui
