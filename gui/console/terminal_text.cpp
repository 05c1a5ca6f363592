// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/terminal_text.h"

#include <QChar>
#include <QList>
#include <algorithm>
#include <array>
#include <utility>

namespace coroboard::gui {

namespace {

// Longer lines are broken, as a terminal would, so that a program without newlines cannot eat the memory.
constexpr std::size_t widest = 4096;
constexpr std::size_t tabWidth = 8;
constexpr qsizetype longestArguments = 64;

std::vector<int> numbersOf(const QByteArray& arguments)
{
    std::vector<int> numbers;
    for (const QByteArray& part : arguments.split(';')) numbers.push_back(part.toInt());
    return numbers;
}

struct Range {
    char32_t from;
    char32_t to;
};

// East Asian wide and fullwidth characters, and emoji (Unicode's EastAsianWidth, in blocks).
constexpr std::array<Range, 11> wideRanges = {{{0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
                                               {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f900, 0x1f9ff},
                                               {0x20000, 0x3fffd}}};

}  // namespace

int columnsOf(char32_t character)
{
    if (character < 0x300) return 1;
    const QChar::Category category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format) return 0;
    const bool wide = std::any_of(wideRanges.begin(), wideRanges.end(),
                                  [character](const Range& range) { return character >= range.from && character <= range.to; });
    return wide ? 2 : 1;
}

void TerminalText::write(const QByteArray& bytes)
{
    const QString text = m_decoder(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size()) {
            character = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        take(character);
    }
}

void TerminalText::clear()
{
    m_first += m_lines.size() - 1;
    TerminalLine last = std::move(m_lines[m_row]);
    m_lines.clear();
    m_lines.push_back(std::move(last));
    m_row = 0;
    m_cells = 0;
}

void TerminalText::setRows(std::size_t rows)
{
    rows = std::clamp<std::size_t>(rows, 1, m_limit);
    if (std::exchange(m_rows, rows) == rows) return;
    m_cells = 0;
    for (std::size_t i = 0; i < top(); ++i) leaveScreen(i);
}

QString TerminalText::text(std::size_t index) const
{
    QString text;
    for (const TerminalCell& cell : m_lines[index])
        if (cell.character != 0) text += QString::fromUcs4(&cell.character, 1);
    while (text.endsWith(QLatin1Char(' '))) text.chop(1);
    return text;
}

void TerminalText::take(char32_t character)
{
    switch (m_state) {
    case State::Text: return character < 0x20 || character == 0x7f ? control(character) : put(character);
    case State::Escape: return escape(character);
    case State::Sequence:
        if (character >= 0x40 && character <= 0x7e) return sequence(character);
        if (character >= 0x20 && m_arguments.size() < longestArguments) m_arguments.append(static_cast<char>(character));
        else m_state = State::Text;
        return;
    case State::StringSequence:
        if (character == 0x07) m_state = State::Text;
        if (character == 0x1b) m_state = State::Escape;
        return;
    }
}

void TerminalText::put(char32_t character)
{
    const auto columns = static_cast<std::size_t>(columnsOf(character));
    if (columns == 0) return;    // combining marks are left out: a cell holds one character
    if (m_column + columns > widest) {
        m_column = 0;
        lineFeed();
    }
    TerminalLine& line = m_lines[m_row];
    if (columns == 1 && m_column == line.size()) {
        line.push_back({character, m_look});
        ++m_column;
        return;
    }
    if (line.size() < m_column + columns) line.resize(m_column + columns);
    line[m_column] = {character, m_look};
    if (columns == 2) line[m_column + 1] = {0, m_look};
    m_column += columns;
}

void TerminalText::control(char32_t character)
{
    switch (character) {
    case U'\n':
        m_column = 0;
        return lineFeed();
    case U'\r': m_column = 0; return;
    case U'\b': m_column -= m_column > 0 ? 1 : 0; return;
    case U'\t': m_column = std::min((m_column / tabWidth + 1) * tabWidth, widest - 1); return;
    case 0x1b: m_state = State::Escape; return;
    default: return;
    }
}

void TerminalText::escape(char32_t character)
{
    m_arguments.clear();
    m_state = character == U'[' ? State::Sequence : character == U']' ? State::StringSequence : State::Text;
    if (character == U'(' || character == U')') m_state = State::Escape;    // a character set: one more follows
    if (character == U'7') {
        m_savedRow = m_row - std::min(m_row, top());
        m_savedColumn = m_column;
        m_savedLook = m_look;
    }
    if (character == U'8') {
        moveTo(m_savedRow, m_savedColumn);
        m_look = m_savedLook;
    }
}

void TerminalText::sequence(char32_t final)
{
    m_state = State::Text;
    if (m_arguments.startsWith('?')) return privateMode(final);
    const std::vector<int> numbers = numbersOf(m_arguments);
    const auto number = [&](std::size_t index) {
        return static_cast<std::size_t>(std::clamp(index < numbers.size() ? numbers[index] : 1, 1, static_cast<int>(widest)));
    };
    const std::size_t row = m_row - std::min(m_row, top());
    switch (final) {
    case U'A': return moveTo(row - std::min(row, number(0)), m_column);
    case U'B': return moveTo(row + number(0), m_column);
    case U'C': return moveTo(row, m_column + number(0));
    case U'D': return moveTo(row, m_column - std::min(m_column, number(0)));
    case U'E': return moveTo(row + number(0), 0);
    case U'F': return moveTo(row - std::min(row, number(0)), 0);
    case U'G': return moveTo(row, number(0) - 1);
    case U'd': return moveTo(number(0) - 1, m_column);
    case U'H':
    case U'f': return moveTo(number(0) - 1, number(1) - 1);
    case U'J': return eraseInScreen(numbers.front());
    case U'K': return eraseInLine(numbers.front());
    case U'm': return look(numbers);
    case U's': return escape(U'7');
    case U'u': return escape(U'8');
    default: break;
    }
    TerminalLine& line = m_lines[m_row];
    const auto at = line.begin() + static_cast<std::ptrdiff_t>(std::min(m_column, line.size()));
    const auto count = static_cast<std::ptrdiff_t>(std::min(number(0), line.size() - std::min(m_column, line.size())));
    if (final == U'P') line.erase(at, at + count);
    if (final == U'X') blank(line, m_column, m_column + number(0));
    if (final == U'@' && at != line.end()) line.insert(at, std::min(number(0), widest - line.size()), TerminalCell{});
}

void TerminalText::privateMode(char32_t final)
{
    if (m_arguments == "?25") m_cursorShown = final != U'l' && (final == U'h' || m_cursorShown);
}

void TerminalText::moveTo(std::size_t screenRow, std::size_t column)
{
    m_row = top() + std::min(screenRow, m_rows - 1);
    while (m_lines.size() <= m_row) m_lines.emplace_back();
    m_column = std::min(column, widest - 1);
}

void TerminalText::blank(TerminalLine& line, std::size_t from, std::size_t to)
{
    if (to >= line.size()) line.resize(std::min(from, line.size()));
    else std::fill(line.begin() + static_cast<std::ptrdiff_t>(from), line.begin() + static_cast<std::ptrdiff_t>(to), TerminalCell{});
}

void TerminalText::eraseInLine(int what)
{
    blank(m_lines[m_row], what == 0 ? m_column : 0, what == 1 ? m_column + 1 : widest);
}

void TerminalText::eraseInScreen(int what)
{
    const std::size_t from = what == 0 ? m_row + 1 : top();
    const std::size_t to = what == 1 ? m_row : m_lines.size();
    for (std::size_t i = from; i < to; ++i) m_lines[i].clear();
    if (what < 2) eraseInLine(what);
    if (what != 3) return;
    while (m_lines.size() > m_rows) forgetOldest();
}

void TerminalText::lineFeed()
{
    if (++m_row < m_lines.size()) return;
    m_lines.emplace_back();
    if (top() > 0) leaveScreen(top() - 1);
    while (m_lines.size() > m_limit || (m_cells > mostCells && top() > 0)) forgetOldest();
}

// From now on nothing is written to it.
void TerminalText::leaveScreen(std::size_t index)
{
    m_lines[index].shrink_to_fit();
    m_cells += m_lines[index].size();
}

void TerminalText::forgetOldest()
{
    m_cells -= std::min(m_cells, m_lines.front().size());
    m_lines.pop_front();
    ++m_first;
    m_row -= m_row > 0 ? 1 : 0;
}

void TerminalText::look(const std::vector<int>& numbers)
{
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const int n = numbers[i];
        const auto colour = [](int number) { return static_cast<std::int16_t>(number); };
        if (n == 0) m_look = {};
        if (n == 1) m_look.bold = true;
        if (n == 22) m_look.bold = false;
        if (n == 7) m_look.inverse = true;
        if (n == 27) m_look.inverse = false;
        if (n >= 30 && n <= 37) m_look.foreground = colour(n - 30);
        if (n == 39) m_look.foreground = -1;
        if (n >= 40 && n <= 47) m_look.background = colour(n - 40);
        if (n == 49) m_look.background = -1;
        if (n >= 90 && n <= 97) m_look.foreground = colour(n - 90 + 8);
        if (n >= 100 && n <= 107) m_look.background = colour(n - 100 + 8);
        if ((n == 38 || n == 48) && i + 2 < numbers.size() && numbers[i + 1] == 5) {
            (n == 38 ? m_look.foreground : m_look.background) = colour(std::clamp(numbers[i + 2], 0, 255));
            i += 2;
        }
    }
}

}  // namespace coroboard::gui
