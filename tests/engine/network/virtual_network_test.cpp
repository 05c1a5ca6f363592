// SPDX-License-Identifier: MIT
#include "network/virtual_network.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

using namespace coroboard::network;

std::int32_t minus(Error error) { return -static_cast<std::int32_t>(error); }

struct VirtualNetworkTest : testing::Test {
    std::vector<SocketNumber> changes;
    VirtualNetwork network{[this](SocketNumber number) { changes.push_back(number); }};

    std::int32_t send(SocketNumber number, std::string_view text)
    {
        return network.send(number, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }
    std::string receive(SocketNumber number, std::size_t most = 100)
    {
        std::string text(most, '\0');
        const std::int32_t count = network.receive(number, {reinterpret_cast<std::uint8_t*>(text.data()), most});
        return count < 0 ? "error " + std::to_string(-count) : text.substr(0, static_cast<std::size_t>(count));
    }
    SocketNumber listener(std::uint16_t port, std::size_t backlog = 2)
    {
        const SocketNumber number = network.open(Transport::Tcp);
        EXPECT_EQ(network.bind(number, {anyHost, port}), 0);
        EXPECT_EQ(network.listen(number, backlog), 0);
        return number;
    }
};

TEST_F(VirtualNetworkTest, bytesOfAConnectionArriveInOrderAndTheEndAfterThem)
{
    const SocketNumber listening = listener(80);
    const SocketNumber client = network.open(Transport::Tcp);
    EXPECT_EQ(network.ready(listening), 0u);
    ASSERT_EQ(network.connect(client, {loopback, 80}), 0);
    EXPECT_EQ(network.ready(listening), VirtualNetwork::readable);
    const SocketNumber server = network.accept(listening);
    ASSERT_GE(server, 0);
    EXPECT_EQ(network.peer(server).host, loopback);
    EXPECT_EQ(network.peer(client), (Address{loopback, 80}));

    EXPECT_EQ(receive(server), "error 11");
    EXPECT_EQ(send(client, "hello\nworld"), 11);
    EXPECT_EQ(network.lineLength(server), 6u);
    EXPECT_EQ(receive(server, 6), "hello\n");
    network.close(client);
    EXPECT_EQ(receive(server), "world");
    EXPECT_EQ(receive(server), "");
    EXPECT_EQ(send(server, "x"), minus(Error::ConnectionReset));
}

TEST_F(VirtualNetworkTest, aConnectionIsRefusedWhereNobodyListensOrTooManyWait)
{
    const SocketNumber client = network.open(Transport::Tcp);
    EXPECT_EQ(network.connect(client, {loopback, 80}), minus(Error::ConnectionRefused));
    EXPECT_EQ(network.connect(client, {0x08080808, 80}), minus(Error::HostUnreachable));
    listener(80, 1);
    EXPECT_EQ(network.connect(client, {boardAddress, 80}), 0);
    EXPECT_EQ(network.connect(network.open(Transport::Tcp), {boardAddress, 80}), minus(Error::ConnectionRefused));
    EXPECT_EQ(network.connect(client, {boardAddress, 80}), minus(Error::IsConnected));
}

TEST_F(VirtualNetworkTest, aFullWindowTakesNoMoreUntilSomethingWasRead)
{
    const SocketNumber listening = listener(80);
    const SocketNumber client = network.open(Transport::Tcp);
    network.connect(client, {loopback, 80});
    const SocketNumber server = network.accept(listening);
    const std::string much(VirtualNetwork::windowBytes + 10, 'x');
    EXPECT_EQ(send(client, much), static_cast<std::int32_t>(VirtualNetwork::windowBytes));
    EXPECT_EQ(send(client, "y"), minus(Error::WouldBlock));
    EXPECT_EQ(network.ready(client) & VirtualNetwork::writable, 0u);
    changes.clear();
    receive(server, 10);
    EXPECT_EQ(changes, std::vector<SocketNumber>{client});
    EXPECT_EQ(send(client, much), 10);
}

TEST_F(VirtualNetworkTest, datagramsKeepTheirBoundsAndTellTheirSender)
{
    const SocketNumber one = network.open(Transport::Udp);
    const SocketNumber two = network.open(Transport::Udp);
    ASSERT_EQ(network.bind(one, {anyHost, 5000}), 0);
    const std::uint8_t bytes[] = {'a', 'b', 'c'};
    EXPECT_EQ(network.sendTo(two, bytes, {loopback, 5001}), 3);    // nobody is there: lost
    for (std::size_t i = 0; i < VirtualNetwork::mostDatagrams + 3; ++i) EXPECT_EQ(network.sendTo(two, bytes, {loopback, 5000}), 3);
    EXPECT_EQ(receive(one, 2), "ab");
    EXPECT_EQ(network.peer(one).host, loopback);
    EXPECT_NE(network.peer(one).port, 0);
    for (std::size_t i = 1; i < VirtualNetwork::mostDatagrams; ++i) EXPECT_EQ(receive(one), "abc");
    EXPECT_EQ(receive(one), "error 11");
}

TEST_F(VirtualNetworkTest, portsAndNumbersAreLimited)
{
    listener(80);
    const SocketNumber late = network.open(Transport::Tcp);
    EXPECT_EQ(network.bind(late, {anyHost, 80}), minus(Error::AddressInUse));
    EXPECT_EQ(network.accept(late), minus(Error::Invalid));
    EXPECT_EQ(receive(late), "error 107");
    EXPECT_EQ(network.close(99), minus(Error::BadNumber));
    while (network.open(Transport::Udp) >= 0) {
    }
    EXPECT_EQ(network.open(Transport::Tcp), minus(Error::NoMemory));
    network.close(late);
    EXPECT_EQ(network.open(Transport::Tcp), late);
}

TEST_F(VirtualNetworkTest, closingAListenerEndsWhatNobodyAccepted)
{
    const SocketNumber listening = listener(80);
    const SocketNumber client = network.open(Transport::Tcp);
    network.connect(client, {loopback, 80});
    network.close(listening);
    EXPECT_EQ(receive(client), "");
    EXPECT_NE(network.ready(client) & VirtualNetwork::hungUp, 0u);
}

}  // namespace
