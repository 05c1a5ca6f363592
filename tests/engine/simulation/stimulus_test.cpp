// SPDX-License-Identifier: MIT
#include "simulation/stimulus_text.h"

#include <gmock/gmock.h>

#include "support/board_bench.h"
#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using environment::Shape;
using environment::Stimulus;
using test::TestBench;
using testing::HasSubstr;
using time::powerOn;

constexpr const char* thermometer = R"({"id": "thermometer", "model": "thermistor", "wires": {"signal": "GP6"}})";

time::Task<void> idle(CoroutineContext& context)
{
    for (;;)
        co_await context.loop.delay(1s);
}

double temperatureOf(const Snapshot& snapshot)
{
    return snapshot.parts.at(0).view.controls.at(0).value;
}

TEST(StimulusText, GoesThereAndBack)
{
    for (const char* text : {"constant:21.5", "step:0:1:500ms", "ramp:40:90:60s", "sine:15:30:10s:noise=0.25",
                             "square:0:800:2s:for=10s", "triangle:-1:1:1ms:relative", "sawtooth:0:5:1500us",
                             "random-walk:990:1020:5s", "recorded:0s=400:1500ms=350:4s=900"}) {
        const auto parsed = parseStimulus(text);
        ASSERT_TRUE(parsed) << text << ": " << parsed.error().message;
        EXPECT_EQ(stimulusText(*parsed), text);
        EXPECT_EQ(*parseStimulus(stimulusText(*parsed)), *parsed);
    }
}

TEST(StimulusText, UnderstandsTheWordsOfPeople)
{
    const auto parsed = parseTargetedStimulus("light=sine:0:1000:2m:noise=5");
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->target, "light");
    EXPECT_EQ(parsed->stimulus, (Stimulus{.shape = Shape::Sine, .from = 0, .to = 1000, .period = 120s, .noise = 5}));
}

TEST(StimulusText, SaysWhatIsWrong)
{
    const auto refusal = [](const char* text) {
        const auto parsed = parseTargetedStimulus(text);
        return parsed ? std::string("accepted") : parsed.error().message;
    };
    EXPECT_THAT(refusal("sine:1:2:3s"), HasSubstr("does not say what moves"));
    EXPECT_THAT(refusal("light=sinus:1:2:3s"), HasSubstr("did you mean 'sine'"));
    EXPECT_THAT(refusal("light=sine:1:2"), HasSubstr("too few; write sine:FROM:TO:PERIOD"));
    EXPECT_THAT(refusal("light=sine:1:b:3s"), HasSubstr("'b' is not a number"));
    EXPECT_THAT(refusal("light=sine:1:2:3"), HasSubstr("the unit is missing"));
    EXPECT_THAT(refusal("light=constant:1:2:3s"), HasSubstr("too many; write constant:VALUE"));
    EXPECT_THAT(refusal("light=recorded:0s=1:0s=2"), HasSubstr("not later"));
    EXPECT_THAT(refusal("light=sine:1:2:3s:noise=x"), HasSubstr("'x' is not a number"));
    EXPECT_FALSE(parseGesture("wave"));
    EXPECT_EQ(*parseGesture("free-fall"), environment::Gesture::FreeFall);
}

TEST(StimulusCommand, MovesTheQuantityAndIsSeenInTheSnapshot)
{
    TestBench bench(idle, test::profileWith(thermometer));
    bench.apply(SetStimulus{"temperature", {.shape = Shape::Ramp, .from = 0, .to = 100, .period = 10s}});
    bench.runFor(5s);
    const auto snapshot = bench.simulation().snapshot();
    EXPECT_NEAR(temperatureOf(snapshot), 50, 1);
    ASSERT_EQ(snapshot.stimuli.size(), 1u);
    EXPECT_EQ(snapshot.stimuli[0].target, "temperature");
    bench.apply(ClearStimulus{"temperature"});
    EXPECT_TRUE(bench.simulation().snapshot().stimuli.empty());
}

TEST(StimulusCommand, ItsTaskIsSeenWaiting)
{
    TestBench bench(idle, test::profileWith(thermometer));
    bench.apply(SetStimulus{"temperature", {.shape = Shape::Square, .from = 0, .to = 100, .period = 10s}});
    bench.runFor(1s);
    const auto tasks = bench.simulation().tasks();
    EXPECT_TRUE(std::any_of(tasks.begin(), tasks.end(), [](const TaskSnapshot& task) {
        return task.name == "stimulus temperature" && task.kind == "stimulus" && task.deadline == powerOn + 5s;
    }));
}

TEST(StimulusCommand, BeginsAnewWithAReset)
{
    TestBench bench(idle, test::profileWith(thermometer));
    bench.apply(SetStimulus{"temperature", {.shape = Shape::Ramp, .from = 0, .to = 100, .period = 10s}});
    bench.runFor(9s);
    bench.apply(ResetBoard{});
    bench.runFor(1s);
    EXPECT_NEAR(temperatureOf(bench.simulation().snapshot()), 10, 1);
}

TEST(StimulusCommand, ABadOneIsRefusedAndNotLogged)
{
    TestBench bench(idle, test::profileWith(thermometer));
    EXPECT_FALSE(bench.simulation().apply(SetStimulus{"weight", {}}));
    EXPECT_FALSE(bench.simulation().apply(ClearStimulus{"weight"}));
    EXPECT_FALSE(bench.simulation().apply(PerformGesture{environment::Gesture::Tap}));
    EXPECT_TRUE(bench.simulation().log().empty());
}

TEST(StimulusCommand, IsInTheTraceHashWhichSlicesDoNotChange)
{
    const auto hashOf = [](const char* stimulus, time::Duration slice) {
        TestBench bench("from machine import ADC\nimport time\nt = ADC(0)\nfor _ in range(50):\n    "
                        "print(t.read_u16())\n    time.sleep_ms(7)\n",
                        test::profileWith(thermometer));
        if (*stimulus)
            bench.apply(SetStimulus{"temperature", *parseStimulus(stimulus)});
        bench.runFor(500ms, slice);
        return bench.simulation().traceHash();
    };
    const auto hash = hashOf("random-walk:0:50:3ms:noise=0.2", 0s);
    EXPECT_EQ(hash, hashOf("random-walk:0:50:3ms:noise=0.2", 777us));
    EXPECT_NE(hash, hashOf("random-walk:0:50:4ms:noise=0.2", 0s));
    EXPECT_NE(hash, hashOf("", 0s));
}

}  // namespace
}  // namespace coroboard::simulation
