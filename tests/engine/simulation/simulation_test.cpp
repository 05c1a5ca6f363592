// SPDX-License-Identifier: MIT
#include "simulation/simulation.h"

#include <gmock/gmock.h>

#include <limits>

#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using test::TestBench;
using time::powerOn;
using testing::HasSubstr;

time::Task<void> blink(CoroutineContext& context)
{
    auto& led = *context.board.pin("GP16");
    led.setMode(peripherals::PinMode::Out);
    for (bool on = true;; on = !on) {
        led.write(on);
        context.print(on ? "on\n" : "off\n");
        co_await context.loop.delay(500ms);
    }
}

time::Task<void> greet(CoroutineContext& context)
{
    context.print("name? ");
    const std::string name = co_await context.readLine();
    context.print("hello, " + name + "\n");
}

time::Task<void> fails(CoroutineContext& context)
{
    co_await context.loop.delay(10ms);
    throw std::runtime_error("the sensor fell off");
}

TEST(Simulation, runsNothingBeforeItIsTold)
{
    TestBench bench(blink);
    EXPECT_EQ(bench.now(), powerOn);
    EXPECT_EQ(bench.console(), "");
    EXPECT_FALSE(bench.simulation().programEnded());
}

TEST(Simulation, aFirmwareBlinksInVirtualTime)
{
    TestBench bench(blink);
    bench.runUntil(powerOn + 1600ms);
    using Edge = TestBench::Edge;
    EXPECT_THAT(bench.edges("GP16"), testing::ElementsAre(Edge{powerOn, true}, Edge{powerOn + 500ms, false}, Edge{powerOn + 1s, true},
                                                          Edge{powerOn + 1500ms, false}));
    EXPECT_EQ(bench.console(), "on\noff\non\noff\n");
    EXPECT_EQ(bench.now(), powerOn + 1600ms);
}

TEST(Simulation, slicesAreHalfOpen)
{
    TestBench bench(blink);
    bench.runUntil(powerOn + 500ms);
    EXPECT_EQ(bench.console(), "on\n");
    bench.runUntil(powerOn + 500ms + 1ns);
    EXPECT_EQ(bench.console(), "on\noff\n");
}

TEST(Simulation, typedTextReachesTheFirmware)
{
    TestBench bench(greet);
    bench.runFor(1ms);
    bench.type("Alice");
    bench.runFor(1ms);
    EXPECT_EQ(bench.console(), "name? ");
    bench.type("\r\n");
    bench.runFor(1ms);
    EXPECT_EQ(bench.console(), "name? hello, Alice\n");
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Finished);
    EXPECT_EQ(bench.simulation().programState(), ProgramState::Finished);
}

TEST(Simulation, anExceptionIsToldWithItsText)
{
    TestBench bench(fails);
    bench.runFor(1s);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::UncaughtException);
    EXPECT_THAT(bench.simulation().exceptionText(), HasSubstr("the sensor fell off"));
    EXPECT_THAT(bench.simulation().snapshot().problem, HasSubstr("the sensor fell off"));
    EXPECT_EQ(bench.simulation().snapshot().program, ProgramState::Failed);
}

TEST(Simulation, canReturnAtTheInstantTheProgramEnds)
{
    TestBench bench(fails);
    bench.simulation().runUntil(powerOn + 1s, AtProgramEnd::Return);
    EXPECT_EQ(bench.now(), powerOn + 10ms);
    bench.simulation().runUntil(powerOn + 1s, AtProgramEnd::Return);
    EXPECT_EQ(bench.now(), powerOn + 1s);
}

TEST(Simulation, stopTakesTheFirmwareOffTheBoard)
{
    TestBench bench(blink);
    bench.runFor(600ms);
    bench.apply(StopProgram{});
    bench.runFor(10ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Stopped);
    const std::string console = bench.console();
    bench.runFor(5s);
    EXPECT_EQ(bench.console(), console);
    bench.apply(StopProgram{});
    bench.runFor(10ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Stopped);
}

