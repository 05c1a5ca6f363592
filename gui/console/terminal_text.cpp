// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/terminal_text.h"

#include <QList>
#include <algorithm>

namespace coroboard::gui {

namespace {

// Longer lines are broken, as a terminal would, so that a program without newlines cannot eat the memory.
constexpr std::size_t widest = 4096;
constexpr int tabWidth = 8;

std::vector<int> numbersOf(const QByteArray& arguments)
{
    std::vector<int> numbers;
    for (const QByteArray& part : arguments.split(';')) numbers.push_back(part.toInt());
    return numbers;
}

}  // namespace

void TerminalText::write(const QByteArray& bytes)
{
    const QString text = m_decoder(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size()) {
            character = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        switch (m_state) {
        case State::Text: put(character); break;
        case State::Escape: escape(character); break;
        case State::Sequence:
            if (character >= 0x40 && character <= 0x7e)
                sequence(character);
            else if (character >= 0x20 && m_arguments.size() < 64)
                m_arguments.append(static_cast<char>(character));
            else
                m_state = State::Text;
            break;
        case State::StringSequence:
            if (character == 0x07) m_state = State::Text;
            if (character == 0x1b) m_state = State::Escape;
            break;
        }
    }
}

TerminalText::Finished TerminalText::takeFinished() { return std::exchange(m_finished, {}); }

void TerminalText::put(char32_t character)
{
    switch (character) {
    case U'\n': finishLine(); return;
    case U'\r': m_column = 0; return;
    case U'\b': m_column -= m_column > 0 ? 1 : 0; return;
    case U'\a': return;
    case U'\t':
        do put(U' ');
        while (m_column % tabWidth != 0);
        return;
    case 0x1b: m_state = State::Escape; return;
    default: break;
    }
    if (character < 0x20 || character == 0x7f) return;
    if (m_column >= widest) finishLine();
    if (m_column >= m_line.size()) m_line.resize(m_column + 1);
    m_line[m_column++] = {character, m_look};
}

void TerminalText::escape(char32_t character)
{
    m_arguments.clear();
    if (character == U'[')
        m_state = State::Sequence;
    else if (character == U']')
        m_state = State::StringSequence;
    else
        m_state = State::Text;
}

void TerminalText::sequence(char32_t final)
{
    m_state = State::Text;
    const std::vector<int> numbers = numbersOf(m_arguments);
    const std::size_t count = static_cast<std::size_t>(std::clamp(numbers.front(), 1, static_cast<int>(widest)));
    switch (final) {
    case U'C': m_column = std::min(m_column + count, widest); break;
    case U'D': m_column -= std::min(m_column, count); break;
    case U'G': m_column = count - 1; break;
    case U'K':
        if (numbers.front() == 0) m_line.resize(std::min(m_line.size(), m_column));
        if (numbers.front() == 1) std::fill_n(m_line.begin(), std::min(m_line.size(), m_column + 1), TerminalCell{});
        if (numbers.front() == 2) m_line.clear();
        break;
    case U'J':
        if (numbers.front() >= 2) {
            m_finished.lines.clear();
            m_finished.cleared = true;
            m_line.clear();
        } else if (numbers.front() == 0) {
            m_line.resize(std::min(m_line.size(), m_column));
        }
        break;
    case U'H':
        if (numbers.front() <= 1) m_column = 0;
        break;
    case U'm': look(numbers); break;
    default: break;
    }
}

void TerminalText::look(const std::vector<int>& numbers)
{
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const int n = numbers[i];
        if (n == 0) m_look = {};
        if (n == 1) m_look.bold = true;
        if (n == 22) m_look.bold = false;
        if (n == 7) m_look.inverse = true;
        if (n == 27) m_look.inverse = false;
        if (n >= 30 && n <= 37) m_look.foreground = n - 30;
        if (n == 39) m_look.foreground = -1;
        if (n >= 40 && n <= 47) m_look.background = n - 40;
        if (n == 49) m_look.background = -1;
        if (n >= 90 && n <= 97) m_look.foreground = n - 90 + 8;
        if (n >= 100 && n <= 107) m_look.background = n - 100 + 8;
        if ((n == 38 || n == 48) && i + 2 < numbers.size() && numbers[i + 1] == 5) {
            (n == 38 ? m_look.foreground : m_look.background) = std::clamp(numbers[i + 2], 0, 255);
            i += 2;
        }
    }
}

void TerminalText::finishLine()
{
    m_finished.lines.push_back(std::exchange(m_line, {}));
    m_column = 0;
    if (m_finished.lines.size() > m_limit) m_finished.lines.pop_front();
}

}  // namespace coroboard::gui
