// SPDX-License-Identifier: MIT
// Programs that would hang, swell or crash an interpreter: here they end as they would on a board, and the process goes on.
#include <gmock/gmock.h>

#include "support/test_bench.h"

namespace coroboard::modules {
namespace {

using namespace std::chrono_literals;
using simulation::StopReason;
using test::TestBench;
using testing::HasSubstr;
using testing::StartsWith;

TEST(InterpreterLimits, aBusyLoopIsPreemptedByATimer)
{
    TestBench bench(std::string(R"(
from machine import Timer
ticks = 0
def tick(t):
    global ticks
    ticks += 1
    if ticks == 5:
        print('five')
        raise SystemExit
Timer(period=10, mode=Timer.PERIODIC, callback=tick)
n = 0
while ticks < 5:
    n += 1
print('loop ended', n > 1000)
)"));
    bench.runFor(60ms);
    EXPECT_THAT(bench.console(), HasSubstr("five"));
    EXPECT_THAT(bench.console(), HasSubstr("loop ended True"));
}

TEST(InterpreterLimits, aBusyLoopIsPausedBetweenSlicesAndGoesOn)
{
    TestBench bench(std::string("n = 0\nwhile n < 100000:\n    n += 1\nprint(n)\n"));
    bench.runFor(10ms);
    const auto before = bench.simulation().snapshot().bytecodes;
    EXPECT_EQ(bench.simulation().snapshot().program, simulation::ProgramState::Running);
    EXPECT_EQ(bench.simulation().snapshot().bytecodes, before);    // nothing runs between slices
    bench.runFor(3s);
    EXPECT_GT(bench.simulation().snapshot().bytecodes, before);
    EXPECT_EQ(bench.console(), "100000\n");
}

TEST(InterpreterLimits, aBusyLoopIsStopped)
{
    TestBench bench(std::string("while True: pass\n"));
    bench.runFor(10ms);
    bench.apply(simulation::StopProgram{});
    bench.runFor(20ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Stopped);
}

TEST(InterpreterLimits, aLoopThatSwallowsEveryExceptionIsStopped)
{
    TestBench bench(std::string("while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n"));
    bench.runFor(10ms);
    bench.apply(simulation::StopProgram{});
    bench.runFor(50ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Stopped);
}

TEST(InterpreterLimits, ctrlCInterruptsABusyLoopAndASleep)
{
    TestBench bench(std::string(R"(
import time
try:
    while True: pass
except KeyboardInterrupt:
    print('loop interrupted')
try:
    time.sleep(100)
except KeyboardInterrupt:
    print('sleep interrupted', time.ticks_ms() < 1000)
)"));
    bench.runFor(10ms);
    bench.type("\x03");
    bench.runFor(10ms);
    EXPECT_EQ(bench.console(), "loop interrupted\n");
    bench.type("\x03");
    bench.runFor(10ms);
    EXPECT_EQ(bench.console(), "loop interrupted\nsleep interrupted True\n");
}

TEST(InterpreterLimits, aGigabyteInAllFitsThroughTheHeapOfTheBoard)
{
    TestBench bench(std::string(R"(
import gc
total = 0
while total < 1024 * 1024 * 1024:
    block = bytearray(20000)
    total += len(block)
block = None
gc.collect()
print(total, gc.mem_free() > 200000)
)"));
    bench.runFor(60s);
    EXPECT_EQ(bench.console(), "1073760000 True\n");
}

TEST(InterpreterLimits, aFullHeapIsAMemoryErrorAndItsRoomComesBack)
{
    TestBench bench(std::string(R"(
import gc
kept = []
try:
    while True:
        kept.append(bytearray(1000))
except MemoryError:
    count = len(kept)
    kept = None
gc.collect()
print(150 < count < 262, gc.mem_free() > 200000)
)"));
    bench.runFor(10s);
    EXPECT_EQ(bench.console(), "True True\n");
}

TEST(InterpreterLimits, recursionEndsInARuntimeError)
{
    TestBench bench(std::string(R"(
def down(n):
    return down(n + 1)
try:
    down(0)
except RuntimeError as error:
    print(error)
nest = []
for i in range(5000):
    nest = [nest]
try:
    repr(nest)
except RuntimeError as error:
    print(error)
try:
    eval('(' * 2000 + ')' * 2000)
except (RuntimeError, SyntaxError, MemoryError) as error:
    print('compiler survived')
)"));
    bench.runFor(10s);
    EXPECT_EQ(bench.console(), "maximum recursion depth exceeded\nmaximum recursion depth exceeded\ncompiler survived\n");
}

TEST(InterpreterLimits, aTrapIsAHardFaultThatAResetCures)
{
    TestBench bench(std::string(R"(
import os, uctypes
try:
    os.stat('/faulted')
    print('after reset')
except OSError:
    open('/faulted', 'w').close()
    uctypes.bytes_at(0xfffffff0, 4)
)"));
    bench.runFor(10ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::HardFault);
    EXPECT_THAT(bench.simulation().snapshot().problem, HasSubstr("fault"));
    bench.apply(simulation::ResetBoard{});
    bench.runFor(10ms);
    EXPECT_THAT(bench.console(), HasSubstr("after reset"));
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::Finished);
}

// Python frames, C frames of map(), sorted() and join(), and generators are suspended at every depth while collections run.
TEST(InterpreterLimits, collectionsWhileSuspendedLoseNothing)
{
    TestBench bench(std::string(R"(
import time, gc
def churn():
    junk = [bytearray(200) for _ in range(20)]
    time.sleep_us(5)
    gc.collect()
def shown(i):
    churn()
    return 'item%d' % i
class Ordered:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        churn()
        return self.n < other.n
def items(n):
    for i in range(n):
        churn()
        yield 'item%d' % i
expected = ['item%d' % i for i in range(20)]
bad = 0
for round in range(5):
    bad += list(map(shown, range(20))) != expected
    bad += '-'.join(items(20)) != '-'.join(expected)
    bad += tuple(items(20)) != tuple(expected)
    bad += [o.n for o in sorted([Ordered(i * 7 % 20) for i in range(20)])] != list(range(20))
    bad += {k: v for k, v in zip(items(20), map(shown, range(20)))}['item7'] != 'item7'
print('bad', bad)
)"));
    bench.runFor(60s);
    EXPECT_EQ(bench.console(), "bad 0\n");
}

TEST(InterpreterLimits, nestedGeneratorsStayCorrectForAMillionRounds)
{
    TestBench bench(std::string(R"(
def count(n):
    for i in range(n):
        pair = [i, (i, i + 1)]
        yield pair
def doubled(source):
    for pair in source:
        yield (pair[0] * 2, pair[1])
def total(n):
    sum = 0
    for double, pair in doubled(count(n)):
        sum += double - pair[0]
    return sum
print(total(1000000) == 999999 * 1000000 // 2)
)"));
    bench.runFor(120s);
    EXPECT_EQ(bench.console(), "True\n");
}

TEST(InterpreterLimits, aProgramThatEndsWithTheHeapLockedEnds)
{
    TestBench bench(std::string("import micropython\nmicropython.heap_lock()\nmicropython.heap_lock()\nraise ValueError\n"));
    bench.runFor(10ms);
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::UncaughtException);
    EXPECT_THAT(bench.simulation().snapshot().problem, StartsWith("ValueError"));
}

TEST(InterpreterLimits, twoBoardsInOneProcessDoNotNoticeEachOther)
{
    const std::string program = R"(
import time, sys
from machine import Pin
led = Pin(16, Pin.OUT)
shared = 0
for i in range(50):
    shared += 1
    led.toggle()
    time.sleep_ms(1)
print(shared)
)";
    TestBench alone(program);
    alone.runFor(1s);
    TestBench one(program);
    TestBench other(std::string("import sys\nsys.path.append('x')\nkept = [bytearray(1000) for i in range(100)]\n1 / 0\n"));
    for (int i = 0; i < 100; ++i) {
        one.runFor(1ms);
        other.runFor(1ms);
    }
    EXPECT_EQ(one.console(), "50\n");
    EXPECT_EQ(one.edges("GP16"), alone.edges("GP16"));
    EXPECT_EQ(other.simulation().stopReason(), StopReason::UncaughtException);
}

TEST(InterpreterLimits, awaitOutsideACoroutineIsASyntaxErrorBeforeAnythingRuns)
{
    TestBench bench(std::string("print('ran')\ndef f():\n    await g()\n"));
    bench.runFor(10ms);
    EXPECT_EQ(bench.console(), "");
    EXPECT_EQ(bench.simulation().stopReason(), StopReason::UncaughtException);
    EXPECT_THAT(bench.simulation().snapshot().problem, StartsWith("SyntaxError: 'await' outside async function"));
}

}  // namespace
}  // namespace coroboard::modules
