// SPDX-License-Identifier: MIT
#include "serial/line_editor.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace coroboard::serial {

namespace {

constexpr std::uint8_t escape = 0x1b;
constexpr std::size_t step = 4;
constexpr std::size_t shortMove = 4;     // so many backspaces are shorter than a sequence
constexpr std::size_t listWidth = 80;

constexpr std::uint8_t controlKey(char letter) { return static_cast<std::uint8_t>(letter - 'A' + 1); }

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// In columns, as wide as the widest and two more.
std::string listing(const std::vector<std::string>& choices)
{
    std::size_t width = 0;
    for (const std::string& choice : choices) width = std::max(width, choice.size() + 2);
    const std::size_t perLine = std::max<std::size_t>(listWidth / std::max<std::size_t>(width, 1), 1);
    std::string text;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i % perLine == 0) text += "\r\n";
        const bool last = (i + 1) % perLine == 0 || i + 1 == choices.size();
        text += last ? choices[i] : fmt::format("{:<{}}", choices[i], width);
    }
    return text + "\r\n";
}

}  // namespace

LineEnd LineEditor::readLine(std::string_view prompt, std::string_view before)
{
    m_prompt = prompt;
    m_text.clear();
    m_draft.clear();
    m_cursor = 0;
    m_age = 0;
    m_terminal.write(prompt);
    indent(before);
    for (;;) {
        const std::uint8_t byte = m_terminal.read();
        const bool afterReturn = std::exchange(m_afterReturn, byte == '\r');
        if (byte == '\n' && afterReturn) continue;
        if (byte == control::c) return LineEnd::CtrlC;
        if (m_text.empty() && byte >= control::a && byte <= control::e)
            return static_cast<LineEnd>(static_cast<int>(LineEnd::CtrlA) + byte - control::a);
        if (byte == '\r' || byte == '\n') {
            moveTo(m_text.size());
            m_terminal.write("\r\n");
            m_history.push(m_text);
            return LineEnd::Enter;
        }
        take(byte);
    }
}

void LineEditor::take(std::uint8_t byte)
{
    const bool indented = std::exchange(m_indented, false);
    switch (byte) {
    case controlKey('A'): return moveTo(0);
    case controlKey('B'): return moveTo(previous(m_cursor));
    case controlKey('D'): return erase(m_cursor, next(m_cursor));
    case controlKey('E'): return moveTo(m_text.size());
    case controlKey('F'): return moveTo(next(m_cursor));
    case controlKey('H'):
    case 0x7f: return eraseBefore();
    case controlKey('I'): return completeHere();
    case controlKey('K'): return erase(m_cursor, m_text.size());
    case controlKey('N'): return recall(-1);
    case controlKey('P'): return recall(+1);
    case controlKey('U'): return erase(0, m_cursor);
    case controlKey('W'): return erase(wordBefore(m_cursor), m_cursor);
    case escape: return escapeSequence();
    default: break;
    }
    if (byte < 0x20) return;
    // Text that brings its own indentation replaces ours.
    if (indented && byte == ' ') erase(0, m_cursor);
    const char character = static_cast<char>(byte);
    insert({&character, 1});
}

void LineEditor::escapeSequence()
{
    switch (m_terminal.read()) {
    case '[': return csi();
    case 'O':
        switch (m_terminal.read()) {
        case 'H': return moveTo(0);
        case 'F': return moveTo(m_text.size());
        default: return;
        }
    case 'b': return moveTo(wordBefore(m_cursor));
    case 'f': return moveTo(wordAfter(m_cursor));
    case 'd': return erase(m_cursor, wordAfter(m_cursor));
    case 0x7f: return erase(wordBefore(m_cursor), m_cursor);
    default: return;
    }
}

void LineEditor::csi()
{
    std::string arguments;
    std::uint8_t final = m_terminal.read();
    for (; final < 0x40 && final >= 0x20 && arguments.size() < 16; final = m_terminal.read()) arguments += static_cast<char>(final);
    const bool withControl = arguments == "1;5";
    switch (final) {
    case 'A': return recall(+1);
    case 'B': return recall(-1);
    case 'C': return moveTo(withControl ? wordAfter(m_cursor) : next(m_cursor));
    case 'D': return moveTo(withControl ? wordBefore(m_cursor) : previous(m_cursor));
    case 'H': return moveTo(0);
    case 'F': return moveTo(m_text.size());
    case '~': break;
    default: return;
    }
    if (arguments == "1" || arguments == "7") moveTo(0);
    if (arguments == "4" || arguments == "8") moveTo(m_text.size());
    if (arguments == "3") erase(m_cursor, next(m_cursor));
}

