// SPDX-License-Identifier: MIT
#include "trace/signal_history.h"

#include <cmath>

#include <gtest/gtest.h>

#include "trace/digital_wave.h"

namespace coroboard::trace {
namespace {

using namespace std::chrono_literals;

time::VirtualTime at(time::Duration time) { return time::powerOn + time; }

constexpr std::size_t digital = 0;
constexpr std::size_t analog = 1;
constexpr std::size_t pwm = 2;

class SignalHistoryTest : public testing::Test {
protected:
    void edge(time::Duration when, int level) { history.add({digital, at(when), double(level), 0, {}}); }
    void play(time::Duration when, double duty, double frequency) { history.add({pwm, at(when), duty, frequency, at(when)}); }
    DigitalWave wave(time::Duration until)
    {
        const SignalCapture capture = history.capture(at(until));
        return {capture.views[digital], capture.views[pwm], at(until)};
    }

    SignalHistory history{{{"GP1", SignalKind::Digital, ""}, {"GP26", SignalKind::Analog, "mV"}, {"GP1_pwm", SignalKind::Pwm, ""}}};
};

TEST_F(SignalHistoryTest, aCaptureStaysAsItWasWhenTaken)
{
    edge(0ns, 0);
    edge(1ms, 1);
    const SignalCapture before = history.capture(at(2ms));
    for (int i = 0; i < 100'000; ++i) edge(2ms + i * 1us, i % 2);
    EXPECT_EQ(before.views[digital].end(), 2u);
    EXPECT_EQ(before.views[digital].endAt(at(1h)), 2u);
    EXPECT_TRUE(before.views[digital].level(1));
    const SignalCapture after = history.capture(at(1s));
    EXPECT_EQ(after.views[digital].end(), 100'002u);
    EXPECT_EQ(after.views[digital].time(50'002), at(2ms + 50ms));
    EXPECT_EQ(after.views[digital].endAt(at(2ms + 50ms)), 50'003u);
    EXPECT_EQ(after.recording, before.recording);
    history.restart();
    EXPECT_NE(history.capture(at(0ns)).recording, before.recording);
    EXPECT_TRUE(history.capture(at(0ns)).views[digital].empty());
    EXPECT_TRUE(before.views[digital].level(1));
}

TEST_F(SignalHistoryTest, aLevelThatIsThereAlreadyIsNoChange)
{
    edge(0ns, 0);
    edge(1ms, 0);
    edge(2ms, 1);
    EXPECT_EQ(history.capture(at(3ms)).views[digital].end(), 2u);
}

TEST_F(SignalHistoryTest, memoryIsBoundedAndWhatWentIsCounted)
{
    SignalHistory small({{"busy", SignalKind::Digital, ""}, {"quiet", SignalKind::Digital, ""}}, 2'000'000);
    small.add({1, at(0ns), 1, 0, {}});
    for (int i = 0; i < 1'000'000; ++i) small.add({0, at(i * 1us), double(i % 2), 0, {}});
    EXPECT_LE(small.bytes(), 2'000'000u);
    const SignalCapture capture = small.capture(at(1s));
    const SignalView& busy = capture.views[0];
    EXPECT_EQ(busy.end(), 1'000'000u);
    EXPECT_GT(busy.dropped(), 700'000u);
    EXPECT_EQ(capture.dropped(), busy.dropped());
    EXPECT_EQ(busy.time(busy.first()), at(static_cast<int>(busy.first()) * 1us));
    EXPECT_EQ(busy.level(busy.first()), busy.first() % 2 == 1);
    EXPECT_TRUE(capture.views[1].level(0));
}

TEST_F(SignalHistoryTest, rangesAgreeWithLookingAtEveryValue)
{
    const auto value = [](int i) { return std::sin(i * 0.01) * (i % 977); };
    for (int i = 0; i < 90'000; ++i) history.add({analog, at(i * 1us), value(i), 0, {}});
    const SignalView view = history.capture(at(1s)).views[analog];
    for (const auto& [from, to] : {std::pair{0, 90'000}, {17, 18}, {1, 70'001}, {255, 4097}, {65'000, 89'999}}) {
        ValueRange expected;
        for (int i = from; i < to; ++i) expected.include({value(i), value(i)});
        const ValueRange range = view.range(static_cast<std::uint64_t>(from), static_cast<std::uint64_t>(to));
        EXPECT_DOUBLE_EQ(range.least, expected.least) << from << " " << to;
        EXPECT_DOUBLE_EQ(range.greatest, expected.greatest) << from << " " << to;
    }
    EXPECT_TRUE(view.range(5, 5).empty());
}

TEST_F(SignalHistoryTest, aWaveFindsItsEdgesInBothDirections)
{
    edge(0ns, 0);
    edge(10us, 1);
    edge(15us, 0);
    const DigitalWave signal = wave(20us);
    EXPECT_EQ(signal.edgeAfter(at(0ns)), (Edge{at(10us), true}));
    EXPECT_EQ(signal.edgeAfter(at(10us)), (Edge{at(15us), false}));
    EXPECT_EQ(signal.edgeAfter(at(15us)), std::nullopt);
    EXPECT_EQ(signal.edgeBefore(at(15us)), (Edge{at(10us), true}));
    EXPECT_EQ(signal.edgeBefore(at(1h)), (Edge{at(15us), false}));
    EXPECT_EQ(signal.edgeBefore(at(10us)), std::nullopt);
    EXPECT_FALSE(signal.levelAt(at(9us)));
    EXPECT_TRUE(signal.levelAt(at(10us)));
    EXPECT_EQ(wave(15us).edgeAfter(at(10us)), std::nullopt) << "what is not known yet is no edge";
}

TEST_F(SignalHistoryTest, aPwmIsPlayedFromItsDescription)
{
    edge(0ns, 0);
    edge(1ms, 1);
    play(1ms, 0.25, 1000);
    edge(3ms + 100us, 0);                                        // the program takes the pin back while the PWM is high
    play(3ms + 100us, 0, 0);
    edge(5ms, 1);
    const DigitalWave signal = wave(6ms);
    std::vector<Edge> edges;
    for (auto edge = signal.edgeAfter(at(0ns)); edge; edge = signal.edgeAfter(edge->when)) edges.push_back(*edge);
    const std::vector<Edge> expected{{at(1ms), true},         {at(1ms + 250us), false}, {at(2ms), true}, {at(2ms + 250us), false},
                                     {at(3ms), true},         {at(3ms + 100us), false}, {at(5ms), true}};
    EXPECT_EQ(edges, expected);
    std::vector<Edge> back;
    for (auto edge = signal.edgeBefore(at(6ms)); edge; edge = signal.edgeBefore(edge->when)) back.insert(back.begin(), *edge);
    EXPECT_EQ(back, expected);
    EXPECT_TRUE(signal.levelAt(at(2ms + 100us)));
    EXPECT_FALSE(signal.levelAt(at(2ms + 500us)));
    EXPECT_FALSE(signal.levelAt(at(4ms)));
    ASSERT_TRUE(signal.pwmAt(at(2ms)));
    EXPECT_DOUBLE_EQ(signal.pwmAt(at(2ms))->duty, 0.25);
    EXPECT_FALSE(signal.pwmAt(at(4ms)));
}

}  // namespace
}  // namespace coroboard::trace
