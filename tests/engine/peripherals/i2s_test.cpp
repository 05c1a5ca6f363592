// SPDX-License-Identifier: MIT
#include "peripherals/i2s.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::peripherals {
namespace {

using namespace std::chrono_literals;
using test::BoardBench;
using test::profileWith;
using testing::ElementsAre;

class Ear : public I2sListener {
public:
    void heard(std::span<const I2sFrame> frames, const I2sFormat&) override { all.insert(all.end(), frames.begin(), frames.end()); }
    std::vector<I2sFrame> all;
};

class Mouth : public I2sSource {
public:
    I2sFrame frame(time::VirtualTime) override
    {
        ++count;
        return {count << 16, -count};
    }
    std::int32_t count = 0;
};

// Two hundred frames a second: a block is one frame.
class I2sTest : public testing::Test {
protected:
    I2sSettings settings(I2sMode mode, I2sChannels channels, int bits, std::size_t buffer = 64)
    {
        return {mode, channels, {bits, 200}, buffer};
    }
    std::unique_ptr<I2s> open(const I2sSettings& settings)
    {
        return std::make_unique<I2s>(bench.board().chip().timeline(), bus, I2s::Pins{&clock, &select, &data}, settings, "i2s0", [this] { ++moved; });
    }
    // One frame as a logic analyser reads it: at each rising edge of the clock, from the one after the word select fell.
    std::uint64_t frameOnTheWires(time::VirtualTime begin, int bits)
    {
        const I2sFormat format{bits, 200};
        std::uint64_t read = 0;
        for (int bit = 1; bit <= 2 * bits; ++bit) {
            bench.loop().runUntil(begin + format.bit(bit) + (format.bit(bit + 1) - format.bit(bit)) / 2 + 1ns);
            EXPECT_TRUE(clock.wire().level());
            EXPECT_EQ(select.wire().level(), bit % (2 * bits) >= bits) << bit;
            read = read << 1 | (data.wire().level() ? 1 : 0);
        }
        return read;
    }

    BoardBench bench{profileWith("")};
    Pin& clock = bench.pin("GP0");
    Pin& select = bench.pin("GP1");
    Pin& data = bench.pin("GP2");
    I2sBus& bus = bench.board().buses().i2s(clock.wire());
    I2sBus::Wires wires{&select.wire(), &data.wire()};
    Ear ear;
    int moved = 0;
};

TEST_F(I2sTest, WhatIsWrittenIsOnTheWires)
{
    const auto unit = open(settings(I2sMode::Transmit, I2sChannels::Stereo, 16));
    const std::vector<std::uint8_t> bytes = {0x34, 0x12, 0xcd, 0xab, 0x01, 0x80, 0xff, 0x7f};
    EXPECT_EQ(unit->write(bytes), 8u);
    const auto begin = bench.loop().now();
    EXPECT_EQ(frameOnTheWires(begin, 16), 0x1234abcdu);
    EXPECT_EQ(frameOnTheWires(begin + 5ms, 16), 0x80017fffu);
    EXPECT_EQ(clock.function(), "i2s0 sck");
}

TEST_F(I2sTest, AListenerHearsWhatIsSentAndSilenceOnce)
{
    bus.attach(ear, wires);
    const auto unit = open(settings(I2sMode::Transmit, I2sChannels::Mono, 16));
    const std::vector<std::uint8_t> bytes = {0x34, 0x12, 0x00, 0x80};
    unit->write(bytes);
    bench.advance(1s);
    EXPECT_THAT(ear.all, ElementsAre(I2sFrame{0x12340000, 0x12340000}, I2sFrame{INT32_MIN, INT32_MIN}, I2sFrame{}));
    EXPECT_EQ(moved, 3);
    EXPECT_EQ(unit->room(), 64u);
    unit->write(bytes);
    EXPECT_EQ(unit->nextBlock().time_since_epoch() % 5ms, 0ms);
    bench.advance(1s);
    EXPECT_EQ(ear.all.size(), 6u);
    bus.detach(ear);
}

TEST_F(I2sTest, ASourceIsHeardAndAFullRingDrops)
{
    Mouth mouth;
    bus.attach(mouth, wires);
    const auto unit = open(settings(I2sMode::Receive, I2sChannels::Mono, 32, 8));
    bench.advance(11ms);
    std::vector<std::uint8_t> got(16);
    EXPECT_EQ(unit->read(got), 8u);
    EXPECT_THAT(std::vector<int>(got.begin(), got.begin() + 8), ElementsAre(0, 0, 1, 0, 0, 0, 2, 0));
    bench.advance(20ms);
    EXPECT_EQ(unit->waiting(), 8u);
    EXPECT_EQ(unit->lost(), 2u);
    EXPECT_FALSE(data.wire().floating());
    bus.detach(mouth);
    EXPECT_TRUE(data.wire().floating());
}

TEST_F(I2sTest, OtherWiresAreAnotherLine)
{
    bus.attach(ear, {&select.wire(), &bench.pin("GP3").wire()});
    const auto unit = open(settings(I2sMode::Transmit, I2sChannels::Mono, 16));
    unit->write(std::vector<std::uint8_t>{1, 2});
    bench.advance(20ms);
    EXPECT_TRUE(ear.all.empty());
    bus.detach(ear);
}

TEST_F(I2sTest, ClosedItLetsGoOfItsPins)
{
    auto unit = open(settings(I2sMode::Transmit, I2sChannels::Mono, 16));
    EXPECT_TRUE(clock.wire().signal());
    EXPECT_DOUBLE_EQ(clock.wire().signal()->frequency, 6400);
    EXPECT_DOUBLE_EQ(select.wire().signal()->frequency, 200);
    unit.reset();
    EXPECT_TRUE(clock.wire().floating());
    EXPECT_TRUE(data.wire().floating());
}

}  // namespace
}  // namespace coroboard::peripherals
