// SPDX-License-Identifier: MIT
#include "serial/repl.h"

#include <utility>

namespace coroboard::serial {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view prompt = ">>> ";
constexpr std::string_view continuation = "... ";
constexpr std::string_view pasting = "=== ";
constexpr std::string_view endOfData = "\x04";
constexpr unsigned window = 2048;        // bytes a tool may send ahead in raw paste; two windows at first
constexpr std::size_t longestSource = std::size_t{1} << 20;    // more than any board could hold

// One byte more is kept, to know that it was too long.
void append(std::string& source, char byte)
{
    if (source.size() <= longestSource) source += byte;
}

}  // namespace

Repl::Repl(Terminal& terminal, Interpreter& interpreter, Session& session)
    : m_terminal(terminal), m_interpreter(interpreter), m_session(session),
      m_line(terminal, session.history, [&interpreter](std::string_view text) { return interpreter.complete(text); })
{
}

void Repl::run()
{
    while ((m_session.mode == ReplMode::Raw ? raw() : friendly()) == Next::Continue) {}
}

Repl::Next Repl::friendly()
{
    m_terminal.write(m_interpreter.banner());
    m_terminal.write("\r\nType \"help()\" for more information.\r\n");
    for (;;) {
        switch (m_line.readLine(prompt)) {
        case LineEnd::CtrlA:
            m_terminal.write("\r\n");
            m_session.mode = ReplMode::Raw;
            return Next::Continue;
        case LineEnd::CtrlB: m_terminal.write("\r\n"); return Next::Continue;
        case LineEnd::CtrlC: m_terminal.write("\r\n"); break;
        case LineEnd::CtrlD: m_terminal.write("\r\n"); return Next::SoftReset;
        case LineEnd::CtrlE:
            if (paste() == Next::SoftReset) return Next::SoftReset;
            break;
        case LineEnd::Enter:
            if (statement(m_line.text()) == Next::SoftReset) return Next::SoftReset;
            break;
        }
    }
}

// Reads the lines a statement still wants, then runs it. Ctrl-D ends it as an empty line does.
Repl::Next Repl::statement(std::string text)
{
    while (wantsMore(text)) {
        text += '\n';
        const LineEnd end = m_line.readLine(continuation, text);
        if (end == LineEnd::CtrlC) {
            m_terminal.write("\r\n");
            return Next::Continue;
        }
        if (end == LineEnd::CtrlD) {
            m_terminal.write("\r\n");
            break;
        }
        if (end == LineEnd::Enter) {
            text += m_line.text();
        } else {
            text.pop_back();
            m_terminal.write("\r");
        }
    }
    return text.find_first_not_of(" \n") == std::string::npos ? Next::Continue : run(text, Input::Statement);
}

Repl::Next Repl::paste()
{
    m_terminal.write("\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n");
    m_terminal.write(pasting);
    std::string text;
    for (char before = 0;;) {
        const char byte = static_cast<char>(m_terminal.read());
        if (byte == control::c || byte == control::d) {
            m_terminal.write("\r\n");
            return byte == control::c ? Next::Continue : run(text, Input::Paste);
        }
        const bool paired = byte == '\n' && before == '\r';
        before = byte;
        if (paired) continue;
        if (byte == '\r' || byte == '\n') {
            append(text, '\n');
            m_terminal.write("\r\n");
            m_terminal.write(pasting);
        } else {
            append(text, byte);
            m_terminal.write({&byte, 1});
        }
    }
}

Repl::Next Repl::run(std::string_view text, Input input)
{
    const Outcome outcome = execute(text, input);
    if (outcome == Outcome::Exception) m_terminal.write(m_traceback);
    return outcome == Outcome::Exit ? Next::SoftReset : Next::Continue;
}

Outcome Repl::execute(std::string_view text, Input input)
{
    if (text.size() > longestSource) {
        m_traceback = "MemoryError: more than a mebibyte of source\r\n";
        return Outcome::Exception;
    }
    return m_interpreter.execute(text, input, m_traceback);
}

Repl::Next Repl::raw()
{
    m_terminal.write("raw REPL; CTRL-B to exit\r\n>");
    std::string source;
    for (;;) {
        const char byte = static_cast<char>(m_terminal.read());
        switch (byte) {
        case control::a:
            if (source == "\x05"
                          "A") {
                if (rawPaste() == Next::SoftReset) return Next::SoftReset;
                m_terminal.write(">");
            } else if (source.size() == 2 && source[0] == control::e) {
                m_terminal.write("R\x00>"sv);    // a command there is not
            } else {
                m_terminal.write("raw REPL; CTRL-B to exit\r\n>");
            }
            source.clear();
            break;
        case control::b:
            m_terminal.write("\r\n");
            m_session.mode = ReplMode::Friendly;
            return Next::Continue;
        case control::c: source.clear(); break;
        case control::d:
            m_terminal.write("OK");
            if (source.empty()) {
                m_terminal.write("\r\n");
                return Next::SoftReset;
            }
            if (rawCommand(source) == Next::SoftReset) return Next::SoftReset;
            m_terminal.write(">");
            source.clear();
            break;
        default: append(source, byte); break;
        }
    }
}

// What it prints, an end, the traceback if there is one, an end.
Repl::Next Repl::rawCommand(std::string_view source)
{
    const Outcome outcome = execute(source, Input::Module);
    m_terminal.write(endOfData);
    if (outcome == Outcome::Exception) m_terminal.write(m_traceback);
    m_terminal.write(endOfData);
    return outcome == Outcome::Exit ? Next::SoftReset : Next::Continue;
}

Repl::Next Repl::rawPaste()
{
    m_terminal.write("R\x01");
    const char sizes[] = {static_cast<char>(window & 0xff), static_cast<char>(window >> 8), '\x01'};
    m_terminal.write({sizes, sizeof sizes});
    std::string source;
    for (unsigned remain = window;;) {
        const char byte = static_cast<char>(m_terminal.read());
        if (byte == control::c) {
            m_terminal.write("\x04\x04");
            m_terminal.write("Traceback (most recent call last):\r\nKeyboardInterrupt: \r\n");
            m_terminal.write(endOfData);
            return Next::Continue;
        }
        if (byte == control::d) {
            m_terminal.write(endOfData);
            return rawCommand(source);
        }
        append(source, byte);
        if (--remain == 0) {
            m_terminal.write("\x01");
            remain = window;
        }
    }
}

}  // namespace coroboard::serial
