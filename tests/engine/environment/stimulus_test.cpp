// SPDX-License-Identifier: MIT
#include "environment/stimulus.h"

#include <cmath>
#include <set>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "environment/gesture.h"
#include "environment/quantities.h"
#include "environment/recording_reader.h"
#include "environment/stimulus_player.h"

namespace coroboard::environment {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

std::vector<StimulusSample> pulled(const Stimulus& stimulus, time::Duration until, std::uint64_t seed = 1)
{
    std::vector<StimulusSample> pulled;
    for (const auto& sample : samples(stimulus, seed)) {
        if (sample.when > until)
            break;
        pulled.push_back(sample);
    }
    return pulled;
}

TEST(Stimulus, AConstantIsOneSample)
{
    const auto all = pulled({.to = 21}, 100h);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].value, 21);
}

TEST(Stimulus, AStepIsTwo)
{
    const auto all = pulled({.shape = Shape::Step, .from = 1, .to = 2, .period = 3s}, 100h);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].when, 3s);
    EXPECT_EQ(all[1].value, 2);
}

TEST(Stimulus, ARampArrivesAndEnds)
{
    const auto all = pulled({.shape = Shape::Ramp, .from = 10, .to = 20, .period = 1s}, 100h);
    EXPECT_EQ(all.front().value, 10);
    EXPECT_EQ(all.back().when, 1s);
    EXPECT_EQ(all.back().value, 20);
    EXPECT_LE(all.size(), 130u);
    for (const auto& sample : all)
        EXPECT_NEAR(sample.value, 10 + 10 * std::chrono::duration<double>(sample.when).count(), 1e-9);
}

TEST(Stimulus, ASquareHasTwoSamplesAPeriod)
{
    const auto all = pulled({.shape = Shape::Square, .from = 0, .to = 5, .period = 2s}, 5500ms);
    ASSERT_EQ(all.size(), 6u);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].when, static_cast<int>(i) * 1s);
        EXPECT_EQ(all[i].value, i % 2 ? 5 : 0);
    }
}

TEST(Stimulus, ASineSwingsFromOneValueToTheOther)
{
    const Stimulus sine{.shape = Shape::Sine, .from = 10, .to = 30, .period = 8s};
    EXPECT_DOUBLE_EQ(valueAt(sine, 0s), 10);
    EXPECT_NEAR(valueAt(sine, 2s), 20, 1e-12);
    EXPECT_NEAR(valueAt(sine, 4s), 30, 1e-12);
    EXPECT_NEAR(valueAt(sine, 8003s), valueAt(sine, 3s), 1e-12);
    for (const auto& sample : pulled(sine, 16s))
        EXPECT_NEAR(sample.value, 20 - 10 * std::cos(2 * M_PI * std::chrono::duration<double>(sample.when).count() / 8),
                    1e-9);
}

TEST(Stimulus, TriangleAndSawtoothAreStraight)
{
    const Stimulus triangle{.shape = Shape::Triangle, .from = 0, .to = 10, .period = 4s};
    EXPECT_DOUBLE_EQ(valueAt(triangle, 1s), 5);
    EXPECT_DOUBLE_EQ(valueAt(triangle, 2s), 10);
    EXPECT_DOUBLE_EQ(valueAt(triangle, 3s), 5);
    const Stimulus sawtooth{.shape = Shape::Sawtooth, .from = 0, .to = 10, .period = 4s};
    EXPECT_DOUBLE_EQ(valueAt(sawtooth, 3s), 7.5);
    EXPECT_DOUBLE_EQ(valueAt(sawtooth, 4s), 0);
}

TEST(Stimulus, ARandomWalkStaysBetweenItsWallsAndIsTheSameForASeed)
{
    const Stimulus walk{.shape = Shape::RandomWalk, .from = -2, .to = 2, .period = 100ms};
    const auto one = pulled(walk, 100s, 5), same = pulled(walk, 100s, 5), other = pulled(walk, 100s, 6);
    ASSERT_EQ(one.size(), 1001u);
    double lowest = 0, highest = 0;
    bool differs = false;
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].value, same[i].value);
        differs |= one[i].value != other[i].value;
        lowest = std::min(lowest, one[i].value);
        highest = std::max(highest, one[i].value);
    }
    EXPECT_TRUE(differs);
    EXPECT_GE(lowest, -2);
    EXPECT_LE(highest, 2);
    EXPECT_GT(highest - lowest, 1);
}

TEST(Stimulus, NoiseIsSampledSeldomHoweverTheShape)
{
    const auto all = pulled({.to = 20, .noise = 0.5}, 10s);
    EXPECT_EQ(all.size(), 501u);
    double squares = 0;
    for (const auto& sample : all)
        squares += (sample.value - 20) * (sample.value - 20);
    EXPECT_NEAR(std::sqrt(squares / 501), 0.5, 0.08);
}

