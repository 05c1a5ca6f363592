// SPDX-License-Identifier: MIT
// EventLoop::inspect() of Python programs: what each task waits for, by the names the program uses, and the program itself.
#include "python_bench.h"

namespace coroboard::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Inspection, NamesEventsLocksAndFlagsAsTheProgramDoes)
{
    PythonBench bench(R"(import asyncio
ready = asyncio.Event()
bus = asyncio.Lock()
pulse = asyncio.ThreadSafeFlag()
many = [asyncio.Event(), asyncio.Event()]
named = {'x': asyncio.Event()}
class Door:
    def __init__(self):
        self.opened = asyncio.Event()
    async def through(self):
        await self.opened.wait()
class Own(asyncio.Event):
    async def wait(self):
        await super().wait()
special = Own()
async def on_global(): await ready.wait()
async def on_argument(e): await e.wait()
async def on_local():
    mine = asyncio.Event()
    await mine.wait()
async def on_item(): await many[1].wait()
async def on_key(): await named['x'].wait()
async def on_flag(): await pulse.wait()
async def on_subclass(): await special.wait()
async def holds():
    async with bus:
        await asyncio.sleep(100)
async def wants():
    async with bus: pass
async def main():
    await asyncio.gather(on_global(), on_argument(ready), on_local(), on_item(), on_key(), on_flag(), on_subclass(),
                         Door().through(), holds(), wants())
asyncio.run(main())
)");
    bench.runFor(100ms);
    const auto wait = [&](std::string_view task) {
        const time::WaitInfo info = bench.task(task).wait;
        return std::string(time::toString(info.kind)) + " " + info.name;
    };
    EXPECT_EQ(wait("on_global"), "event ready");
    EXPECT_EQ(wait("on_argument"), "event ready");
    EXPECT_EQ(wait("on_local"), "event mine");
    EXPECT_EQ(wait("on_item"), "event many[1]");
    EXPECT_EQ(wait("on_key"), "event named['x']");
    EXPECT_EQ(wait("on_flag"), "flag pulse");
    EXPECT_EQ(wait("on_subclass"), "event special");
    EXPECT_EQ(wait("through"), "event self.opened");
    EXPECT_EQ(wait("wants"), "lock bus");
    EXPECT_EQ(bench.task("wants").wait.taskName, "holds");
    EXPECT_EQ(bench.task("wants").wait.task, bench.task("holds").id);
    EXPECT_THAT(bench.task("holds").holds, ElementsAre("bus"));
    EXPECT_THAT(bench.task("wants").holds, IsEmpty());
    EXPECT_EQ(wait("main"), "children on_global, on_argument, on_local, on_item and 6 more");
}

TEST(Inspection, ALockNobodyElseWantsIsHeldToo)
{
    PythonBench bench(R"(import asyncio
class Bus:
    def __init__(self): self.lock = asyncio.Lock()
async def owner(bus):
    async with bus.lock:
        await asyncio.sleep(1)
    await asyncio.sleep(1)
asyncio.run(owner(Bus()))
)");
    bench.runFor(100ms);
    EXPECT_THAT(bench.task("owner").holds, ElementsAre("bus.lock"));
    bench.runFor(1s);
    EXPECT_THAT(bench.task("owner").holds, IsEmpty());
}

TEST(Inspection, ATaskThatAwaitsATask)
{
    PythonBench bench(R"(import asyncio
async def child(): await asyncio.sleep(1)
async def parent():
    await asyncio.create_task(child())
asyncio.run(parent())
)");
    bench.runFor(100ms);
    const time::WaitInfo wait = bench.task("parent").wait;
    EXPECT_EQ(wait.kind, time::WaitKind::child);
    EXPECT_EQ(wait.taskName, "child");
    EXPECT_EQ(wait.task, bench.task("child").id);
}

TEST(Inspection, TheProgramItselfIsATask)
{
    PythonBench bench(R"(import time
def wait(ms):
    time.sleep_ms(ms)    # sleeps
wait(1000)    # calls
[time.sleep_ms(1000) for turn in range(3)]    # comprehends
)");
    bench.runFor(500ms);
    time::TaskInfo program = bench.task("main.py");
    EXPECT_EQ(program.kind, time::TaskKind::program);
    EXPECT_EQ(program.state, time::TaskState::suspended);
    EXPECT_EQ(program.wait.kind, time::WaitKind::deadline);
    ASSERT_EQ(program.frames.size(), 2u);
    EXPECT_EQ(program.frames[0].function, "<module>");
    EXPECT_EQ(program.frames[0].line, bench.line("# calls"));
    EXPECT_EQ(program.frames[1].function, "wait");
    EXPECT_EQ(program.frames[1].line, bench.line("# sleeps"));
    EXPECT_THAT(localsOf(program.frames[1]), ElementsAre("ms = 1000"));

    bench.runFor(2s);
    program = bench.task("main.py");
    ASSERT_EQ(program.frames.size(), 2u);
    EXPECT_EQ(program.frames[0].line, bench.line("# comprehends"));
    EXPECT_EQ(program.frames[1].function, "<listcomp>");
    EXPECT_THAT(localsOf(program.frames[1]), ElementsAre("turn = 1"));

    bench.runToEnd();
    EXPECT_EQ(bench.task("main.py").state, time::TaskState::finished);
    EXPECT_THAT(bench.task("main.py").frames, IsEmpty());
}

TEST(Inspection, WhileAsyncioRunsTheProgramWaitsForItsTasks)
{
    PythonBench bench("import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())    # runs\n");
    bench.runFor(100ms);
    const time::TaskInfo program = bench.task("main.py");
    EXPECT_EQ(program.wait.kind, time::WaitKind::children);
    ASSERT_EQ(program.frames.size(), 1u);
    EXPECT_EQ(program.frames[0].line, bench.line("# runs"));
}

TEST(Inspection, AProgramThatFailedSaysSo)
{
    PythonBench bench("1 / 0\n");
    bench.runToEnd();
    EXPECT_EQ(bench.task("main.py").state, time::TaskState::failed);
}

}  // namespace
}  // namespace coroboard::test
