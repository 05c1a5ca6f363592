// SPDX-License-Identifier: MIT
#pragma once
// Repl: MicroPython's REPL on a serial line, as boards speak it: the friendly one with prompt, echo, blocks and paste mode (Ctrl-E), the raw
// one for tools (Ctrl-A … Ctrl-B) and raw paste with flow control (Ctrl-E A Ctrl-A). It only reads, writes and asks the interpreter; it
// runs on the program's fibre, so a read that waits suspends the program.
// Source: https://docs.micropython.org/en/v1.27.0/reference/repl.html

#include <string>
#include <string_view>

#include "serial/line_editor.h"
#include "serial/session.h"
#include "serial/terminal.h"

namespace coroboard::serial {

// How text is compiled. Statement: one, and the value of an expression is shown. Paste: several, values shown. Module: several, silent.
enum class Input : std::uint8_t { Statement, Paste, Module };

// How it ended. Exit: SystemExit, which on a board means a soft reset.
enum class Outcome : std::uint8_t { Done, Exception, Exit };

class Interpreter {
public:
    virtual ~Interpreter() = default;

    // "MicroPython v1.27.0 on 2025-12-10; BOARD with CHIP".
    virtual std::string banner() const = 0;
    // Runs a text in __main__; what it prints goes to the terminal by itself. An exception leaves its traceback, lines ended with CR LF.
    virtual Outcome execute(std::string_view text, Input input, std::string& traceback) = 0;
    virtual Completion complete(std::string_view text) = 0;
};

class Repl {
public:
    Repl(Terminal& terminal, Interpreter& interpreter, Session& session);

    // Talks until a soft reset is asked for (Ctrl-D, SystemExit).
    void run();

private:
    // What becomes of the conversation: goes on in the session's mode, or ends.
    enum class Next : std::uint8_t { Continue, SoftReset };

    Next friendly();
    Next statement(std::string text);
    Next paste();
    Next raw();
    Next rawCommand(std::string_view source);
    Next rawPaste();
    Next run(std::string_view text, Input input);
    Outcome execute(std::string_view text, Input input);

    Terminal& m_terminal;
    Interpreter& m_interpreter;
    Session& m_session;
    LineEditor m_line;
    std::string m_traceback;
};

}  // namespace coroboard::serial
