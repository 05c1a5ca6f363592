// SPDX-License-Identifier: MIT
#include "modules/python_repl.h"

#include <fmt/format.h>

#include "modules/micropython_firmware.h"
#include "program/program.h"

namespace coroboard::modules {

namespace {

constexpr int noCharacter = -1;
constexpr int controlC = 3;

}  // namespace

std::string withCarriageReturns(std::string_view text)
{
    std::string lines;
    lines.reserve(text.size() + 16);
    for (const char c : text) {
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

void PythonRepl::run()
{
    m_firmware.setInterruptCharacter(noCharacter);
    serial::Repl(*this, *this, m_session).run();
}

serial::LineEnd PythonRepl::readLine(std::string_view prompt, std::string& line)
{
    serial::LineEditor editor(*this, m_session.history, {});
    const serial::LineEnd end = editor.readLine(prompt);
    line = editor.text();
    return end;
}

std::uint8_t PythonRepl::read() { return m_firmware.readTyped(); }

void PythonRepl::write(std::string_view bytes) { m_firmware.send(bytes); }

std::string PythonRepl::banner() const
{
    return fmt::format("MicroPython v1.27.0 on 2025-12-10; {}", m_firmware.board().profile().chip.machine);
}

serial::Outcome PythonRepl::execute(std::string_view text, serial::Input input, std::string& traceback)
{
    std::string source(text);
    if (const auto wrong = program::checkAwaits(source, "<stdin>"); !wrong.empty()) {
        traceback = fmt::format("Traceback (most recent call last):\r\n  File \"<stdin>\", line {}\r\nSyntaxError: {}\r\n",
                                wrong.front().line, wrong.front().message);
        return serial::Outcome::Exception;
    }
    if (input == serial::Input::Paste) source = program::showingValues(source);
    m_firmware.setInterruptCharacter(controlC);
    const auto exception = m_firmware.vm().callWithText(input == serial::Input::Statement ? m_functions.single : m_functions.module, source);
    m_firmware.setInterruptCharacter(noCharacter);
    // A Ctrl-C that came too late for the program still belongs to it.
    const auto late = m_firmware.deliverInterrupt(m_functions.settle);
    return outcomeOf(exception ? exception : late, traceback);
}

serial::Outcome PythonRepl::outcomeOf(const std::optional<micropython::PythonException>& exception, std::string& traceback)
{
    if (!exception) return serial::Outcome::Done;
    if (exception->type == "SystemExit") return serial::Outcome::Exit;
    traceback = withCarriageReturns(MicroPythonFirmware::withoutOurFrames(exception->traceback));
    return serial::Outcome::Exception;
}

serial::Completion PythonRepl::complete(std::string_view text)
{
    m_completion = {};
    (void)m_firmware.vm().callWithText(m_functions.complete, text);
    return std::move(m_completion);
}

void PythonRepl::tellCompletion(std::string_view insertion, std::string_view choices)
{
    m_completion.insertion = insertion;
    while (!choices.empty()) {
        const std::size_t end = std::min(choices.find(' '), choices.size());
        m_completion.choices.emplace_back(choices.substr(0, end));
        choices.remove_prefix(std::min(end + 1, choices.size()));
    }
}

}  // namespace coroboard::modules
