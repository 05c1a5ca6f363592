// SPDX-License-Identifier: MIT
#include "cli/host_input.h"

#include <array>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace coroboard::cli {

namespace {

bool readable(int milliseconds)
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, milliseconds) > 0;
}

}  // namespace

std::string HostInput::read()
{
    std::string typed;
    std::array<char, 4096> bytes;
    while (!m_ended && readable(0)) {
        const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count > 0) typed.append(bytes.data(), static_cast<std::size_t>(count));
        else if (count == 0 || errno != EINTR) m_ended = true;
    }
    return typed;
}

void HostInput::wait(std::chrono::milliseconds limit)
{
    if (!m_ended) readable(static_cast<int>(limit.count()));
}

bool HostInput::isTerminal() { return isatty(STDIN_FILENO) == 1; }

}  // namespace coroboard::cli
