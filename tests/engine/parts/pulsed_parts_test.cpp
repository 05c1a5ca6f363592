// SPDX-License-Identifier: MIT
// Parts that speak in pulses on a wire or two, and contacts: HC-SR04, DHT, HX711, rotary encoder, keypad, motion detector.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using peripherals::PinMode;
using peripherals::PinPull;
using test::BoardBench;
using test::profileWith;
using test::WireLog;

TEST(HcSr04, TheEchoIsAsLongAsTheSoundTravels)
{
    BoardBench bench(profileWith(R"({"id": "r", "model": "hc_sr04", "wires": {"trig": "GP0", "echo": "GP1"}, "parameters": {"noise": 0},
                                     "controls": {"distance": 1000, "temperature": 20}})"));
    WireLog log(bench.wire("GP1"));
    auto& trigger = bench.pin("GP0");
    trigger.configure(PinMode::Out);
    trigger.write(true);
    bench.advance(5us);
    trigger.write(false);
    bench.advance(100ms);
    EXPECT_TRUE(log.events.empty()) << "a pulse of 5 µs is too short";
    trigger.write(true);
    bench.advance(10us);
    trigger.write(false);
    bench.advance(1us);
    ASSERT_EQ(log.events.size(), 1u);
    const auto& flips = log.events[0].burst->flips();
    ASSERT_EQ(flips.size(), 2u);
    // 2 m at 331.3 + 0.606 · 20 = 343.42 m/s
    EXPECT_NEAR(static_cast<double>((flips[1] - flips[0]).count()) / 1e3, 5823.8, 0.5);
}

TEST(Dht22, AnswersALongLowPulseWithFortyBits)
{
    BoardBench bench(profileWith(R"({"id": "d", "model": "dht22", "wires": {"data": "GP0"}, "controls": {"temperature": -10.1, "humidity": 65.2}})"));
    auto& pin = bench.pin("GP0");
    WireLog log(bench.wire("GP0"));
    bench.advance(2s);
    pin.configure(PinMode::OpenDrain, PinPull::Up);
    bench.advance(1ms);
    pin.write(true);
    bench.advance(10ms);
    const auto burst = std::find_if(log.events.begin(), log.events.end(), [](const auto& event) { return event.burst != nullptr; });
    ASSERT_NE(burst, log.events.end());
    const auto& flips = burst->burst->flips();
    ASSERT_EQ(flips.size(), 84u);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 40; ++i)
        bits = bits << 1 | (flips[4 + 2 * i] - flips[3 + 2 * i] > 50us ? 1 : 0);
    const auto byte = [&](int index) { return static_cast<int>(bits >> (32 - 8 * index) & 0xff); };
    EXPECT_NEAR((byte(0) << 8 | byte(1)) / 10.0, 65.2, 0.6);
    EXPECT_TRUE(byte(2) & 0x80);
    EXPECT_NEAR(((byte(2) & 0x7f) << 8 | byte(3)) / 10.0, 10.1, 0.3);
    EXPECT_EQ((byte(0) + byte(1) + byte(2) + byte(3)) & 0xff, byte(4));
}

TEST(Hx711, ShiftsOutTwentyFourBitsAndWakesWithTheThird)
{
    BoardBench bench(profileWith(R"({"id": "h", "model": "hx711", "wires": {"dout": "GP0", "sck": "GP1"},
                                     "parameters": {"noise": 0, "zero offset": -5, "counts per gram": 100}, "controls": {"weight": 20}})"));
    auto& clock = bench.pin("GP1");
    clock.configure(PinMode::Out);
    bench.advance(399ms);
    EXPECT_TRUE(bench.wire("GP0").level());
    bench.advance(2ms);
    ASSERT_FALSE(bench.wire("GP0").level());
    std::uint32_t value = 0;
    for (int i = 0; i < 25; ++i) {
        clock.write(true);
        bench.advance(1us);
        if (i < 24)
            value = value << 1 | (bench.wire("GP0").level() ? 1 : 0);
        clock.write(false);
        bench.advance(1us);
    }
    EXPECT_EQ(value, 1995u);
    EXPECT_TRUE(bench.wire("GP0").level());
    bench.advance(101ms);
    EXPECT_FALSE(bench.wire("GP0").level());
}

