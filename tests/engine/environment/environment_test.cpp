// SPDX-License-Identifier: MIT
#include "environment/environment.h"

#include <cmath>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/exact_math.h"
#include "base/random.h"
#include "environment/lag.h"
#include "environment/noise.h"

namespace coroboard::environment {
namespace {

using namespace std::chrono_literals;
using time::powerOn;

TEST(Lag, FollowsItsTargetExponentially)
{
    Lag lag(20);
    lag.follow(30, 4s, powerOn + 1s);
    EXPECT_DOUBLE_EQ(lag.at(powerOn + 1s), 20);
    EXPECT_NEAR(lag.at(powerOn + 5s), 20 + 10 * (1 - std::exp(-1.0)), 1e-9);
    EXPECT_NEAR(lag.at(powerOn + 9s), 20 + 10 * (1 - std::exp(-2.0)), 1e-9);
    EXPECT_EQ(lag.at(powerOn + 1000s), 30);
}

TEST(Lag, TurnsOnItsWayFromWhereItIs)
{
    Lag lag(0);
    lag.follow(100, 1s, powerOn);
    const double halfway = lag.at(powerOn + 500ms);
    lag.follow(0, 1s, powerOn + 500ms);
    EXPECT_DOUBLE_EQ(lag.at(powerOn + 500ms), halfway);
    EXPECT_NEAR(lag.at(powerOn + 1500ms), halfway * std::exp(-1.0), 1e-9);
}

TEST(Lag, AskingChangesNothing)
{
    Lag asked(0), left(0);
    asked.follow(5, 2s, powerOn);
    left.follow(5, 2s, powerOn);
    for (int i = 0; i < 100; ++i)
        asked.at(powerOn + i * 1ms);
    EXPECT_EQ(asked.at(powerOn + 3s), left.at(powerOn + 3s));
}

TEST(Lag, WithoutTimeConstantArrivesAtOnce)
{
    Lag lag(1);
    lag.follow(2, 0s, powerOn + 1s);
    EXPECT_EQ(lag.at(powerOn + 1s), 2);
    EXPECT_EQ(lag.settled(), powerOn + 1s);
}

TEST(Lag, SaysWhenItHasSettled)
{
    Lag lag(0);
    lag.follow(1000, 1s, powerOn);
    EXPECT_NEAR(lag.at(lag.settled()), 1000, 0.01);
    EXPECT_GT(lag.settled(), powerOn + 10s);
}

TEST(Noise, IsAFunctionOfSeedAndTime)
{
    const Noise one(1, 1ms), same(1, 1ms), other(2, 1ms);
    EXPECT_EQ(one.at(powerOn + 5ms), same.at(powerOn + 5ms));
    EXPECT_NE(one.at(powerOn + 5ms), other.at(powerOn + 5ms));
    EXPECT_NE(one.at(powerOn + 5ms), one.at(powerOn + 6ms));
    EXPECT_EQ(one.at(powerOn + 5ms), one.at(powerOn + 5ms + 999us));
}

TEST(Noise, HasMeanZeroAndDeviationOne)
{
    const Noise noise(7, 1ms);
    double sum = 0, squares = 0;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        const double value = noise.at(powerOn + i * 1ms);
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / count, 0, 0.03);
    EXPECT_NEAR(squares / count, 1, 0.03);
}

TEST(Environment, GivesOneQuantityToAllWhoAskForIt)
{
    time::EventLoop loop;
    time::Timeline timeline{loop};
    Environment environment{timeline};
    Quantity& light = environment.quantity("light", 300);
    EXPECT_EQ(&environment.quantity("light", 5), &light);
    EXPECT_EQ(light.value(), 300);
    EXPECT_EQ(environment.find("light"), &light);
    EXPECT_EQ(environment.find("gravity"), nullptr);
    environment.quantity("air", 1);
    ASSERT_EQ(environment.quantities().size(), 2u);
    EXPECT_EQ(environment.quantities()[0]->name(), "air");
}

TEST(Environment, TellsFollowersInOrder)
{
    time::EventLoop loop;
    time::Timeline timeline{loop};
    Environment environment{timeline};
    Quantity& light = environment.quantity("light", 300);
    std::vector<std::string> heard;
    Following first(light, [&](double value) { heard.push_back("first " + std::to_string(static_cast<int>(value))); });
    {
        Following gone(light, [&](double) { heard.push_back("gone"); });
    }
    Following second(light, [&](double) { heard.push_back("second"); });
    light.set(10);
    EXPECT_THAT(heard, testing::ElementsAre("first 10", "second"));
}

TEST(Random, HasTheSameNumbersOnEveryMachine)
{
    // SplitMix64 from 1234567, as its authors' reference program prints it: Random's state comes from this sequence.
    EXPECT_EQ(mixed(1234567), 6457827717110365317ull);
    EXPECT_EQ(mixed(1234567 + 0x9E3779B97F4A7C15ull), 3203168211198807973ull);
    Random one(42), same(42);
    for (int i = 0; i < 100; ++i)
        ASSERT_EQ(one.next(), same.next());
}

TEST(Random, StreamsDependOnNameAndSeedOnly)
{
    Random board(1);
    Random before = board.stream("adc");
    board.next();
    Random after = board.stream("adc");
    Random other = board.stream("button");
    const auto first = before.next();
    EXPECT_EQ(after.next(), first);
    EXPECT_NE(other.next(), first);
    EXPECT_NE(Random(2).stream("adc").next(), first);
}

TEST(Random, StaysInItsRange)
{
    Random random(3);
    bool sawLowest = false, sawHighest = false;
    for (int i = 0; i < 1000; ++i) {
        const auto value = random.integer(-2, 2);
        ASSERT_GE(value, -2);
        ASSERT_LE(value, 2);
        sawLowest |= value == -2;
        sawHighest |= value == 2;
        const double share = random.uniform();
        ASSERT_GE(share, 0);
        ASSERT_LT(share, 1);
    }
    EXPECT_TRUE(sawLowest && sawHighest);
    EXPECT_EQ(random.integer(5, 5), 5);
}

TEST(ExactMath, AgreesWithTheCLibrary)
{
    for (double x = -50; x <= 50; x += 0.37)
        ASSERT_NEAR(exponential(x) / std::exp(x), 1, 4e-15) << x;
    for (double x = 1e-9; x < 1e9; x *= 1.7)
        ASSERT_NEAR(logarithm(x), std::log(x), 1e-14 * (1 + std::abs(std::log(x)))) << x;
    EXPECT_NEAR(power(2, 10), 1024, 1e-10);
    EXPECT_NEAR(power(30, -0.676), std::pow(30, -0.676), 1e-14);
    for (double x = -700; x <= 700; x += 0.173) {
        ASSERT_NEAR(sine(x), std::sin(x), 4e-15) << x;
        ASSERT_NEAR(cosine(x), std::cos(x), 4e-15) << x;
        ASSERT_NEAR(arctangent(std::sin(x), 2 * std::cos(x)), std::atan2(std::sin(x), 2 * std::cos(x)), 4e-15) << x;
    }
    EXPECT_NEAR(sine(900'000), std::sin(900'000), 1e-11);
    EXPECT_EQ(sine(0), 0);
    EXPECT_EQ(cosine(0), 1);
    EXPECT_EQ(arctangent(0, 0), 0);
    EXPECT_DOUBLE_EQ(arctangent(0, -1), M_PI);
    EXPECT_DOUBLE_EQ(arctangent(-1, 0), -M_PI / 2);
    EXPECT_EQ(exponential(0), 1);
    EXPECT_EQ(logarithm(1), 0);
    EXPECT_EQ(exponential(-1000), 0);
    EXPECT_TRUE(std::isinf(exponential(1000)));
    EXPECT_TRUE(std::isnan(logarithm(-1)));
}

}  // namespace
}  // namespace coroboard::environment
