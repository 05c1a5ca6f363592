// SPDX-License-Identifier: MIT
#include "environment/sensed_quantity.h"

#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "environment/board_warmth.h"
#include "environment/position.h"
#include "environment/quantities.h"
#include "environment/sensed_motion.h"

namespace coroboard::environment {
namespace {

using namespace std::chrono_literals;
using time::powerOn;

class SensingTest : public testing::Test {
protected:
    void set(std::string_view name, double value) { environment.quantity(name).set(value); }
    double value(std::string_view name) { return environment.quantity(name).value(); }
    time::VirtualTime now() const { return loop.now(); }

    time::EventLoop loop;
    time::Timeline timeline{loop};
    Environment environment{timeline};
    Senses senses{environment, timeline, Random(7)};
};

TEST_F(SensingTest, FollowsWithItsLag)
{
    SensedQuantity sensed(senses, quantity::temperature, {.timeConstant = 2s});
    EXPECT_EQ(sensed.at(now()), 22);
    set(quantity::temperature, 32);
    loop.runFor(2s);
    EXPECT_NEAR(sensed.at(now()), 22 + 10 * (1 - std::exp(-1.0)), 1e-9);
}

TEST_F(SensingTest, FallsAtAnotherPaceWhereItHasOne)
{
    SensedQuantity sensed(senses, quantity::light, {.timeConstant = 10ms, .fallingTimeConstant = 100ms});
    set(quantity::light, 100);
    loop.runFor(100ms);
    EXPECT_NEAR(sensed.at(now()), 100 + 200 * std::exp(-1.0), 1e-9);
}

TEST_F(SensingTest, IsOffByOffsetNoiseAndDriftOfItsOwn)
{
    const Sensing sensing{.offset = 1.5, .noise = 0.1, .noiseStep = 1ms, .drift = 0.5, .driftStep = 1h};
    SensedQuantity sensed(senses, quantity::temperature, sensing);
    SensedQuantity same(senses, quantity::temperature, sensing);
    Senses others{environment, timeline, Random(8)};
    SensedQuantity other(others, quantity::temperature, sensing);
    EXPECT_EQ(sensed.at(powerOn + 5ms), same.at(powerOn + 5ms));
    EXPECT_NE(sensed.at(powerOn + 5ms), other.at(powerOn + 5ms));
    double sum = 0, squares = 0;
    for (int i = 0; i < 2000; ++i) {
        const double off = sensed.at(powerOn + i * 1ms) - 23.5;
        sum += off;
        squares += off * off;
    }
    EXPECT_NEAR(sum / 2000, 0, 0.01);  // the drift has hardly begun
    EXPECT_NEAR(std::sqrt(squares / 2000), 0.1, 0.01);
    EXPECT_GT(std::abs(sensed.at(powerOn + 40h) - sensed.at(powerOn + 80h)), 0.3);
    EXPECT_EQ(sensed.element(powerOn + 80h), 22);
}

TEST_F(SensingTest, WarmsItself)
{
    SensedQuantity sensed(senses, quantity::temperature);
    sensed.warm(0.5, 1s);
    loop.runFor(1s);
    EXPECT_NEAR(sensed.at(now()), 22 + 0.5 * (1 - std::exp(-1.0)), 1e-9);
    EXPECT_GT(sensed.settled(), now());
}

TEST_F(SensingTest, TellsOfEveryNewCourse)
{
    int told = 0;
    SensedQuantity sensed(senses, quantity::temperature, {}, [&] { ++told; });
    set(quantity::temperature, 30);
    EXPECT_EQ(told, 1);
}

TEST_F(SensingTest, FrozenItKeepsWhatItFeltLast)
{
    SensedQuantity sensed(senses, quantity::temperature, {.noise = 0.1});
    SensedMotion motion(senses, {.offset = {0.1, 0, 0}});
    set(quantity::temperature, 30);
    loop.runFor(5s);
    const double last = sensed.at(now());
    senses.freeze();
    set(quantity::temperature, 10);
    set(quantity::roll, 90);
    loop.runFor(5s);
    EXPECT_EQ(sensed.at(now()), last);
    EXPECT_EQ(motion.acceleration(now()), (Vector{0.1, 0, 1}));
    senses.thaw();
    EXPECT_NEAR(sensed.at(now()), 10, 0.7);
    EXPECT_NEAR(motion.acceleration(now()).y, 1, 1e-9);
}

TEST_F(SensingTest, UpTheMountainThereIsLessAir)
{
    ASSERT_EQ(value(quantity::pressure), 1013.25);
    set(quantity::altitude, 1000);
    EXPECT_NEAR(value(quantity::pressure), 898.76, 0.05);  // ISO 2533 at 1000 m
    set(quantity::pressure, 890);                          // the weather changes up there
    set(quantity::altitude, 0);
    EXPECT_NEAR(value(quantity::pressure), 890 * 1013.25 / 898.76, 0.1);
}

TEST_F(SensingTest, TheBoardIsWarmerThanTheAirAndSlower)
{
    const BoardWarmth& board = environment.board();
    EXPECT_EQ(board.celsius(now()), 25);
    set(quantity::temperature, 32);
    loop.runFor(120s);
    EXPECT_NEAR(board.celsius(now()), 25 + 10 * (1 - std::exp(-1.0)), 1e-9);
}

TEST_F(SensingTest, WithSpeedThePositionMovesAlongTheCourse)
{
    Position& position = environment.position();
    set(quantity::latitude, 0);
    set(quantity::longitude, 179.9);
    set(quantity::speed, 111.195);  // one degree of the equator an hour
    set(quantity::course, 90);
    loop.runFor(1h);
    EXPECT_NEAR(position.at(now()).latitude, 0, 1e-9);
    EXPECT_NEAR(position.at(now()).longitude, -179.1, 1e-4);
    set(quantity::course, 0);
    set(quantity::longitude, 10);
    loop.runFor(1h);
    EXPECT_NEAR(position.at(now()).latitude, 1, 1e-4);
    EXPECT_NEAR(position.at(now()).longitude, 10, 1e-9);
}

TEST(Quantities, AreDescribedOnceEachWithinTheirRange)
{
    std::set<std::string_view> names;
    for (const auto& each : quantityDescriptions()) {
        EXPECT_TRUE(names.insert(each.name).second) << each.name;
        EXPECT_LT(each.minimum, each.maximum) << each.name;
        EXPECT_GE(each.initial, each.minimum) << each.name;
        EXPECT_LE(each.initial, each.maximum) << each.name;
        EXPECT_GT(each.step, 0) << each.name;
        EXPECT_FALSE(each.label.empty()) << each.name;
    }
    EXPECT_EQ(describeQuantity("phlogiston"), nullptr);
}

}  // namespace
}  // namespace coroboard::environment
