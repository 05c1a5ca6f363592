// SPDX-License-Identifier: MIT
#include "simulation/pacer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using time::powerOn;

const Pacer::HostTime start{1000s};

TEST(Pacer, virtualTimeFollowsTheHostAtTheSpeedAsked)
{
    Pacer pacer;
    pacer.setSpeed(10, powerOn, start);
    EXPECT_EQ(pacer.target(start + 100ms), powerOn + 1s);
    pacer.setSpeed(0.5, powerOn + 1s, start + 100ms);
    EXPECT_EQ(pacer.target(start + 300ms), powerOn + 1100ms);
}

TEST(Pacer, clampsTheSpeedAndTakesZeroAsUnpaced)
{
    Pacer pacer;
    pacer.setSpeed(0.001, powerOn, start);
    EXPECT_EQ(pacer.speed(), 0.1);
    pacer.setSpeed(1e9, powerOn, start);
    EXPECT_EQ(pacer.speed(), 100);
    for (const double unpaced : {0.0, -1.0, std::nan("")}) {
        pacer.setSpeed(unpaced, powerOn, start);
        EXPECT_FALSE(pacer.paced());
    }
}

TEST(Pacer, aSlowHostLosesTimeInsteadOfSprinting)
{
    Pacer pacer;
    pacer.setSpeed(1, powerOn, start);
    pacer.ranUntil(powerOn + 10ms, start + 1s);                       // ten milliseconds took a second
    EXPECT_EQ(pacer.target(start + 1s), powerOn + 10ms);              // nothing is owed
    EXPECT_EQ(pacer.target(start + 1s + 5ms), powerOn + 15ms);
    EXPECT_NEAR(pacer.realTimeFactor(), 0.01, 1e-9);
}

TEST(Pacer, aSmallLagIsMadeUp)
{
    Pacer pacer;
    pacer.setSpeed(1, powerOn, start);
    pacer.ranUntil(powerOn + 90ms, start + 100ms);
    EXPECT_EQ(pacer.target(start + 100ms), powerOn + 100ms);
}

TEST(Pacer, timeSpentPausedIsNotOwed)
{
    Pacer pacer;
    pacer.setSpeed(1, powerOn, start);
    pacer.anchor(powerOn + 5ms, start + 1h);
    EXPECT_EQ(pacer.target(start + 1h + 1ms), powerOn + 6ms);
}

TEST(Pacer, reportsTheRealTimeFactorWhenUnpaced)
{
    Pacer pacer;
    pacer.setSpeed(0, powerOn, start);
    pacer.ranUntil(powerOn + 500s, start + 500ms);
    EXPECT_NEAR(pacer.realTimeFactor(), 1000, 1e-6);
}

}  // namespace
}  // namespace coroboard::simulation
