// SPDX-License-Identifier: GPL-3.0-or-later
// ConsoleView's keyboard and mouse: what goes to the board, and what is selected, copied and found.
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

#include "console/console_view.h"
#include "console/terminal_keys.h"
#include "editor/board_place.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

const QString emptyPrompt = QStringLiteral(">>>");

bool isWordCharacter(char32_t c) { return QChar::isLetterOrNumber(c) || c == U'_'; }

}  // namespace

bool ConsoleView::event(QEvent* event)
{
    // Keys that are shortcuts of the window belong to the board while one types here.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool text = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0 && !bytesOfKey(*key).isEmpty();
        if (text || belongsToBoard(*key) || key->matches(QKeySequence::Find)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

// Tab completes at the prompt; Shift-Tab leaves the console.
bool ConsoleView::focusNextPrevChild(bool next) { return next ? false : QAbstractScrollArea::focusNextPrevChild(next); }

void ConsoleView::keyPressEvent(QKeyEvent* event)
{
    const bool both = event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy) && hasSelection()) {
        copy();
        m_anchor.reset();
        viewport()->update();
        return;
    }
    if (both && event->key() == Qt::Key_C) return copy();
    if (both && event->key() == Qt::Key_A) return selectAll();
    if (event->matches(QKeySequence::Paste) || (both && event->key() == Qt::Key_V)) return pasteToBoard();
    if (event->matches(QKeySequence::Find)) return Q_EMIT findAsked();
    QScrollBar& bar = *verticalScrollBar();
    if (event->key() == Qt::Key_PageUp) return bar.triggerAction(QAbstractSlider::SliderPageStepSub);
    if (event->key() == Qt::Key_PageDown) return bar.triggerAction(QAbstractSlider::SliderPageStepAdd);
    const QByteArray bytes = bytesOfKey(*event);
    if (bytes.isEmpty()) return event->ignore();
    m_anchor.reset();
    bar.setValue(bar.maximum());
    viewport()->update();
    Q_EMIT typed(bytes);
}

void ConsoleView::inputMethodEvent(QInputMethodEvent* event)
{
    if (!event->commitString().isEmpty()) Q_EMIT typed(event->commitString().toUtf8());
    event->accept();
}

// Where an input method shows its candidates.
QVariant ConsoleView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query != Qt::ImCursorRectangle) return QAbstractScrollArea::inputMethodQuery(query);
    const TextPlace cursor{m_text.first() + m_text.row(), m_text.column()};
    const auto row = static_cast<double>(visualRowOf(cursor)) - verticalScrollBar()->value();
    return QRectF(spacing::normal + static_cast<double>(cursor.column % m_columns) * m_cellWidth, spacing::tight + row * m_cellHeight,
                  m_cellWidth, m_cellHeight)
        .toRect();
}

void ConsoleView::copy()
{
    if (hasSelection()) QApplication::clipboard()->setText(selectedText());
}

void ConsoleView::pasteToBoard()
{
    const Prompt prompt = m_text.text(m_text.row()) == emptyPrompt ? Prompt::Empty : Prompt::Other;
    const QByteArray bytes = bytesOfPaste(QApplication::clipboard()->text(), prompt);
    if (!bytes.isEmpty()) Q_EMIT typed(bytes);
}

// -- Selecting.

void ConsoleView::selectAll()
{
    const std::uint64_t last = m_text.first() + m_text.count() - 1;
    select({m_text.first(), 0}, {last, m_text.line(m_text.count() - 1).size()});
}

QString ConsoleView::selectedText() const
{
    if (!hasSelection()) return {};
    const TextPlace from = std::max(std::min(*m_anchor, m_head), TextPlace{m_text.first(), 0});
    const TextPlace to = std::max(*m_anchor, m_head);
    QStringList lines;
    for (std::uint64_t number = from.line; number <= to.line && number < m_text.first() + m_text.count(); ++number) {
        const TerminalLine& line = m_text.line(static_cast<std::size_t>(number - m_text.first()));
        const std::size_t begin = number == from.line ? from.column : 0;
        const std::size_t end = std::min(line.size(), number == to.line ? to.column : line.size());
        QString text;
        for (std::size_t i = begin; i < end; ++i)
            if (line[i].character != 0) text += QString::fromUcs4(&line[i].character, 1);
        lines += text;
    }
    return lines.join(QLatin1Char('\n'));
}

