// SPDX-License-Identifier: MIT
#pragma once
// TypedTerminal: a serial line whose typist has written everything in advance; reading past the end throws Silence. What the other end
// would show is kept as sent, and as a line of text with the cursor applied.

#include <string>
#include <string_view>

#include "serial/terminal.h"

namespace coroboard::test {

struct Silence {};

class TypedTerminal final : public serial::Terminal {
public:
    explicit TypedTerminal(std::string typed) : m_typed(std::move(typed)) {}

    std::uint8_t read() override
    {
        if (m_at == m_typed.size()) throw Silence{};
        return static_cast<std::uint8_t>(m_typed[m_at++]);
    }
    void write(std::string_view bytes) override { m_sent += bytes; }

    const std::string& sent() const { return m_sent; }
    bool allRead() const { return m_at == m_typed.size(); }

    // The last line as a terminal shows it, '|' where the cursor is. Knows CR LF, BS, CSI D and CSI K; one column a byte.
    std::string shown() const
    {
        std::string line;
        std::size_t column = 0;
        for (std::size_t i = 0; i < m_sent.size(); ++i) {
            const char c = m_sent[i];
            if (c == '\n') {
                line.clear();
                column = 0;
            } else if (c == '\r') {
                column = 0;
            } else if (c == '\b') {
                --column;
            } else if (c == '\x1b') {
                std::size_t count = 0;
                for (i += 2; m_sent[i] >= '0' && m_sent[i] <= '9'; ++i) count = count * 10 + static_cast<std::size_t>(m_sent[i] - '0');
                if (m_sent[i] == 'D') column -= count;
                if (m_sent[i] == 'K') line.resize(column);
            } else {
                if (column == line.size()) line += c;
                else line[column] = c;
                ++column;
            }
        }
        return line.insert(column, "|");
    }

private:
    std::string m_typed;
    std::size_t m_at = 0;
    std::string m_sent;
};

}  // namespace coroboard::test
