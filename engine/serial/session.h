// SPDX-License-Identifier: MIT
#pragma once
// Session: what the serial line keeps while the interpreter behind it is started anew (a soft reset): which REPL is spoken, the lines
// typed before, and bytes that arrived and were not read yet. Owned by the board's power cycle, shared with its firmware; one thread.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace coroboard::serial {

// Friendly: for people, with prompt and echo. Raw: for tools (mpremote, Thonny).
enum class ReplMode : std::uint8_t { Friendly, Raw };

// The lines typed at the prompt, oldest first, bounded; no empty lines and none twice in a row.
class History {
public:
    static constexpr std::size_t capacity = 100;

    void push(std::string_view line)
    {
        if (line.empty() || (!m_lines.empty() && m_lines.back() == line)) return;
        if (m_lines.size() == capacity) m_lines.pop_front();
        m_lines.emplace_back(line);
    }
    std::size_t size() const { return m_lines.size(); }
    // 0 is the newest.
    const std::string& back(std::size_t age) const { return m_lines[m_lines.size() - 1 - age]; }

private:
    std::deque<std::string> m_lines;
};

struct Session {
    ReplMode mode = ReplMode::Friendly;
    History history;
    std::deque<std::uint8_t> unread;
};

}  // namespace coroboard::serial
