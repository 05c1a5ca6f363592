// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using peripherals::PinMode;
using peripherals::PinPull;
using test::BoardBench;
using test::profileWith;
using namespace std::chrono_literals;

constexpr auto relay =
    R"({"id": "relay", "model": "relay", "wires": {"in": "GP0", "com": "3V3", "no": "GP1", "nc": "GP2"}})";

class RelayTest : public testing::Test {
protected:
    RelayTest()
    {
        bench.pin("GP0").configure(PinMode::Out);
        bench.pin("GP1").configure(PinMode::In, PinPull::Down);
        bench.pin("GP2").configure(PinMode::In, PinPull::Down);
        bench.advance(1s);
    }
    std::string contacts() { return std::string(bench.wire("GP1").level() ? "no " : "") + (bench.wire("GP2").level() ? "nc" : ""); }

    BoardBench bench{profileWith(relay)};
};

TEST_F(RelayTest, OperatesInTenMillisecondsAndReleasesInFive)
{
    EXPECT_EQ(contacts(), "nc");
    bench.pin("GP0").write(true);
    bench.advance(9900us);
    EXPECT_EQ(contacts(), "");
    EXPECT_EQ(bench.value("relay", "coil"), 1);
    EXPECT_EQ(bench.value("relay", "on"), 0);
    bench.advance(200us);
    EXPECT_EQ(contacts(), "no ");
    bench.pin("GP0").write(false);
    bench.advance(4900us);
    EXPECT_EQ(contacts(), "");
    bench.advance(200us);
    EXPECT_EQ(contacts(), "nc");
    EXPECT_EQ(bench.value("relay", "switched"), 2);
    EXPECT_TRUE(bench.idle());
}

TEST_F(RelayTest, AShortPulseMovesNothing)
{
    bench.pin("GP0").write(true);
    bench.advance(3ms);
    bench.pin("GP0").write(false);
    bench.advance(100ms);
    EXPECT_EQ(contacts(), "nc");
    EXPECT_EQ(bench.value("relay", "switched"), 0);
}

TEST(Relay, PulsesPassItsContact)
{
    BoardBench bench(profileWith(R"({"id": "relay", "model": "relay", "wires": {"in": "GP0", "com": "GP3", "nc": "GP2"}},
        {"id": "strip", "model": "neopixel", "wires": {"din": "GP2"}, "parameters": {"columns": 1}})"));
    peripherals::WireDriver sender(bench.wire("GP3"));
    sender.drive(0, 40);
    bench.advance(20ms);
    // Green 255: eight ones, then sixteen zeros.
    peripherals::Flips flips;
    for (int bit = 0; bit < 24; ++bit) {
        const auto begin = 1us + bit * 1250ns;
        flips.push_back(begin);
        flips.push_back(begin + (bit < 8 ? 800ns : 400ns));
    }
    sender.play(peripherals::Burst::make(bench.now(), false, flips), {3300, 40}, {0, 40});
    bench.advance(1ms);
    const auto pixels = bench.view("strip").pixels;
    ASSERT_TRUE(pixels);
    EXPECT_THAT(pixels->rgb, testing::ElementsAre(0, 255, 0));
}

TEST(Relay, SomeModulesSwitchOnLow)
{
    BoardBench bench(profileWith(R"({"id": "relay", "model": "relay", "wires": {"in": "GP0"}, "parameters": {"active": "low"}})"));
    bench.advance(20ms);
    EXPECT_EQ(bench.value("relay", "on"), 0);  // nobody drives the input
    bench.pin("GP0").configure(PinMode::Out);
    bench.advance(20ms);
    EXPECT_EQ(bench.value("relay", "on"), 1);
    bench.pin("GP0").write(true);
    bench.advance(20ms);
    EXPECT_EQ(bench.value("relay", "on"), 0);
}

}  // namespace
}  // namespace coroboard::parts
