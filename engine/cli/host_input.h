// SPDX-License-Identifier: MIT
#pragma once
// HostInput: what is typed at coroboard-cli's own standard input, for --stdin. Never blocks unless asked to wait.

#include <chrono>
#include <string>

namespace coroboard::cli {

class HostInput {
public:
    // What has been typed since the last call; "" when nothing, or at the end of the input.
    std::string read();
    // Waits until something was typed, a signal came or the time is over. Returns at once at the end of the input.
    void wait(std::chrono::milliseconds limit);
    bool ended() const { return m_ended; }
    static bool isTerminal();

private:
    bool m_ended = false;
};

}  // namespace coroboard::cli
