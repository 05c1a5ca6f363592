// SPDX-License-Identifier: MIT
// machine.I2C, SPI and UART.
#include <algorithm>

#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::HostCall;
using peripherals::BitOrder;
using peripherals::I2cEnd;
using peripherals::I2cTarget;
using peripherals::Parity;

BusAccess& buses(HostCall& call) { return firmwareOf(call).buses(); }

// A buffer of the program: its address and its size are two arguments.
std::span<std::uint8_t> buffer(HostCall& call, std::uint32_t address)
{
    const auto size = static_cast<std::uint32_t>(call.integer(address + 1));
    return size ? call.vm().bytes(static_cast<std::uint32_t>(call.integer(address)), size) : std::span<std::uint8_t>{};
}

void transfer(HostCall& call)
{
    // bus, address, buffer, size, 0 write or 1 read, stop
    const auto address = static_cast<std::uint8_t>(call.integer(1) & 0x7f);
    const I2cEnd end = call.truth(5) ? I2cEnd::Stop : I2cEnd::KeepBus;
    if (call.truth(4)) {
        call.answerInt(buses(call).read(call.integer(0), address, buffer(call, 2), end));
    } else {
        call.answerInt(buses(call).write(call.integer(0), address, buffer(call, 2), end));
    }
}

void openSpi(HostCall& call)
{
    peripherals::SpiBus::Format format;
    format.bit = time::Duration{std::max<std::int64_t>(1, 1'000'000'000 / std::max(1, call.integer(3)))};
    format.mode = {call.truth(4), call.truth(5)};
    format.order = call.integer(6) == 0 ? BitOrder::MostSignificantFirst : BitOrder::LeastSignificantFirst;
    call.answerInt(buses(call).openSpi(call.integer(0), call.integer(1), call.integer(2), format, std::string(call.text(7))));
}

void exchange(HostCall& call)
{
    // bus, sent, size, received, size, the byte to send when there is nothing to send
    const std::span<std::uint8_t> received = buffer(call, 3);
    std::span<std::uint8_t> sent = buffer(call, 1);
    std::vector<std::uint8_t> fill;
    if (sent.empty()) {
        fill.assign(received.size(), static_cast<std::uint8_t>(call.integer(5)));
        sent = fill;
    }
    buses(call).exchange(call.integer(0), sent, received);
}

// name, tx, rx, baud, bits, parity, stop bits, send and receive buffer, inverted lines (1 sent, 2 received), rts, cts; -1: no such pin
void openUart(HostCall& call)
{
    static constexpr Parity parities[] = {Parity::None, Parity::Even, Parity::Odd};
    peripherals::UartSettings settings;
    settings.format.baud = call.integer(3);
    settings.format.dataBits = call.integer(4);
    settings.format.parity = parities[call.integer(5) + 1];
    settings.format.stopBits = call.integer(6);
    settings.sendBuffer = static_cast<std::size_t>(call.integer(7));
    settings.receiveBuffer = static_cast<std::size_t>(call.integer(8));
    settings.format.inverted = call.integer(9) & 1;
    settings.hearsInverted = call.integer(9) & 2;
    const auto pin = [&](std::uint32_t argument) {
        return call.integer(argument) < 0 ? nullptr : &firmwareOf(call).access().pin(call.integer(argument));
    };
    call.answerInt(buses(call).openUart(std::string(call.text(0)), {pin(1), pin(2), pin(10), pin(11)}, settings));
}

// Waits until there is room to write (0) or everything has left (1), or until a handler of the program closes it meanwhile.
void waitForUart(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    const bool everything = call.truth(1);
    while (const peripherals::Uart* uart = buses(call).findUart(call.integer(0))) {
        if (everything ? uart->hasSent() : uart->room() != 0) return;
        const auto bit = uart->settings().format.bits(1);
        const auto until = everything ? uart->sentAt() : firmware.loop().now() + uart->settings().format.frame();
        if (firmware.sleepUntil(std::max(until, firmware.loop().now() + bit))) {
            firmware.vm().interrupt();
            return;
        }
    }
}

const micropython::HostFunctionEntry entries[] = {
    {"has_controller", [](HostCall& call) { call.answerBool(buses(call).hasController(std::string(call.text(0)))); }},
    {"default_pin", [](HostCall& call) { call.answerInt(buses(call).usualPin(std::string(call.text(0)), std::string(call.text(1)))); }},
    {"pin_carries",
     [](HostCall& call) { call.answerBool(buses(call).carries(call.integer(0), std::string(call.text(1)), std::string(call.text(2)))); }},
    {"i2c_open",
     [](HostCall& call) {
         call.answerInt(buses(call).openI2c(call.integer(0), call.integer(1), call.integer(2), call.integer(3), std::string(call.text(4))));
     }},
    {"i2c_close", [](HostCall& call) { buses(call).closeI2c(call.integer(0)); }},
    {"i2c_transfer", transfer},
    {"i2c_start", [](HostCall& call) { call.answerInt(buses(call).startI2c(call.integer(0))); }},
    {"i2c_stop", [](HostCall& call) { buses(call).stopI2c(call.integer(0)); }},
    {"i2c_write", [](HostCall& call) { call.answerInt(buses(call).writeRaw(call.integer(0), buffer(call, 1))); }},
    {"i2c_read",
     [](HostCall& call) {
         buses(call).readRaw(call.integer(0), buffer(call, 1), call.truth(3) ? I2cTarget::Last::Yes : I2cTarget::Last::No);
         call.answerInt(0);
     }},
    {"spi_open", openSpi},
    {"spi_close", [](HostCall& call) { buses(call).closeSpi(call.integer(0)); }},
    {"spi_exchange", exchange},
    {"uart_open", openUart},
    {"uart_close", [](HostCall& call) { buses(call).closeUart(call.integer(0)); }},
    {"uart_any", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(buses(call).uart(call.integer(0)).available())); }},
    {"uart_room", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(buses(call).uart(call.integer(0)).room())); }},
    {"uart_read", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(buses(call).uart(call.integer(0)).read(buffer(call, 1)))); }},
    {"uart_write", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(buses(call).uart(call.integer(0)).write(buffer(call, 1)))); }},
    {"uart_sent", [](HostCall& call) { call.answerBool(buses(call).uart(call.integer(0)).hasSent()); }},
    {"uart_wait", waitForUart},
    {"uart_break", [](HostCall& call) { buses(call).uart(call.integer(0)).sendBreak(); }},
    {"uart_interrupts",
     [](HostCall& call) {
         buses(call).setUartInterrupts(call.integer(0), static_cast<std::uint32_t>(call.integer(1)),
                                       call.truth(2) ? BusAccess::Interrupt::Hard : BusAccess::Interrupt::Soft);
     }},
    {"uart_flags", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(buses(call).takeUartFlags(call.integer(0)))); }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> busFunctions() { return entries; }

}  // namespace coroboard::modules
