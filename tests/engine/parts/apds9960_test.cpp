// SPDX-License-Identifier: MIT
// APDS-9960: identity, light, proximity, interrupts, gestures.

#include <gmock/gmock.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using peripherals::PinMode;
using peripherals::PinPull;
using test::Bytes;
using test::ChipBench;

constexpr std::uint8_t at = 0x39;

TEST(Apds9960, WakesUpOff)
{
    ChipBench bench("apds9960");
    EXPECT_EQ(bench.byte(at, 0x92), 0xab);
    EXPECT_EQ(bench.byte(at, 0x80), 0);
    EXPECT_EQ(bench.byte(at, 0x81), 0xff);
    EXPECT_EQ(bench.byte(at, 0x8e), 0x40);
    bench.advance(1s);
    EXPECT_EQ(bench.byte(at, 0x93), 0);
}

TEST(Apds9960, MeasuresLightAndColour)
{
    ChipBench bench("apds9960");
    bench.set("chip", "light", 1000);
    bench.set("chip", "colour_blue", 0);
    bench.write(at, {0x81, 0xdb});  // 37 cycles: 103 ms
    bench.write(at, {0x8f, 0x01});  // gain 4
    bench.write(at, {0x80, 0x03});
    bench.advance(100ms);
    EXPECT_EQ(bench.byte(at, 0x93) & 1, 0);
    bench.advance(4ms);
    EXPECT_EQ(bench.byte(at, 0x93) & 1, 1);
    const Bytes data = bench.read(at, {0x94}, 8);
    const auto word = [&](std::size_t i) { return data[i] | data[i + 1] << 8; };
    EXPECT_GT(word(2), 100);
    EXPECT_NEAR(word(0), 2 * word(2), 2) << "two colours of three";
    EXPECT_EQ(word(4), word(2));
    EXPECT_EQ(word(6), 0);
    EXPECT_EQ(bench.byte(at, 0x93) & 1, 0) << "read";
    EXPECT_NEAR(*bench.control("chip", "colour_blue").lastRead, 0, 0.01);
    EXPECT_NEAR(*bench.control("chip", "colour_red").lastRead, 1, 0.01);
}

TEST(Apds9960, SeesWhatIsNear)
{
    ChipBench bench("apds9960");
    bench.write(at, {0x8e, 0x87});  // eight pulses of 16 µs
    bench.write(at, {0x8f, 0x08});  // 100 mA, gain 4
    bench.write(at, {0x80, 0x05});
    const auto proximityAt = [&](double millimetres) {
        bench.set("chip", "distance", millimetres);
        bench.advance(20ms);
        return bench.byte(at, 0x9c);
    };
    EXPECT_EQ(proximityAt(10), 255);
    EXPECT_NEAR(proximityAt(60), 255 / 4, 3);
    EXPECT_NEAR(*bench.control("chip", "distance").lastRead, 60, 1);
    EXPECT_NEAR(proximityAt(300), 2, 1);
    bench.write(at, {0x8f, 0x48});  // 50 mA
    EXPECT_NEAR(proximityAt(60), 255 / 8, 2);
}

TEST(Apds9960, InterruptsWhenSomethingComesNear)
{
    ChipBench bench("apds9960", "", R"(, "int": "GP2")");
    bench.pin("GP2").configure(PinMode::In, PinPull::Up);
    bench.set("chip", "distance", 500);
    bench.write(at, {0x8e, 0x87});
    bench.write(at, {0x8f, 0x08});
    bench.write(at, {0x8b, 50});    // high threshold
    bench.write(at, {0x8c, 0x40});  // five times in a row
    bench.write(at, {0x80, 0x25});
    bench.advance(100ms);
    EXPECT_TRUE(bench.pin("GP2").read());
    bench.set("chip", "distance", 40);
    bench.advance(9ms);
    EXPECT_TRUE(bench.pin("GP2").read());
    bench.advance(9ms);
    EXPECT_FALSE(bench.pin("GP2").read());
    EXPECT_EQ(bench.byte(at, 0x93) & 0x20, 0x20);
    bench.set("chip", "distance", 500);
    bench.advance(10ms);
    bench.write(at, {0xe5});
    EXPECT_TRUE(bench.pin("GP2").read());
}

// How drivers see a direction: the difference of two diodes in relation to their sum, at the beginning and at the end.
struct Balance {
    int upDown;
    int leftRight;
};
Balance balance(const Bytes& fifo, std::size_t at)
{
    return {(fifo[at] - fifo[at + 1]) * 100 / (fifo[at] + fifo[at + 1]),
            (fifo[at + 2] - fifo[at + 3]) * 100 / (fifo[at + 2] + fifo[at + 3])};
}

TEST(Apds9960, FillsItsFifoWhileAHandPasses)
{
    for (const std::string swipe : {"swipe_up", "swipe_down", "swipe_left", "swipe_right"}) {
        SCOPED_TRACE(swipe);
        ChipBench bench("apds9960");
        bench.set("chip", swipe, 1);
        bench.advance(100ms);
        EXPECT_EQ(bench.byte(at, 0xae), 0) << "the gesture engine is off";
        bench.write(at, {0xa1, 30});
        bench.write(at, {0xa2, 0x40});  // after four datasets
        bench.write(at, {0xa3, 0x02});  // 5.6 ms between two
        bench.write(at, {0x80, 0x45});
        bench.set("chip", swipe, 0);
        bench.set("chip", swipe, 1);
        bench.advance(400ms);
        EXPECT_EQ(bench.byte(at, 0xaf) & 1, 1);
        const std::size_t level = bench.byte(at, 0xae);
        ASSERT_GT(level, 10u);
        const Bytes fifo = bench.read(at, {0xfc}, level * 4);
        const Balance first = balance(fifo, 0);
        const Balance last = balance(fifo, fifo.size() - 4);
        const int upDown = swipe == "swipe_up" ? 1 : swipe == "swipe_down" ? -1 : 0;
        const int leftRight = swipe == "swipe_left" ? 1 : swipe == "swipe_right" ? -1 : 0;
        EXPECT_GT((first.upDown - last.upDown) * upDown, upDown ? 50 : -1);
        EXPECT_GT((first.leftRight - last.leftRight) * leftRight, leftRight ? 50 : -1);
        EXPECT_EQ(bench.byte(at, 0xae), 0);
        EXPECT_EQ(bench.byte(at, 0xaf), 0);
    }
}

}  // namespace
}  // namespace coroboard::parts
