// SPDX-License-Identifier: MIT
// MicroPython programs through the Simulation and the IntegrationThread: the same contract as C++ firmware.
#include <gmock/gmock.h>

#include "simulation/integration_thread.h"
#include "support/snapshot_watch.h"
#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using test::TestBench;
using testing::EndsWith;
using testing::HasSubstr;
using time::powerOn;

constexpr const char* busy = "n = 0\nwhile True:\n    n += 1\n";

constexpr const char* tasks = R"(
import asyncio, time
from machine import Pin, ADC

async def blink(pin, period):
    led = Pin(pin, Pin.OUT)
    while True:
        led.toggle()
        await asyncio.sleep_ms(period)

async def work():
    dial = ADC(26)
    for n in range(30):
        total = 0
        for i in range(n * 50):
            total += i
        print(n, total, dial.read_u16(), time.ticks_us())
        await asyncio.sleep_ms(17)

async def main():
    blinkers = [asyncio.create_task(blink(16, 11)), asyncio.create_task(blink(17, 13))]
    await work()
    print(input('name? '))

asyncio.run(main())
)";

TEST(MicroPythonProgram, printsAndEnds)
{
    TestBench bench(std::string("print('hello')\n"));
    bench.runFor(1s);
    EXPECT_EQ(bench.console(), "hello\n");
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Finished);
    EXPECT_GT(bench.simulation().snapshot().bytecodes, 0u);
}

TEST(MicroPythonProgram, anExceptionComesWithItsTraceback)
{
    TestBench bench(std::string("def f():\n    raise ValueError('no')\nf()\n"));
    bench.runFor(1s);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::UncaughtException);
    EXPECT_EQ(bench.simulation().exceptionText(),
              "Traceback (most recent call last):\n  File \"main.py\", line 3, in <module>\n  File \"main.py\", line 2, in f\n"
              "ValueError: no\n");
    EXPECT_EQ(bench.simulation().snapshot().problem, "ValueError: no");
    EXPECT_EQ(bench.console(), "");
}

TEST(MicroPythonProgram, stopEndsABusyLoopWithinItsGrace)
{
    TestBench bench{std::string(busy)};
    bench.runFor(100ms);
    EXPECT_EQ(bench.simulation().programState(), ProgramState::Running);
    bench.apply(StopProgram{});
    bench.runFor(6ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Stopped);
    EXPECT_EQ(bench.simulation().exceptionText(), "");
}

TEST(MicroPythonProgram, stopEndsAProgramThatCatchesEverything)
{
    TestBench bench(std::string("while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass\n"));
    bench.runFor(10ms);
    bench.apply(StopProgram{});
    bench.runFor(6ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Stopped);
}

TEST(MicroPythonProgram, aSecondStopDoesNotWait)
{
    TestBench bench(std::string("while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass\n"));
    bench.runFor(10ms);
    bench.apply(StopProgram{});
    bench.apply(StopProgram{});
    bench.runFor(1ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Stopped);
}

TEST(MicroPythonProgram, stopEndsASleepingProgram)
{
    TestBench bench(std::string("import time\ntime.sleep(1000)\n"));
    bench.runFor(10ms);
    EXPECT_EQ(bench.simulation().programState(), ProgramState::Waiting);
    bench.apply(StopProgram{});
    bench.runFor(6ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Stopped);
}

TEST(MicroPythonProgram, aResetIsACleanBoard)
{
    TestBench bench(std::string("from machine import Pin\nprint('x' in globals())\nx = 1\nPin(16, Pin.OUT).on()\nwhile True:\n    pass\n"));
    bench.runFor(100ms);
    EXPECT_TRUE(bench.level("GP16"));
    bench.apply(ResetBoard{});
    EXPECT_FALSE(bench.level("GP16"));
    bench.runFor(100ms);
    EXPECT_EQ(bench.console(), "False\nFalse\n");
}

TEST(MicroPythonProgram, runAnotherProgramOnACleanBoard)
{
    TestBench bench{std::string(busy)};
    bench.runFor(10ms);
    bench.apply(RunProgram{std::make_shared<const program::Program>(program::programFromText("print('second')\n"))});
    bench.runFor(100ms);
    EXPECT_EQ(bench.console(), "second\n");
}

std::uint64_t hashWithSlices(time::Duration slice)
{
    TestBench bench{std::string(tasks)};
    EXPECT_TRUE(bench.simulation().applyAt(ConsoleInput{"Alice\n"}, powerOn + 700ms));
    bench.runUntil(powerOn + 1s, slice);
    EXPECT_THAT(bench.console(), EndsWith("Alice\n"));
    EXPECT_TRUE(bench.simulation().programEnded());
    return bench.simulation().traceHash();
}

TEST(MicroPythonProgram, theTraceDoesNotDependOnTheSlices)
{
    const std::uint64_t hash = hashWithSlices(time::Duration{});
    for (const time::Duration slice : {time::Duration(1ms), time::Duration(7ms), time::Duration(20ms), time::Duration(123'457ns)})
        EXPECT_EQ(hashWithSlices(slice), hash) << slice.count() << " ns";
}

TEST(MicroPythonProgram, twoBoardsTakeTurnsWithoutNoticing)
{
    TestBench one{std::string(tasks)};
    TestBench other{std::string(tasks)};
    for (int step = 0; step < 50; ++step) {
        one.runFor(7ms);
        other.runFor(7ms);
    }
    EXPECT_EQ(one.simulation().traceHash(), other.simulation().traceHash());
    EXPECT_EQ(one.console(), other.console());
}

IntegrationOptions atSpeed(double speed)
{
    IntegrationOptions options;
    options.speed = speed;
    return options;
}

std::shared_ptr<const program::Program> text(const char* source)
{
    return std::make_shared<const program::Program>(program::programFromText(source));
}

TEST(MicroPythonProgram, theThreadStopsABusyLoopAtFullSpeedAndRunsItAgain)
{
    IntegrationThread engine(test::barePins(), text(busy), atSpeed(0));
    test::SnapshotWatch watch(engine);
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.now > powerOn + 20ms; }), nullptr);
    ASSERT_TRUE(engine.post(StopProgram{}));
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.program == ProgramState::Stopped; }), nullptr);
    ASSERT_TRUE(engine.post(RunProgram{text(busy)}));
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.powerCycle == 2 && s.program == ProgramState::Running; }), nullptr);
}

TEST(MicroPythonProgram, theTracebackIsOnTheConsoleOfTheThread)
{
    IntegrationThread engine(test::barePins(), text("print('before')\n1/0\n"), atSpeed(0));
    test::SnapshotWatch watch(engine);
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.program == ProgramState::Failed; }), nullptr);
    EXPECT_THAT(engine.console().read(), HasSubstr("before\r\nTraceback (most recent call last):\r\n"));
}

}  // namespace
}  // namespace coroboard::simulation
