// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TerminalText: what a stream of bytes looks like on a small terminal: UTF-8, CR, LF, BS, TAB, BEL, and of the CSI sequences C, D, G, K, J,
// H and m (16 and 256 colours, bold, inverse). It keeps finished lines until they are taken and the line under the cursor, which can
// still change. A plain value without Qt widgets: ConsoleView shows it, tests read it.

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <deque>
#include <vector>

namespace coroboard::gui {

// How a character looks; colours 0…255 as xterm numbers them, -1 = the theme's own.
struct TextLook {
    int foreground = -1;
    int background = -1;
    bool bold = false;
    bool inverse = false;
    bool operator==(const TextLook&) const = default;
};

struct TerminalCell {
    char32_t character = U' ';
    TextLook look;
};

using TerminalLine = std::vector<TerminalCell>;

class TerminalText {
public:
    // At most `limit` finished lines wait to be taken; older ones are forgotten.
    explicit TerminalText(std::size_t limit = 10'000) : m_limit(limit) {}

    void write(const QByteArray& bytes);

    // The lines finished since the last call, and whether the screen was cleared before them.
    struct Finished {
        bool cleared = false;
        std::deque<TerminalLine> lines;
    };
    Finished takeFinished();

    const TerminalLine& line() const { return m_line; }
    std::size_t column() const { return m_column; }

private:
    void put(char32_t character);
    void escape(char32_t character);
    void sequence(char32_t final);
    void look(const std::vector<int>& numbers);
    void finishLine();

    enum class State { Text, Escape, Sequence, StringSequence };

    std::size_t m_limit;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    State m_state = State::Text;
    QByteArray m_arguments;
    TerminalLine m_line;
    std::size_t m_column = 0;
    TextLook m_look;
    Finished m_finished;
};

}  // namespace coroboard::gui
