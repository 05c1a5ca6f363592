// SPDX-License-Identifier: MIT
// MCP9808 as in its data sheet (DS25095A): registers of section 5.1, the alert output of section 5.2.3.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::Bytes;
using test::ChipBench;

constexpr std::uint8_t chip = 0x18;
enum Register : std::uint8_t { Configuration = 1, Upper, Lower, Critical, Ambient, Manufacturer, Device, Resolution };

class Mcp9808 : public testing::Test {
protected:
    Mcp9808() { m_bench.pin("GP2").configure(peripherals::PinMode::In, peripherals::PinPull::Up); }

    void put(Register number, int value)
    {
        m_bench.write(chip, {number, static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)});
    }
    // 20 to 30 °C and critical from 40 °C on, and this setting.
    void arm(int setting)
    {
        put(Upper, 30 << 4);
        put(Lower, 20 << 4);
        put(Critical, 40 << 4);
        put(Configuration, setting);
    }
    // It is that warm, long enough for the package to be so.
    void warm(double celsius)
    {
        m_bench.set("chip", "temperature", celsius);
        m_bench.advance(60s);
    }
    bool isLow() { return !m_bench.wire("GP2").level(); }

    ChipBench m_bench{"mcp9808", R"(, "controls": {"temperature": 25})", R"(, "alert": "GP2")"};
};

TEST_F(Mcp9808, SaysWhoItIs)
{
    EXPECT_EQ(m_bench.word(chip, Manufacturer), 0x0054);
    EXPECT_EQ(m_bench.word(chip, Device), 0x0400);
    EXPECT_EQ(m_bench.byte(chip, Resolution), 3);
}

TEST_F(Mcp9808, AsComparatorItFollowsTheLimitsWithHysteresis)
{
    arm(0x0008 | 1 << 9);  // 1.5 °C
    m_bench.advance(1s);
    EXPECT_FALSE(isLow());
    warm(30.5);
    EXPECT_TRUE(isLow());
    EXPECT_EQ(m_bench.word(chip, Configuration), 0x0218) << "bit 4 says so";
    warm(29);
    EXPECT_TRUE(isLow()) << "not yet 1.5 °C below";
    warm(28);
    EXPECT_FALSE(isLow());
    warm(18);
    EXPECT_TRUE(isLow());
}

TEST_F(Mcp9808, AsInterruptItWaitsUntilItIsCleared)
{
    arm(0x0009);
    m_bench.advance(1s);
    put(Configuration, 0x0029);  // what it found at the start
    EXPECT_FALSE(isLow());
    warm(31);
    EXPECT_TRUE(isLow());
    warm(25);
    EXPECT_TRUE(isLow());
    put(Configuration, 0x0029);
    EXPECT_FALSE(isLow());
    EXPECT_EQ(m_bench.word(chip, Configuration), 0x0009) << "the bit that clears reads 0";
    warm(41);
    put(Configuration, 0x0029);
    EXPECT_TRUE(isLow()) << "above the critical limit it cannot be cleared";
}

TEST_F(Mcp9808, TheAlertMayBeHighAndForTheCriticalLimitAlone)
{
    arm(0x000e);
    m_bench.advance(1s);
    EXPECT_TRUE(isLow());
    warm(35);
    EXPECT_TRUE(isLow());
    warm(41);
    EXPECT_FALSE(isLow());
}

TEST_F(Mcp9808, LocksHoldUntilThePowerGoes)
{
    arm(0x0048);
    put(Upper, 50 << 4);
    EXPECT_EQ(m_bench.word(chip, Upper), 30 << 4);
    put(Critical, 60 << 4);
    EXPECT_EQ(m_bench.word(chip, Critical), 60 << 4) << "that one has a lock of its own";
    put(Configuration, 0x0180);
    EXPECT_EQ(m_bench.word(chip, Configuration), 0x00c8) << "no shutdown, one more lock";
}

TEST_F(Mcp9808, WithoutAWireNothingHappens)
{
    ChipBench bench("mcp9808");
    bench.write(chip, {Configuration, 0, 8});
    EXPECT_TRUE(bench.idle());
}

}  // namespace
}  // namespace coroboard::parts
