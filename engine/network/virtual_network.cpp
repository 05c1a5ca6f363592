// SPDX-License-Identifier: MIT
#include "network/virtual_network.h"

#include <algorithm>

namespace coroboard::network {

namespace {

constexpr std::uint16_t firstEphemeralPort = 49152;

std::int32_t failed(Error error) { return -static_cast<std::int32_t>(error); }

}  // namespace

VirtualNetwork::Socket* VirtualNetwork::find(SocketNumber number) const
{
    return number >= 0 && static_cast<std::size_t>(number) < m_sockets.size() ? m_sockets[number].get() : nullptr;
}

std::int32_t VirtualNetwork::open(Transport transport)
{
    const auto unused = std::find(m_sockets.begin(), m_sockets.end(), nullptr);
    if (unused == m_sockets.end()) return failed(Error::NoMemory);
    *unused = std::make_unique<Socket>();
    if (transport == Transport::Udp) (*unused)->role = Role::Datagrams;
    return static_cast<SocketNumber>(unused - m_sockets.begin());
}

std::int32_t VirtualNetwork::close(SocketNumber number)
{
    Socket* socket = find(number);
    if (!socket) return failed(Error::BadNumber);
    if (Socket* other = find(socket->other)) {
        other->role = Role::PeerGone;
        other->other = -1;
    }
    const SocketNumber other = socket->other;
    const auto arrivals = std::move(socket->arrivals);
    m_sockets[number].reset();
    for (const SocketNumber arrival : arrivals) close(arrival);
    if (other >= 0) changed(other);
    return 0;
}

// -- Names.

bool VirtualNetwork::isTaken(std::uint16_t port, bool datagrams) const
{
    return std::any_of(m_sockets.begin(), m_sockets.end(), [&](const auto& one) {
        return one && one->local.port == port && (one->role == Role::Datagrams) == datagrams;
    });
}

std::uint16_t VirtualNetwork::freePort(bool datagrams)
{
    for (;;) {
        const std::uint16_t port = m_nextPort;
        m_nextPort = port == 65535 ? firstEphemeralPort : static_cast<std::uint16_t>(port + 1);
        if (!isTaken(port, datagrams)) return port;
    }
}

std::int32_t VirtualNetwork::bind(SocketNumber number, Address address)
{
    Socket* socket = find(number);
    if (!socket) return failed(Error::BadNumber);
    const bool datagrams = socket->role == Role::Datagrams;
    if (socket->isBound() || (socket->role != Role::Fresh && !datagrams)) return failed(Error::Invalid);
    if (address.host != anyHost && !isHere(address.host)) return failed(Error::HostUnreachable);
    if (address.port == 0) address.port = freePort(datagrams);
    if (isTaken(address.port, datagrams)) return failed(Error::AddressInUse);
    socket->local = address;
    return 0;
}

// -- Connections.

std::int32_t VirtualNetwork::listen(SocketNumber number, std::size_t backlog)
{
    Socket* socket = find(number);
    if (!socket) return failed(Error::BadNumber);
    if (socket->role == Role::Datagrams) return failed(Error::NotSupported);
    if (socket->role != Role::Fresh && socket->role != Role::Listening) return failed(Error::Invalid);
    if (!socket->isBound()) socket->local.port = freePort(false);
    socket->role = Role::Listening;
    socket->backlog = std::max<std::size_t>(1, backlog);
    return 0;
}

SocketNumber VirtualNetwork::listenerAt(Address address) const
{
    for (std::size_t i = 0; i < m_sockets.size(); ++i) {
        const Socket* one = m_sockets[i].get();
        if (one && one->role == Role::Listening && one->local.port == address.port &&
            (one->local.host == anyHost || one->local.host == address.host))
            return static_cast<SocketNumber>(i);
    }
    return -1;
}

std::int32_t VirtualNetwork::connect(SocketNumber number, Address address)
{
    Socket* socket = find(number);
    if (!socket) return failed(Error::BadNumber);
    if (!isHere(address.host)) return failed(Error::HostUnreachable);
    if (socket->role == Role::Datagrams) {
        socket->remote = address;
        return 0;
    }
    if (socket->role == Role::Connected) return failed(Error::IsConnected);
    if (socket->role != Role::Fresh) return failed(Error::Invalid);
    const SocketNumber listening = listenerAt(address);
    if (listening < 0 || m_sockets[listening]->arrivals.size() >= m_sockets[listening]->backlog) return failed(Error::ConnectionRefused);
    const std::int32_t far = open(Transport::Tcp);
    if (far < 0) return failed(Error::ConnectionRefused);
    if (!socket->isBound()) socket->local = {address.host, freePort(false)};
    Socket& accepted = *m_sockets[far];
    accepted.role = socket->role = Role::Connected;
    accepted.local = socket->remote = address;
    accepted.remote = {socket->local.host == anyHost ? address.host : socket->local.host, socket->local.port};
    accepted.other = number;
    socket->other = far;
    m_sockets[listening]->arrivals.push_back(far);
    changed(listening);
    changed(number);
    return 0;
}

std::int32_t VirtualNetwork::accept(SocketNumber number)
{
    Socket* socket = find(number);
    if (!socket) return failed(Error::BadNumber);
    if (socket->role != Role::Listening) return failed(Error::Invalid);
    if (socket->arrivals.empty()) return failed(Error::WouldBlock);
    const SocketNumber arrival = socket->arrivals.front();
    socket->arrivals.pop_front();
    return arrival;
}

// -- Bytes.

std::int32_t VirtualNetwork::send(SocketNumber number, std::span<const std::uint8_t> bytes)
{
    Socket* socket = find(number);
    if (!socket) return failed(Error::BadNumber);
    if (socket->role == Role::Datagrams)
        return socket->remote.port == 0 ? failed(Error::NotConnected) : sendTo(number, bytes, socket->remote);
    if (socket->role == Role::PeerGone) return failed(Error::ConnectionReset);
    Socket* other = find(socket->other);
    if (socket->role != Role::Connected || !other) return failed(Error::NotConnected);
    const std::size_t count = std::min(bytes.size(), windowBytes - other->received.size());
    if (count == 0 && !bytes.empty()) return failed(Error::WouldBlock);
    other->received.insert(other->received.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
    if (count > 0) changed(socket->other);
    return static_cast<std::int32_t>(count);
}

std::int32_t VirtualNetwork::receive(SocketNumber number, std::span<std::uint8_t> bytes)
{
    Socket* socket = find(number);
    if (!socket) return failed(Error::BadNumber);
    if (socket->role == Role::Datagrams) {
        if (socket->datagrams.empty()) return failed(Error::WouldBlock);
        const Datagram datagram = std::move(socket->datagrams.front());
        socket->datagrams.pop_front();
        socket->remote = datagram.from;
        const std::size_t count = std::min(bytes.size(), datagram.bytes.size());
        std::copy_n(datagram.bytes.begin(), count, bytes.begin());
        return static_cast<std::int32_t>(count);
    }
    if (socket->role != Role::Connected && socket->role != Role::PeerGone) return failed(Error::NotConnected);
    if (socket->received.empty()) return socket->role == Role::PeerGone ? 0 : failed(Error::WouldBlock);
    const std::size_t count = std::min(bytes.size(), socket->received.size());
    const auto end = socket->received.begin() + static_cast<std::ptrdiff_t>(count);
    std::copy(socket->received.begin(), end, bytes.begin());
    socket->received.erase(socket->received.begin(), end);
    if (socket->other >= 0 && count > 0) changed(socket->other);
    return static_cast<std::int32_t>(count);
}

std::int32_t VirtualNetwork::sendTo(SocketNumber number, std::span<const std::uint8_t> bytes, Address address)
{
    Socket* socket = find(number);
    if (!socket) return failed(Error::BadNumber);
    if (socket->role != Role::Datagrams) return failed(Error::NotSupported);
    if (!isHere(address.host)) return failed(Error::HostUnreachable);
    if (bytes.size() > mostDatagramBytes) return failed(Error::NoMemory);
    if (!socket->isBound()) socket->local.port = freePort(true);
    const Address from{socket->local.host == anyHost ? address.host : socket->local.host, socket->local.port};
    for (std::size_t i = 0; i < m_sockets.size(); ++i) {
        Socket* one = m_sockets[i].get();
        if (!one || one->role != Role::Datagrams || one->local.port != address.port) continue;
        if (one->local.host != anyHost && one->local.host != address.host) continue;
        if (one->datagrams.size() >= mostDatagrams) break;
        one->datagrams.push_back({from, {bytes.begin(), bytes.end()}});
        changed(static_cast<SocketNumber>(i));
        break;
    }
    return static_cast<std::int32_t>(bytes.size());
}

// -- What is there.

std::uint32_t VirtualNetwork::ready(SocketNumber number) const
{
    const Socket* socket = find(number);
    if (!socket) return hungUp;
    switch (socket->role) {
    case Role::Fresh: return writable | hungUp;
    case Role::Listening: return socket->arrivals.empty() ? 0 : readable;
    case Role::Datagrams: return writable | (socket->datagrams.empty() ? 0 : readable);
    case Role::PeerGone: return readable | writable | hungUp;
    case Role::Connected: break;
    }
    const Socket* other = find(socket->other);
    const bool hasRoom = other && other->received.size() < windowBytes;
    return (socket->received.empty() ? 0 : readable) | (hasRoom ? writable : 0);
}

std::size_t VirtualNetwork::available(SocketNumber number) const
{
    const Socket* socket = find(number);
    if (!socket) return 0;
    return socket->datagrams.empty() ? socket->received.size() : socket->datagrams.front().bytes.size();
}

std::size_t VirtualNetwork::lineLength(SocketNumber number) const
{
    const Socket* socket = find(number);
    if (!socket) return 0;
    const auto end = std::find(socket->received.begin(), socket->received.end(), '\n');
    return static_cast<std::size_t>(end - socket->received.begin()) + (end == socket->received.end() ? 0 : 1);
}

Address VirtualNetwork::peer(SocketNumber number) const
{
    const Socket* socket = find(number);
    return socket ? socket->remote : Address{};
}

}  // namespace coroboard::network
