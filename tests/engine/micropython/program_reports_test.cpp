// SPDX-License-Identifier: MIT
// What is said about a program's coroutines: never awaited, deadlocks, hogs. One line each, with file and line.
#include "python_bench.h"

namespace coroboard::test {
namespace {

using testing::HasSubstr;

std::string warning(const PythonBench& bench, const std::string& name, std::string_view comment)
{
    return "RuntimeWarning: coroutine '" + name + "' was never awaited (main.py:" + std::to_string(bench.line(comment)) + ")\n";
}

std::string at(const PythonBench& bench, std::string_view comment) { return "main.py:" + std::to_string(bench.line(comment)); }

// -- Never awaited.

TEST(NeverAwaited, ACallWithoutAwaitIsReportedWithItsLine)
{
    PythonBench bench(R"(import asyncio
async def greet(name):
    await asyncio.sleep(0)
async def main():
    await greet('a')
    greet('b')    # the call
asyncio.run(main())
)");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), warning(bench, "greet", "# the call"));
}

TEST(NeverAwaited, EachPlaceOnce)
{
    PythonBench bench(R"(async def greet(): pass
for i in range(5):
    greet()    # the call
)");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), warning(bench, "greet", "# the call"));
}

TEST(NeverAwaited, WhatACollectionFreesIsReportedThen)
{
    PythonBench bench(R"(import gc, time
async def lost(): pass
def make():
    lost()    # the call
def clear(n):
    return [n, n + 1] if n == 0 else clear(n - 1)
make()
clear(10)
gc.collect()
time.sleep(10)
)");
    bench.runFor(5s);
    EXPECT_EQ(bench.reports(), warning(bench, "lost", "# the call"));
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), warning(bench, "lost", "# the call"));
}

TEST(NeverAwaited, OneThatIsKeptIsReportedAtTheEndOnly)
{
    PythonBench bench(R"(import gc, time
async def kept(): pass
mine = kept()    # the call
gc.collect()
time.sleep(10)
)");
    bench.runFor(5s);
    EXPECT_EQ(bench.reports(), "");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), warning(bench, "kept", "# the call"));
}

