// SPDX-License-Identifier: MIT
// Breakpoints and steps: where a program stops, what it shows there, and that being looked at changes nothing of what it does.
#include <gmock/gmock.h>

#include "simulation/integration_thread.h"
#include "support/snapshot_watch.h"
#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using modules::Proceed;
using modules::StopCause;
using test::TestBench;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* plain = R"(def area(w, h):
    size = w * h
    return size

def show(w):
    a = area(w, 3)
    print(a)

n = 1
while n < 4:
    show(n)
    n += 1
print('end')
)";

constexpr const char* tasks = R"(import asyncio

async def read(n):
    await asyncio.sleep_ms(5)
    return n * 2

async def work(name, pause):
    total = 0
    for n in range(3):
        total += await read(n)
        await asyncio.sleep_ms(pause)
    print(name, total)

async def main():
    other = asyncio.create_task(work('b', 7))
    await work('a', 10)
    await other

asyncio.run(main())
)";

class Breakpoints : public testing::Test {
protected:
    // Calls and task switches cost time of their own, as on a real chip.
    void open(const char* program)
    {
        board::BoardProfile profile = test::barePins();
        profile.chip.nanosecondsPerCall = 1700;
        profile.chip.nanosecondsPerTaskSwitch = 2300;
        m_bench.emplace(std::string(program), std::move(profile));
    }
    TestBench& bench() { return *m_bench; }
    void breakAt(std::vector<int> lines)
    {
        SetBreakpoints set;
        for (const int line : lines) set.breakpoints.push_back({"main.py", line});
        bench().apply(set);
    }
    // Runs until the program stops or has ended; where it stops ("show:7"), else "ended".
    std::string run()
    {
        bench().simulation().runUntil(bench().now() + 10s, AtProgramEnd::Return);
        if (!bench().simulation().isStopped()) return bench().simulation().programEnded() ? "ended" : "runs";
        const auto stop = bench().simulation().snapshot().stop;
        if (!stop || stop->frames.empty()) return "nowhere";
        return stop->frames.back().function + ":" + std::to_string(stop->frames.back().line);
    }
    std::string resume() { return bench().apply(Resume{}), run(); }
    std::string step(Proceed how) { return bench().apply(StepLine{how}), run(); }
    std::string over() { return step(Proceed::StepOver); }
    std::string into() { return step(Proceed::StepInto); }
    std::string out() { return step(Proceed::StepOut); }
    std::string local(const std::string& name)
    {
        const auto stop = bench().simulation().snapshot().stop;
        for (auto frame = stop->frames.rbegin(); frame != stop->frames.rend(); ++frame)
            for (const auto& [known, value] : frame->locals)
                if (known == name) return value;
        return "unset";
    }
    std::vector<std::string> callStack()
    {
        std::vector<std::string> names;
        const auto stop = bench().simulation().snapshot().stop;
        for (const auto& frame : stop->frames)
            names.push_back(frame.function + ":" + std::to_string(frame.line));
        return names;
    }

private:
    std::optional<TestBench> m_bench;
};

TEST_F(Breakpoints, aBreakpointStopsBeforeItsLineEveryTime)
{
    open(plain);
    breakAt({3});
    EXPECT_EQ(run(), "area:3");
    EXPECT_EQ(bench().simulation().snapshot().stop->cause, StopCause::Breakpoint);
    EXPECT_EQ(local("size"), "3");
    EXPECT_EQ(bench().console(), "");
    EXPECT_EQ(resume(), "area:3");
    EXPECT_EQ(bench().console(), "3\n");
    EXPECT_EQ(resume(), "area:3");
    EXPECT_EQ(local("size"), "9");
    EXPECT_EQ(resume(), "ended");
    EXPECT_EQ(bench().console(), "3\n6\n9\nend\n");
}

