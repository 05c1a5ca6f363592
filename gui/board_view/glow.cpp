// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/glow.h"

#include <QPainter>
#include <QPixmapCache>
#include <QRadialGradient>

namespace coroboard::gui {

QPixmap glowPixmap(const QColor& colour)
{
    constexpr int size = 192;
    const QString key = QStringLiteral("glow/") + colour.name();
    QPixmap result;
    if (QPixmapCache::find(key, &result)) return result;
    result = QPixmap(size, size);
    result.fill(Qt::transparent);
    QRadialGradient gradient(size / 2.0, size / 2.0, size / 2.0);
    const auto stop = [&](double at, double strength) {
        QColor shade = colour;
        shade.setAlphaF(strength);
        gradient.setColorAt(at, shade);
    };
    stop(0.00, 0.85);
    stop(0.16, 0.62);
    stop(0.32, 0.30);
    stop(0.52, 0.12);
    stop(0.75, 0.035);
    stop(1.00, 0.0);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(result.rect(), gradient);
    painter.end();
    QPixmapCache::insert(key, result);
    return result;
}

}  // namespace coroboard::gui
