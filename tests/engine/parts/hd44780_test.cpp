// SPDX-License-Identifier: MIT
// The character display behind its PCF8574, by the HD44780U data sheet's own steps ("Initializing by instruction", figure 24).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

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
