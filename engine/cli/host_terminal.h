// SPDX-License-Identifier: MIT
#pragma once
// HostTerminal: while it lives, coroboard-cli's own terminal hands on every key at once and shows nothing by itself: the board echoes, and
// Ctrl-C is the board's. Output stays as it was. Only made when standard input is a terminal.

#include <termios.h>

namespace coroboard::cli {

class HostTerminal {
public:
    // Ctrl-]: hangs up.
    static constexpr char hangUp = 0x1d;

    HostTerminal();
    ~HostTerminal();
    HostTerminal(const HostTerminal&) = delete;
    HostTerminal& operator=(const HostTerminal&) = delete;

private:
    termios m_before{};
};

}  // namespace coroboard::cli
