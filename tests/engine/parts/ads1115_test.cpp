// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using peripherals::PinMode;
using peripherals::PinPull;
using test::ChipBench;

constexpr std::uint8_t at = 0x48;

TEST(Ads1115, WakesUpIdle)
{
    ChipBench bench("ads1115");
    EXPECT_EQ(bench.word(at, 1), 0x8583);
    EXPECT_EQ(bench.word(at, 2), 0x8000);
    EXPECT_EQ(bench.word(at, 3), 0x7fff);
    EXPECT_EQ(bench.word(at, 0), 0);
}

TEST(Ads1115, ConvertsOnceInTheTimeOfItsRate)
{
    ChipBench bench("ads1115");
    bench.set("chip", "ain2", 1.024);
    bench.write(at, {1, 0xe5, 0x83});  // A2, 2.048 V, 128 a second
    EXPECT_EQ(bench.word(at, 1) & 0x8000, 0);
    bench.advance(7ms);
    EXPECT_EQ(bench.word(at, 1) & 0x8000, 0);
    bench.advance(1ms);
    EXPECT_EQ(bench.word(at, 1) & 0x8000, 0x8000);
    EXPECT_EQ(bench.word(at, 0), 0x4000);
    EXPECT_DOUBLE_EQ(*bench.control("chip", "ain2").lastRead, 1.024);
    EXPECT_TRUE(bench.idle());
}

TEST(Ads1115, SubtractsAndSaturates)
{
    ChipBench bench("ads1115");
    bench.set("chip", "ain0", 1);
    bench.set("chip", "ain1", 1.5);
    bench.write(at, {1, 0x83, 0xe3});  // A0 - A1, 4.096 V, 860 a second
    bench.advance(2ms);
    EXPECT_EQ(ChipBench::signedWord(bench.word(at, 0)), -4000);
    bench.write(at, {1, 0x8b, 0xe3});  // 0.256 V
    bench.advance(2ms);
    EXPECT_EQ(bench.word(at, 0), 0x8000);
    bench.write(at, {1, 0xdb, 0xe3});
    bench.advance(2ms);
    EXPECT_EQ(bench.word(at, 0), 0x7fff);
}

TEST(Ads1115, MeasuresTheWireAPinIsOn)
{
    ChipBench bench("ads1115", "", R"(, "ain3": "GP7")");
    peripherals::WireDriver source(bench.wire("GP7"));
    source.drive(3000, 1000);
    bench.write(at, {1, 0xf0, 0xe3});  // continuously, 6.144 V
    bench.advance(10ms);
    EXPECT_EQ(bench.word(at, 0), 16000);
    source.drive(1500, 1000);
    bench.advance(10ms);
    EXPECT_EQ(bench.word(at, 0), 8000);
    EXPECT_NEAR(bench.wire("GP7").lastSample()->millivolts, 1500, 1e-9);
}

TEST(Ads1115, PulsesReadyAfterEveryConversion)
{
    ChipBench bench("ads1115", "", R"(, "alert": "GP2")");
    bench.pin("GP2").configure(PinMode::In, PinPull::Up);
    test::WireLog log(bench.wire("GP2"));
    bench.write(at, {2, 0x00, 0x00});
    bench.write(at, {3, 0x80, 0x00});
    bench.write(at, {1, 0x40, 0x80});
    bench.advance(8ms);
    EXPECT_EQ(log.edges().size(), 2u);
    bench.advance(8ms);
    EXPECT_EQ(log.edges().size(), 4u);
}

TEST(Ads1115, AlertsAboveItsThreshold)
{
    ChipBench bench("ads1115", "", R"(, "alert": "GP2")");
    bench.pin("GP2").configure(PinMode::In, PinPull::Up);
    bench.write(at, {2, 0x10, 0x00});
    bench.write(at, {3, 0x20, 0x00});
    bench.write(at, {1, 0x42, 0xe1});  // A0, 4.096 V, after two conversions
    bench.set("chip", "ain0", 1.1);    // 0x2260
    bench.advance(2ms);
    EXPECT_TRUE(bench.pin("GP2").read()) << "one conversion";
    bench.advance(1ms);
    EXPECT_FALSE(bench.pin("GP2").read());
    bench.set("chip", "ain0", 0.8);
    bench.advance(3ms);
    EXPECT_FALSE(bench.pin("GP2").read()) << "between the two thresholds";
    bench.set("chip", "ain0", 0.1);
    bench.advance(3ms);
    EXPECT_TRUE(bench.pin("GP2").read());
}

}  // namespace
}  // namespace coroboard::parts