TEST_F(Breakpoints, theCallStackHasTheLocalsOfEveryFrame)
{
    open(plain);
    breakAt({3});
    run();
    EXPECT_THAT(callStack(), ElementsAre("<module>:11", "show:6", "area:3"));
    EXPECT_EQ(local("w"), "1");
    EXPECT_EQ(local("h"), "3");
    EXPECT_EQ(local("n"), "1") << "a variable of the module";
    EXPECT_EQ(local("area"), "unset") << "functions are in the text";
}

TEST_F(Breakpoints, theBoardStandsStillWhileItsProgramDoes)
{
    open(plain);
    breakAt({7});
    run();
    const time::VirtualTime when = bench().now();
    bench().simulation().runUntil(when + 1s);
    EXPECT_EQ(bench().now(), when);
    EXPECT_TRUE(bench().simulation().isStopped());
    EXPECT_GT(when, time::powerOn);
}

TEST_F(Breakpoints, overStaysInItsFrameAndIntoGoesDeeper)
{
    open(plain);
    breakAt({11});
    EXPECT_EQ(run(), "<module>:11");
    EXPECT_EQ(over(), "<module>:12");
    EXPECT_EQ(bench().console(), "3\n") << "the breakpoint's call ran as a whole";
    EXPECT_EQ(over(), "<module>:11") << "the next round";
    EXPECT_EQ(into(), "show:6");
    EXPECT_EQ(into(), "area:2");
    EXPECT_EQ(into(), "area:3");
    EXPECT_EQ(into(), "show:7") << "the next line that begins";
    EXPECT_EQ(bench().simulation().snapshot().stop->cause, StopCause::Step);
}

TEST_F(Breakpoints, outAndOverTheEndStopWhereTheCallReturnsTo)
{
    open(plain);
    breakAt({2});
    EXPECT_EQ(run(), "area:2");
    EXPECT_EQ(out(), "show:6") << "the value is not bound yet";
    EXPECT_EQ(local("a"), "unset");
    EXPECT_EQ(over(), "show:7");
    EXPECT_EQ(local("a"), "3");
    breakAt({});
    EXPECT_EQ(over(), "<module>:11");
    EXPECT_EQ(out(), "ended");
}

TEST_F(Breakpoints, aStepThroughAnAwaitStaysWithItsCoroutine)
{
    open(tasks);
    breakAt({11});
    EXPECT_EQ(run(), "work:11");
    EXPECT_EQ(local("name"), "'a'");
    EXPECT_EQ(local("total"), "0");
    breakAt({});
    const time::VirtualTime before = bench().now();
    EXPECT_EQ(over(), "work:10");
    EXPECT_EQ(local("name"), "'a'") << "the other task ran meanwhile, twice";
    EXPECT_GE(bench().now() - before, 9ms);
    EXPECT_LT(bench().now() - before, 11ms);
    EXPECT_EQ(over(), "work:11");
    EXPECT_EQ(local("total"), "2");
}

TEST_F(Breakpoints, intoAnAwaitGoesIntoItsCoroutineAndThenToWhoeverRunsNext)
{
    open(tasks);
    breakAt({10});
    EXPECT_EQ(run(), "work:10");
    breakAt({});
    EXPECT_EQ(into(), "read:4");
    EXPECT_THAT(callStack(), ElementsAre("<module>:19", "main:16", "work:10", "read:4"));
    EXPECT_EQ(into(), "work:8") << "it sleeps: the other task begins";
    EXPECT_EQ(local("name"), "'b'");
    const auto stop = bench().simulation().snapshot().stop;
    EXPECT_NE(stop->task, 0u);
}

TEST_F(Breakpoints, outOfACoroutineStopsInTheOneThatAwaitsIt)
{
    open(tasks);
    breakAt({4});
    EXPECT_EQ(run(), "read:4");
    breakAt({});
    EXPECT_EQ(out(), "work:10");
    EXPECT_EQ(local("name"), "'a'");
    EXPECT_EQ(over(), "work:11");
}

