// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console_accessible.h"

#include <QScrollBar>
#include <algorithm>

namespace coroboard::gui {

namespace {

// Of one announcement: a flood is not read out.
constexpr qsizetype mostAnnounced = 1000;

// A cell may hold none (the second half of a wide character), one or two units of UTF-16.
int unitsOf(const TerminalCell& cell) { return cell.character == 0 ? 0 : cell.character > 0xffff ? 2 : 1; }

int unitsBefore(const TerminalLine& line, std::size_t column)
{
    int units = 0;
    for (std::size_t i = 0; i < std::min(column, line.size()); ++i) units += unitsOf(line[i]);
    return units;
}

QString textFrom(const TerminalLine& line, std::size_t column)
{
    QString text;
    for (std::size_t i = column; i < line.size(); ++i)
        if (line[i].character != 0) text += QString::fromUcs4(&line[i].character, 1);
    return text;
}

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* view = qobject_cast<ConsoleView*>(object);
    return view ? new ConsoleAccessible(*view) : nullptr;
}

}  // namespace

ConsoleAccessible::ConsoleAccessible(ConsoleView& view) : QAccessibleWidget(&view, QAccessible::Terminal), m_view(view) {}

void ConsoleAccessible::install() { QAccessible::installFactory(make); }

void ConsoleAccessible::announce(ConsoleView& view, TextPlace from)
{
    if (!QAccessible::isActive()) return;
    auto* face = dynamic_cast<ConsoleAccessible*>(QAccessible::queryAccessibleInterface(&view));
    if (!face) return;
    const QString text = news(view.terminal(), from);
    QAccessibleTextInsertEvent event(&view, std::max(0, face->characterCount() - static_cast<int>(text.size())), text);
    event.setCursorPosition(face->cursorPosition());
    QAccessible::updateAccessibility(&event);
}

QString ConsoleAccessible::news(const TerminalText& text, TextPlace from)
{
    QStringList lines;
    for (std::uint64_t number = std::max(from.line, text.first()); number < text.first() + text.count(); ++number)
        lines.append(textFrom(text.line(static_cast<std::size_t>(number - text.first())), number == from.line ? from.column : 0));
    return lines.join(QLatin1Char('\n')).right(mostAnnounced);
}

void* ConsoleAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface) return static_cast<QAccessibleTextInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State ConsoleAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString ConsoleAccessible::screen() const
{
    QStringList lines;
    const auto [first, last] = m_view.linesOnScreen();
    for (std::size_t i = first; i <= last; ++i) lines.append(textFrom(m_view.terminal().line(i), 0));
    return lines.join(QLatin1Char('\n'));
}

int ConsoleAccessible::offsetOf(TextPlace place) const
{
    const TerminalText& text = m_view.terminal();
    const auto [first, last] = m_view.linesOnScreen();
    int offset = 0;
    for (std::size_t i = first; i <= last; ++i) {
        const std::uint64_t number = text.first() + i;
        if (number >= place.line) return offset + (number == place.line ? unitsBefore(text.line(i), place.column) : 0);
        offset += unitsBefore(text.line(i), text.line(i).size()) + 1;
    }
    return std::max(0, offset - 1);
}

TextPlace ConsoleAccessible::placeOf(int offset) const
{
    const TerminalText& text = m_view.terminal();
    const auto [first, last] = m_view.linesOnScreen();
    for (std::size_t i = first; i <= last; ++i) {
        const TerminalLine& line = text.line(i);
        const int units = unitsBefore(line, line.size());
        if (offset > units && i < last) {
            offset -= units + 1;
            continue;
        }
        std::size_t column = 0;
        while (column < line.size() && unitsBefore(line, column + 1) <= offset) ++column;
        return {text.first() + i, column};
    }
    return {text.first(), 0};
}

int ConsoleAccessible::selectionCount() const { return m_view.hasSelection() ? 1 : 0; }

void ConsoleAccessible::selection(int index, int* start, int* end) const
{
    *start = *end = 0;
    if (index != 0 || !m_view.hasSelection()) return;
    const auto [from, to] = m_view.selection();
    *start = offsetOf(from);
    *end = offsetOf(to);
}

void ConsoleAccessible::addSelection(int start, int end) { setSelection(0, start, end); }

void ConsoleAccessible::removeSelection(int index) { setSelection(index, 0, 0); }

void ConsoleAccessible::setSelection(int index, int start, int end)
{
    if (index == 0) m_view.select(placeOf(start), placeOf(end));
}

int ConsoleAccessible::cursorPosition() const
{
    const TerminalText& text = m_view.terminal();
    return offsetOf({text.first() + text.row(), text.column()});
}

void ConsoleAccessible::setCursorPosition(int) {}

QString ConsoleAccessible::text(int start, int end) const { return screen().mid(start, end < 0 ? -1 : std::max(0, end - start)); }

int ConsoleAccessible::characterCount() const { return static_cast<int>(screen().size()); }

QRect ConsoleAccessible::characterRect(int offset) const
{
    const QRect cell = m_view.cellAt(placeOf(offset));
    return QRect(m_view.viewport()->mapToGlobal(cell.topLeft()), cell.size());
}

int ConsoleAccessible::offsetAtPoint(const QPoint& point) const
{
    const QPoint inside = m_view.viewport()->mapFromGlobal(point);
    return m_view.viewport()->rect().contains(inside) ? offsetOf(m_view.placeUnder(inside)) : -1;
}

void ConsoleAccessible::scrollToSubstring(int start, int) { m_view.scrollTo(placeOf(start)); }

QString ConsoleAccessible::attributes(int, int* start, int* end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

}  // namespace coroboard::gui
