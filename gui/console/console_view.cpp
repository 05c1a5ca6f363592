// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console_view.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <utility>

#include "console/console_accessible.h"
#include "console/terminal_colours.h"
#include "theme/theme.h"

namespace coroboard::gui {

ConsoleView::ConsoleView(QWidget* parent) : QAbstractScrollArea(parent)
{
    ConsoleAccessible::install();
    setAccessibleName(tr("Console"));
    setAttribute(Qt::WA_InputMethodEnabled);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    m_dragging.setInterval(40);
    connect(&m_dragging, &QTimer::timeout, this, [this] {
        const QPoint at = viewport()->mapFromGlobal(QCursor::pos());
        if (at.y() < 0) verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        else if (at.y() > viewport()->height()) verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        if (m_anchor) select(*m_anchor, placeAt(at));
    });
    measure();
}

void ConsoleView::write(const QByteArray& bytes)
{
    const bool follow = isAtEnd();
    const std::uint64_t first = m_text.first();
    const TextPlace cursor{first + m_text.row(), m_text.column()};
    m_text.write(bytes);
    layOut();
    if (follow) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    // What one reads stays where it is while lines above it are forgotten.
    else if (m_text.first() != first) verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(m_text.first() - first));
    viewport()->update();
    ConsoleAccessible::announce(*this, cursor);
}

void ConsoleView::remark(const QString& text, Tone tone)
{
    const char* look = tone == Tone::Error ? "\x1b[31m" : tone == Tone::Warning ? "\x1b[33m" : "\x1b[90m";
    const char* newline = m_text.column() == 0 ? "" : "\r\n";
    QByteArray lines = text.trimmed().toUtf8();
    lines.replace("\n", "\r\n");
    write(QByteArray(newline) + look + lines + "\x1b[0m\r\n");
}

void ConsoleView::setDropped(quint64 bytes)
{
    const bool burst = bytes > std::exchange(m_dropped, bytes);
    if (bytes < m_droppedSaid) m_droppedSaid = 0;
    if (burst || bytes == m_droppedSaid) return;
    remark(tr("… %1 bytes were too many to show").arg(QLocale().toString(bytes - std::exchange(m_droppedSaid, bytes))), Tone::Warning);
}

void ConsoleView::clearAll()
{
    m_text.clear();
    m_clearedBefore = m_text.first();
    m_anchor.reset();
    layOut();
    viewport()->update();
}

QString ConsoleView::toPlainText() const
{
    QStringList lines;
    for (std::size_t i = 0; i < m_text.count(); ++i) lines += m_text.text(i);
    while (lines.size() > 1 && lines.last().isEmpty() && static_cast<std::size_t>(lines.size()) > m_text.row() + 1) lines.removeLast();
    return lines.join(QLatin1Char('\n'));
}

// -- Layout.

void ConsoleView::measure()
{
    const QFont code = codeFont();
    setFont(code);
    const QFontMetricsF metrics(code);
    m_cellWidth = metrics.horizontalAdvance(QLatin1Char('0'));
    m_cellHeight = std::ceil(metrics.lineSpacing());
    m_ascent = metrics.ascent();
    layOut();
}

void ConsoleView::layOut()
{
    const double width = viewport()->width() - 2 * spacing::normal;
    const double height = viewport()->height() - 2 * spacing::tight;
    m_columns = static_cast<std::size_t>(std::max(1.0, std::floor(width / m_cellWidth)));
    const int page = std::max(1, static_cast<int>(height / m_cellHeight));
    m_text.setRows(static_cast<std::size_t>(page));
    std::size_t rows = headRows();
    for (std::size_t i = 0; i < m_text.count(); ++i) rows += visualRows(i);
    QScrollBar& bar = *verticalScrollBar();
    bar.setPageStep(page);
    bar.setRange(0, std::max(0, static_cast<int>(rows) - page));
}

bool ConsoleView::isAtEnd() const { return verticalScrollBar()->value() >= verticalScrollBar()->maximum(); }

std::size_t ConsoleView::visualRows(std::size_t line) const
{
    // The cursor may stand behind the last character.
    const std::size_t length = m_text.line(line).size() + (line == m_text.row() && m_text.column() == m_text.line(line).size() ? 1 : 0);
    return std::max<std::size_t>(1, (length + m_columns - 1) / m_columns);
}

ConsoleView::VisualRow ConsoleView::visualRow(std::size_t row) const
{
    row -= std::min(row, headRows());
    for (std::size_t i = 0; i < m_text.count(); ++i) {
        const std::size_t rows = visualRows(i);
        if (row < rows) return {i, row * m_columns};
        row -= rows;
    }
    return {m_text.count(), 0};
}

std::size_t ConsoleView::visualRowOf(TextPlace place) const
{
    std::size_t row = headRows();
    const auto index = static_cast<std::size_t>(place.line - std::min(place.line, m_text.first()));
    for (std::size_t i = 0; i < std::min(index, m_text.count()); ++i) row += visualRows(i);
    return row + place.column / m_columns;
}

std::pair<std::size_t, std::size_t> ConsoleView::linesOnScreen() const
{
    const auto top = static_cast<std::size_t>(verticalScrollBar()->value());
    const std::size_t last = m_text.count() - 1;
    return {std::min(visualRow(top).line, last), std::min(visualRow(top + static_cast<std::size_t>(verticalScrollBar()->pageStep()) - 1).line, last)};
}

