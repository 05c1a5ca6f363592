// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ConsoleView: the terminal on the board's serial port. What the board sends is shown (bounded scrollback, ANSI colours, lines wrapped to
// the width); what is typed goes to the board as bytes and is not echoed here: the board echoes, as on a real serial line. Ctrl-C
// interrupts the program, and copies when text is selected; Ctrl-Shift-C always copies. Only what is visible is laid out, so a flood costs
// no more than a screen.

#include <QAbstractScrollArea>
#include <QTimer>
#include <compare>
#include <optional>

#include "console/terminal_text.h"

namespace coroboard::gui {

// A place in the text: a line by its number since the beginning, and a column.
struct TextPlace {
    std::uint64_t line = 0;
    std::size_t column = 0;
    auto operator<=>(const TextPlace&) const = default;
};

struct BoardPlace;

class ConsoleView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    static constexpr int scrollbackLines = static_cast<int>(TerminalText::usualLimit);

    explicit ConsoleView(QWidget* parent = nullptr);

    // Bytes from the board.
    void write(const QByteArray& bytes);

    // Our own words, on a line of their own, in another colour.
    enum class Tone { Note, Warning, Error };
    void remark(const QString& text, Tone tone);

    // How many bytes the board sent that nobody could keep; said when a burst is over.
    void setDropped(quint64 bytes);

    const TerminalText& terminal() const { return m_text; }
    int lineCount() const { return static_cast<int>(m_text.count()); }
    QString toPlainText() const;
    QString selectedText() const;
    bool hasSelection() const { return m_anchor.has_value() && *m_anchor != m_head; }
    // First and last; only when there is one.
    std::pair<TextPlace, TextPlace> selection() const { return {std::min(*m_anchor, m_head), std::max(*m_anchor, m_head)}; }
    void select(TextPlace anchor, TextPlace head);

    // In the viewport: the first and the last line of text one sees (indices), the cell of a character, the character under a point and
    // the one before which a point lies.
    std::pair<std::size_t, std::size_t> linesOnScreen() const;
    QRect cellAt(TextPlace place) const;
    TextPlace placeUnder(const QPoint& point) const;
    TextPlace placeAt(const QPoint& point) const;
    void scrollTo(TextPlace place);

    enum class Direction { Up, Down };
    // Selects the next place where the words are, beginning at the selection and going round at the ends. False when there is none.
    bool find(const QString& words, Direction direction);

public Q_SLOTS:
    // Everything but the line under the cursor, which the board may still be writing.
    void clearAll();
    void copy();
    void pasteToBoard();
    void selectAll();

Q_SIGNALS:
    void typed(const QByteArray& bytes);
    void findAsked();
    // A click on a line of a traceback: File "main.py", line 12.
    void placeAsked(const QString& file, int line);
    void contextMenuAsked(const QPoint& where);

protected:
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    // A line of the widget: part of a line of text.
    struct VisualRow {
        std::size_t line = 0;            // index
        std::size_t from = 0;            // column
    };

    void measure();
    void layOut();
    bool isAtEnd() const;
    std::size_t visualRows(std::size_t line) const;
    std::size_t headRows() const { return m_text.first() > m_clearedBefore ? 1 : 0; }
    VisualRow visualRow(std::size_t row) const;
    std::size_t visualRowOf(TextPlace place) const;
    void selectWord(TextPlace place);
    void paintRow(QPainter& painter, VisualRow row, double y) const;
    // console_links.cpp
    std::optional<BoardPlace> printedPlaceAt(const QPoint& point) const;
    void paintPlace(QPainter& painter, VisualRow row, double y) const;
    void showPointer(const QPoint& point);
    void paintCursor(QPainter& painter, VisualRow row, double y) const;
    void paintHint(QPainter& painter) const;

    TerminalText m_text;
    double m_cellWidth = 8;
    double m_cellHeight = 16;
    double m_ascent = 12;
    std::size_t m_columns = 80;
    std::uint64_t m_clearedBefore = 0;   // lines forgotten because somebody cleared them
    std::optional<TextPlace> m_anchor;   // of the selection
    TextPlace m_head;
    QTimer m_dragging;                   // scrolls while the mouse is held outside
    quint64 m_dropped = 0;
    quint64 m_droppedSaid = 0;
};

}  // namespace coroboard::gui
