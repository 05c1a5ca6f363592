// SPDX-License-Identifier: MIT
// INA219: the programming example of the data sheet (section 9.2.2: 12 V, 10 A through 2 mΩ, calibration 20480), times and flags.

#include <gmock/gmock.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::ChipBench;

constexpr std::uint8_t at = 0x40;

TEST(Ina219, WakesUpMeasuring)
{
    ChipBench bench("ina219");
    EXPECT_EQ(bench.word(at, 0), 0x399f);
    EXPECT_EQ(bench.word(at, 5), 0);
    bench.set("chip", "load_voltage", 12);
    bench.set("chip", "load_current", 1000);
    bench.advance(2ms);
    EXPECT_NEAR(bench.word(at, 2) >> 3, 3000, 2);
    EXPECT_EQ(bench.word(at, 2) & 3, 2) << "ready";
    EXPECT_NEAR(bench.word(at, 1), 10'000, 3) << "100 mV at the shunt";
    EXPECT_EQ(bench.word(at, 4), 0) << "no current without a calibration";
    EXPECT_NEAR(*bench.control("chip", "load_current").lastRead, 1000, 0.5);
}

// 3.2 A instead of 10 A: the control ends there; the counts are those of the example in proportion.
TEST(Ina219, WorksOutCurrentAndPower)
{
    ChipBench bench("ina219", R"(, "parameters": {"shunt resistance": 0.002})");
    bench.set("chip", "load_voltage", 11.98);
    bench.set("chip", "load_current", 3200);
    bench.write(at, {5, 0x50, 0x00});
    bench.advance(2ms);
    EXPECT_NEAR(bench.word(at, 1), 640, 1);
    EXPECT_NEAR(bench.word(at, 2) >> 3, 2995, 2);
    EXPECT_NEAR(bench.word(at, 4), 3200, 5);
    EXPECT_NEAR(bench.word(at, 3), 1917, 4);
}

TEST(Ina219, SaysWhenAConversionIsReady)
{
    ChipBench bench("ina219");
    bench.write(at, {0, 0x39, 0xfb});  // once, 128 samples of the shunt, 12 bits of the bus
    bench.advance(60ms);
    EXPECT_EQ(bench.word(at, 2) & 2, 0);
    bench.advance(9ms);
    EXPECT_EQ(bench.word(at, 2) & 2, 2);
    bench.word(at, 3);
    EXPECT_EQ(bench.word(at, 2) & 2, 0) << "cleared by reading the power";
    bench.set("chip", "load_voltage", 20);
    bench.advance(1s);
    EXPECT_NEAR((bench.word(at, 2) >> 3) * 0.004, 5, 0.01) << "it measured once only";
}

TEST(Ina219, LimitsItsRangesAndResets)
{
    ChipBench bench("ina219");
    bench.set("chip", "load_current", -2000);
    bench.set("chip", "load_voltage", 20);
    bench.write(at, {0, 0x01, 0x9f});  // 16 V, 40 mV
    bench.advance(2ms);
    EXPECT_EQ(ChipBench::signedWord(bench.word(at, 1)), -4000);
    EXPECT_EQ(bench.word(at, 2) >> 3, 4000);
    bench.write(at, {0, 0x80, 0x00});
    EXPECT_EQ(bench.word(at, 0), 0x399f);
}

}  // namespace
}  // namespace coroboard::parts
