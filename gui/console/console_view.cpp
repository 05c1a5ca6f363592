// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console_view.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

// The sixteen named colours, readable on both grounds.
QColor namedColour(int number, Brightness brightness)
{
    static constexpr QRgb onLight[16] = {0xff1c2330, 0xffb3261e, 0xff2e7d32, 0xff9a6400, 0xff1f5fbf, 0xff7a3e9d, 0xff0b7a75, 0xff596375,
                                         0xff72808f, 0xffd93a32, 0xff3b9440, 0xffb97700, 0xff2f6fd0, 0xff9550bb, 0xff129990, 0xff8a93a3};
    static constexpr QRgb onDark[16] = {0xff6c7789, 0xffff6f69, 0xff7fcf86, 0xfff0b14a, 0xff6ea8ff, 0xffc79bea, 0xff4fd6c8, 0xffd5dae3,
                                        0xff98a1b0, 0xffff938e, 0xffa3d17a, 0xffffcf7a, 0xff9cc4ff, 0xffdcc0f5, 0xff86e8dd, 0xffffffff};
    if (number < 16) return QColor(brightness == Brightness::Dark ? onDark[number] : onLight[number]);
    if (number >= 232) return QColor::fromHsl(0, 0, 8 + (number - 232) * 10);
    const auto level = [](int step) { return step == 0 ? 0 : 55 + 40 * step; };
    const int cube = number - 16;
    return QColor(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

}  // namespace

QByteArray bytesOfKey(const QKeyEvent& event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    if (control && event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z)
        return QByteArray(1, static_cast<char>(event.key() - Qt::Key_A + 1));
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return "\r";
    case Qt::Key_Backspace: return "\x7f";
    case Qt::Key_Tab: return "\t";
    case Qt::Key_Escape: return "\x1b";
    case Qt::Key_Up: return "\x1b[A";
    case Qt::Key_Down: return "\x1b[B";
    case Qt::Key_Right: return "\x1b[C";
    case Qt::Key_Left: return "\x1b[D";
    case Qt::Key_Home: return "\x1b[H";
    case Qt::Key_End: return "\x1b[F";
    case Qt::Key_Delete: return "\x1b[3~";
    default: break;
    }
    const QString text = event.text();
    if (control || text.isEmpty() || text[0].unicode() < 0x20) return {};
    return text.toUtf8();
}