TEST(Stimulus, CannotFloodTheLoop)
{
    for (const Shape shape : shapes()) {
        Stimulus fast{.shape = shape, .from = 0, .to = 1, .period = shortestPeriod, .noise = 0.1};
        Track track;
        for (int i = 0; i < 100'000; ++i)
            track.push_back({time::Duration{i * 100}, double(i % 2)});
        fast.track = std::make_shared<const Track>(std::move(track));
        EXPECT_LE(pulled(fast, 1s).size(), 2101u) << shapeName(shape);
    }
    EXPECT_LE(pulled({.shape = Shape::Sine, .from = 0, .to = 1, .period = 1h}, 1h).size(), 3602u);
}

TEST(Stimulus, ARecordingIsStraightBetweenItsPoints)
{
    Stimulus recorded{.shape = Shape::Recorded};
    recorded.track = std::make_shared<const Track>(Track{{1s, 10}, {2s, 20}, {4s, 20}, {5s, 0}});
    EXPECT_EQ(valueAt(recorded, 0s), 10);
    EXPECT_DOUBLE_EQ(valueAt(recorded, 1500ms), 15);
    EXPECT_EQ(valueAt(recorded, 3s), 20);
    EXPECT_EQ(valueAt(recorded, 9s), 0);
    const auto all = pulled(recorded, 100s);
    EXPECT_EQ(all.back().when, 5s);
    EXPECT_LE(all.size(), 40u);
}

class PlayerTest : public testing::Test {
protected:
    StimulusPlayer play(Stimulus stimulus)
    {
        return StimulusPlayer(loop, "light", std::move(stimulus), 1, value, [this](double set) {
            value = set;
            ++moves;
        });
    }
    time::EventLoop loop;
    double value = 100;
    int moves = 0;
};

TEST_F(PlayerTest, MovesTheQuantityInVirtualTime)
{
    const auto player = play({.shape = Shape::Square, .from = 1, .to = 2, .period = 2s});
    EXPECT_EQ(value, 1);
    loop.runFor(1500ms);
    EXPECT_EQ(value, 2);
    loop.runFor(1s);
    EXPECT_EQ(value, 1);
    EXPECT_EQ(moves, 3);
}

TEST_F(PlayerTest, WhatLastsPutsTheQuantityBack)
{
    const auto player =
        play({.shape = Shape::Sine, .to = 8, .period = 1s, .lasts = 500ms, .reference = Reference::Present});
    loop.runFor(250ms);
    EXPECT_NEAR(value, 104, 0.25);
    EXPECT_FALSE(player.ended());
    loop.runFor(1s);
    EXPECT_EQ(value, 100);
    EXPECT_TRUE(player.ended());
    EXPECT_EQ(loop.nextDue(), time::never);
}

TEST_F(PlayerTest, EndedEarlyItLeavesTheQuantityWhereItIs)
{
    {
        const auto player = play({.shape = Shape::Ramp, .from = 0, .to = 10, .period = 10s});
        loop.runFor(5s);
    }
    const double left = value;
    EXPECT_NEAR(left, 5, 0.1);
    loop.runFor(100s);
    EXPECT_EQ(value, left);
    EXPECT_EQ(loop.nextDue(), time::never);
}

TEST_F(PlayerTest, AConstantCostsNoEvents)
{
    const auto player = play({.to = 7});
    loop.runFor(1ms);
    EXPECT_EQ(loop.nextDue(), time::never);
    EXPECT_EQ(value, 7);
}

TEST(Gesture, EndsAndIsWithinTheRangesOfItsQuantities)
{
    for (const Gesture gesture : gestures()) {
        EXPECT_FALSE(gestureStimuli(gesture).empty());
        for (const auto& [name, stimulus] : gestureStimuli(gesture)) {
            const auto* described = describeQuantity(name);
            ASSERT_TRUE(described) << name;
            EXPECT_GT(stimulus.lasts, 0s) << gestureName(gesture);
            for (const auto& sample : pulled(stimulus, stimulus.lasts)) {
                EXPECT_GE(sample.value, described->minimum);
                EXPECT_LE(sample.value, described->maximum);
            }
        }
    }
}

std::string refusal(std::string_view text)
{
    const auto read = readRecording(text, "world.csv");
    return read ? "accepted" : read.error().message;
}

TEST(Recording, ReadsQuantitiesAndControls)
{
    const auto read = readRecording(
        "\xEF\xBB\xBFtime [s],temperature [°C],dial.position\r\n0,20.5,\r\n500ms,21,0.5\r\n2,,1\r\n", "w.csv");
    ASSERT_TRUE(read) << read.error().message;
    ASSERT_EQ(read->size(), 2u);
    EXPECT_EQ((*read)[0].target, "temperature");
    EXPECT_EQ((*read)[0].track, (Track{{0s, 20.5}, {500ms, 21}}));
    EXPECT_EQ((*read)[1].track, (Track{{500ms, 0.5}, {2s, 1}}));
}

TEST(Recording, SaysWhereItIsWrong)
{
    EXPECT_THAT(refusal(""), HasSubstr("world.csv:1:1: the first column is \"time\""));
    EXPECT_THAT(refusal("time\n"), HasSubstr("world.csv:1:1: there is no column"));
    EXPECT_THAT(refusal("time,light,light\n0,1,1\n"), HasSubstr("world.csv:1:12: light is there twice"));
    EXPECT_THAT(refusal("time,temperature [F]\n0,70\n"), HasSubstr("world.csv:1:6: temperature is in °C, not in F"));
    EXPECT_THAT(refusal("time,light\n0,1\nx,2\n"), HasSubstr("world.csv:3:1: \"x\" is not a time"));
    EXPECT_THAT(refusal("time,light\n1,1\n1,2\n"), HasSubstr("world.csv:3:1: the time 1 is not later"));
    EXPECT_THAT(refusal("time,light\n0,dark\n"), HasSubstr("world.csv:2:3: \"dark\" is not a number"));
    EXPECT_THAT(refusal("time,light\n0,-5\n"),
                HasSubstr("world.csv:2:3: light cannot be -5: 0 to 120000 lx is allowed"));
    EXPECT_THAT(refusal("time,light\n0,1,2\n"), HasSubstr("world.csv:2:5: 3 columns, but the first line has 2"));
    EXPECT_THAT(refusal("time,light\n0,nan\n"), HasSubstr("is not a number"));
    EXPECT_THAT(refusal("time,light\n\n"), HasSubstr("world.csv:1:6: light has no values"));
}

}  // namespace
}  // namespace coroboard::environment