void LineEditor::insert(std::string_view text)
{
    m_text.insert(m_cursor, text);
    m_terminal.write(std::string_view(m_text).substr(m_cursor));
    m_cursor += text.size();
    // A character is shown when its last byte has come: until then its columns are those of what follows.
    back(columns(m_cursor, m_text.size()));
}

void LineEditor::erase(std::size_t from, std::size_t to)
{
    if (from == to) return;
    moveTo(from);
    m_text.erase(from, to - from);
    m_terminal.write("\x1b[K");
    m_terminal.write(std::string_view(m_text).substr(from));
    back(columns(from, m_text.size()));
}

// Within the indentation, a step of it.
void LineEditor::eraseBefore()
{
    const std::string_view before = std::string_view(m_text).substr(0, m_cursor);
    const bool inIndentation = m_cursor >= step && m_cursor % step == 0 && before.find_first_not_of(' ') == std::string_view::npos;
    erase(inIndentation ? m_cursor - step : previous(m_cursor), m_cursor);
}

void LineEditor::moveTo(std::size_t position)
{
    if (position < m_cursor) back(columns(position, m_cursor));
    else m_terminal.write(std::string_view(m_text).substr(m_cursor, position - m_cursor));
    m_cursor = position;
}

void LineEditor::replaceBy(std::string_view text)
{
    moveTo(0);
    m_text = text;
    m_terminal.write("\x1b[K");
    m_terminal.write(m_text);
    m_cursor = m_text.size();
}

void LineEditor::recall(int direction)
{
    if (direction > 0 ? m_age == m_history.size() : m_age == 0) return;
    if (m_age == 0) m_draft = m_text;
    m_age = direction > 0 ? m_age + 1 : m_age - 1;
    replaceBy(m_age == 0 ? std::string(m_draft) : m_history.back(m_age - 1));
}

void LineEditor::completeHere()
{
    const std::string before = m_text.substr(0, m_cursor);
    if (before.find_first_not_of(' ') == std::string::npos) return insert("    ");
    if (!m_complete) return;
    const Completion found = m_complete(before);
    if (!found.choices.empty()) {
        m_terminal.write(listing(found.choices));
        m_terminal.write(m_prompt);
        m_terminal.write(m_text);
        back(columns(m_cursor, m_text.size()));
    }
    if (!found.insertion.empty()) insert(found.insertion);
}

void LineEditor::indent(std::string_view before)
{
    m_indented = false;
    if (const std::size_t spaces = indentationAfter(before); spaces > 0) {
        insert(std::string(spaces, ' '));
        m_indented = true;
    }
}

void LineEditor::back(std::size_t count)
{
    if (count == 0) return;
    m_terminal.write(count <= shortMove ? std::string(count, '\b') : fmt::format("\x1b[{}D", count));
}

std::size_t LineEditor::previous(std::size_t position) const
{
    while (position > 0 && continues(m_text[--position])) {}
    return position;
}

std::size_t LineEditor::next(std::size_t position) const
{
    if (position < m_text.size()) ++position;
    while (position < m_text.size() && continues(m_text[position])) ++position;
    return position;
}

std::size_t LineEditor::wordBefore(std::size_t position) const
{
    while (position > 0 && !isWordCharacter(m_text[position - 1])) --position;
    while (position > 0 && isWordCharacter(m_text[position - 1])) --position;
    return position;
}

std::size_t LineEditor::wordAfter(std::size_t position) const
{
    while (position < m_text.size() && !isWordCharacter(m_text[position])) ++position;
    while (position < m_text.size() && isWordCharacter(m_text[position])) ++position;
    return position;
}

std::size_t LineEditor::columns(std::size_t from, std::size_t to) const
{
    return static_cast<std::size_t>(std::count_if(m_text.begin() + static_cast<std::ptrdiff_t>(from),
                                                  m_text.begin() + static_cast<std::ptrdiff_t>(to), [](char c) { return !continues(c); }));
}

}  // namespace coroboard::serial
