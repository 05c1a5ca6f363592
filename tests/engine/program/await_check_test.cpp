// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "program/program.h"

namespace coroboard::program {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> check(std::string_view source)
{
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : checkAwaits(source, "main.py")) {
        lines.push_back(fmt::format("{}:{}:{}: {}", diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.message));
    }
    return lines;
}

TEST(AwaitCheck, AcceptsAwaitInsideAsyncDef)
{
    EXPECT_THAT(check("async def main():\n    await sleep(1)\n    async with lock:\n        async for x in y:\n            pass\n"), IsEmpty());
}

TEST(AwaitCheck, RefusesAwaitOutsideFunctionsAndInPlainFunctions)
{
    EXPECT_THAT(check("await sleep(1)\n"), ElementsAre("main.py:1:1: 'await' outside function"));
    EXPECT_THAT(check("def f():\n    x = await g()\n"), ElementsAre("main.py:2:9: 'await' outside async function"));
    EXPECT_THAT(check("async def f():\n    class A:\n        x = await g()\n"), ElementsAre("main.py:3:13: 'await' outside function"));
    EXPECT_THAT(check("async def f():\n    return lambda: await g()\n"), ElementsAre("main.py:2:20: 'await' outside async function"));
}

TEST(AwaitCheck, AFunctionInsideAnAsyncFunctionIsNotAsync)
{
    EXPECT_THAT(check("async def f():\n    def g():\n        await h()\n    await h()\n"),
                ElementsAre("main.py:3:9: 'await' outside async function"));
    EXPECT_THAT(check("def f():\n    async def g():\n        await h()\n    await h()\n"),
                ElementsAre("main.py:4:5: 'await' outside async function"));
}

TEST(AwaitCheck, DecoratorsAndDefaultsBelongToTheEnclosingScope)
{
    EXPECT_THAT(check("@(await d())\nasync def f(x=await e()): pass\n"),
                ElementsAre("main.py:1:3: 'await' outside function", "main.py:2:15: 'await' outside function"));
    EXPECT_THAT(check("async def f():\n    @(await d())\n    def g(x=await e()): pass\n    lambda y=await e(): y\n"), IsEmpty());
}

TEST(AwaitCheck, RefusesAsyncForAndAsyncWith)
{
    EXPECT_THAT(check("def f():\n    async for x in y: pass\n    async with z: pass\n"),
                ElementsAre("main.py:2:5: 'async for' outside async function", "main.py:3:5: 'async with' outside async function"));
    EXPECT_THAT(check("async for x in y: pass\n"), ElementsAre("main.py:1:1: 'async for' outside async function"));
}

TEST(AwaitCheck, Comprehensions)
{
    const std::string outside = "asynchronous comprehension outside of an asynchronous function";
    EXPECT_THAT(check("def f():\n    return [x async for x in y]\n"), ElementsAre("main.py:2:12: " + outside));
    EXPECT_THAT(check("a = {await x for x in y}\n"), ElementsAre("main.py:1:5: " + outside));
    EXPECT_THAT(check("def f(): [[await x for x in y] for z in w]\n"), ElementsAre("main.py:1:10: " + outside));
    EXPECT_THAT(check("def f(): [x for x in await y]\n"), ElementsAre("main.py:1:22: 'await' outside async function"));
    EXPECT_THAT(check("def f(): (await x for x in y)\n"), IsEmpty());
    EXPECT_THAT(check("async def f(): return [await x async for x in y if await z]\n"), IsEmpty());
}

TEST(AwaitCheck, StringsAndCommentsAreNotCode)
{
    EXPECT_THAT(check("x = 'await y' # await z\n'''\nawait a\n'''\nrb'\\' await b'\n"), IsEmpty());
    EXPECT_THAT(check("waits = awaiting = await_ = x.awaited\n"), IsEmpty());
}

TEST(AwaitCheck, FormatStringsHoldCode)
{
    EXPECT_THAT(check("x = f'{await y}'\n"), ElementsAre("main.py:1:8: 'await' outside function"));
    EXPECT_THAT(check("x = f'{{await y}}' f\"{a['await b']:'^9}\"\n"), IsEmpty());
    EXPECT_THAT(check("x = f'{a:{await b}}'\n"), ElementsAre("main.py:1:11: 'await' outside function"));
    EXPECT_THAT(check("x = f\"{d[\"k\"]}{await b}\"\n"), ElementsAre("main.py:1:16: 'await' outside function"));
}

TEST(AwaitCheck, LineContinuationsCarriageReturnsAndColumns)
{
    EXPECT_THAT(check("x = 1 + \\\r\n  await y\r\n"), ElementsAre("main.py:2:3: 'await' outside function"));
    EXPECT_THAT(check("x = (1 +\n# note\n  await y)\n"), ElementsAre("main.py:3:3: 'await' outside function"));
    EXPECT_THAT(check("größe = 'äöü'; await y\n"), ElementsAre("main.py:1:16: 'await' outside function"));
    EXPECT_THAT(check("\xEF\xBB\xBF" "await y\n"), ElementsAre("main.py:1:1: 'await' outside function"));
}

TEST(AwaitCheck, BrokenProgramsAreStillLookedAt)
{
    EXPECT_THAT(check("def f(:\n    await x\n"), ElementsAre("main.py:2:5: 'await' outside async function"));
    EXPECT_THAT(check("print((1\nasync def f():\n    await x\nawait y\n"), ElementsAre("main.py:4:1: 'await' outside function"));
    EXPECT_THAT(check("async def f():\n    x = = await y\n    await\n"), IsEmpty());
    EXPECT_THAT(check("x = 'open\nawait y\n"), ElementsAre("main.py:2:1: 'await' outside function"));
}

}  // namespace
}  // namespace coroboard::program
