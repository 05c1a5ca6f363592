// SPDX-License-Identifier: MIT
// Suspended coroutines as the interpreter's memory tells them.
#include <algorithm>

#include "python_bench.h"

namespace coroboard::test {
namespace {

using testing::ElementsAre;

TEST(CoroutineReader, TellsTheAwaitChainWithLinesAndLocals)
{
    PythonBench bench(R"(import asyncio
async def inner(n, scale=2):
    doubled = n * scale

    await asyncio.sleep(1)    # inner waits
    later = 1
async def outer(name, *rest, key=None, **more):
    total = 5.5
    total += await inner(7)   # outer awaits
    never = total
asyncio.run(outer('bob', 1, 2, key='k', extra=None))
)");
    bench.runFor(500ms);
    const time::TaskInfo task = bench.task("outer");
    ASSERT_EQ(task.frames.size(), 2u);
    EXPECT_EQ(task.frames[0].function, "outer");
    EXPECT_EQ(task.frames[0].file, "main.py");
    EXPECT_EQ(task.frames[0].line, bench.line("# outer awaits"));
    EXPECT_THAT(localsOf(task.frames[0]),
                ElementsAre("name = 'bob'", "key = 'k'", "rest = (1, 2)", "more = {'extra': None}", "total = 5.5"));
    EXPECT_EQ(task.frames[1].function, "inner");
    EXPECT_EQ(task.frames[1].line, bench.line("# inner waits"));
    EXPECT_THAT(localsOf(task.frames[1]), ElementsAre("n = 7", "scale = 2", "doubled = 14"));
    EXPECT_EQ(task.wait.kind, time::WaitKind::deadline);
}

TEST(CoroutineReader, FollowsTheLineFromOneAwaitToTheNext)
{
    PythonBench bench(R"(import asyncio
async def walk():
    await asyncio.sleep_ms(10)    # one
    for i in range(3):
        await asyncio.sleep_ms(10)    # two
    x = [1,
         2]

    await asyncio.sleep_ms(10)    # three
asyncio.run(walk())
)");
    bench.runFor(5ms);
    EXPECT_EQ(bench.task("walk").frames.at(0).line, bench.line("# one"));
    bench.runFor(10ms);
    EXPECT_EQ(bench.task("walk").frames.at(0).line, bench.line("# two"));
    EXPECT_THAT(localsOf(bench.task("walk").frames.at(0)), ElementsAre("i = 0"));
    bench.runFor(20ms);
    EXPECT_THAT(localsOf(bench.task("walk").frames.at(0)), ElementsAre("i = 2"));
    bench.runFor(10ms);
    EXPECT_EQ(bench.task("walk").frames.at(0).line, bench.line("# three"));
    EXPECT_THAT(localsOf(bench.task("walk").frames.at(0)), ElementsAre("i = 2", "x = [1, 2]"));
}

TEST(CoroutineReader, ReadsVariablesSharedWithOtherFunctions)
{
    PythonBench bench(R"(import asyncio
def make(start):
    count = start
    async def counter(step):
        nonlocal count
        count += step
        seen = count
        def look(): return seen
        await asyncio.sleep(1)    # counts
    return counter
asyncio.run(make(40)(2))
)");
    bench.runFor(100ms);
    const time::TaskInfo task = bench.task("counter");
    ASSERT_EQ(task.frames.size(), 1u);
    EXPECT_EQ(task.frames[0].line, bench.line("# counts"));
    EXPECT_THAT(localsOf(task.frames[0]), ElementsAre("count = 42", "step = 2", "look = <function look>", "seen = 42"));
}

TEST(CoroutineReader, TellsNestedFunctionsOfOneNameApart)
{
    PythonBench bench(R"(import asyncio
def first():
    async def work(a):
        b = a
        await asyncio.sleep(1)    # first works
    return work
def second():
    async def work(c):
        d = c
        await asyncio.sleep(1)    # second works
    return work
class Device:
    def __init__(self): self.n = 1
    async def work(self):
        await asyncio.sleep(1)    # method works
async def main():
    await asyncio.gather(first()(1), second()(2), Device().work())
asyncio.run(main())
)");
    bench.runFor(100ms);
    std::vector<int> lines;
    std::vector<std::string> locals;
    for (const time::TaskInfo& info : bench.loop().inspect()) {
        if (info.name != "work") continue;
        lines.push_back(info.frames.at(0).line);
        for (const std::string& one : localsOf(info.frames.at(0))) locals.push_back(one);
    }
    EXPECT_THAT(lines, ElementsAre(bench.line("# first works"), bench.line("# second works"), bench.line("# method works")));
    ASSERT_EQ(locals.size(), 5u);
    locals.back() = locals.back().substr(0, 24);
    EXPECT_THAT(locals, ElementsAre("a = 1", "b = 1", "c = 2", "d = 2", "self = <Device object at"));
}

TEST(CoroutineReader, ReadsGeneratorsThatAreDrivenByYieldFrom)
{
    PythonBench bench(R"(import asyncio
def old(n):
    yield from asyncio.sleep_ms(n)    # old waits
def older():
    text = 'x'
    yield from old(1000)    # older waits
asyncio.run(older())
)");
    bench.runFor(100ms);
    const time::TaskInfo task = bench.task("older");
    ASSERT_EQ(task.frames.size(), 2u);
    EXPECT_EQ(task.frames[0].line, bench.line("# older waits"));
    EXPECT_EQ(task.frames[1].line, bench.line("# old waits"));
    EXPECT_THAT(localsOf(task.frames[1]), ElementsAre("n = 1000"));
}

TEST(CoroutineReader, ShowsATaskThatHasNotRunYetAtItsDef)
{
    PythonBench bench(R"(import asyncio, time
async def waits(n):    # def
    await asyncio.sleep(n)
async def main():
    asyncio.create_task(waits(3))
    time.sleep(1)
asyncio.run(main())
)");
    bench.runFor(100ms);
    const time::TaskInfo task = bench.task("waits");
    EXPECT_EQ(task.state, time::TaskState::inert);
    ASSERT_EQ(task.frames.size(), 1u);
    EXPECT_EQ(task.frames[0].line, bench.line("# def"));
    EXPECT_THAT(localsOf(task.frames[0]), ElementsAre("n = 3"));
}

TEST(CoroutineReader, ShowsWhereARunningTaskIs)
{
    PythonBench bench(R"(import asyncio, time
async def deep(n):
    time.sleep(n)    # sleeps
async def main():
    await asyncio.sleep_ms(1)
    await deep(2)    # main awaits
asyncio.run(main())
)");
    bench.runFor(100ms);
    const time::TaskInfo task = bench.task("main");
    EXPECT_EQ(task.state, time::TaskState::running);
    ASSERT_EQ(task.frames.size(), 2u);
    EXPECT_EQ(task.frames[0].line, bench.line("# main awaits"));
    EXPECT_EQ(task.frames[1].line, bench.line("# sleeps"));
}

TEST(CoroutineReader, WritesEveryKindOfValue)
{
    PythonBench bench(R"(import asyncio
class Point:
    pass
def plain(): pass
async def other(): pass
async def main():
    none = None
    yes = True
    no = False
    big = 2 ** 70
    negative = -2 ** 70
    small = -5
    whole = 2.0
    fraction = 0.1
    text = 'a' + "b'c\n"
    interned = 'short'
    long = 'ab' * 50
    data = b'\x00a'
    array = bytearray(b'xy')
    empty = ()
    one = (1,)
    nested = [[1, [2, [3]]], {'k': (1, 2)}]
    many = list(range(100))
    table = {1: 'one'}
    few = {7}
    span = range(2, 10, 2)
    point = Point
    function = plain
    method = text.upper
    error = ValueError('bad', 3)
    coroutine = other()
    await asyncio.sleep(1)
asyncio.run(main())
)");
    bench.runFor(100ms);
    const time::TaskInfo task = bench.task("main");
    ASSERT_EQ(task.frames.size(), 1u);
    const std::string cutText = "long = '" + std::string(60, 'a');
    auto locals = localsOf(task.frames[0]);
    EXPECT_THAT(locals, ElementsAre("none = None", "yes = True", "no = False", "big = 1180591620717411303424",
                                    "negative = -1180591620717411303424", "small = -5", "whole = 2.0", "fraction = 0.1",
                                    "text = \"ab'c\\n\"", "interned = 'short'",
                                    "long = 'abababababababababababababababababababababababababababababab…'", "data = b'\\x00a'",
                                    "array = bytearray(b'xy')", "empty = ()", "one = (1,)", "nested = [[1, […]], {'k': (…)}]",
                                    "many = [0, 1, 2, 3, …] (100 items)", "table = {1: 'one'}", "few = {7}", "span = range(2, 10, 2)",
                                    "point = <class 'Point'>", "function = <function plain>", testing::StartsWith("method = <bound_method"),
                                    "error = ValueError('bad', 3)", "coroutine = <coroutine other>"));
}

TEST(CoroutineReader, ReadsAThousandTasks)
{
    PythonBench bench(R"(import asyncio
async def worker(number):
    square = number * number
    await asyncio.sleep(100)
async def main():
    await asyncio.gather(*[worker(i) for i in range(1000)])
asyncio.run(main())
)");
    bench.runFor(5s);
    int workers = 0;
    for (const time::TaskInfo& info : bench.loop().inspect()) {
        if (info.name != "worker") continue;
        ASSERT_EQ(info.frames.size(), 1u);
        EXPECT_THAT(localsOf(info.frames[0]),
                    ElementsAre("number = " + std::to_string(workers), "square = " + std::to_string(workers * workers)));
        EXPECT_EQ(info.frames[0].line, 4);
        ++workers;
    }
    EXPECT_EQ(workers, 1000) << bench.console() << bench.exceptionText();
}

TEST(CoroutineReader, StaysRightWhenFunctionsAreMadeAndCollected)
{
    PythonBench bench(R"(import asyncio, gc
async def main():
    for i in range(20):
        space = {}
        exec('import asyncio\nasync def made%d(value):\n    await asyncio.sleep_ms(10)' % i, space)
        await asyncio.create_task(space['made%d' % i](i))
        del space
        gc.collect()
asyncio.run(main())
)");
    for (int i = 0; i < 20; ++i) {
        std::string seen;
        for (const time::TaskInfo& info : bench.loop().inspect())
            if (info.name.substr(0, 4) == "made") seen = info.name + localsOf(info.frames.at(0)).at(0);
        if (!seen.empty()) {
            const auto number = seen.substr(4, seen.find("value") - 4);
            EXPECT_EQ(seen, "made" + number + "value = " + number);
        }
        bench.runFor(11ms);
    }
    EXPECT_EQ(bench.exceptionText(), "");
}

TEST(CoroutineReader, SaysNothingOfWhatIsNoCoroutine)
{
    PythonBench bench("import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n");
    bench.runFor(100ms);
    const auto& reader = bench.reader();
    for (const std::uint32_t address : {0u, 1u, 2u, 3u, 4u, 6u, 14u, 100u, 0xffffffffu, 0xfffffffcu, 0x80000000u, 65536u}) {
        EXPECT_EQ(reader.name(address), "?");
        EXPECT_TRUE(reader.chain(address).empty());
        EXPECT_FALSE(reader.isNeverStarted(address));
    }
    EXPECT_EQ(reader.objects().text(0xfffffff8u), "?");
    EXPECT_EQ(reader.objects().text(0), "?");
}

// Whatever word is taken for an object or a coroutine: a text, no fault.
TEST(CoroutineReader, SurvivesAnyWordOfTheMemory)
{
    PythonBench bench(R"(import asyncio
async def inner():
    await asyncio.sleep(1)
async def main():
    things = [1, 'a', {1: 2}, 2 ** 90, 1.5, b'x', (), set([1]), ValueError(1), range(3), main, inner()]
    await inner()
asyncio.run(main())
)");
    bench.runFor(100ms);
    micropython::Vm& vm = bench.firmware().vm();
    const auto& reader = bench.reader();
    std::size_t texts = 0;
    for (std::uint32_t address = 0; address + 4 <= vm.memorySize(); address += 4) {
        const std::uint32_t word = vm.load(address);
        if (word == 0) continue;
        texts += reader.objects().text(word).size() > 0;
        if (address % 16 == 0) reader.chain(address);
    }
    EXPECT_GT(texts, 10'000u);
}

TEST(CoroutineReader, SurvivesCoroutinesFullOfGarbage)
{
    PythonBench bench(R"(import asyncio
async def inner(a, b):
    await asyncio.sleep(1)
async def main():
    x = [1, 2]
    await inner(x, 'b')
asyncio.run(main())
)");
    bench.runFor(100ms);
    micropython::Vm& vm = bench.firmware().vm();
    const auto& reader = bench.reader();
    const auto coroutine = bench.firmware().tasks().task(0)->coroutine;
    ASSERT_EQ(reader.chain(coroutine).size(), 2u);
    std::uint32_t random = 12345;
    for (std::uint32_t at = coroutine + 4; at < coroutine + 64; at += 4) {
        const std::uint32_t kept = vm.load(at);
        for (int i = 0; i < 2000; ++i) {
            random = random * 1664525 + 1013904223;
            vm.store(at, i % 2 ? random : random % vm.memorySize() & ~3u);
            reader.chain(coroutine);
            reader.name(coroutine);
        }
        vm.store(at, kept);
    }
    EXPECT_EQ(reader.chain(coroutine).size(), 2u);
}

}  // namespace
}  // namespace coroboard::test
