// SPDX-License-Identifier: MIT
// The character display behind its PCF8574 and on its own pins, by the HD44780U data sheet's own steps ("Initializing by instruction", figure 24).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using peripherals::PinMode;
using test::BoardBench;
using test::Bytes;
using test::I2cPort;
using test::profileWith;
using namespace std::chrono_literals;

constexpr auto backpack = R"({"id": "lcd", "model": "hd44780_pcf8574", "wires": {"scl": "GP5", "sda": "GP4"}})";
constexpr auto large =
    R"({"id": "lcd", "model": "hd44780_pcf8574", "wires": {"scl": "GP5", "sda": "GP4"}, "parameters": {"size": "20x4"}})";
constexpr std::uint8_t data = 1, read = 2, enable = 4, light = 8;

class Lcd : public testing::Test {
protected:
    void use(const char* part)
    {
        m_bench = std::make_unique<BoardBench>(profileWith(part));
        m_port = std::make_unique<I2cPort>(*m_bench, "GP5", "GP4", 0x27);
    }
    void nibble(int value, std::uint8_t flags = 0)
    {
        const auto lines = static_cast<std::uint8_t>((value & 0xf0) | flags | light);
        m_port->write({static_cast<std::uint8_t>(lines | enable), lines});
    }
    void send(int byte, std::uint8_t flags = 0)
    {
        nibble(byte, flags);
        nibble(byte << 4, flags);
    }
    void start()
    {
        m_bench->advance(20ms);
        for (int i = 0; i < 3; ++i) {
            nibble(0x30);
            m_bench->advance(5ms);
        }
        nibble(0x20);
        for (const int instruction : {0x28, 0x0c, 0x06, 0x01})
            send(instruction);
        m_bench->advance(2ms);
    }
    void text(const std::string& words)
    {
        for (const char letter : words)
            send(static_cast<unsigned char>(letter), data);
    }
    int readByte(std::uint8_t flags)
    {
        int byte = 0;
        for (int half = 0; half < 2; ++half) {
            const auto lines = static_cast<std::uint8_t>(0xf0 | flags | read | light);
            m_port->write({lines, static_cast<std::uint8_t>(lines | enable)});
            byte = byte << 4 | m_port->read(1).front() >> 4;
            m_port->write({lines});
        }
        return byte;
    }
    std::string shown() { return m_bench->view("lcd").text; }

    std::unique_ptr<BoardBench> m_bench;
    std::unique_ptr<I2cPort> m_port;
};

TEST_F(Lcd, ShowsWhatIsWritten)
{
    use(backpack);
    start();
    text("Hello");
    send(0x80 | 0x44);
    text("25\xdf"
         "C");
    EXPECT_EQ(shown(), "Hello           \n    25ﾟC        ");
    EXPECT_EQ(m_bench->value("lcd", "lost while busy"), 0);
    EXPECT_EQ(m_bench->value("lcd", "backlight"), 1);
}

// The same display on its own pins: E on GP0, RS on GP1, R/W on GP2, D4 to D7 on GP4 to GP7, the light on GP3.
class LcdPins : public testing::Test {
protected:
    LcdPins()
    {
        for (const char* pin : {"GP0", "GP1", "GP2", "GP3", "GP4", "GP5", "GP6", "GP7"})
            m_bench.pin(pin).configure(peripherals::PinMode::Out);
    }
    void nibble(int value)
    {
        for (int bit = 0; bit < 4; ++bit)
            m_bench.pin("GP" + std::to_string(4 + bit)).write(value >> bit & 1);
        pulse();
    }
    void pulse()
    {
        for (const bool level : {true, false}) {
            m_bench.pin("GP0").write(level);
            m_bench.advance(25us);
        }
    }
    void send(int byte, bool isData)
    {
        m_bench.pin("GP1").write(isData);
        nibble(byte >> 4);
        nibble(byte);
    }
    void start()
    {
        m_bench.advance(50ms);
        for (const int half : {3, 3, 3, 2}) {
            nibble(half);
            m_bench.advance(5ms);
        }
        for (const int instruction : {0x28, 0x0c, 0x06, 0x01})
            send(instruction, false);
        m_bench.advance(2ms);
    }

    BoardBench m_bench{profileWith(R"({"id": "lcd", "model": "hd44780_parallel", "wires": {"rs": "GP1", "rw": "GP2", "e": "GP0",
        "d4": "GP4", "d5": "GP5", "d6": "GP6", "d7": "GP7", "bl": "GP3"}})")};
};

TEST_F(LcdPins, FourLinesShowText)
{
    start();
    for (const char letter : std::string("Hello"))
        send(letter, true);
    EXPECT_EQ(m_bench.view("lcd").text, "Hello           \n                ");
    EXPECT_EQ(m_bench.value("lcd", "lost while busy"), 0);
    EXPECT_EQ(m_bench.value("lcd", "backlight"), 0);
    m_bench.pin("GP3").write(true);
    EXPECT_EQ(m_bench.value("lcd", "backlight"), 1);
}