QRect ConsoleView::cellAt(TextPlace place) const
{
    const double row = static_cast<double>(visualRowOf(place)) - verticalScrollBar()->value();
    const auto column = static_cast<double>(place.column % m_columns);
    return QRectF(spacing::normal + column * m_cellWidth, spacing::tight + row * m_cellHeight, m_cellWidth, m_cellHeight).toAlignedRect();
}

TextPlace ConsoleView::placeUnder(const QPoint& point) const { return placeAt(point - QPoint(static_cast<int>(m_cellWidth / 2), 0)); }

void ConsoleView::scrollTo(TextPlace place)
{
    const int row = static_cast<int>(visualRowOf(place));
    QScrollBar& bar = *verticalScrollBar();
    if (row < bar.value() || row >= bar.value() + bar.pageStep()) bar.setValue(row - bar.pageStep() / 2);
}

void ConsoleView::resizeEvent(QResizeEvent* event)
{
    const bool follow = isAtEnd();
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    if (follow) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ConsoleView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if ((event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) && font() != codeFont()) measure();
    viewport()->update();
}

// -- Painting.

void ConsoleView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), coloursFor(palette()).surface);
    painter.setFont(font());
    if (m_text.count() == 1 && m_text.line(0).empty() && !hasFocus()) return paintHint(painter);
    double y = spacing::tight;
    auto first = static_cast<std::size_t>(verticalScrollBar()->value());
    if (first == 0 && headRows() > 0) {
        painter.setPen(coloursFor(palette()).muted);
        const auto gone = static_cast<qulonglong>(m_text.first() - m_clearedBefore);
        painter.drawText(QPointF(spacing::normal, y + m_ascent), tr("… %1 earlier lines are gone").arg(QLocale().toString(gone)));
        y += m_cellHeight;
        first = 1;
    }
    VisualRow row = visualRow(first);
    for (; row.line < m_text.count() && y < viewport()->height(); y += m_cellHeight) {
        paintRow(painter, row, y);
        paintPlace(painter, row, y);
        if (row.line == m_text.row() && m_text.column() >= row.from && m_text.column() < row.from + m_columns) paintCursor(painter, row, y);
        row.from += m_columns;
        if (row.from >= visualRows(row.line) * m_columns) row = {row.line + 1, 0};
    }
}

void ConsoleView::paintRow(QPainter& painter, VisualRow row, double y) const
{
    const Brightness brightness = brightnessOf(palette());
    const TerminalLine& line = m_text.line(row.line);
    const std::uint64_t number = m_text.first() + row.line;
    const auto isSelected = [&](std::size_t column) {
        if (!hasSelection()) return false;
        const auto [from, to] = std::minmax(*m_anchor, m_head);
        const TextPlace place{number, column};
        return from <= place && place < to;
    };
    const std::size_t end = std::min(line.size(), row.from + m_columns);
    for (std::size_t begin = row.from; begin < end;) {
        const bool selected = isSelected(begin);
        const bool narrow = line[begin].character < 0x2500;    // glyphs that the code font may lack stand each in its own cell
        std::size_t after = begin;
        QString text;
        do {
            const char32_t character = line[after].character;
            if (character != 0) text += QString::fromUcs4(&character, 1);
            ++after;
        } while (after < end && line[after].look == line[begin].look && isSelected(after) == selected &&
                 (line[after].character == 0 || (narrow && line[after].character < 0x2500)));
        TextColours look = coloursOf(line[begin].look, brightness);
        if (selected) look.back = colours(brightness).selection;
        const QRectF area(spacing::normal + static_cast<double>(begin - row.from) * m_cellWidth, y,
                          static_cast<double>(after - begin) * m_cellWidth, m_cellHeight);
        if (look.back.isValid()) painter.fillRect(area, look.back);
        painter.setPen(look.front);
        if (line[begin].look.bold != painter.font().bold()) {
            QFont weight = font();
            weight.setBold(line[begin].look.bold);
            painter.setFont(weight);
        }
        painter.drawText(QPointF(area.left(), y + m_ascent), text);
        begin = after;
    }
    painter.setFont(font());
}

void ConsoleView::paintCursor(QPainter& painter, VisualRow row, double y) const
{
    if (!m_text.cursorShown()) return;
    const Colours& c = coloursFor(palette());
    const QRectF cell(spacing::normal + static_cast<double>(m_text.column() - row.from) * m_cellWidth, y, m_cellWidth, m_cellHeight);
    if (!hasFocus()) {
        painter.setPen(c.faint);
        painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    painter.fillRect(cell, c.accent);
    const TerminalLine& line = m_text.line(row.line);
    if (m_text.column() >= line.size() || line[m_text.column()].character == 0) return;
    painter.setPen(c.onAccent);
    painter.drawText(QPointF(cell.left(), y + m_ascent), QString::fromUcs4(&line[m_text.column()].character, 1));
}

void ConsoleView::paintHint(QPainter& painter) const
{
    painter.setPen(coloursFor(palette()).faint);
    painter.drawText(viewport()->rect().adjusted(spacing::wide, spacing::normal, -spacing::wide, 0), Qt::TextWordWrap,
                     tr("The board's serial port. Click here and type: it goes to the program, and to Python's prompt when it has ended."));
}

void ConsoleView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ConsoleView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace coroboard::gui