TEST(Simulation, resetStartsTimeAndProgramAfresh)
{
    TestBench bench(blink);
    bench.runFor(700ms);
    bench.apply(ResetBoard{});
    EXPECT_EQ(bench.now(), powerOn);
    EXPECT_EQ(bench.simulation().snapshot().powerCycle, 2u);
    EXPECT_FALSE(bench.level("GP16"));
    bench.runFor(100ms);
    EXPECT_TRUE(bench.level("GP16"));
    EXPECT_EQ(bench.console(), "on\noff\non\n");
}

TEST(Simulation, aResetCuresAnExceptionAndAStop)
{
    TestBench bench(fails);
    bench.runFor(20ms);
    bench.apply(ResetBoard{});
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::None);
    EXPECT_EQ(bench.simulation().exceptionText(), "");
    bench.runFor(20ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::UncaughtException);
}

TEST(Simulation, anEmptyBoardHasNoProgram)
{
    auto simulation = Simulation::create(test::barePins(), nullptr).value();
    simulation->runUntil(powerOn + 1h);
    EXPECT_EQ(simulation->now(), powerOn + 1h);
    EXPECT_EQ(simulation->programState(), ProgramState::Empty);
    EXPECT_FALSE(simulation->programEnded());
    EXPECT_EQ(simulation->nextDue(), time::never);
}

TEST(Simulation, badCommandsAreRefusedAndChangeNothing)
{
    TestBench bench(blink);
    bench.runFor(10ms);
    const std::uint64_t hash = bench.simulation().traceHash();
    const auto unknown = bench.simulation().apply(SetControl{"nonesuch", "value", 1});
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().message, HasSubstr("nonesuch"));
    EXPECT_FALSE(bench.simulation().apply(RunProgram{nullptr}));
    EXPECT_FALSE(bench.simulation().applyAt(StopProgram{}, powerOn + 5ms));
    EXPECT_TRUE(bench.simulation().log().empty());
    EXPECT_EQ(bench.simulation().traceHash(), hash);
}

TEST(Simulation, commandsAreLoggedWithTheirVirtualTime)
{
    TestBench bench(greet);
    bench.runFor(5ms);
    bench.type("x");
    bench.apply(Pause{});
    ASSERT_TRUE(bench.simulation().applyAt(ConsoleInput{"\n"}, powerOn + 8ms));
    bench.runFor(10ms);
    const auto& log = bench.simulation().log();
    ASSERT_EQ(log.size(), 2u);
    EXPECT_EQ(log[0].when, powerOn + 5ms);
    EXPECT_EQ(log[1].when, powerOn + 8ms);
}

TEST(Simulation, aScheduledCommandComesBeforeWhatElseIsDueThen)
{
    TestBench scheduled(greet);
    ASSERT_TRUE(scheduled.simulation().applyAt(ConsoleInput{"a\n"}, powerOn + 3ms));
    scheduled.runFor(10ms);

    TestBench applied(greet);
    applied.runFor(3ms);
    applied.type("a\n");
    applied.runFor(7ms);
    EXPECT_EQ(scheduled.simulation().traceHash(), applied.simulation().traceHash());
    EXPECT_EQ(scheduled.console(), "name? hello, a\n");
}

TEST(Simulation, scheduledCommandsSurviveAResetInTheNewTime)
{
    TestBench bench(greet);
    ASSERT_TRUE(bench.simulation().applyAt(ResetBoard{}, powerOn + 10ms));
    ASSERT_TRUE(bench.simulation().applyAt(ConsoleInput{"b\n"}, powerOn + 20ms));
    bench.simulation().runUntil(powerOn + 15ms);
    EXPECT_EQ(bench.now(), powerOn + 15ms);
    EXPECT_EQ(bench.console(), "name? name? ");
    bench.runFor(10ms);
    EXPECT_EQ(bench.console(), "name? name? hello, b\n");
}

TEST(Simulation, returnsEarlyWhenAskedAndGoesOnLater)
{
    int looks = 0;
    std::string console;
    SimulationOptions options;
    options.firmware = coroutineFirmware(blink);
    options.console = [&](std::string_view bytes) { console += bytes; };
    options.shouldReturn = [&] { return ++looks == 2; };
    auto simulation = Simulation::create(test::barePins(), nullptr, options).value();
    simulation->runUntil(powerOn + 2s);
    EXPECT_LT(simulation->now(), powerOn + 2s);
    simulation->runUntil(powerOn + 2s);
    EXPECT_EQ(simulation->now(), powerOn + 2s);
    EXPECT_EQ(console, "on\noff\non\noff\n");
}

