// SPDX-License-Identifier: MIT
#pragma once
// ChipBench: a BoardBench with one part on its I2C bus (GP5 clock, GP4 data, both pulled up) or on its SPI bus (GP2 clock, GP3 out, GP0 in,
// GP1 select), and a controller to talk to it: every transfer takes the time it takes on the wires.
//
//   ChipBench bench("bme280");
//   EXPECT_THAT(bench.read(0x76, {0xd0}, 1), ElementsAre(0x60));
//   bench.write(0x76, {0xf4, 0x25});

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "peripherals/i2c_transfer.h"
#include "support/board_bench.h"

namespace coroboard::test {

using Bytes = std::vector<std::uint8_t>;

class ChipBench : public BoardBench {
public:
    // `extra` are further members of the part's description, each with a comma before it.
    explicit ChipBench(const std::string& model, const std::string& extra = "", const std::string& moreWires = "")
        : BoardBench(profileWith(R"({"id": "chip", "model": ")" + model + R"(", "wires": {"scl": "GP5", "sda": "GP4")" +
                                 moreWires + "}" + extra + "}"))
    {
        for (const char* name : {"GP4", "GP5"})
            pin(name).configure(peripherals::PinMode::In, peripherals::PinPull::Up);
    }

    // Whether every byte was acknowledged.
    bool write(std::uint8_t address, const Bytes& bytes) { return wrote(address, bytes, peripherals::I2cEnd::Stop); }

    // Empty if the address was not acknowledged.
    Bytes read(std::uint8_t address, std::size_t count)
    {
        Bytes bytes(count);
        peripherals::I2cTransfer transfer(bus(), {.address = address}, std::span(bytes));
        return run(transfer) ? bytes : Bytes{};
    }
    // A write of `before`, a repeated START, a read.
    Bytes read(std::uint8_t address, const Bytes& before, std::size_t count)
    {
        return wrote(address, before, peripherals::I2cEnd::KeepBus) ? read(address, count) : Bytes{};
    }
    std::uint8_t byte(std::uint8_t address, std::uint8_t number)
    {
        const Bytes bytes = read(address, {number}, 1);
        EXPECT_FALSE(bytes.empty()) << "register " << int{number} << " was not acknowledged";
        return bytes.empty() ? 0 : bytes[0];
    }
    int word(std::uint8_t address, std::uint8_t number) { return most(read(address, {number}, 2)); }
    int wordLowFirst(std::uint8_t address, std::uint8_t number) { return least(read(address, {number}, 2)); }

    static int most(const Bytes& bytes) { return bytes.size() < 2 ? -1 : bytes[0] << 8 | bytes[1]; }
    static int least(const Bytes& bytes) { return bytes.size() < 2 ? -1 : bytes[1] << 8 | bytes[0]; }
    static int signedWord(int word) { return word < 0x8000 ? word : word - 0x10000; }

private:
    peripherals::I2cBus& bus() { return board().buses().i2c(wire("GP5"), wire("GP4")); }

    bool wrote(std::uint8_t address, const Bytes& bytes, peripherals::I2cEnd end)
    {
        peripherals::I2cTransfer transfer(bus(), {.address = address, .end = end},
                                          std::span<const std::uint8_t>(bytes));
        return run(transfer) && transfer.acknowledged() == bytes.size();
    }
    bool run(peripherals::I2cTransfer& transfer)
    {
        while (const auto pause = transfer.step())
            advance(*pause);
        return transfer.outcome() == peripherals::I2cOutcome::Done;
    }
};

// The same for the chips that can also be on SPI.
class SpiChipBench : public BoardBench {
public:
    explicit SpiChipBench(const std::string& model)
        : BoardBench(profileWith(
              R"({"id": "chip", "model": ")" + model +
              R"(", "wires": {"sck": "GP2", "mosi": "GP3", "miso": "GP0", "cs": "GP1"}, "parameters": {"bus": "spi"}})"))
    {
        pin("GP1").configure(peripherals::PinMode::Out);
        pin("GP1").write(true);
    }

    // What came back for every byte sent, under one select.
    Bytes exchange(const Bytes& sent)
    {
        auto& bus = board().buses().spi(wire("GP2"));
        peripherals::SpiBus::Format format;
        format.out = &wire("GP3");
        format.in = &wire("GP0");
        Bytes received(sent.size());
        bus.open(format);
        pin("GP1").write(false);
        advance(bus.exchange(format, sent, received));
        pin("GP1").write(true);
        bus.release();
        return received;
    }
    Bytes read(std::uint8_t command, std::size_t count)
    {
        Bytes sent(count + 1);
        sent[0] = command;
        Bytes received = exchange(sent);
        received.erase(received.begin());
        return received;
    }
};

}  // namespace coroboard::test
