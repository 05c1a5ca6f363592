// SPDX-License-Identifier: MIT
// BH1750, VEML7700 and TCS34725: counts for a light, resolutions, gains, integration times, thresholds.

#include <gmock/gmock.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::Bytes;
using test::ChipBench;
using testing::ElementsAre;

int counts(ChipBench& bench, std::uint8_t address)
{
    return ChipBench::most(bench.read(address, 2));
}

TEST(Bh1750, CountsAsTheDataSheetDoes)
{
    ChipBench bench("bh1750");
    bench.set("chip", "light",
              28067);  // the example of the page "Write / read format": 1000 0011 1001 0000 is 28067 lx
    bench.write(0x23, {0x10});
    bench.advance(100ms);
    EXPECT_EQ(counts(bench, 0x23), 0) << "120 ms for a result";
    bench.advance(20ms);
    EXPECT_NEAR(counts(bench, 0x23), 0b1000'0011'1001'0000, 200);
    EXPECT_NEAR(*bench.control("chip", "light").lastRead, 28067, 150);
}

TEST(Bh1750, MeasuresOnceAndKeepsTheResult)
{
    ChipBench bench("bh1750");
    bench.set("chip", "light", 1000);
    bench.write(0x23, {0x20});
    bench.advance(200ms);
    bench.set("chip", "light", 10);
    bench.advance(1s);
    EXPECT_NEAR(counts(bench, 0x23), 1200, 10);
    bench.write(0x23, {0x07});
    EXPECT_NEAR(counts(bench, 0x23), 1200, 10) << "reset does nothing while powered down";
    bench.write(0x23, {0x01});
    bench.write(0x23, {0x07});
    EXPECT_EQ(counts(bench, 0x23), 0);
}

TEST(Bh1750, KnowsItsResolutionsAndItsSensitivity)
{
    ChipBench bench("bh1750");
    bench.set("chip", "light", 100);
    bench.write(0x23, {0x11});
    bench.advance(120ms);
    EXPECT_NEAR(counts(bench, 0x23), 240, 3) << "half a lux";
    bench.write(0x23, {0x13});
    bench.advance(16ms);
    EXPECT_NEAR(counts(bench, 0x23), 120, 4);
    EXPECT_EQ(counts(bench, 0x23) % 4, 0) << "four lux";
    bench.write(0x23, {0x00});
    bench.write(0x23, {0x44});  // 138 in two parts: 100 01010
    bench.write(0x23, {0x6a});
    bench.write(0x23, {0x10});
    bench.advance(230ms);
    EXPECT_NEAR(counts(bench, 0x23), 120, 4);
    bench.advance(10ms);
    EXPECT_NEAR(counts(bench, 0x23), 240, 3) << "twice as long, twice as much";
}

TEST(Veml7700, SleepsAtFirst)
{
    ChipBench bench("veml7700");
    EXPECT_EQ(bench.wordLowFirst(0x10, 0), 1);
    EXPECT_EQ(bench.wordLowFirst(0x10, 7), 0xc481);
    bench.advance(1s);
    EXPECT_EQ(bench.wordLowFirst(0x10, 4), 0);
}

TEST(Veml7700, CountsByGainAndTime)
{
    ChipBench bench("veml7700");
    bench.set("chip", "light", 1000);
    bench.write(0x10, {0, 0, 0});  // gain 1, 100 ms: 0.0576 lx a count
    bench.advance(99ms);
    EXPECT_EQ(bench.wordLowFirst(0x10, 4), 0);
    bench.advance(1ms);
    EXPECT_NEAR(bench.wordLowFirst(0x10, 4), 1000 / 0.0576, 100);
    EXPECT_NEAR(*bench.control("chip", "light").lastRead, 1000, 10);
    bench.write(0x10, {0, 0x00, 0x13});  // gain 1/8, 25 ms: 1.8432 lx
    bench.advance(25ms);
    EXPECT_NEAR(bench.wordLowFirst(0x10, 4), 1000 / 1.8432, 5);
    bench.write(0x10, {0, 0xc0, 0x08});  // gain 2, 800 ms
    bench.advance(800ms);
    EXPECT_EQ(bench.wordLowFirst(0x10, 4), 65535) << "too bright for 0.0036 lx";
}

TEST(Veml7700, SaysWhichThresholdWasCrossed)
{
    ChipBench bench("veml7700");
    bench.write(0x10, {1, 0x10, 0x27});  // 10000
    bench.write(0x10, {2, 0xe8, 0x03});  // 1000
    bench.write(0x10, {0, 0x02, 0x00});
    bench.set("chip", "light", 300);
    bench.advance(200ms);
    EXPECT_EQ(bench.wordLowFirst(0x10, 6), 0);
    bench.set("chip", "light", 900);
    bench.advance(200ms);
    EXPECT_EQ(bench.wordLowFirst(0x10, 6), 0x4000);
    bench.set("chip", "light", 5);
    bench.advance(200ms);
    EXPECT_EQ(bench.wordLowFirst(0x10, 6), 0x8000);
}

TEST(Tcs34725, MeasuresAWhiteLightInLux)
{
    ChipBench bench("tcs34725");
    EXPECT_EQ(bench.byte(0x29, 0xb2), 0x44);
    EXPECT_EQ(bench.byte(0x29, 0x93), 0) << "nothing was measured";
    bench.set("chip", "light", 500);
    bench.write(0x29, {0x81, 0xd6});  // 42 cycles: 101 ms
    bench.write(0x29, {0x8f, 0x01});  // gain 4
    bench.write(0x29, {0x80, 0x03});
    bench.advance(100ms);
    EXPECT_EQ(bench.byte(0x29, 0x93) & 1, 0);
    bench.advance(5ms);
    EXPECT_EQ(bench.byte(0x29, 0x93) & 1, 1);
    const int red = bench.wordLowFirst(0x29, 0x96);
    const Bytes all = bench.read(0x29, {0xb4}, 8);
    EXPECT_EQ(all[2] | all[3] << 8, red) << "both ways of reading a word";
    EXPECT_EQ(all[4] | all[5] << 8, red);
    EXPECT_NEAR(all[0] | all[1] << 8, 3 * red, 2);
    // Application note DN40: counts per lux, and the lux of equal channels without infrared.
    EXPECT_NEAR(red * (0.136 + 1 - 0.444) / (100.8 * 4 / 310), 500, 8);
}

TEST(Tcs34725, SeesColoursAndSaturates)
{
    ChipBench bench("tcs34725");
    bench.set("chip", "light", 2000);
    bench.set("chip", "colour_red", 0.5);
    bench.set("chip", "colour_green", 0);
    bench.write(0x29, {0x80, 0x01});
    bench.write(0x29, {0x81, 0x00});
    bench.write(0x29, {0x80, 0x03});
    bench.advance(700ms);
    const int red = bench.wordLowFirst(0x29, 0x96);
    EXPECT_EQ(bench.wordLowFirst(0x29, 0x98), 0);
    EXPECT_NEAR(bench.wordLowFirst(0x29, 0x9a), 2 * red, 2);
    EXPECT_NEAR(*bench.control("chip", "colour_red").lastRead, 0.5, 0.01);
    bench.set("chip", "light", 120'000);
    bench.write(0x29, {0x81, 0xff});
    bench.advance(10ms);
    bench.write(0x29, {0x8f, 0x03});
    bench.advance(10ms);
    EXPECT_EQ(bench.wordLowFirst(0x29, 0x94), 1024) << "one cycle counts to 1024";
}

TEST(Tcs34725, InterruptsOutsideItsThresholds)
{
    ChipBench bench("tcs34725", "", R"(, "int": "GP2")");
    bench.pin("GP2").configure(peripherals::PinMode::In, peripherals::PinPull::Up);
    bench.write(0x29, {0xa4, 0x00, 0x00, 0x10, 0x00});  // 0 to 16
    bench.write(0x29, {0x8c, 0x02});                    // twice in a row
    bench.write(0x29, {0x8f, 0x03});
    bench.write(0x29, {0x80, 0x13});
    bench.advance(5ms);
    EXPECT_EQ(bench.byte(0x29, 0x93), 0x01);
    bench.advance(5ms);
    EXPECT_EQ(bench.byte(0x29, 0x93), 0x11);
    EXPECT_FALSE(bench.pin("GP2").read());
    bench.write(0x29, {0xe6});
    EXPECT_TRUE(bench.pin("GP2").read());
    EXPECT_EQ(bench.byte(0x29, 0x93), 0x01);
}

}  // namespace
}  // namespace coroboard::parts