TEST(Hx711, ReplacesAResultNobodyReads)
{
    BoardBench bench(profileWith(R"({"id": "h", "model": "hx711", "wires": {"dout": "GP0", "sck": "GP1"},
                                     "parameters": {"noise": 0, "zero offset": 0, "counts per gram": 100}, "controls": {"weight": 20}})"));
    auto& clock = bench.pin("GP1");
    clock.configure(PinMode::Out);
    bench.advanceTo(400ms);
    EXPECT_FALSE(bench.wire("GP0").level());
    bench.advanceTo(499980us);
    EXPECT_TRUE(bench.wire("GP0").level()) << "a newer one is coming";
    bench.set("h", "weight", 100);
    bench.advanceTo(1520ms);
    std::uint32_t value = 0;
    for (int i = 0; i < 25; ++i) {
        clock.write(true);
        bench.advance(1us);
        if (i < 24)
            value = value << 1 | (bench.wire("GP0").level() ? 1 : 0);
        clock.write(false);
        bench.advance(1us);
    }
    EXPECT_EQ(value, 10'000u);
    bench.advanceTo(1599ms);
    EXPECT_TRUE(bench.wire("GP0").level());
    bench.advanceTo(1600ms);
    EXPECT_FALSE(bench.wire("GP0").level()) << "it goes on in its own time";
}

TEST(RotaryEncoder, ADetentIsFourEdges)
{
    BoardBench bench(profileWith(R"({"id": "e", "model": "rotary_encoder", "wires": {"a": "GP0", "b": "GP1"}, "parameters": {"detent time": 8}})"));
    WireLog a(bench.wire("GP0"));
    WireLog b(bench.wire("GP1"));
    bench.set("e", "position", 2);
    bench.advance(100ms);
    ASSERT_EQ(a.edges().size(), 4u);
    ASSERT_EQ(b.edges().size(), 4u);
    EXPECT_LT(a.edges()[0], b.edges()[0]);
    bench.set("e", "position", 1);
    bench.advance(100ms);
    ASSERT_EQ(a.edges().size(), 6u);
    EXPECT_GT(a.edges()[4], b.edges()[4]);
}

TEST(RotaryEncoder, MayHaveItsPinsTheOtherWayRound)
{
    BoardBench bench(profileWith(R"({"id": "e", "model": "rotary_encoder", "wires": {"a": "GP0", "b": "GP1"}, "parameters": {"first contact": "b"}})"));
    WireLog a(bench.wire("GP0"));
    WireLog b(bench.wire("GP1"));
    bench.set("e", "position", 1);
    bench.advance(50ms);
    ASSERT_EQ(a.edges().size(), 2u);
    ASSERT_EQ(b.edges().size(), 2u);
    EXPECT_GT(a.edges()[0], b.edges()[0]);
}

TEST(Keypad, APressedKeyConnectsItsRowWithItsColumn)
{
    BoardBench bench(profileWith(R"({"id": "k", "model": "keypad_4x4", "wires": {"row1": "GP0", "row2": "GP1", "row3": "GP2", "row4": "GP3",
                                     "column1": "GP4", "column2": "GP5", "column3": "GP6", "column4": "GP7"}})"));
    for (const char* column : {"GP4", "GP5", "GP6", "GP7"})
        bench.pin(column).configure(PinMode::In, PinPull::Up);
    bench.pin("GP1").configure(PinMode::Out);  // row 2 low
    bench.set("k", "5", 1);
    bench.advance(1us);
    EXPECT_TRUE(bench.pin("GP4").read());
    EXPECT_FALSE(bench.pin("GP5").read());
    bench.pin("GP1").write(true);
    bench.advance(1us);
    EXPECT_TRUE(bench.pin("GP5").read());
    bench.set("k", "5", 0);
    bench.pin("GP1").write(false);
    bench.advance(1us);
    EXPECT_TRUE(bench.pin("GP5").read());
}

TEST(Keypad, ThreeKeysOfARectangleMakeAGhost)
{
    BoardBench bench(profileWith(R"({"id": "k", "model": "keypad_4x4", "wires": {"row1": "GP0", "row2": "GP1", "row3": "GP2", "row4": "GP3",
                                     "column1": "GP4", "column2": "GP5", "column3": "GP6", "column4": "GP7"}})"));
    bench.pin("GP4").configure(PinMode::In, PinPull::Up);
    bench.pin("GP5").configure(PinMode::In, PinPull::Up);
    bench.pin("GP0").configure(PinMode::Out);  // row 1 low
    for (const char* key : {"2", "5", "4"})     // not 1
        bench.set("k", key, 1);
    bench.advance(1us);
    EXPECT_FALSE(bench.pin("GP5").read());
    EXPECT_FALSE(bench.pin("GP4").read()) << "the ghost of key 1";
    bench.pin("GP0").configure(PinMode::In);
    bench.advance(1us);
    EXPECT_TRUE(bench.pin("GP4").read());
    EXPECT_TRUE(bench.idle());
}

TEST(Pir, HoldsItsOutputAndBeginsAnewWhileSomebodyMoves)
{
    BoardBench bench(profileWith(R"({"id": "p", "model": "pir", "wires": {"out": "GP0"}, "parameters": {"hold time": 3}})"));
    bench.set("p", "motion", 1);
    EXPECT_TRUE(bench.wire("GP0").level());
    bench.advance(5s);
    EXPECT_TRUE(bench.wire("GP0").level());
    bench.set("p", "motion", 0);
    bench.advance(2s);
    EXPECT_FALSE(bench.wire("GP0").level());
    bench.set("p", "motion", 1);
    EXPECT_FALSE(bench.wire("GP0").level()) << "blind for 2.5 s";
}

}  // namespace
}  // namespace coroboard::parts
