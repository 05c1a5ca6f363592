// SPDX-License-Identifier: MIT
#pragma once
// SerialTool: a program at the other end of the board's serial line, as mpremote or Thonny are: sends, waits for an answer (ten seconds at
// most), and speaks raw paste with its flow control (https://docs.micropython.org/en/v1.27.0/reference/repl.html).

#include <string>
#include <string_view>

namespace coroboard::test {

// Open files of the system, -1 when it cannot be done.
int openTerminal(const std::string& name);
int connectTo(int port);

class SerialTool {
public:
    // Takes the open file over.
    explicit SerialTool(int descriptor) : m_descriptor(descriptor) {}
    ~SerialTool();
    SerialTool(const SerialTool&) = delete;
    SerialTool& operator=(const SerialTool&) = delete;

    void send(std::string_view bytes);
    // Waits until this was received and forgets everything up to its end. False when it does not come.
    bool expect(std::string_view answer);
    // Everything received and not expected yet.
    const std::string& received() const { return m_received; }

    // From the raw REPL: pastes the source, never sending more than the board granted, and answers what came back after it.
    std::string pasteAndRun(std::string_view source);

private:
    bool receive();

    int m_descriptor;
    std::string m_received;
};

}  // namespace coroboard::test
