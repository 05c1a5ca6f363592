// SPDX-License-Identifier: MIT
// A pseudo-terminal. The far end is opened and closed once: its settings stay, and from then on the system tells (POLLHUP) whether a
// program has it open.
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "serial/descriptor.h"
#include "serial/port.h"

namespace coroboard::serial {

namespace {

std::string systemMessage() { return std::generic_category().message(errno); }

class PtyPort final : public Port {
public:
    PtyPort(Descriptor near, std::string name) : m_near(std::move(near)), m_name(std::move(name)) {}

    std::string name() const override { return m_name; }
    std::string read() override
    {
        std::string bytes;
        if (isConnected()) {
            m_out.flush(m_near);
            m_near.read(bytes);
        }
        return bytes;
    }
    void write(std::string_view bytes) override
    {
        if (!isConnected()) return m_out.clear();
        m_out.add(bytes);
        m_out.flush(m_near);
    }
    std::uint64_t dropped() const override { return m_out.dropped(); }

private:
    bool isConnected() const
    {
        pollfd state{m_near.number(), POLLIN, 0};
        return poll(&state, 1, 0) >= 0 && (state.revents & POLLHUP) == 0;
    }

    Descriptor m_near;
    std::string m_name;
    Outbox m_out;
};

}  // namespace

Result<std::unique_ptr<Port>> openPty()
{
    Descriptor near(posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!near || grantpt(near.number()) != 0 || unlockpt(near.number()) != 0) return failure("no pseudo-terminal: " + systemMessage());
    const std::string name = ptsname(near.number());
    const Descriptor far(::open(name.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    termios settings{};
    if (!far || tcgetattr(far.number(), &settings) != 0) return failure("no pseudo-terminal: " + systemMessage());
    cfmakeraw(&settings);
    tcsetattr(far.number(), TCSANOW, &settings);
    return std::make_unique<PtyPort>(std::move(near), name);
}

}  // namespace coroboard::serial