ConsoleView::ConsoleView(QWidget* parent) : QPlainTextEdit(parent)
{
    setAccessibleName(tr("Console"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAttribute(Qt::WA_InputMethodEnabled);
    setFocusPolicy(Qt::StrongFocus);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(scrollbackLines);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFont(codeFont());
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    document()->setDocumentMargin(spacing::normal);
}

void ConsoleView::write(const QByteArray& bytes)
{
    m_text.write(bytes);
    flush();
}

void ConsoleView::remark(const QString& text, Tone tone)
{
    const char* look = tone == Tone::Error ? "\x1b[31m" : tone == Tone::Warning ? "\x1b[33m" : "\x1b[90m";
    const char* newline = m_text.line().empty() ? "" : "\r\n";
    QByteArray lines = text.trimmed().toUtf8();
    lines.replace("\n", "\r\n");
    write(QByteArray(newline) + look + lines + "\x1b[0m\r\n");
}

void ConsoleView::setDropped(quint64 bytes)
{
    if (bytes <= m_dropped) {
        m_dropped = bytes;
        return;
    }
    const quint64 lost = bytes - m_dropped;
    m_dropped = bytes;
    remark(tr("… %1 bytes were too many to show").arg(QLocale().toString(lost)), Tone::Warning);
}

void ConsoleView::clearAll()
{
    m_text.write("\x1b[2J\r");
    flush();
}

void ConsoleView::pasteToBoard()
{
    QString text = QApplication::clipboard()->text();
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\r")).replace(QLatin1Char('\n'), QLatin1Char('\r'));
    if (!text.isEmpty()) Q_EMIT typed(text.toUtf8());
}

void ConsoleView::flush()
{
    const bool follow = atEnd();
    TerminalText::Finished finished = m_text.takeFinished();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    if (finished.cleared) {
        cursor.select(QTextCursor::Document);
        cursor.removeSelectedText();
    }
    cursor.movePosition(QTextCursor::End);
    cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    for (const TerminalLine& line : finished.lines) {
        insertLine(cursor, line);
        cursor.insertBlock();
    }
    insertLine(cursor, m_text.line());
    cursor.endEditBlock();
    if (follow) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    viewport()->update();
}

void ConsoleView::insertLine(QTextCursor& cursor, const TerminalLine& line)
{
    for (std::size_t begin = 0; begin < line.size();) {
        std::size_t end = begin;
        QString run;
        for (; end < line.size() && line[end].look == line[begin].look; ++end) {
            const char32_t character = line[end].character;
            run += QString::fromUcs4(&character, 1);
        }
        cursor.insertText(run, format(line[begin].look));
        begin = end;
    }
}

QTextCharFormat ConsoleView::format(const TextLook& look) const
{
    const Brightness brightness = brightnessOf(palette());
    QTextCharFormat format;
    if (look.bold) format.setFontWeight(QFont::Bold);
    const int front = look.inverse ? look.background : look.foreground;
    const int back = look.inverse ? look.foreground : look.background;
    if (front >= 0) format.setForeground(namedColour(front, brightness));
    if (back >= 0) format.setBackground(namedColour(back, brightness));
    if (look.inverse && front < 0) format.setForeground(colours(brightness).surface);
    if (look.inverse && back < 0) format.setBackground(colours(brightness).text);
    return format;
}

bool ConsoleView::atEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
}

bool ConsoleView::event(QEvent* event)
{
    // Keys that are shortcuts of the window belong to the board while one types here.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool plainControl = key->modifiers() == Qt::ControlModifier && key->key() >= Qt::Key_A && key->key() <= Qt::Key_E;
        const bool text = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0 && !bytesOfKey(*key).isEmpty();
        if (plainControl || text) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void ConsoleView::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy) && textCursor().hasSelection()) {
        copy();
        QTextCursor cursor = textCursor();
        cursor.clearSelection();
        setTextCursor(cursor);
        return;
    }
    if (control && shift && event->key() == Qt::Key_C) return copy();
    if (event->matches(QKeySequence::Paste) || (control && shift && event->key() == Qt::Key_V)) return pasteToBoard();
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) return QPlainTextEdit::keyPressEvent(event);
    const QByteArray bytes = bytesOfKey(*event);
    if (bytes.isEmpty()) return event->ignore();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    Q_EMIT typed(bytes);
}

void ConsoleView::inputMethodEvent(QInputMethodEvent* event)
{
    if (!event->commitString().isEmpty()) Q_EMIT typed(event->commitString().toUtf8());
    event->accept();
}

void ConsoleView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* copyAction = menu.addAction(tr("Copy"), this, &QPlainTextEdit::copy);
    copyAction->setEnabled(textCursor().hasSelection());
    menu.addAction(tr("Paste"), this, &ConsoleView::pasteToBoard);
    menu.addAction(tr("Select all"), this, &QPlainTextEdit::selectAll);
    menu.addSeparator();
    menu.addAction(icon(QStringLiteral("clear")), tr("Clear"), this, &ConsoleView::clearAll);
    menu.exec(event->globalPos());
}

void ConsoleView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) setFont(codeFont());
}

void ConsoleView::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    const Colours& c = coloursFor(palette());
    if (document()->isEmpty() && !hasFocus()) {
        painter.setPen(c.faint);
        painter.drawText(viewport()->rect().adjusted(spacing::wide, spacing::normal, -spacing::wide, 0), Qt::TextWordWrap,
                         tr("The board's serial port. Click here and type: it goes to the program."));
        return;
    }
    QTextCursor cursor(document()->lastBlock());
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, static_cast<int>(m_text.column()));
    QRect caret = cursorRect(cursor);
    caret.setWidth(fontMetrics().horizontalAdvance(QLatin1Char('m')));
    QColor colour = c.accent;
    colour.setAlphaF(hasFocus() ? 0.55 : 0.0);
    painter.fillRect(caret, colour);
    if (!hasFocus()) {
        painter.setPen(c.faint);
        painter.drawRect(caret.adjusted(0, 0, -1, -1));
    }
}

void ConsoleView::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void ConsoleView::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
}

}  // namespace coroboard::gui