TEST_F(LcdPins, TheBusyFlagIsOnD7)
{
    start();
    send('A', true);
    m_bench.advance(40us);
    m_bench.pin("GP1").write(false);
    m_bench.pin("GP2").write(true);
    for (const char* pin : {"GP4", "GP5", "GP6", "GP7"})
        m_bench.pin(pin).configure(PinMode::In);
    int read = 0;
    for (int half = 0; half < 2; ++half) {
        m_bench.pin("GP0").write(true);
        m_bench.advance(1us);
        for (int bit = 3; bit >= 0; --bit)
            read = read << 1 | m_bench.wire("GP" + std::to_string(4 + bit)).level();
        m_bench.pin("GP0").write(false);
        m_bench.advance(1us);
    }
    EXPECT_EQ(read, 0x01) << "not busy, one character on";
    EXPECT_TRUE(m_bench.wire("GP7").floating()) << "it lets go of its lines";
}

TEST(LcdOnEightPins, ShowsText)
{
    BoardBench bench(profileWith(R"({"id": "lcd", "model": "hd44780_parallel", "wires": {"rs": "GP9", "e": "GP8", "d0": "GP0", "d1": "GP1",
        "d2": "GP2", "d3": "GP3", "d4": "GP4", "d5": "GP5", "d6": "GP6", "d7": "GP7"}})"));
    for (int number = 0; number < 10; ++number)
        bench.pin("GP" + std::to_string(number)).configure(PinMode::Out);
    const auto send = [&](int byte, bool isData) {
        bench.pin("GP9").write(isData);
        for (int bit = 0; bit < 8; ++bit)
            bench.pin("GP" + std::to_string(bit)).write(byte >> bit & 1);
        for (const bool level : {true, false}) {
            bench.pin("GP8").write(level);
            bench.advance(2ms);
        }
    };
    bench.advance(50ms);
    for (const int instruction : {0x38, 0x0c, 0x01})
        send(instruction, false);
    send('Q', true);
    EXPECT_EQ(bench.view("lcd").text.substr(0, 2), "Q ");
}

TEST_F(Lcd, TheFirstRowIsDarkUntilSomebodySpeaksToIt)
{
    use(backpack);
    const auto before = m_bench->view("lcd");
    EXPECT_NE(test::dotAt(before, 0, 0), test::dotAt(before, 0, 9));
    start();
    EXPECT_EQ(test::dotAt(m_bench->view("lcd"), 0, 0), test::dotAt(m_bench->view("lcd"), 0, 9));
}

TEST_F(Lcd, WhatComesWhileItClearsIsLost)
{
    use(backpack);
    start();
    text("A");
    send(0x01);
    text("BC");  // half a millisecond a byte; clearing takes 1.52 ms
    EXPECT_EQ(m_bench->value("lcd", "lost while busy"), 2);
    m_bench->advance(2ms);
    text("D");
    EXPECT_EQ(shown().substr(0, 4), "D   ");
}

TEST_F(Lcd, TheBusyFlagAndTheAddressCanBeRead)
{
    use(backpack);
    start();
    text("Hello");
    EXPECT_EQ(readByte(0), 0x05);
    send(0x80 | 0x41);
    EXPECT_EQ(readByte(0), 0x41);
    send(0x80);
    EXPECT_EQ(readByte(data), 'H');
    EXPECT_EQ(readByte(data), 'e');
    send(0x02);
    EXPECT_EQ(readByte(0) & 0x80, 0x80);
    m_bench->advance(2ms);
    EXPECT_EQ(readByte(0), 0x00);
}

TEST_F(Lcd, CharactersOfOnesOwn)
{
    use(backpack);
    start();
    send(0x40 | 2 << 3);
    for (int line = 0; line < 8; ++line)
        send(line == 0 ? 0x15 : 0, data);
    send(0x80);
    send(2, data);
    const auto view = m_bench->view("lcd");
    const auto ink = test::dotAt(view, 0, 0);
    EXPECT_NE(ink, test::dotAt(view, 1, 0));
    EXPECT_EQ(ink, test::dotAt(view, 2, 0));
    EXPECT_EQ(ink, test::dotAt(view, 4, 0));
    EXPECT_NE(ink, test::dotAt(view, 0, 1));
    EXPECT_EQ(shown().substr(0, 3), "▯");
}

TEST_F(Lcd, FourRowsAreTwoLinesCutInHalves)
{
    use(large);
    start();
    text("one");
    send(0x80 | 0x14);
    text("three");
    send(0x80 | 0x54);
    text("four");
    EXPECT_EQ(shown(), "one                 \n                    \nthree               \nfour                ");
    // After the last of the first line comes the first of the second.
    send(0x80 | 0x27);
    text("xy");
    EXPECT_EQ(shown().substr(21, 1), "y");
    EXPECT_EQ(shown().substr(61, 1), "x");
}

TEST_F(Lcd, ShiftingMovesTheWindow)
{
    use(backpack);
    start();
    text("abcdef");
    send(0x18);
    send(0x18);
    EXPECT_EQ(shown().substr(0, 5), "cdef ");
    send(0x1c);
    EXPECT_EQ(shown().substr(0, 6), "bcdef ");
    send(0x02);
    EXPECT_EQ(shown().substr(0, 7), "abcdef ");
}

TEST_F(Lcd, TheBlinkingCursorChangesEvery379Milliseconds)
{
    use(backpack);
    start();
    send(0x0d);
    const auto dot = [&] { return test::dotAt(m_bench->view("lcd"), 0, 0); };
    m_bench->advanceTo(760ms);
    const auto off = dot();
    m_bench->advanceTo(1140ms);
    EXPECT_NE(dot(), off);
    m_bench->advanceTo(1520ms);
    EXPECT_EQ(dot(), off);
}

}  // namespace
}  // namespace coroboard::parts
