// SPDX-License-Identifier: MIT
#include "peripherals/pin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::peripherals {
namespace {

using namespace std::chrono_literals;
using test::BoardBench;
using test::profileWith;
using testing::ElementsAre;
using time::powerOn;

class PinTest : public testing::Test {
protected:
    BoardBench bench{profileWith("")};
    Pin& pin = bench.pin("GP1");
};

TEST_F(PinTest, AfterPowerOnIsAnUntouchedInput)
{
    EXPECT_EQ(pin.mode(), PinMode::In);
    EXPECT_EQ(pin.pull(), PinPull::None);
    EXPECT_EQ(pin.function(), "");
    EXPECT_FALSE(pin.read());
    EXPECT_TRUE(pin.wire().floating());
}

TEST_F(PinTest, OutDrivesItsLatch)
{
    pin.write(true);
    EXPECT_FALSE(pin.wire().level()) << "an input does not drive";
    pin.configure(PinMode::Out);
    EXPECT_TRUE(pin.wire().level()) << "the latch was set before";
    EXPECT_TRUE(pin.read());
    pin.write(false);
    EXPECT_FALSE(pin.wire().level());
    EXPECT_EQ(pin.function(), "out");
}

TEST_F(PinTest, PullsHoldAnUndrivenInput)
{
    pin.configure(PinMode::In, PinPull::Up);
    EXPECT_TRUE(pin.read());
    pin.setPull(PinPull::Down);
    EXPECT_FALSE(pin.read());
    EXPECT_FALSE(pin.wire().floating());
}

TEST_F(PinTest, OpenDrainPullsLowOrLetsGo)
{
    pin.configure(PinMode::OpenDrain, PinPull::Up);
    pin.write(true);
    EXPECT_TRUE(pin.read());
    pin.write(false);
    EXPECT_FALSE(pin.read());
    EXPECT_FALSE(pin.wire().contention());
}

TEST_F(PinTest, AnalogReadsLow)
{
    WireDriver driver(pin.wire());
    driver.drive(3300, 1000);
    EXPECT_TRUE(pin.read());
    pin.configure(PinMode::Analog, PinPull::Up);
    EXPECT_FALSE(pin.read());
    EXPECT_EQ(pin.pull(), PinPull::None);
    EXPECT_EQ(pin.function(), "adc");
}

TEST_F(PinTest, InterruptsOnTheEdgesItWasAskedFor)
{
    WireDriver driver(pin.wire());
    std::vector<std::pair<time::Duration, bool>> edges;
    const auto note = [&](Pin& from, const PinEdge& edge) {
        EXPECT_EQ(&from, &pin);
        edges.emplace_back(edge.when.time_since_epoch(), edge.rising);
    };
    const auto pulse = [&] {
        driver.drive(3300, 40);
        bench.advance(1ms);
        driver.drive(0, 40);
        bench.advance(1ms);
    };
    pin.setInterrupt(PinTrigger::Rising, note);
    pulse();
    pin.setInterrupt(PinTrigger::Falling, note);
    pulse();
    pin.setInterrupt(PinTrigger::Both, note);
    pulse();
    pin.clearInterrupt();
    pulse();
    EXPECT_THAT(edges, ElementsAre(std::pair(time::Duration(0ms), true), std::pair(time::Duration(3ms), false),
                                   std::pair(time::Duration(4ms), true), std::pair(time::Duration(5ms), false)));
}

TEST_F(PinTest, AnInterruptMayClearItself)
{
    WireDriver driver(pin.wire());
    int calls = 0;
    pin.setInterrupt(PinTrigger::Both, [&](Pin& from, const PinEdge&) {
        ++calls;
        from.clearInterrupt();
    });
    driver.drive(3300, 40);
    driver.drive(0, 40);
    bench.advance(1ms);
    EXPECT_EQ(calls, 1);
}

TEST_F(PinTest, AnOutputCanInterruptItself)
{
    int calls = 0;
    pin.configure(PinMode::Out);
    pin.setInterrupt(PinTrigger::Rising, [&](Pin&, const PinEdge&) { ++calls; });
    pin.write(true);
    pin.write(false);
    pin.write(true);
    bench.advance(1us);
    EXPECT_EQ(calls, 2);
}

TEST(InputOnlyPin, NeitherDrivesNorPulls)
{
    auto profile = profileWith("");
    profile.pins[1].functions = {"input"};
    BoardBench bench(profile);
    Pin& pin = bench.pin("GP1");
    EXPECT_FALSE(pin.settings().output);
    pin.configure(PinMode::Out, PinPull::Up);
    pin.write(true);
    EXPECT_TRUE(pin.wire().floating());
    EXPECT_EQ(bench.board().chip().pwm(pin), nullptr);
}

TEST_F(PinTest, AStrongerOutputGivesInLess)
{
    WireDriver ground(pin.wire());
    ground.drive(0, 100);
    pin.configure(PinMode::Out);
    pin.write(true);
    pin.setOutputOhms(100);
    EXPECT_NEAR(pin.wire().millivolts(), 1650, 1);
    pin.setOutputOhms(10);
    EXPECT_NEAR(pin.wire().millivolts(), 3000, 1);
}

TEST_F(PinTest, AHeldPadKeepsWhatItDoes)
{
    pin.configure(PinMode::Out);
    pin.write(true);
    pin.setPad(Pin::Pad::Held);
    pin.write(false);
    EXPECT_TRUE(pin.wire().level());
    pin.configure(PinMode::In);
    EXPECT_TRUE(pin.wire().level());
    pin.setPad(Pin::Pad::Free);
    EXPECT_TRUE(pin.wire().floating());
}

TEST_F(PinTest, ALevelInterruptsWhenItComes)
{
    int low = 0;
    pin.setInterrupt(PinTrigger::LowLevel, [&](Pin&, const PinEdge& edge) { low += edge.rising ? 100 : 1; });
    pin.configure(PinMode::Out);
    pin.write(true);
    bench.advance(1ms);
    EXPECT_EQ(low, 0);
    EXPECT_FALSE(pin.isAtLevel(PinTrigger::LowLevel));
    pin.write(false);
    bench.advance(1ms);
    EXPECT_EQ(low, 1);
    EXPECT_TRUE(pin.isAtLevel(PinTrigger::LowLevel));
}

TEST_F(PinTest, ResetIsPowerOn)
{
    int calls = 0;
    pin.configure(PinMode::Out, PinPull::Up);
    pin.write(true);
    pin.setInterrupt(PinTrigger::Both, [&](Pin&, const PinEdge&) { ++calls; });
    pin.reset();
    bench.advance(1ms);
    EXPECT_EQ(calls, 0);
    EXPECT_FALSE(pin.latch());
    EXPECT_EQ(pin.mode(), PinMode::In);
    EXPECT_EQ(pin.function(), "");
    EXPECT_TRUE(pin.wire().floating());
}

TEST_F(PinTest, IsFoundByNumberNameAndAlias)
{
    EXPECT_EQ(bench.board().pin(1), &pin);
    EXPECT_EQ(bench.board().pin("GP1"), &pin);
    EXPECT_EQ(bench.board().pin("gp1"), nullptr);
    EXPECT_EQ(bench.board().pin(99), nullptr);
}

}  // namespace
}  // namespace coroboard::peripherals