TEST_F(Breakpoints, overTheEndOfATaskIsTheNextLineOfAnyTask)
{
    open(tasks);
    breakAt({12});
    EXPECT_EQ(run(), "work:12");
    EXPECT_EQ(local("name"), "'b'");
    breakAt({});
    EXPECT_EQ(over(), "work:12") << "of task a";
    EXPECT_EQ(local("name"), "'a'");
}

TEST_F(Breakpoints, theLastLineOfALoopDoesNotBeginWithItsCondition)
{
    open("for i in range(2):\n    a = i\n    b = a\nn = 0\nwhile n < 2:\n    n += 1\n    b = n\nfor x in (1, 2):\n    b = x\nprint(b)\n");
    std::string lines;
    for (std::string place = into(); place != "ended"; place = into()) lines += place.substr(9) + " ";
    EXPECT_EQ(lines, "1 2 3 2 3 4 5 6 7 6 7 8 9 9 10 ");
}

TEST_F(Breakpoints, theFirstLineOfAnEndlessLoopBeginsEveryTime)
{
    open("import asyncio\nasync def read(n):\n    await asyncio.sleep_ms(5)\n    return n\nasync def main():\n    total = 0\n"
         "    while True:\n        total += await read(4)\n        print(total)\nasyncio.run(main())\n");
    breakAt({8});
    EXPECT_EQ(run(), "main:8");
    EXPECT_EQ(resume(), "main:8");
    EXPECT_EQ(local("total"), "4");
    EXPECT_EQ(resume(), "main:8");
}

TEST_F(Breakpoints, runToALineIsForOnce)
{
    open(plain);
    bench().apply(RunTo{{"main.py", 7}});
    EXPECT_EQ(run(), "show:7");
    EXPECT_EQ(bench().simulation().snapshot().stop->cause, StopCause::Step);
    EXPECT_EQ(resume(), "ended");
}

TEST_F(Breakpoints, aProgramCanBeginWithAStep)
{
    open("print('before')\n");
    EXPECT_EQ(run(), "ended");
    const auto again = std::make_shared<const program::Program>(program::programFromText("n = 1\nprint(n)\n"));
    bench().apply(RunProgram{again, Proceed::StepInto});
    EXPECT_EQ(run(), "<module>:1");
    EXPECT_EQ(resume(), "ended");
    bench().apply(RunProgram{again, Proceed::Run, modules::Breakpoint{"main.py", 2}});
    EXPECT_EQ(run(), "<module>:2");
    const auto* logged = std::get_if<RunProgram>(&bench().simulation().log().back().command);
    ASSERT_TRUE(logged);
    EXPECT_FALSE(logged->until.has_value()) << "a replay does not stop";
}

TEST_F(Breakpoints, aFailedCallReturnsToWhereItIsCaught)
{
    open("def fail():\n    raise ValueError\n\ntry:\n    fail()\nexcept ValueError:\n    print('caught')\n");
    breakAt({2});
    EXPECT_EQ(run(), "fail:2");
    EXPECT_EQ(over(), "<module>:5");
    EXPECT_EQ(over(), "<module>:7");
}

TEST_F(Breakpoints, generatorsAndHandlersAreSteppedLikeFunctions)
{
    open("def count():\n    for n in range(2):\n        yield n\n\ndef use():\n    for n in count():\n        print(n)\n\nuse()\n");
    breakAt({3});
    EXPECT_EQ(run(), "count:3");
    EXPECT_THAT(callStack(), ElementsAre("<module>:9", "use:6", "count:3"));
    EXPECT_EQ(out(), "count:3") << "a breakpoint comes first";
    breakAt({});
    EXPECT_EQ(out(), "use:7") << "when it has ended: the end of the function is part of its last line";
    EXPECT_EQ(local("n"), "1");

    open("from machine import Timer\nimport time\ndef tick(t):\n    print('tick')\nTimer(period=10, callback=tick)\ntime.sleep_ms(25)\n");
    breakAt({4});
    EXPECT_EQ(run(), "tick:4");
    EXPECT_EQ(over(), "tick:4") << "the next time";
}

