// SPDX-License-Identifier: MIT
#pragma once
// LineEditor: one line typed at MicroPython's prompt, edited and echoed: cursor keys, Home, End, Delete, the Emacs keys, history, indentation
// that follows the block, completion with Tab. The other end is a terminal that shows what it is sent. Text is UTF-8; the cursor moves
// over whole characters.
// Source: https://docs.micropython.org/en/v1.27.0/reference/repl.html

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "serial/session.h"
#include "serial/terminal.h"

namespace coroboard::serial {

// What Tab finds for the text before the cursor. `insertion` is typed for the user; `choices`, if any, are listed first.
struct Completion {
    std::string insertion;
    std::vector<std::string> choices;
};

// How the line ended: Enter, or one of the control characters that mean something to the REPL.
enum class LineEnd : std::uint8_t { Enter, CtrlA, CtrlB, CtrlC, CtrlD, CtrlE };

class LineEditor {
public:
    using Complete = std::function<Completion(std::string_view)>;

    LineEditor(Terminal& terminal, History& history, Complete complete)
        : m_terminal(terminal), m_history(history), m_complete(std::move(complete))
    {
    }

    // Shows the prompt and reads a line into text(). `before` is what was typed above it in the same statement: it decides the indentation.
    // Ctrl-A, B, D and E end the line only while it is empty; Ctrl-C always does.
    LineEnd readLine(std::string_view prompt, std::string_view before = {});
    const std::string& text() const { return m_text; }

private:
    void take(std::uint8_t byte);
    void escapeSequence();
    void csi();
    void insert(std::string_view text);
    void erase(std::size_t from, std::size_t to);
    void eraseBefore();
    void moveTo(std::size_t position);
    void replaceBy(std::string_view text);
    void recall(int direction);
    void completeHere();
    void indent(std::string_view before);
    void back(std::size_t columns);
    std::size_t previous(std::size_t position) const;
    std::size_t next(std::size_t position) const;
    std::size_t wordBefore(std::size_t position) const;
    std::size_t wordAfter(std::size_t position) const;
    std::size_t columns(std::size_t from, std::size_t to) const;

    Terminal& m_terminal;
    History& m_history;
    Complete m_complete;
    std::string m_prompt;
    std::string m_text;
    std::string m_draft;                 // what was being typed when history was entered
    std::size_t m_cursor = 0;            // in bytes
    std::size_t m_age = 0;               // 0: the draft; n: n lines back in history
    bool m_indented = false;             // the indentation was put there by us and nothing was typed since
    bool m_afterReturn = false;          // a line feed right after Enter belongs to it
};

// The spaces a line begins with after these lines of a statement.
std::size_t indentationAfter(std::string_view before);

// Whether a statement typed so far goes on in another line: an open bracket or triple quote, a trailing backslash, or a block, which an
// empty line ends.
bool wantsMore(std::string_view statement);

}  // namespace coroboard::serial
