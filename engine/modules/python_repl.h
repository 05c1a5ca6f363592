// SPDX-License-Identifier: MIT
#pragma once
// PythonRepl: the prompt of the board's interpreter: connects the REPL's conversation (serial/repl.h) with the firmware that reads and
// writes the serial line and with the interpreter that runs what was typed. Made on the fibre once the program has ended.

#include <string>

#include "modules/boot.h"
#include "serial/repl.h"

namespace coroboard::modules {

class MicroPythonFirmware;

class PythonRepl final : private serial::Terminal, private serial::Interpreter {
public:
    PythonRepl(MicroPythonFirmware& firmware, const ReplFunctions& functions, serial::Session& session)
        : m_firmware(firmware), m_functions(functions), m_session(session)
    {
    }

    // Talks until a soft reset is asked for.
    void run();
    micropython::Reference settle() const { return m_functions.settle; }
    // One line for input(), edited as at the prompt. CtrlD: the end of the input; CtrlC: interrupted.
    serial::LineEnd readLine(std::string_view prompt, std::string& line);
    // What Tab found, told by the Python side while complete() waits for it.
    void tellCompletion(std::string_view insertion, std::string_view choices);

private:
    std::uint8_t read() override;
    void write(std::string_view bytes) override;
    std::string banner() const override;
    serial::Outcome execute(std::string_view text, serial::Input input, std::string& traceback) override;
    serial::Completion complete(std::string_view text) override;
    serial::Outcome outcomeOf(const std::optional<micropython::PythonException>& exception, std::string& traceback);

    MicroPythonFirmware& m_firmware;
    ReplFunctions m_functions;
    serial::Session& m_session;
    serial::Completion m_completion;
};

// Lines as a serial terminal wants them: "\n" becomes "\r\n".
std::string withCarriageReturns(std::string_view text);

}  // namespace coroboard::modules