TEST_F(Breakpoints, pauseShowsWhereABusyProgramIs)
{
    open("def spin():\n    n = 0\n    while True:\n        n += 1\nspin()\n");
    bench().runFor(10ms);
    EXPECT_FALSE(bench().simulation().snapshot().stop.has_value()) << "it runs";
    bench().apply(Pause{});
    const auto stop = bench().simulation().snapshot().stop;
    ASSERT_TRUE(stop.has_value());
    EXPECT_EQ(stop->cause, StopCause::Pause);
    EXPECT_EQ(stop->frames.back().function, "spin");
    EXPECT_EQ(over(), "spin:4");
    bench().apply(Resume{});
    EXPECT_FALSE(bench().simulation().snapshot().stop.has_value());
}

TEST_F(Breakpoints, pauseBetweenTasksHasNoPlaceAndAStepIsTheNextLine)
{
    open(tasks);
    bench().runFor(2ms);
    bench().apply(Pause{});
    EXPECT_FALSE(bench().simulation().snapshot().stop.has_value());
    EXPECT_EQ(over(), "read:5");
}

TEST_F(Breakpoints, importedFilesHaveBreakpointsToo)
{
    const auto folder = std::filesystem::path(testing::TempDir()) / "stepping_test";
    std::filesystem::create_directories(folder / "lib");
    ASSERT_TRUE(program::saveText(folder / "main.py", "import one\nimport two\nprint(one.f(1), two.g(2))\n").has_value());
    ASSERT_TRUE(program::saveText(folder / "one.py", "def f(x):\n    return x\n").has_value());
    ASSERT_TRUE(program::saveText(folder / "lib" / "two.py", "def g(y):\n    return y\n").has_value());
    TestBench bench(std::make_shared<const program::Program>(program::loadProgram(folder).value()), test::barePins(), 1, {});
    bench.apply(SetBreakpoints{{{"one.py", 2}, {"lib/two.py", 2}}});
    const auto place = [&] {
        bench.simulation().runUntil(bench.now() + 1s, AtProgramEnd::Return);
        const auto stop = bench.simulation().snapshot().stop;
        return stop ? stop->frames.back().function : std::string("ended");
    };
    EXPECT_EQ(place(), "f");
    bench.apply(Resume{});
    EXPECT_EQ(place(), "g");
    bench.apply(Resume{});
    EXPECT_EQ(place(), "ended");
    std::filesystem::remove_all(folder);
}

TEST_F(Breakpoints, stopEndsAStoppedProgram)
{
    open("try:\n    n = 1\n    n = 2\nfinally:\n    n = 3\n    print('finally')\n");
    breakAt({3, 5});
    EXPECT_EQ(run(), "<module>:3");
    bench().apply(StopProgram{});
    EXPECT_EQ(run(), "ended") << "and no breakpoint on the way";
    EXPECT_EQ(bench().simulation().stopReason(), StopReason::Stopped);
    EXPECT_EQ(bench().console(), "finally\n");
    bench().apply(ResetBoard{});
    EXPECT_EQ(run(), "<module>:3") << "breakpoints stay";
}