TextPlace ConsoleView::placeAt(const QPoint& point) const
{
    const double row = std::max(0.0, (point.y() - spacing::tight) / m_cellHeight);
    const double column = std::max(0.0, (point.x() - spacing::normal) / m_cellWidth + 0.5);
    VisualRow at = visualRow(static_cast<std::size_t>(row) + static_cast<std::size_t>(verticalScrollBar()->value()));
    if (at.line >= m_text.count()) return {m_text.first() + m_text.count() - 1, m_text.line(m_text.count() - 1).size()};
    const std::size_t inLine = at.from + std::min(static_cast<std::size_t>(column), m_columns);
    return {m_text.first() + at.line, std::min(inLine, m_text.line(at.line).size())};
}

void ConsoleView::select(TextPlace anchor, TextPlace head)
{
    m_anchor = anchor;
    m_head = head;
    viewport()->update();
}

void ConsoleView::selectWord(TextPlace place)
{
    const TerminalLine& line = m_text.line(static_cast<std::size_t>(place.line - m_text.first()));
    std::size_t from = std::min(place.column, line.size());
    std::size_t to = from;
    while (from > 0 && isWordCharacter(line[from - 1].character)) --from;
    while (to < line.size() && isWordCharacter(line[to].character)) ++to;
    select({place.line, from}, {place.line, to});
}

void ConsoleView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const TextPlace place = placeAt(event->position().toPoint());
    select(m_anchor && event->modifiers().testFlag(Qt::ShiftModifier) ? *m_anchor : place, place);
}

void ConsoleView::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons()) showPointer(event->position().toPoint());
    if (!event->buttons().testFlag(Qt::LeftButton) || !m_anchor) return;
    select(*m_anchor, placeAt(event->position().toPoint()));
    if (viewport()->rect().contains(event->position().toPoint())) m_dragging.stop();
    else if (!m_dragging.isActive()) m_dragging.start();
}

// As on other desktops' terminals, what is selected is what the middle button pastes.
void ConsoleView::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragging.stop();
    QClipboard& clipboard = *QApplication::clipboard();
    if (event->button() == Qt::LeftButton && hasSelection() && clipboard.supportsSelection())
        clipboard.setText(selectedText(), QClipboard::Selection);
    if (event->button() != Qt::LeftButton || hasSelection()) return;
    if (const auto place = printedPlaceAt(event->position().toPoint())) Q_EMIT placeAsked(place->file, place->line);
}

void ConsoleView::mouseDoubleClickEvent(QMouseEvent* event) { selectWord(placeAt(event->position().toPoint())); }

void ConsoleView::contextMenuEvent(QContextMenuEvent* event) { Q_EMIT contextMenuAsked(event->globalPos()); }

// -- Finding.

bool ConsoleView::find(const QString& words, Direction direction)
{
    if (words.isEmpty()) return true;
    const auto count = static_cast<std::ptrdiff_t>(m_text.count());
    const std::ptrdiff_t step = direction == Direction::Down ? 1 : -1;
    const auto lineOf = [this](TextPlace place) { return static_cast<std::ptrdiff_t>(place.line - m_text.first()); };
    const bool from = hasSelection() && std::min(*m_anchor, m_head).line >= m_text.first();
    const TextPlace start = from ? std::min(*m_anchor, m_head) : TextPlace{};
    std::ptrdiff_t line = from ? lineOf(start) : direction == Direction::Down ? 0 : count - 1;
    for (std::ptrdiff_t i = 0; i <= count; ++i, line = (line + step + count) % count) {
        const QString text = m_text.text(static_cast<std::size_t>(line));
        const bool within = from && i == 0;
        const auto column = static_cast<qsizetype>(start.column);
        qsizetype at = -1;
        if (direction == Direction::Down) at = text.indexOf(words, within ? column + 1 : 0, Qt::CaseInsensitive);
        else if (!within || column > 0) at = text.lastIndexOf(words, within ? column - 1 : -1, Qt::CaseInsensitive);
        if (at < 0) continue;
        const TextPlace found{m_text.first() + static_cast<std::uint64_t>(line), static_cast<std::size_t>(at)};
        select(found, {found.line, found.column + static_cast<std::size_t>(words.size())});
        scrollTo(found);
        return true;
    }
    return false;
}

}  // namespace coroboard::gui