TEST(NeverAwaited, WithoutACallToPointAtItIsTheDef)
{
    PythonBench bench(R"(async def hidden(): pass    # def
calls = [hidden]
calls[0]()
)");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), "RuntimeWarning: coroutine 'hidden' was never awaited (defined at " + at(bench, "# def") + ")\n");
}

TEST(NeverAwaited, WhatIsNoFaultIsNotReported)
{
    PythonBench bench(R"(import asyncio, gc
def numbers():
    yield 1
async def work(): await asyncio.sleep(0)
async def long(): await asyncio.sleep(100)
async def late(): await asyncio.sleep(100)
async def main():
    global plain, expression, closed, held, asleep
    plain = numbers()
    expression = (i for i in range(3))
    closed = work()
    closed.close()
    held = work()
    gc.collect()
    await held
    await asyncio.gather(work(), work())
    asleep = asyncio.create_task(long())
    await asyncio.sleep_ms(10)
    cancelled = asyncio.create_task(late())
    cancelled.cancel()
    await asyncio.sleep_ms(10)
    asyncio.create_task(late())
asyncio.run(main())
)");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), "");
    EXPECT_EQ(bench.exceptionText(), "");
}

TEST(NeverAwaited, ATaskForgottenByANewLoopIsNoFault)
{
    PythonBench bench(R"(import asyncio
async def late(): await asyncio.sleep(100)
asyncio.create_task(late())
asyncio.new_event_loop()
)");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), "");
}

TEST(NeverAwaited, OnDemandBeforeTheEnd)
{
    PythonBench bench(R"(import time
async def kept(): pass
mine = kept()    # the call
time.sleep(10)
)");
    bench.runFor(1s);
    bench.firmware().reports().reportNeverAwaited();
    EXPECT_EQ(bench.reports(), warning(bench, "kept", "# the call"));
}

// -- Deadlock.

TEST(Deadlock, ACircleOfLocksIsNamedAtOnce)
{
    PythonBench bench(R"(import asyncio
a = asyncio.Lock()
b = asyncio.Lock()
async def first():
    async with a:
        await asyncio.sleep_ms(10)
        async with b:    # first waits
            pass
async def second():
    async with b:
        await asyncio.sleep_ms(20)
        async with a:    # second waits
            pass
async def other():
    while True:
        await asyncio.sleep_ms(1)
async def main():
    asyncio.create_task(other())
    await asyncio.gather(first(), second())
asyncio.run(main())
)");
    bench.runFor(15ms);
    EXPECT_EQ(bench.reports(), "");
    bench.runFor(10ms);
    EXPECT_EQ(bench.reports(), "deadlock: second (" + at(bench, "# second waits") + ") waits for lock a held by first; first (" +
                                   at(bench, "# first waits") + ") waits for lock b held by second\n");
}

TEST(Deadlock, ALockTakenTwiceByOneTask)
{
    PythonBench bench(R"(import asyncio
class Bus:
    def __init__(self): self.lock = asyncio.Lock()
async def greedy(bus):
    async with bus.lock:
        await bus.lock.acquire()    # again
asyncio.run(greedy(Bus()))
)");
    bench.runFor(1s);
    EXPECT_EQ(bench.reports(), "deadlock: greedy (" + at(bench, "# again") + ") waits for lock bus.lock held by greedy\n");
}

TEST(Deadlock, WaitsThatNothingCanEnd)
{
    PythonBench bench(R"(import asyncio
bus = asyncio.Lock()
done = asyncio.Event()
async def writer():
    async with bus:
        await done.wait()    # writer waits
async def reader():
    async with bus:    # reader waits
        pass
async def main():
    await asyncio.gather(writer(), reader())    # main waits
asyncio.run(main())
)");
    bench.runFor(1s);
    EXPECT_EQ(bench.reports(), "deadlock: main (" + at(bench, "# main waits") + ") waits for tasks writer, reader; writer (" +
                                   at(bench, "# writer waits") + ") waits for event done, which nobody sets; reader (" +
                                   at(bench, "# reader waits") + ") waits for lock bus held by writer\n");
}

TEST(Deadlock, ALockWhoseHolderHasEnded)
{
    PythonBench bench(R"(import asyncio
bus = asyncio.Lock()
async def careless():
    await bus.acquire()
async def patient():
    await bus.acquire()    # waits
async def main():
    await careless()
    await asyncio.create_task(careless2())
    await patient()
async def careless2():
    bus.release()
    await bus.acquire()
asyncio.run(main())
)");
    bench.runFor(1s);
    EXPECT_EQ(bench.reports(), "deadlock: main (" + at(bench, "# waits") + ") waits for lock bus whose holder has ended\n");
}

TEST(Deadlock, NoneWhileAnythingCanCome)
{
    PythonBench bench(R"(import asyncio
bus = asyncio.Lock()
done = asyncio.Event()
flag = asyncio.ThreadSafeFlag()
async def writer():
    async with bus:
        await done.wait()
async def reader():
    async with bus:
        pass
async def interrupted():
    await flag.wait()
async def main():
    asyncio.create_task(interrupted())
    both = [asyncio.create_task(writer()), asyncio.create_task(reader())]
    await asyncio.sleep(1)
    done.set()
    for one in both:
        await one
asyncio.run(main())
)");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), "");
}

// -- Hogs.

TEST(Hog, ATaskThatSleepsWithoutAwaiting)
{
    PythonBench bench(R"(import asyncio, time
async def blink():
    for i in range(3):
        time.sleep_ms(250)    # blocks
        await asyncio.sleep_ms(1)
asyncio.run(blink())
)");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), "hog: blink ran 250.0 ms without yielding (" + at(bench, "# blocks") + ")\n");
}

TEST(Hog, APlainFunctionItCalls)
{
    PythonBench bench(R"(import asyncio, time
def measure():
    time.sleep_ms(150)    # blocks
async def sensor():
    measure()
async def main():
    await asyncio.gather(sensor(), sensor())
asyncio.run(main())
)");
    bench.runToEnd();
    const std::string line = "hog: sensor ran 150.0 ms without yielding (" + at(bench, "# blocks") + ")\n";
    EXPECT_EQ(bench.reports(), line + line);
}

TEST(Hog, ATaskThatComputes)
{
    PythonBench bench(R"(import asyncio
async def count():
    n = 0
    while n < 60000:
        n += 1    # counts
    await asyncio.sleep(1)
asyncio.run(count())
)");
    for (int i = 0; i < 40; ++i) bench.runFor(20ms);
    EXPECT_THAT(bench.reports(), HasSubstr("hog: count ran "));
    const std::string line = at(bench, "# counts");
    EXPECT_THAT(bench.reports(), testing::AnyOf(HasSubstr(" ms without yielding (" + line + ")\n"), HasSubstr("(main.py:4)\n")));
}

TEST(Hog, OneThatNeverYieldsIsReportedWhileItRuns)
{
    PythonBench bench(R"(import asyncio
async def forever():
    while True:
        pass
asyncio.run(forever())
)");
    for (int i = 0; i < 75; ++i) bench.runFor(20ms);
    EXPECT_THAT(bench.reports(), HasSubstr("hog: forever ran 10"));
    EXPECT_THAT(bench.reports(), HasSubstr(" ms without yielding (main.py:"));
}

TEST(Hog, ManyShortStretchesAreNone)
{
    PythonBench bench(R"(import asyncio, time
async def polite():
    for i in range(20):
        time.sleep_ms(90)
        await asyncio.sleep(0)
asyncio.run(polite())
)");
    bench.runToEnd();
    EXPECT_EQ(bench.reports(), "");
}

}  // namespace
}  // namespace coroboard::test
