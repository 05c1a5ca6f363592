// SPDX-License-Identifier: GPL-3.0-or-later
// ConsoleView: places in tracebacks, which a click goes to.
#include <QMouseEvent>
#include <QPainter>

#include "console/console_view.h"
#include "editor/board_place.h"
#include "theme/theme.h"

namespace coroboard::gui {

std::optional<BoardPlace> ConsoleView::printedPlaceAt(const QPoint& point) const
{
    const TextPlace at = placeAt(point);
    if (at.line < m_text.first() || at.line - m_text.first() >= m_text.count()) return std::nullopt;
    const auto printed = placeIn(m_text.text(static_cast<std::size_t>(at.line - m_text.first())));
    const auto column = static_cast<int>(at.column);
    return printed && column >= printed->from && column < printed->to ? std::optional(printed->place) : std::nullopt;
}

// As a link: one sees that it goes somewhere.
void ConsoleView::paintPlace(QPainter& painter, VisualRow row, double y) const
{
    const auto printed = placeIn(m_text.text(row.line));
    if (!printed) return;
    const auto first = std::max(row.from, static_cast<std::size_t>(printed->from));
    const auto last = std::min(row.from + m_columns, static_cast<std::size_t>(printed->to));
    if (first >= last) return;
    const double left = spacing::normal + static_cast<double>(first - row.from) * m_cellWidth;
    QPen pen(coloursFor(palette()).accent);
    pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    const double base = y + m_cellHeight - 2;
    painter.drawLine(QPointF(left, base), QPointF(left + static_cast<double>(last - first) * m_cellWidth, base));
}

void ConsoleView::showPointer(const QPoint& point)
{
    viewport()->setCursor(printedPlaceAt(point) ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

}  // namespace coroboard::gui
