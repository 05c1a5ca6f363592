// SPDX-License-Identifier: MIT
// Pulses on one pin: machine.bitstream, machine.time_pulse_us, the 1-Wire slots and the DHT protocol.
#include <algorithm>
#include <chrono>

#include "modules/host_functions.h"
#include "peripherals/one_wire_bus.h"

namespace coroboard::modules {

namespace {

using namespace std::chrono_literals;
using micropython::HostCall;
using peripherals::Burst;
using peripherals::Flips;
using peripherals::Wire;
using peripherals::WireEvent;
using peripherals::WireListener;

// errno of MicroPython's py/mperrno.h.
constexpr std::int32_t errorTimedOut = 110;

peripherals::Pin& pinOf(HostCall& call) { return firmwareOf(call).access().pin(call.integer(0)); }

// pin, high and low of a 0, high and low of a 1 in nanoseconds, data, size. Most significant bit first; the pin ends low.
void playBits(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    const time::Duration zero[] = {time::Duration{call.integer(1)}, time::Duration{call.integer(2)}};
    const time::Duration one[] = {time::Duration{call.integer(3)}, time::Duration{call.integer(4)}};
    const auto bytes = call.vm().bytes(static_cast<std::uint32_t>(call.integer(5)), static_cast<std::uint32_t>(call.integer(6)));
    peripherals::Digest digest;
    for (const time::Duration part : {zero[0], zero[1], one[0], one[1]}) digest.addNumber(part.count());
    time::Duration length{};
    for (const std::uint8_t byte : bytes) {
        digest.addByte(byte);
        const int ones = __builtin_popcount(byte);
        length += (one[0] + one[1]) * ones + (zero[0] + zero[1]) * (8 - ones);
    }
    const auto flips = [data = std::vector<std::uint8_t>(bytes.begin(), bytes.end()), z0 = zero[0], z1 = zero[1], o0 = one[0], o1 = one[1]] {
        Flips made;
        made.reserve(data.size() * 16);
        time::Duration at{};
        for (const std::uint8_t byte : data)
            for (int bit = 7; bit >= 0; --bit) {
                const bool isOne = byte >> bit & 1;
                if (at.count() > 0) made.push_back(at);
                made.push_back(at + (isOne ? o0 : z0));
                at += isOne ? o0 + o1 : z0 + z1;
            }
        return made;
    };
    peripherals::Pin& pin = pinOf(call);
    if (pin.mode() != peripherals::PinMode::Out) pin.configure(peripherals::PinMode::Out);
    pin.write(false);
    pin.play(Burst::make(firmware.loop().now(), {true, false, length, digest.value()}, flips));
    firmware.busyUntil(firmware.loop().now() + length);
    pin.hold(false);
}

// Waits until the wire has that level; false at the limit or on Ctrl-C.
bool waitForLevel(MicroPythonFirmware& firmware, Wire& wire, bool level, time::VirtualTime limit)
{
    if (wire.level() == level) return true;
    const WireListener listener(wire, WireListener::Hears::Edges, [&](const WireEvent& event) {
        if (event.level == level) firmware.wake();
    });
    while (wire.level() != level && firmware.loop().now() < limit)
        if (firmware.pauseUntil(limit)) {
            firmware.takeKeyboardInterrupt();
            firmware.vm().interrupt();
            return false;
        }
    return wire.level() == level;
}

// -2: it did not begin in time; -1: it did not end in time.
void measurePulse(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    Wire& wire = pinOf(call).wire();
    const bool level = call.truth(1);
    const auto timeout = std::chrono::microseconds{call.integer(2)};
    if (!waitForLevel(firmware, wire, level, firmware.loop().now() + timeout)) return call.answerInt(-2);
    const auto start = firmware.loop().now();
    if (!waitForLevel(firmware, wire, !level, start + timeout)) return call.answerInt(-1);
    call.answerInt(static_cast<std::int32_t>((firmware.loop().now() - start) / 1us));
}

// The sensor answers a long low pulse with 80 us low, 80 us high and forty bits: 50 us low, then high for about 27 us (0) or 70 us (1).
void readDht(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    peripherals::Pin& pin = pinOf(call);
    Wire& wire = pin.wire();
    pin.write(false);
    pin.configure(peripherals::PinMode::OpenDrain, peripherals::PinPull::Up);
    firmware.busyUntil(firmware.loop().now() + 18ms);
    pin.write(true);
    call.answerInt(-errorTimedOut);
    const auto next = [&](bool level) { return waitForLevel(firmware, wire, level, firmware.loop().now() + 100us); };
    if (!next(true) || !next(false) || !next(true) || !next(false)) return;
    std::uint8_t bytes[5] = {};
    for (int bit = 0; bit < 40; ++bit) {
        if (!next(true)) return;
        const auto start = firmware.loop().now();
        if (!next(false)) return;
        const bool one = firmware.loop().now() - start > 48us;
        bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] << 1 | (one ? 1 : 0));
    }
    std::copy(std::begin(bytes), std::end(bytes), call.vm().bytes(static_cast<std::uint32_t>(call.integer(1)), 5).begin());
    call.answerInt(0);
}

peripherals::OneWireBus& oneWire(HostCall& call) { return firmwareOf(call).board().buses().oneWire(pinOf(call).wire()); }

bool pass(HostCall& call, const peripherals::OneWireBus::Slot& slot)
{
    firmwareOf(call).busyUntil(firmwareOf(call).loop().now() + slot.duration);
    return slot.bit;
}

const micropython::HostFunctionEntry entries[] = {
    {"bitstream", playBits},
    {"time_pulse_us", measurePulse},
    {"dht_read", readDht},
    {"onewire_reset", [](HostCall& call) { call.answerBool(pass(call, oneWire(call).reset())); }},
    // pin, bits; least significant first.
    {"onewire_read",
     [](HostCall& call) {
         std::int32_t value = 0;
         for (std::int32_t bit = 0; bit < call.integer(1); ++bit) value |= pass(call, oneWire(call).read()) << bit;
         call.answerInt(value);
     }},
    {"onewire_write",
     [](HostCall& call) {
         for (std::int32_t bit = 0; bit < call.integer(1); ++bit) pass(call, oneWire(call).write(call.integer(2) >> bit & 1));
     }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> pulseFunctions() { return entries; }

}  // namespace coroboard::modules