// The same bytecodes at the same instants, whether somebody looks or not.
TEST_F(Breakpoints, beingLookedAtChangesNothing)
{
    constexpr const char* mixed = R"(
import asyncio, time
from machine import Pin, Timer
led = Pin(16, Pin.OUT)
seen = []
def tick(t):
    seen.append(time.ticks_us())
timer = Timer(period=3, callback=tick)
async def blink(pin, period):
    pin = Pin(pin, Pin.OUT)
    while True:
        pin.toggle()
        await asyncio.sleep_ms(period)
async def work():
    for n in range(20):
        total = 0
        for i in range(n * 20):
            total += i
        led.value(n & 1)
        print(n, total, time.ticks_us(), len(seen))
        await asyncio.sleep_ms(4)
async def main():
    asyncio.create_task(blink(17, 5))
    await work()
    timer.deinit()
    print(seen)
asyncio.run(main())
)";
    const auto outcome = [&] {
        return std::tuple(bench().simulation().traceHash(), bench().now(), bench().simulation().snapshot().bytecodes, bench().console());
    };
    const time::VirtualTime end = time::powerOn + 1s;
    open(mixed);
    bench().runUntil(end);
    const auto alone = outcome();

    open(mixed);
    breakAt({7, 13, 18});
    int stops = 0;
    while (bench().now() < end) {
        bench().simulation().runUntil(std::min(end, bench().now() + 700us));
        if (!bench().simulation().isStopped()) continue;
        ++stops;
        const auto snapshot = bench().simulation().snapshot();
        EXPECT_TRUE(snapshot.stop.has_value());
        constexpr Proceed ways[] = {Proceed::Run, Proceed::StepInto, Proceed::StepOver, Proceed::StepOut};
        bench().apply(StepLine{ways[stops % 4]});
    }
    EXPECT_GT(stops, 500);
    EXPECT_EQ(outcome(), alone);
    EXPECT_THAT(bench().simulation().log(), IsEmpty());
}

// A command while the program stands: a run without breakpoints does the same when it is given that command at that instant.
TEST_F(Breakpoints, commandsWhileItStandsCanBeReplayed)
{
    constexpr const char* edges = R"(
from machine import Pin
n = 0
def pressed(pin):
    global n
    n += 1
    print('edge', n)
Pin(15, Pin.IN, Pin.PULL_UP).irq(pressed, Pin.IRQ_FALLING)
total = 0
for i in range(2000):
    total += n
print(total, input())
)";
    open(edges);
    breakAt({11});
    for (int stop = 0; stop < 40; ++stop) stop == 0 ? run() : resume();
    const time::VirtualTime when = bench().now();
    bench().type("typed\n");
    resume();
    breakAt({});
    bench().apply(Resume{});
    bench().runUntil(time::powerOn + 1s);
    const std::string console = bench().console();
    const auto hash = bench().simulation().traceHash();
    EXPECT_THAT(console, testing::HasSubstr("typed"));

    open(edges);
    ASSERT_TRUE(bench().simulation().applyAt(ConsoleInput{"typed\n"}, when).has_value());
    bench().runUntil(time::powerOn + 1s);
    EXPECT_EQ(bench().console(), console);
    EXPECT_EQ(bench().simulation().traceHash(), hash);
}

TEST(BreakpointsThread, aStopPausesTheSimulationAndAStepLetsItGoOn)
{
    IntegrationOptions options;
    options.start = StartAs::Paused;
    IntegrationThread engine(test::barePins(), std::make_shared<const program::Program>(program::programFromText(plain)), options);
    test::SnapshotWatch watch(engine);
    engine.post(SetBreakpoints{{{"main.py", 3}}});
    engine.post(Resume{});
    auto snapshot = watch.until([](const Snapshot& s) { return s.stop.has_value(); });
    ASSERT_TRUE(snapshot);
    EXPECT_TRUE(snapshot->paused);
    EXPECT_EQ(snapshot->stop->frames.back().line, 3);
    engine.post(StepLine{Proceed::StepOut});
    snapshot = watch.until([](const Snapshot& s) { return s.stop && s.stop->frames.back().line == 6; });
    ASSERT_TRUE(snapshot);
    engine.post(StopProgram{});
    snapshot = watch.until([](const Snapshot& s) { return s.stopReason == StopReason::Stopped; });
    ASSERT_TRUE(snapshot);
    EXPECT_FALSE(snapshot->stop.has_value());
}

}  // namespace
}  // namespace coroboard::simulation
