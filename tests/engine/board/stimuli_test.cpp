// SPDX-License-Identifier: MIT
#include "board/stimuli.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "environment/pose.h"
#include "support/board_bench.h"

namespace coroboard::board {
namespace {

using environment::Gesture;
using environment::Shape;
using environment::Stimulus;
using testing::HasSubstr;

constexpr const char* someParts = R"({"id": "thermometer", "model": "thermistor", "wires": {"signal": "GP6"}},
{"id": "dial", "model": "potentiometer", "wires": {"wiper": "GP7"}},
{"id": "button", "model": "push_button", "wires": {"signal": "GP1"}})";

class StimuliTest : public testing::Test {
protected:
    std::string refusal(std::string_view target, const Stimulus& stimulus)
    {
        const auto checked = stimuli.check(target, stimulus);
        return checked ? "accepted" : checked.error().message;
    }

    test::BoardBench bench{test::profileWith(someParts)};
    Stimuli& stimuli = bench.board().stimuli();
};

using namespace std::chrono_literals;

TEST_F(StimuliTest, DrivesAQuantityByItsNameOrByAControlBoundToIt)
{
    stimuli.play("temperature", {.shape = Shape::Ramp, .from = 20, .to = 40, .period = 10s});
    bench.advance(5s);
    EXPECT_NEAR(bench.control("thermometer", "temperature").value, 30, 0.2);
    stimuli.play("thermometer.temperature", {.to = 10});
    EXPECT_EQ(bench.control("thermometer", "temperature").value, 10);
    const auto running = stimuli.running();
    ASSERT_EQ(running.size(), 1u);
    EXPECT_EQ(running[0].target, "temperature");
    EXPECT_EQ(running[0].begin, time::powerOn + 5s);
}

TEST_F(StimuliTest, DrivesAControlOfAPart)
{
    stimuli.play("dial.position", {.shape = Shape::Triangle, .from = 0, .to = 1, .period = 4s});
    bench.advance(1s);
    EXPECT_NEAR(bench.control("dial", "position").value, 0.5, 0.02);
}

TEST_F(StimuliTest, AButtonIsPressedOrNotWhateverTheShapeSays)
{
    stimuli.play("button.pressed", {.shape = Shape::Sine, .from = 0, .to = 1, .period = 1s});
    bench.advance(500ms);
    EXPECT_EQ(bench.control("button", "pressed").value, 1);
    bench.advance(400ms);
    EXPECT_EQ(bench.control("button", "pressed").value, 0);
}

TEST_F(StimuliTest, AHandOnTheControlEndsIt)
{
    stimuli.play("temperature", {.shape = Shape::Sine, .from = 20, .to = 40, .period = 1s});
    bench.set("thermometer", "temperature", 5);
    bench.advance(10s);
    EXPECT_EQ(bench.control("thermometer", "temperature").value, 5);
    EXPECT_TRUE(stimuli.running().empty());
}

TEST_F(StimuliTest, ClearedItStaysWhereItIs)
{
    stimuli.play("dial.position", {.shape = Shape::Ramp, .from = 0, .to = 1, .period = 4s});
    bench.advance(2s);
    stimuli.clear("dial.position");
    const double left = bench.control("dial", "position").value;
    bench.advance(10s);
    EXPECT_EQ(bench.control("dial", "position").value, left);
    EXPECT_NEAR(left, 0.5, 0.02);
}

TEST_F(StimuliTest, RefusesWhatMakesNoSense)
{
    EXPECT_THAT(refusal("temprature", {}), HasSubstr("no part of this board senses \"temprature\""));
    EXPECT_THAT(refusal("temprature", {}), HasSubstr("did you mean \"temperature\""));
    EXPECT_THAT(refusal("dial.angle", {}), HasSubstr("no control \"angle\""));
    EXPECT_THAT(refusal("nobody.position", {}), HasSubstr("no part \"nobody\""));
    EXPECT_THAT(refusal("temperature", {.to = 900}), HasSubstr("temperature cannot be 900: -60 to 150 °C is allowed"));
    EXPECT_THAT(refusal("temperature", {.to = 20, .period = 0s}), HasSubstr("1 ms to 100 years"));
    EXPECT_THAT(refusal("temperature", {.to = 20, .noise = -1}), HasSubstr("noise cannot be -1"));
    EXPECT_THAT(refusal("temperature", {.shape = Shape::Recorded}), HasSubstr("at least one point"));
    EXPECT_EQ(refusal("temperature", {.to = 20}), "accepted");
    const auto shake = stimuli.check(Gesture::Shake);
    ASSERT_FALSE(shake);
    EXPECT_THAT(shake.error().message, HasSubstr("no part of this board senses motion"));
}

TEST_F(StimuliTest, GesturesMoveThePose)
{
    auto& pose = bench.board().environment().pose();
    ASSERT_TRUE(stimuli.check(Gesture::FreeFall));
    stimuli.perform(Gesture::FreeFall);
    bench.advance(200ms);
    EXPECT_NEAR(pose.acceleration(bench.now()).z, 0, 1e-9);
    bench.advance(203ms);
    EXPECT_GT(pose.acceleration(bench.now()).z, 4);
    bench.advance(1s);
    EXPECT_NEAR(pose.acceleration(bench.now()).z, 1, 1e-9);
    stimuli.perform(Gesture::Rotate);
    bench.advance(1s);
    EXPECT_NEAR(pose.rotation(bench.now()).z, 180, 1e-9);
    bench.advance(2s);
    EXPECT_NEAR(pose.angles(bench.now()).yaw, 0, 1e-9);
    EXPECT_TRUE(stimuli.running().empty());
}

}  // namespace
}  // namespace coroboard::board
