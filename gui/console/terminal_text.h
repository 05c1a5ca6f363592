// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TerminalText: what a stream of bytes looks like on a terminal: UTF-8, CR, LF (which also returns), BS, TAB, and of the escape sequences
// CSI A B C D E F G H J K P X @ d f m s u, CSI ?25 h/l, ESC 7 and 8. A plain value without widgets: ConsoleView shows it, tests read it and
// compare it with libvterm.
// Lines are as long as they are: the view wraps them. The screen, in which sequences address the cursor, is the last rows() lines; what is
// above it is scrollback, bounded in lines and in characters, and what had to be forgotten is counted.

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <cstdint>
#include <deque>
#include <vector>

namespace coroboard::gui {

// How a character looks; colours 0…255 as xterm numbers them, -1 = the theme's own.
struct TextLook {
    std::int16_t foreground = -1;
    std::int16_t background = -1;
    bool bold = false;
    bool inverse = false;
    bool operator==(const TextLook&) const = default;
};

// A character two columns wide is followed by a cell with character 0.
struct TerminalCell {
    char32_t character = U' ';
    TextLook look;
    bool operator==(const TerminalCell&) const = default;
};

using TerminalLine = std::vector<TerminalCell>;

class TerminalText {
public:
    static constexpr std::size_t usualLimit = 10'000;

    // Characters in the scrollback: 24 MB.
    static constexpr std::size_t mostCells = 2'000'000;

    // At most `limit` lines are kept, the screen included.
    explicit TerminalText(std::size_t limit = usualLimit) : m_limit(limit) {}

    void write(const QByteArray& bytes);
    void clear();

    void setRows(std::size_t rows);
    std::size_t rows() const { return m_rows; }

    // Lines are numbered from the first one ever written; the kept ones are first() … first() + count() - 1. There is always one.
    std::size_t count() const { return m_lines.size(); }
    std::uint64_t first() const { return m_first; }
    const TerminalLine& line(std::size_t index) const { return m_lines[index]; }
    // Without the blanks at its end.
    QString text(std::size_t index) const;

    std::size_t row() const { return m_row; }            // of the cursor, as an index of line()
    std::size_t column() const { return m_column; }
    bool cursorShown() const { return m_cursorShown; }

private:
    enum class State : std::uint8_t { Text, Escape, Sequence, StringSequence };

    void take(char32_t character);
    void put(char32_t character);
    void control(char32_t character);
    void escape(char32_t character);
    void sequence(char32_t final);
    void privateMode(char32_t final);
    void look(const std::vector<int>& numbers);
    void lineFeed();
    void moveTo(std::size_t screenRow, std::size_t column);
    void eraseInLine(int what);
    void eraseInScreen(int what);
    void blank(TerminalLine& line, std::size_t from, std::size_t to);
    std::size_t top() const { return m_lines.size() > m_rows ? m_lines.size() - m_rows : 0; }
    void leaveScreen(std::size_t index);
    void forgetOldest();

    std::size_t m_limit;
    std::size_t m_rows = 24;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    State m_state = State::Text;
    QByteArray m_arguments;
    std::deque<TerminalLine> m_lines{TerminalLine{}};
    std::uint64_t m_first = 0;
    std::size_t m_cells = 0;             // in the lines above the screen
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    std::size_t m_savedRow = 0;          // counted from the top of the screen
    std::size_t m_savedColumn = 0;
    TextLook m_savedLook;
    bool m_cursorShown = true;
    TextLook m_look;
};

// How many columns a character takes: 0 (combining), 1 or 2.
int columnsOf(char32_t character);

}  // namespace coroboard::gui