TEST(Simulation, theSnapshotShowsPinsAndTasks)
{
    TestBench bench(blink);
    bench.runFor(100ms);
    const Snapshot snapshot = bench.simulation().snapshot();
    ASSERT_EQ(snapshot.pins.size(), 29u);
    const PinSnapshot& led = snapshot.pins[16];
    EXPECT_EQ(led.name, "GP16");
    EXPECT_EQ(led.function, "out");
    EXPECT_TRUE(led.level);
    EXPECT_NEAR(led.millivolts, 3300, 1);
    EXPECT_EQ(led.lastEdge, powerOn);
    EXPECT_EQ(snapshot.board->name, "bare-pins");
    const auto firmware = std::find_if(snapshot.tasks.begin(), snapshot.tasks.end(), [](const auto& t) { return t.name == "firmware"; });
    ASSERT_NE(firmware, snapshot.tasks.end());
    EXPECT_EQ(firmware->state, "suspended");
    EXPECT_EQ(firmware->waitsFor, "sleep until 0.500000 s");
    EXPECT_EQ(firmware->deadline, powerOn + 500ms);
}

// Two firmware tasks, a PWM, a command script: everything the trace hash must not see the slices of.
time::Task<void> busy(CoroutineContext& context)
{
    auto& led = *context.board.pin("GP2");
    led.setMode(peripherals::PinMode::Out);
    for (int i = 0; i < 400; ++i) {
        led.write(i % 3 == 0);
        if (i % 7 == 0) context.print("tick " + std::to_string(i) + "\n");
        co_await context.loop.delay(time::Duration{1'000'003 + 977 * i});
    }
    context.print(co_await context.readLine());
}

std::uint64_t hashWithSlices(time::Duration slice, std::uint64_t seed = 1)
{
    TestBench bench(busy, test::barePins(), seed);
    EXPECT_TRUE(bench.simulation().applyAt(ConsoleInput{"one\n"}, powerOn + 7ms));
    EXPECT_TRUE(bench.simulation().applyAt(ConsoleInput{"two\n"}, powerOn + 20ms));
    EXPECT_TRUE(bench.simulation().applyAt(ResetBoard{}, powerOn + 50ms + 1ns));
    EXPECT_TRUE(bench.simulation().applyAt(ConsoleInput{"three\n"}, powerOn + 600ms));
    bench.runUntil(powerOn + 2s, slice);
    EXPECT_TRUE(bench.simulation().programEnded());
    return bench.simulation().traceHash();
}

TEST(Simulation, theTraceDoesNotDependOnTheSlices)
{
    const std::uint64_t hash = hashWithSlices(time::Duration{});
    for (const time::Duration slice : {time::Duration(1ms), time::Duration(7ms), time::Duration(20ms), time::Duration(333'333ns)})
        EXPECT_EQ(hashWithSlices(slice), hash) << slice.count() << " ns";
}

TEST(Simulation, theTraceHashSeesADifference)
{
    TestBench one(blink);
    TestBench other(blink);
    one.runFor(400ms);
    other.runFor(400ms);
    EXPECT_EQ(one.simulation().traceHash(), other.simulation().traceHash());
    one.runFor(200ms);
    EXPECT_NE(one.simulation().traceHash(), other.simulation().traceHash());
}

TEST(Simulation, twoBoardsDoNotNoticeEachOther)
{
    TestBench one(blink);
    TestBench other(greet);
    one.runFor(600ms);
    other.type("Bob\n");
    other.runFor(1ms);
    EXPECT_EQ(one.console(), "on\noff\n");
    EXPECT_EQ(other.console(), "name? hello, Bob\n");
    EXPECT_FALSE(one.simulation().programEnded());
}

}  // namespace
}  // namespace coroboard::simulation
