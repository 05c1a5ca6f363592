// SPDX-License-Identifier: MIT
#pragma once
// VirtualNetwork: the network of one board: the board alone, so that a program's own sockets reach each other over 127.0.0.1 or the
// board's address, by TCP and UDP. Nothing of the host's network is ever touched. Nothing is lost, reordered or late: a byte sent is there
// at the same instant; a full buffer takes no more.
// Calls answer a number >= 0 or the negative of an Error. Nothing blocks: who wants to wait is told of changes (onChange).
// Owned by the firmware of one power cycle; loop's thread only. Addresses and ports are in host byte order.

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace coroboard::network {

enum class Transport : std::uint8_t { Tcp, Udp };

struct Address {
    std::uint32_t host = 0;
    std::uint16_t port = 0;
    bool operator==(const Address&) const = default;
};

inline constexpr std::uint32_t anyHost = 0;
inline constexpr std::uint32_t loopback = 0x7f000001;        // 127.0.0.1
inline constexpr std::uint32_t boardAddress = 0xc0a80132;    // 192.168.1.50

// MicroPython's errno numbers.
enum class Error : std::int32_t {
    BadNumber = 9,
    WouldBlock = 11,
    NoMemory = 12,
    Invalid = 22,
    NotSupported = 95,
    AddressInUse = 98,
    ConnectionReset = 104,
    IsConnected = 106,
    NotConnected = 107,
    ConnectionRefused = 111,
    HostUnreachable = 113,
};

using SocketNumber = std::int32_t;

class VirtualNetwork {
public:
    // What a poll would tell; the numbers are those of select.POLLIN, POLLOUT, POLLHUP.
    static constexpr std::uint32_t readable = 1;
    static constexpr std::uint32_t writable = 4;
    static constexpr std::uint32_t hungUp = 16;

    static constexpr std::size_t mostSockets = 64;
    static constexpr std::size_t windowBytes = 5840;          // received and not yet read, of one connection
    static constexpr std::size_t mostDatagrams = 8;           // the same of a UDP socket; further ones are lost
    static constexpr std::size_t mostDatagramBytes = 1472;    // what fits into an Ethernet frame

    // Told of the socket whose readiness may have changed.
    explicit VirtualNetwork(std::function<void(SocketNumber)> onChange) : m_onChange(std::move(onChange)) {}

    std::int32_t open(Transport transport);
    std::int32_t close(SocketNumber number);
    std::int32_t bind(SocketNumber number, Address address);
    std::int32_t listen(SocketNumber number, std::size_t backlog);
    // TCP: connected on return, or refused. UDP: where send() sends to.
    std::int32_t connect(SocketNumber number, Address address);
    // The new socket.
    std::int32_t accept(SocketNumber number);
    // How many bytes were taken; WouldBlock when none.
    std::int32_t send(SocketNumber number, std::span<const std::uint8_t> bytes);
    // How many bytes came; 0 at the end of the stream. Of a datagram what does not fit is lost.
    std::int32_t receive(SocketNumber number, std::span<std::uint8_t> bytes);
    std::int32_t sendTo(SocketNumber number, std::span<const std::uint8_t> bytes, Address address);

    std::uint32_t ready(SocketNumber number) const;
    // Bytes that wait to be read, of a datagram socket those of the next datagram.
    std::size_t available(SocketNumber number) const;
    // Those up to the end of the line; all when no line has ended.
    std::size_t lineLength(SocketNumber number) const;
    // The other end of a connection, or the sender of the datagram received last.
    Address peer(SocketNumber number) const;

private:
    enum class Role : std::uint8_t { Fresh, Listening, Connected, PeerGone, Datagrams };
    struct Datagram {
        Address from;
        std::vector<std::uint8_t> bytes;
    };
    struct Socket {
        Role role = Role::Fresh;
        Address local;
        Address remote;
        SocketNumber other = -1;               // the socket at the other end
        std::size_t backlog = 0;
        std::deque<SocketNumber> arrivals;     // connections not yet accepted
        std::deque<std::uint8_t> received;
        std::deque<Datagram> datagrams;
        bool isBound() const { return local.port != 0; }
    };

    Socket* find(SocketNumber number) const;
    SocketNumber listenerAt(Address address) const;
    bool isTaken(std::uint16_t port, bool datagrams) const;
    std::uint16_t freePort(bool datagrams);
    void changed(SocketNumber number) const { m_onChange(number); }
    static bool isHere(std::uint32_t host) { return host >> 24 == 127 || host == boardAddress; }

    std::function<void(SocketNumber)> m_onChange;
    std::array<std::unique_ptr<Socket>, mostSockets> m_sockets;
    std::uint16_t m_nextPort = 49152;
};

}  // namespace coroboard::network
