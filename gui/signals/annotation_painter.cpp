// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/annotation_painter.h"

#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

using trace::decode::Annotation;
using trace::decode::Reading;

constexpr double leastBox = 4;               // pixels; narrower ones become a block
constexpr double textMargin = 3;

QColor mixed(const QColor& colour, const QColor& ground, double share)
{
    const auto mix = [&](int a, int b) { return static_cast<int>(a * share + b * (1 - share)); };
    return {mix(colour.red(), ground.red()), mix(colour.green(), ground.green()), mix(colour.blue(), ground.blue())};
}

QString fitting(const Annotation& annotation, const QFontMetricsF& metrics, double room)
{
    for (const std::string& text : {longText(annotation), shortText(annotation)})
        if (const QString words = QString::fromStdString(text); metrics.horizontalAdvance(words) <= room) return words;
    return {};
}

void paintBox(QPainter& painter, const QRectF& box, const QRectF& seen, const Annotation& annotation, const QColor& colour, const Colours& c)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(mixed(colour, c.surface, 0.22));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double margin = std::min(textMargin, seen.width() / 8);
    QRectF room = seen.adjusted(margin, 0, -margin, 0);
    if (annotation.reading == Reading::Pixel && room.width() >= 12) {
        const QRectF swatch(room.left(), room.center().y() - 5, 10, 10);
        painter.setPen(c.border);
        painter.setBrush(QColor::fromRgb(static_cast<QRgb>(annotation.value & 0xffffff) | 0xff000000));
        painter.drawRect(swatch);
        room.setLeft(swatch.right() + textMargin);
    }
    painter.setPen(c.text);
    painter.drawText(room, Qt::AlignCenter, fitting(annotation, QFontMetricsF(painter.font()), room.width()));
}

}  // namespace

void paintAnnotations(QPainter& painter, const QRectF& area, const TimeAxis& axis, const trace::decode::DecodeRun& run, std::size_t row,
                      const QColor& colour, const Colours& colours)
{
    const auto to = axis.timeAt(axis.width());
    auto rest = run.within(row, axis.timeAt(0), to);
    while (!rest.empty()) {
        const Annotation& annotation = rest.front();
        const double from = axis.x(nanoseconds(annotation.from));
        const double width = std::max(axis.x(nanoseconds(annotation.to)) - from, 1.0);
        const QColor own = isTrouble(annotation.reading) ? colours.failed : colour;
        if (width >= leastBox) {
            const QRectF box(std::max(from, -20.0), area.top(), std::min(from + width, axis.width() + 20.0) - std::max(from, -20.0), area.height());
            paintBox(painter, box, box.intersected(QRectF(0, area.top(), axis.width(), area.height())), annotation, own, colours);
            rest = rest.subspan(1);
            continue;
        }
        // On to the first that ends in a later column.
        const double column = std::floor(from);
        painter.fillRect(QRectF(column, area.top() + 1, std::max(1.0, std::ceil(width)), area.height() - 2), mixed(own, colours.surface, 0.6));
        const auto next = std::upper_bound(rest.begin() + 1, rest.end(), axis.timeAt(column + 1),
                                           [](time::VirtualTime when, const Annotation& each) { return when < each.to; });
        rest = rest.subspan(static_cast<std::size_t>(next - rest.begin()));
    }
}

}  // namespace coroboard::gui
