// SPDX-License-Identifier: MIT
// A TCP port on the loopback interface; one client at a time, the next one when it has gone.
#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "serial/descriptor.h"
#include "serial/port.h"

namespace coroboard::serial {

namespace {

class TcpPort final : public Port {
public:
    TcpPort(Descriptor listener, std::uint16_t number) : m_listener(std::move(listener)), m_number(number) {}

    std::string name() const override { return fmt::format("socket://127.0.0.1:{}", m_number); }
    std::string read() override
    {
        std::string bytes;
        if (!m_client) accept();
        if (m_client && (m_out.flush(m_client) == Descriptor::State::Closed || m_client.read(bytes) == Descriptor::State::Closed)) hangUp();
        return bytes;
    }
    void write(std::string_view bytes) override
    {
        if (!m_client) return;
        m_out.add(bytes);
        if (m_out.flush(m_client) == Descriptor::State::Closed) hangUp();
    }
    std::uint64_t dropped() const override { return m_out.dropped(); }

private:
    void accept()
    {
        m_client = Descriptor(::accept4(m_listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        const int on = 1;
        if (m_client) setsockopt(m_client.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    void hangUp()
    {
        m_client.reset();
        m_out.clear();
    }

    Descriptor m_listener;
    Descriptor m_client;
    std::uint16_t m_number;
    Outbox m_out;
};

}  // namespace

Result<std::unique_ptr<Port>> openTcp(std::uint16_t number)
{
    Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
    setsockopt(listener.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(number);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* where = reinterpret_cast<sockaddr*>(&address);
    socklen_t length = sizeof address;
    if (!listener || ::bind(listener.number(), where, length) != 0 || ::listen(listener.number(), 1) != 0 ||
        ::getsockname(listener.number(), where, &length) != 0)
        return failure(fmt::format("TCP port {}: {}", number, std::generic_category().message(errno)));
    return std::make_unique<TcpPort>(std::move(listener), ntohs(address.sin_port));
}

}  // namespace coroboard::serial
