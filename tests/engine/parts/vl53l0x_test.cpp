// SPDX-License-Identifier: MIT
// VL53L0X: reference registers, memory window, calibration, single and continuous ranging, address, shutdown.

#include <gmock/gmock.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using peripherals::PinMode;
using test::Bytes;
using test::ChipBench;
using testing::ElementsAre;

constexpr std::uint8_t at = 0x29;

// Steps as every driver ends its preparation: pre-range and final range, new-sample interrupt.
void prepare(ChipBench& bench)
{
    bench.write(at, {0x0a, 0x04});
    bench.write(at, {0x01, 0xe8});
}

TEST(Vl53l0x, HasItsReferenceRegisters)
{
    ChipBench bench("vl53l0x");
    EXPECT_THAT(bench.read(at, {0xc0}, 3), ElementsAre(0xee, 0xaa, 0x10));
    EXPECT_EQ(bench.word(at, 0x51), 0x0096);
    bench.write(at, {0xc0, 0x00});
    EXPECT_EQ(bench.byte(at, 0xc0), 0xee);
}

TEST(Vl53l0x, OpensItsMemory)
{
    ChipBench bench("vl53l0x");
    bench.write(at, {0xff, 0x01});
    EXPECT_EQ(bench.byte(at, 0x91), 0x3c) << "the stop variable";
    bench.write(at, {0xff, 0x07});
    bench.write(at, {0x94, 0x6b});
    bench.write(at, {0x83, 0x00});
    bench.advance(1ms);
    EXPECT_EQ(bench.byte(at, 0x83), 1);
    EXPECT_EQ(bench.byte(at, 0x92), 0x85) << "five SPADs with an aperture";
    bench.write(at, {0xff, 0x00});
    EXPECT_EQ(bench.byte(at, 0x83), 0) << "pages are apart";
}

TEST(Vl53l0x, CalibratesWithoutRanging)
{
    ChipBench bench("vl53l0x");
    bench.write(at, {0x0a, 0x04});
    bench.write(at, {0x01, 0x01});
    bench.write(at, {0x00, 0x41});
    EXPECT_EQ(bench.byte(at, 0x13), 0);
    bench.advance(1ms);
    EXPECT_EQ(bench.byte(at, 0x13) & 7, 4);
    EXPECT_EQ(bench.word(at, 0x1e), 0);
}

TEST(Vl53l0x, RangesOnceWithinItsTimingBudget)
{
    ChipBench bench("vl53l0x");
    bench.set("chip", "distance", 420);
    prepare(bench);
    bench.write(at, {0x00, 0x01});
    EXPECT_EQ(bench.byte(at, 0x00) & 1, 0) << "it has begun";
    bench.advance(30ms);
    EXPECT_EQ(bench.byte(at, 0x13), 0);
    bench.advance(4ms);
    EXPECT_EQ(bench.byte(at, 0x13), 4);
    EXPECT_EQ(bench.byte(at, 0x14) >> 3, 11) << "range valid";
    EXPECT_NEAR(bench.word(at, 0x1e), 420, 12);
    EXPECT_NEAR(*bench.control("chip", "distance").lastRead, 420, 12);
    bench.write(at, {0x0b, 0x01});
    EXPECT_EQ(bench.byte(at, 0x13), 0);
}

TEST(Vl53l0x, RangesOnAndOnUntilItIsStopped)
{
    ChipBench bench("vl53l0x");
    prepare(bench);
    bench.write(at, {0x00, 0x02});
    bench.advance(100ms);
    EXPECT_NEAR(bench.word(at, 0x1e), 500, 15);
    bench.set("chip", "distance", 120);
    bench.advance(70ms);
    EXPECT_NEAR(bench.word(at, 0x1e), 120, 8);
    bench.write(at, {0x00, 0x01});
    bench.write(at, {0x0b, 0x01});
    bench.advance(1s);
    EXPECT_EQ(bench.byte(at, 0x13), 0);
    EXPECT_TRUE(bench.idle());
}

TEST(Vl53l0x, WaitsBetweenTimedRangings)
{
    ChipBench bench("vl53l0x");
    prepare(bench);
    const int ticks = 200 * bench.word(at, 0xf8);  // 200 ms
    bench.write(at, {0x04, 0, static_cast<std::uint8_t>(ticks >> 16), static_cast<std::uint8_t>(ticks >> 8),
                     static_cast<std::uint8_t>(ticks)});
    bench.write(at, {0x00, 0x04});
    bench.advance(50ms);
    EXPECT_EQ(bench.byte(at, 0x13), 4);
    bench.write(at, {0x0b, 0x01});
    bench.advance(150ms);
    EXPECT_EQ(bench.byte(at, 0x13), 0);
    bench.advance(40ms);
    EXPECT_EQ(bench.byte(at, 0x13), 4);
}

TEST(Vl53l0x, SaysOnItsPinThatThereIsARange)
{
    ChipBench bench("vl53l0x", "", R"(, "gpio1": "GP2")");
    bench.pin("GP2").configure(PinMode::In, peripherals::PinPull::Up);
    prepare(bench);
    bench.write(at, {0x00, 0x02});
    bench.advance(30ms);
    EXPECT_TRUE(bench.pin("GP2").read());
    bench.advance(5ms);
    EXPECT_FALSE(bench.pin("GP2").read());
    bench.write(at, {0x0b, 0x01});
    EXPECT_TRUE(bench.pin("GP2").read());
    bench.advance(40ms);
    EXPECT_FALSE(bench.pin("GP2").read());
}

TEST(Vl53l0x, SeesNothingFarAway)
{
    ChipBench bench("vl53l0x");
    bench.set("chip", "distance", 3500);
    prepare(bench);
    bench.write(at, {0x00, 0x01});
    bench.advance(40ms);
    EXPECT_EQ(bench.word(at, 0x1e), 8190);
    EXPECT_NE(bench.byte(at, 0x14) >> 3, 11);
}

TEST(Vl53l0x, MovesToAnotherAddressUntilItIsShutDown)
{
    ChipBench bench("vl53l0x", "", R"(, "xshut": "GP2")");
    bench.write(at, {0x8a, 0x30});
    EXPECT_TRUE(bench.read(at, {0xc0}, 1).empty());
    EXPECT_EQ(bench.byte(0x30, 0xc0), 0xee);
    bench.pin("GP2").configure(PinMode::Out);
    EXPECT_TRUE(bench.read(0x30, {0xc0}, 1).empty()) << "held low: off";
    bench.pin("GP2").write(true);
    EXPECT_EQ(bench.byte(at, 0xc0), 0xee);
}

}  // namespace
}  // namespace coroboard::parts
