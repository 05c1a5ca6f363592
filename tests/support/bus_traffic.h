// SPDX-License-Identifier: MIT
#pragma once
// What a program would send to a part, for tests on a BoardBench: I2cPort on a pair of pins with pull-ups, SpiPort on clock, data and select
// pins. Every call lets the time pass that the bytes take.
//
//   I2cPort port(bench, "GP5", "GP4", 0x3c);
//   port.write({0x00, 0xaf});              EXPECT_EQ(port.read(1), …);

#include <string>
#include <vector>

#include "peripherals/i2c_transfer.h"
#include "support/board_bench.h"

namespace coroboard::test {

using Bytes = std::vector<std::uint8_t>;

class I2cPort {
public:
    I2cPort(BoardBench& bench, std::string_view scl, std::string_view sda, std::uint8_t address)
        : m_bench(bench),
          m_bus(bench.board().buses().i2c(bench.wire(scl), bench.wire(sda))),
          m_pullScl(bench.wire(scl)),
          m_pullSda(bench.wire(sda)),
          m_address(address)
    {
        m_pullScl.drive(3300, 4700);
        m_pullSda.drive(3300, 4700);
    }

    peripherals::I2cOutcome write(const Bytes& bytes)
    {
        peripherals::I2cTransfer transfer(m_bus, settings(), std::span<const std::uint8_t>(bytes));
        return run(transfer);
    }
    Bytes read(std::size_t count)
    {
        Bytes bytes(count);
        peripherals::I2cTransfer transfer(m_bus, settings(), std::span<std::uint8_t>(bytes));
        EXPECT_EQ(run(transfer), peripherals::I2cOutcome::Done);
        return bytes;
    }
    std::uint8_t readRegister(std::uint8_t number)
    {
        write({number});
        return read(1).front();
    }

private:
    peripherals::I2cSettings settings() const { return {.address = m_address, .bit = std::chrono::microseconds{10}}; }
    peripherals::I2cOutcome run(peripherals::I2cTransfer& transfer)
    {
        while (const auto pause = transfer.step())
            m_bench.advance(*pause);
        return transfer.outcome();
    }

    BoardBench& m_bench;
    peripherals::I2cBus& m_bus;
    peripherals::WireDriver m_pullScl;
    peripherals::WireDriver m_pullSda;
    std::uint8_t m_address;
};

class SpiPort {
public:
    SpiPort(BoardBench& bench, std::string_view clock, std::string_view out, std::string_view select)
        : m_bench(bench), m_bus(bench.board().buses().spi(bench.wire(clock))), m_select(bench.pin(select))
    {
        m_format.out = &bench.wire(out);
        m_select.configure(peripherals::PinMode::Out);
        m_select.write(true);
    }

    void listenOn(std::string_view in) { m_format.in = &m_bench.wire(in); }
    void select(bool now) { m_select.write(!now); }
    // While it is selected.
    Bytes exchange(const Bytes& bytes)
    {
        Bytes received(bytes.size());
        m_bench.advance(m_bus.exchange(m_format, bytes, received));
        return received;
    }
    void send(const Bytes& bytes)
    {
        select(true);
        exchange(bytes);
        select(false);
    }

private:
    BoardBench& m_bench;
    peripherals::SpiBus& m_bus;
    peripherals::Pin& m_select;
    peripherals::SpiBus::Format m_format;
};

// What a display shows at a place: "rrggbb".
inline std::string dotAt(const parts::PartView& view, int x, int y)
{
    if (!view.pixels || x < 0 || y < 0 || x >= view.pixels->width || y >= view.pixels->height)
        return "outside";
    const auto at = static_cast<std::size_t>(y * view.pixels->width + x) * 3;
    char text[7];
    std::snprintf(text, sizeof text, "%02x%02x%02x", view.pixels->rgb[at], view.pixels->rgb[at + 1], view.pixels->rgb[at + 2]);
    return text;
}

}  // namespace coroboard::test
