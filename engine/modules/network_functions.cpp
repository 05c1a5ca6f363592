// SPDX-License-Identifier: MIT
// socket's and network's doors to the VirtualNetwork. Bytes are read from and written to the buffers where they lie in linear memory.
#include <chrono>

#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::HostCall;
using network::Address;

network::VirtualNetwork& networkOf(HostCall& call) { return firmwareOf(call).network(); }

Address addressFrom(HostCall& call, std::uint32_t index)
{
    return {static_cast<std::uint32_t>(call.integer(index)), static_cast<std::uint16_t>(call.integer(index + 1))};
}

// Arguments: where the bytes are, how many.
std::span<std::uint8_t> bytesFrom(HostCall& call, std::uint32_t index)
{
    return call.vm().bytes(static_cast<std::uint32_t>(call.integer(index)), static_cast<std::uint32_t>(call.integer(index + 1)));
}

// Suspends the program until the socket is ready for one of the events (1), the time in ms (negative: none) is over (0), or Ctrl-C (2).
void waitForSocket(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    const auto events = static_cast<std::uint32_t>(call.integer(1)) | network::VirtualNetwork::hungUp;
    const std::int32_t milliseconds = call.integer(2);
    const time::VirtualTime limit = milliseconds < 0 ? time::never : firmware.loop().now() + std::chrono::milliseconds{milliseconds};
    while ((firmware.network().ready(call.integer(0)) & events) == 0) {
        if (firmware.loop().now() >= limit) return call.answerInt(0);
        if (!firmware.pauseUntil(limit)) continue;
        firmware.takeKeyboardInterrupt();
        return call.answerInt(2);
    }
    call.answerInt(1);
}

const micropython::HostFunctionEntry entries[] = {
    {"net_open",
     [](HostCall& call) { call.answerInt(networkOf(call).open(call.integer(0) == 2 ? network::Transport::Udp : network::Transport::Tcp)); }},
    {"net_close", [](HostCall& call) { call.answerInt(networkOf(call).close(call.integer(0))); }},
    {"net_bind", [](HostCall& call) { call.answerInt(networkOf(call).bind(call.integer(0), addressFrom(call, 1))); }},
    {"net_listen",
     [](HostCall& call) { call.answerInt(networkOf(call).listen(call.integer(0), static_cast<std::size_t>(std::max(0, call.integer(1))))); }},
    {"net_connect", [](HostCall& call) { call.answerInt(networkOf(call).connect(call.integer(0), addressFrom(call, 1))); }},
    {"net_accept", [](HostCall& call) { call.answerInt(networkOf(call).accept(call.integer(0))); }},
    {"net_send", [](HostCall& call) { call.answerInt(networkOf(call).send(call.integer(0), bytesFrom(call, 1))); }},
    {"net_receive", [](HostCall& call) { call.answerInt(networkOf(call).receive(call.integer(0), bytesFrom(call, 1))); }},
    {"net_send_to",
     [](HostCall& call) { call.answerInt(networkOf(call).sendTo(call.integer(0), bytesFrom(call, 1), addressFrom(call, 3))); }},
    {"net_ready", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(networkOf(call).ready(call.integer(0)))); }},
    {"net_available", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(networkOf(call).available(call.integer(0)))); }},
    {"net_line_length", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(networkOf(call).lineLength(call.integer(0)))); }},
    {"net_peer_host", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(networkOf(call).peer(call.integer(0)).host)); }},
    {"net_peer_port", [](HostCall& call) { call.answerInt(networkOf(call).peer(call.integer(0)).port); }},
    {"net_own_address", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(network::boardAddress)); }},
    {"net_wait", waitForSocket},
    // The current task waits until the socket can be read (0) or written (1).
    {"net_park", [](HostCall& call) { firmwareOf(call).parkOnSocket(call.integer(0), call.truth(1)); }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> networkFunctions() { return entries; }

}  // namespace coroboard::modules
