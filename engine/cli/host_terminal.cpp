// SPDX-License-Identifier: MIT
#include "cli/host_terminal.h"

#include <unistd.h>

namespace coroboard::cli {

HostTerminal::HostTerminal()
{
    tcgetattr(STDIN_FILENO, &m_before);
    termios direct = m_before;
    direct.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
    direct.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IXON);
    direct.c_cc[VMIN] = 1;
    direct.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &direct);
}

HostTerminal::~HostTerminal() { tcsetattr(STDIN_FILENO, TCSANOW, &m_before); }

}  // namespace coroboard::cli
