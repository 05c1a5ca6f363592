// SPDX-License-Identifier: MIT
// machine.I2S.
#include <algorithm>

#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::HostCall;
using peripherals::I2sChannels;
using peripherals::I2sMode;

AudioAccess& audio(HostCall& call) { return firmwareOf(call).audio(); }

// name, sck, ws, sd, mck (-1: none), 1 transmit or 0 receive, bits, 1 stereo or 0 mono, rate, buffer
void open(HostCall& call)
{
    const auto pin = [&](std::uint32_t argument) {
        const std::int32_t number = call.integer(argument);
        return number < 0 ? nullptr : &firmwareOf(call).access().pin(number);
    };
    peripherals::I2sSettings settings;
    settings.mode = call.truth(5) ? I2sMode::Transmit : I2sMode::Receive;
    settings.format.bits = call.integer(6);
    settings.channels = call.truth(7) ? I2sChannels::Stereo : I2sChannels::Mono;
    settings.format.rate = static_cast<std::uint32_t>(call.integer(8));
    settings.buffer = static_cast<std::size_t>(call.integer(9));
    call.answerInt(audio(call).open(std::string(call.text(0)), {pin(1), pin(2), pin(3), pin(4)}, settings));
}

// Until the next block has gone, or Ctrl-C.
void wait(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    if (firmware.sleepUntil(audio(call).unit(call.integer(0)).nextBlock())) firmware.vm().interrupt();
}

// place, size, bits of a sample, how far to the left: every sample of a buffer, little-endian.
void shift(HostCall& call)
{
    const auto size = static_cast<std::uint32_t>(call.integer(1));
    const auto bytes = size ? call.vm().bytes(static_cast<std::uint32_t>(call.integer(0)), size) : std::span<std::uint8_t>{};
    const std::size_t width = static_cast<std::size_t>(call.integer(2)) / 8;
    const std::int32_t left = std::clamp(call.integer(3), -31, 31);
    for (std::size_t at = 0; at + width <= bytes.size(); at += width) {
        std::uint32_t sample = 0;
        for (std::size_t i = 0; i < width; ++i) sample |= std::uint32_t{bytes[at + i]} << (32 - 8 * width + 8 * i);
        sample = left >= 0 ? sample << left : static_cast<std::uint32_t>(static_cast<std::int32_t>(sample) >> -left);
        for (std::size_t i = 0; i < width; ++i) bytes[at + i] = static_cast<std::uint8_t>(sample >> (32 - 8 * width + 8 * i));
    }
}

const micropython::HostFunctionEntry entries[] = {
    {"i2s_open", open},
    {"i2s_close", [](HostCall& call) { audio(call).close(call.integer(0)); }},
    {"i2s_move",
     [](HostCall& call) {
         call.answerInt(static_cast<std::int32_t>(
             audio(call).move(call.integer(0), static_cast<std::uint32_t>(call.integer(1)), static_cast<std::uint32_t>(call.integer(2)))));
     }},
    {"i2s_move_all",
     [](HostCall& call) {
         audio(call).moveAll(call.integer(0), static_cast<std::uint32_t>(call.integer(1)), static_cast<std::uint32_t>(call.integer(2)));
     }},
    {"i2s_waiting", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(audio(call).unit(call.integer(0)).waiting())); }},
    {"i2s_room", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(audio(call).unit(call.integer(0)).room())); }},
    {"i2s_wait", wait},
    {"i2s_shift", shift},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> audioFunctions() { return entries; }

}  // namespace coroboard::modules
