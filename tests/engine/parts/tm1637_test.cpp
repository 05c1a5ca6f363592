// SPDX-License-Identifier: MIT
// TM1637: edges as a program makes them on two pins, by the data sheet's timing diagrams.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using peripherals::PinMode;
using test::BoardBench;
using test::Bytes;
using test::profileWith;
using namespace std::chrono_literals;

class Tm1637 : public testing::Test {
protected:
    void use(const std::string& parameters = "")
    {
        m_bench = std::make_unique<BoardBench>(profileWith(
            R"({"id": "clock", "model": "tm1637", "wires": {"clk": "GP1", "dio": "GP2"}, "parameters": {)" + parameters + "}}"));
        for (const char* pin : {"GP1", "GP2"})
            m_bench->pin(pin).configure(PinMode::OpenDrain);
        set("GP1", true);
        set("GP2", true);
    }
    void set(const char* pin, bool level)
    {
        m_bench->pin(pin).write(level);
        m_bench->advance(5us);
    }
    void start()
    {
        set("GP2", false);
        set("GP1", false);
    }
    void stop()
    {
        set("GP2", false);
        set("GP1", true);
        set("GP2", true);
    }
    // Whether the chip acknowledged.
    bool byte(int value)
    {
        for (int bit = 0; bit < 8; ++bit) {
            set("GP2", value >> bit & 1);
            set("GP1", true);
            set("GP1", false);
        }
        set("GP2", true);
        set("GP1", true);
        const bool acknowledged = !m_bench->wire("GP2").level();
        set("GP1", false);
        return acknowledged;
    }
    void send(const Bytes& bytes)
    {
        start();
        for (const int value : bytes)
            EXPECT_TRUE(byte(value));
        stop();
    }
    std::string text() { return m_bench->view("clock").text; }

    std::unique_ptr<BoardBench> m_bench;
};

TEST_F(Tm1637, ShowsDigitsAndAColonAndAcknowledgesEveryByte)
{
    use();
    send({0x40});
    send({0xc0, 0x06, 0x5b | 0x80, 0x4f, 0x66});
    EXPECT_EQ(text(), "    ");
    send({0x8f});
    EXPECT_EQ(text(), "12:34");
    EXPECT_EQ(m_bench->value("clock", "segments 1"), 0x5b | 0x80);
    EXPECT_EQ(m_bench->value("clock", "brightness"), 14 / 16.0);
    send({0x88});
    EXPECT_EQ(m_bench->value("clock", "brightness"), 1 / 16.0);
    send({0x80});
    EXPECT_EQ(m_bench->value("clock", "brightness"), 0);
}

TEST_F(Tm1637, LetsGoOfTheWireAfterTheNinthClock)
{
    use();
    start();
    EXPECT_TRUE(byte(0x40));
    EXPECT_TRUE(m_bench->wire("GP2").level());
    stop();
}

TEST_F(Tm1637, AFixedAddressStays)
{
    use();
    send({0x44});
    send({0xc2, 0x3f, 0x7f});
    send({0x8f});
    EXPECT_EQ(text(), "  8 ");
}

TEST_F(Tm1637, DataWithoutAStartIsIgnored)
{
    use();
    send({0x8f});
    set("GP1", false);
    byte(0xc0);
    byte(0xff);
    EXPECT_EQ(text(), "    ");
}

TEST_F(Tm1637, SixDigitsAreWiredBackwardsInGroupsOfThree)
{
    use(R"("digits": "6")");
    send({0x40});
    send({0xc0, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d});
    send({0x8f});
    EXPECT_EQ(text(), "321654");
}

TEST_F(Tm1637, ReadingKeysFindsNone)
{
    use();
    start();
    EXPECT_TRUE(byte(0x42));
    set("GP2", true);
    for (int bit = 0; bit < 8; ++bit) {
        set("GP1", true);
        EXPECT_TRUE(m_bench->wire("GP2").level());
        set("GP1", false);
    }
    stop();
    send({0xc0});
    send({0x8f});
    EXPECT_EQ(text(), "    ");
}

}  // namespace
}  // namespace coroboard::parts
