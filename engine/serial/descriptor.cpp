// SPDX-License-Identifier: MIT
#include "serial/descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace coroboard::serial {

void Descriptor::reset()
{
    if (m_number >= 0) ::close(std::exchange(m_number, -1));
}

Descriptor::State Descriptor::read(std::string& bytes)
{
    std::array<char, 4096> block;
    const ssize_t count = ::read(m_number, block.data(), block.size());
    if (count > 0) bytes.append(block.data(), static_cast<std::size_t>(count));
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR)) ? State::Open : State::Closed;
}

Descriptor::State Descriptor::write(std::string_view bytes, std::size_t& taken)
{
    taken = 0;
    while (taken < bytes.size()) {
        // A socket whose other end is gone is no reason for a signal; a pseudo-terminal is no socket.
        ssize_t count = ::send(m_number, bytes.data() + taken, bytes.size() - taken, MSG_NOSIGNAL);
        if (count < 0 && errno == ENOTSOCK) count = ::write(m_number, bytes.data() + taken, bytes.size() - taken);
        if (count < 0) return errno == EAGAIN || errno == EINTR ? State::Open : State::Closed;
        taken += static_cast<std::size_t>(count);
    }
    return State::Open;
}

void Outbox::add(std::string_view bytes)
{
    const std::size_t room = std::min(capacity - m_bytes.size(), bytes.size());
    m_bytes += bytes.substr(0, room);
    m_dropped += bytes.size() - room;
}

Descriptor::State Outbox::flush(Descriptor& into)
{
    std::size_t taken = 0;
    const Descriptor::State state = into.write(m_bytes, taken);
    m_bytes.erase(0, taken);
    return state;
}

}  // namespace coroboard::serial
