// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/traceback.h"

#include <QStringList>

namespace coroboard::gui {

ErrorMark failureIn(const QString& traceback, const QString& file)
{
    ErrorMark mark;
    const QStringList lines = traceback.trimmed().split(QLatin1Char('\n'));
    for (const QString& line : lines)
        if (const auto printed = placeIn(line); printed && printed->place.file == withoutSlash(file)) mark.line = printed->place.line;
    mark.message = lines.last().trimmed();
    return mark;
}

}  // namespace coroboard::gui
