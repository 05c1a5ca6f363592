// SPDX-License-Identifier: MIT
// The peripherals that turn numbers into signals and back: Adc, Pwm, Timer.

#include <cmath>
#include <memory>

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

class ConverterTest : public testing::Test {
protected:
    BoardBench bench{profileWith("")};
};

TEST_F(ConverterTest, AdcConvertsTheVoltageOfItsWire)
{
    Adc& adc = bench.adc("GP6");
    WireDriver driver(adc.pin().wire());
    EXPECT_EQ(adc.convert(), 0u);
    driver.drive(3300, 100);
    EXPECT_EQ(adc.convert(), 4095u);
    EXPECT_EQ(adc.readU16(), 65535);
    EXPECT_EQ(adc.readMicrovolts(), 3'300'000u);
    driver.drive(1650, 100);
    EXPECT_EQ(adc.convert(), 2048u);
    EXPECT_EQ(adc.readU16(), 2048u << 4 | 2048u >> 8);
    EXPECT_NEAR(adc.readMicrovolts(), 1'650'000, 3'300'000 / 4096);
    driver.drive(5000, 100);
    EXPECT_EQ(adc.convert(), 4095u);
    driver.drive(-100, 100);
    EXPECT_EQ(adc.convert(), 0u);
    EXPECT_EQ(adc.conversionTime(), 2us);
}

TEST_F(ConverterTest, AdcHasAnAttenuatorAndFewerBits)
{
    Adc& adc = bench.adc("GP6");
    WireDriver driver(adc.pin().wire());
    adc.setRange(75, 964);
    driver.drive(75 + 964 / 2.0 + 0.1, 100);
    EXPECT_EQ(adc.convert(), 2048u);
    EXPECT_NEAR(adc.readMicrovolts(), 557'000, 1000);
    adc.setBits(9);
    EXPECT_EQ(adc.convert(), 256u);
    driver.drive(50, 100);
    EXPECT_EQ(adc.convert(), 0u);
    EXPECT_EQ(adc.readMicrovolts(), 75'000u);
}

// RP2040 data sheet 4.9.5: T = 27 - (V - 0.706) / 0.001721.
TEST_F(ConverterTest, TheChipFeelsTheWarmthOfItsBoard)
{
    Adc* adc = bench.board().chip().adcChannel(4);
    ASSERT_TRUE(adc);
    const auto celsius = [&] { return 27 - (adc->convert() * 3.3 / 4096 - 0.706) / 0.001721; };
    auto& air = bench.board().environment().quantity("temperature");
    const double before = celsius();
    air.set(air.value() + 30);
    EXPECT_NEAR(celsius(), before, 0.5);
    bench.advance(20min);
    EXPECT_NEAR(celsius(), before + 30, 0.5);
}

TEST_F(ConverterTest, AdcTellsItsWireWhatItRead)
{
    Adc& adc = bench.adc("GP6");
    WireDriver driver(adc.pin().wire());
    driver.drive(1000, 100);
    adc.readU16();
    ASSERT_TRUE(adc.pin().wire().lastSample());
    EXPECT_NEAR(adc.pin().wire().lastSample()->millivolts, 1000, 3300.0 / 4096);
}

TEST_F(ConverterTest, AdcNoiseIsSeededAndSmall)
{
    const auto readings = [](std::uint64_t seed) {
        auto profile = profileWith("");
        profile.chip.adcNoise = 1;
        BoardBench noisy(profile, {.seed = seed});
        Adc& adc = noisy.adc("GP6");
        WireDriver driver(adc.pin().wire());
        driver.drive(1650, 100);
        std::vector<std::uint32_t> raw;
        for (int i = 0; i < 200; ++i)
            raw.push_back(adc.convert());
        return raw;
    };
    const auto one = readings(1);
    EXPECT_EQ(one, readings(1));
    EXPECT_NE(one, readings(2));
    for (const auto raw : one)
        EXPECT_NEAR(raw, 2048.0, 6);
    EXPECT_NE(*std::min_element(one.begin(), one.end()), *std::max_element(one.begin(), one.end()));
}

TEST_F(ConverterTest, AdcChannelsAreFoundByNumberAndPin)
{
    EXPECT_EQ(bench.board().chip().adcChannel(2), bench.board().chip().adc(bench.pin("GP8")));
    EXPECT_EQ(bench.board().chip().adcChannel(7), nullptr);
    EXPECT_EQ(bench.board().chip().adc(bench.pin("GP1")), nullptr);
}

TEST_F(ConverterTest, PwmPlaysOnceItHasFrequencyAndDuty)
{
    Pwm& pwm = bench.pwm("GP2");
    ASSERT_TRUE(pwm.setFrequency(1000));
    EXPECT_FALSE(pwm.playing());
    ASSERT_TRUE(pwm.setDutyU16(32768));
    EXPECT_TRUE(pwm.playing());
    EXPECT_EQ(pwm.frequency(), 1000u);
    EXPECT_EQ(pwm.dutyU16(), 32768);
    ASSERT_TRUE(bench.wire("GP2").signal());
    EXPECT_NEAR(bench.wire("GP2").signal()->frequency, 1000, 0.05);
    EXPECT_NEAR(bench.wire("GP2").highShare(), 0.5, 1e-4);
    EXPECT_EQ(bench.pin("GP2").function(), "pwm");
    EXPECT_TRUE(bench.idle()) << "playing costs no events";
}

TEST_F(ConverterTest, PwmAtTheEndsOfItsDutyHoldsThePin)
{
    Pwm& pwm = bench.pwm("GP2");
    ASSERT_TRUE(pwm.setFrequency(1000));
    ASSERT_TRUE(pwm.setDutyU16(0));
    EXPECT_FALSE(bench.wire("GP2").signal());
    EXPECT_FALSE(bench.wire("GP2").level());
    ASSERT_TRUE(pwm.setDutyU16(65535));
    EXPECT_FALSE(bench.wire("GP2").signal());
    EXPECT_TRUE(bench.wire("GP2").level());
    EXPECT_EQ(pwm.dutyU16(), 65535);
}

TEST_F(ConverterTest, PwmDutySurvivesAChangeOfFrequency)
{
    Pwm& pwm = bench.pwm("GP2");
    ASSERT_TRUE(pwm.setFrequency(1000));
    ASSERT_TRUE(pwm.setDutyU16(16384));
    ASSERT_TRUE(pwm.setFrequency(50));
    EXPECT_NEAR(bench.wire("GP2").highShare(), 0.25, 1e-3);
    ASSERT_TRUE(pwm.setDutyNanoseconds(1'500'000));
    EXPECT_NEAR(static_cast<double>(pwm.dutyNanoseconds()), 1'500'000, 400);
    EXPECT_NEAR(bench.wire("GP2").highShare(), 0.075, 1e-4);
    ASSERT_TRUE(pwm.setFrequency(100));
    EXPECT_NEAR(bench.wire("GP2").highShare(), 0.15, 1e-4);
}

TEST_F(ConverterTest, PwmKeepsItsPhaseWhenTheDutyChanges)
{
    Pwm& pwm = bench.pwm("GP2");
    ASSERT_TRUE(pwm.setFrequency(1000));
    ASSERT_TRUE(pwm.setDutyU16(16384));
    bench.advance(300us);
    ASSERT_TRUE(pwm.setDutyU16(49152));
    EXPECT_TRUE(bench.wire("GP2").level());
    bench.advance(500us);
    EXPECT_FALSE(bench.wire("GP2").level());
    bench.advance(250us);
    EXPECT_TRUE(bench.wire("GP2").level());
}

TEST_F(ConverterTest, PwmRefusesWhatItsCounterCannotPlay)
{
    Pwm& pwm = bench.pwm("GP2");
    EXPECT_EQ(pwm.setFrequency(0).error().message, "freq too small: 8 to 83333333 Hz");
    EXPECT_EQ(pwm.setFrequency(7).error().message, "freq too small: 8 to 83333333 Hz");
    EXPECT_TRUE(pwm.setFrequency(8));
    EXPECT_TRUE(pwm.setFrequency(83'333'333));
    EXPECT_EQ(pwm.setFrequency(83'333'334).error().message, "freq too large: 8 to 83333333 Hz");
    EXPECT_EQ(pwm.setFrequency(100'000'000).error().message, "freq too large: 8 to 83333333 Hz");
    EXPECT_FALSE(pwm.setDutyU16(65536));
    ASSERT_TRUE(pwm.setFrequency(1000));
    EXPECT_EQ(pwm.setDutyNanoseconds(2'000'000'000).error().message, "duty larger than period");
}

TEST_F(ConverterTest, PwmInvertedIsHighWhereItWasLow)
{
    Pwm& pwm = bench.pwm("GP2");
    ASSERT_TRUE(pwm.setFrequency(1000));
    ASSERT_TRUE(pwm.setDutyU16(16384));
    pwm.setInverted(true);
    EXPECT_NEAR(bench.wire("GP2").highShare(), 0.75, 1e-4);
    EXPECT_FALSE(bench.wire("GP2").level());
    bench.advance(300us);
    EXPECT_TRUE(bench.wire("GP2").level());
    pwm.stop();
    EXPECT_FALSE(bench.wire("GP2").level());
    EXPECT_FALSE(bench.wire("GP2").signal());
}

TEST_F(ConverterTest, PwmEdgesReachAnInterrupt)
{
    Pwm& pwm = bench.pwm("GP2");
    int rises = 0;
    bench.pin("GP2").setInterrupt(PinTrigger::Rising, [&](Pin&, const PinEdge&) { ++rises; });
    ASSERT_TRUE(pwm.setFrequency(1000));
    ASSERT_TRUE(pwm.setDutyU16(32768));
    bench.advance(99500us);
    EXPECT_EQ(rises, 100);
}

TEST_F(ConverterTest, TimerIsPeriodicWithoutDrift)
{
    std::vector<time::Duration> calls;
    Timer timer(bench.board().chip().timeline());
    timer.start(TimerMode::Periodic, 3ms, [&] { calls.push_back(bench.now().time_since_epoch()); });
    bench.advance(10ms);
    EXPECT_THAT(calls, ElementsAre(3ms, 6ms, 9ms));
    bench.advanceTo(30s + 1us);
    EXPECT_EQ(calls.size(), 10'000u);
    EXPECT_EQ(calls.back(), 30s);
    timer.stop();
    EXPECT_TRUE(bench.idle());
}

TEST_F(ConverterTest, TimerOneShotFiresOnce)
{
    int calls = 0;
    auto timer = bench.board().chip().makeTimer();
    timer->start(TimerMode::OneShot, 5ms, [&] { ++calls; });
    bench.advance(4999us);
    EXPECT_EQ(calls, 0);
    bench.advance(1s);
    EXPECT_EQ(calls, 1);
    EXPECT_FALSE(timer->running());
}

TEST_F(ConverterTest, TimerMayStopRestartAndDestroyItselfInItsCallback)
{
    int calls = 0;
    auto timer = bench.board().chip().makeTimer();
    timer->start(TimerMode::Periodic, 1ms, [&] {
        if (++calls == 2)
            timer->start(TimerMode::Periodic, 10ms, [&] {
                ++calls;
                timer.reset();
            });
    });
    bench.advance(100ms);
    EXPECT_EQ(calls, 3);
    EXPECT_TRUE(bench.idle());
}

TEST_F(ConverterTest, TimerPeriodsComeFromFrequencies)
{
    EXPECT_EQ(Timer::periodOf(1000), 1ms);
    EXPECT_EQ(Timer::periodOf(0.5), 2s);
    EXPECT_EQ(Timer::periodOf(3), 333'333us);
    EXPECT_EQ(Timer::periodOf(1e9), 1us);
    Timer timer(bench.board().chip().timeline());
    timer.start(TimerMode::OneShot, 0ns, [] {});
    EXPECT_EQ(timer.period(), 1us);
}

}  // namespace
}  // namespace coroboard::peripherals
