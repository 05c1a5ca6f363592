// SPDX-License-Identifier: MIT
// The expected orders were read from suspended generators of MicroPython 1.27 itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program/program.h"

namespace coroboard::program {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

FunctionScope scopeNamed(std::string_view source, std::string_view name)
{
    for (const FunctionScope& scope : functionScopes(source)) {
        if (scope.name == name) {
            return scope;
        }
    }
    ADD_FAILURE() << "no scope " << name;
    return {};
}

std::vector<std::string> slots(std::string_view source, std::string_view name = "f") { return scopeNamed(source, name).slots; }

TEST(FunctionScopes, ParametersComeFirstAndTheStarAfterTheOthers)
{
    EXPECT_THAT(slots("def f(a, b=1, *args, c, d=2, **kw):\n    x = 1\n"), ElementsAre("a", "b", "d", "c", "args", "kw", "x"));
    EXPECT_THAT(slots("def f(*args): pass\n"), ElementsAre("args"));
    EXPECT_THAT(slots("def f(a, /, b, *, c): pass\n"), ElementsAre("a", "b", "c"));
    EXPECT_THAT(slots("def f(*args, **kw): pass\n"), ElementsAre("args", "kw"));
}

TEST(FunctionScopes, LocalsInOrderOfFirstAppearance)
{
    EXPECT_THAT(slots("def f():\n    a = b = 1\n    c, d = 2, 3\n"), ElementsAre("a", "b", "c", "d"));
    EXPECT_THAT(slots("def f():\n    a = b\n    b = a\n"), ElementsAre("b", "a"));
    EXPECT_THAT(slots("def f():\n    print(z)\n    a = 1\n    z = 2\n"), ElementsAre("z", "a"));
    EXPECT_THAT(slots("def f():\n    x += y\n    y: int\n    z: int\n"), ElementsAre("x", "z"));
}

TEST(FunctionScopes, EveryStatementThatBinds)
{
    EXPECT_THAT(slots("async def f(self):\n"
                      "    import a.b, c as d\n"
                      "    from x import e, g as h\n"
                      "    async with self as i, self: pass\n"
                      "    try: pass\n"
                      "    except E as j: k = 1\n"
                      "    for l, [m, *n] in self: pass\n"
                      "    def o(): pass\n"
                      "    class P: pass\n"
                      "    if (q := 1): pass\n"
                      "    del r\n"),
                ElementsAre("self", "a", "d", "e", "h", "i", "j", "k", "l", "m", "n", "o", "P", "q", "r"));
}

TEST(FunctionScopes, TheCompilersOwnOrder)
{
    EXPECT_THAT(slots("def f():\n    while a:\n        b = 1\n    a = 2\n"), ElementsAre("b", "a"));
    EXPECT_THAT(slots("def f():\n    return a if b else c\n    c = b = a = 1\n"), ElementsAre("b", "a", "c"));
    EXPECT_THAT(slots("def f():\n    {a: b}\n    a = b = 1\n"), ElementsAre("b", "a"));
    EXPECT_THAT(slots("def f():\n    for i in range(a, b): pass\n    a = b = 1\n"), ElementsAre("b", "a", "i"));
    EXPECT_THAT(slots("def f():\n    for i in range(a, b, c): pass\n    a = b = c = range = 1\n"), ElementsAre("range", "a", "b", "c", "i"));
    EXPECT_THAT(slots("def f():\n    print(f'{a} {b!r:>4}', c)\n    c = b = a = 1\n"), ElementsAre("a", "b", "c"));
}

TEST(FunctionScopes, WhatTheCompilerLeavesOut)
{
    EXPECT_THAT(slots("def f():\n    if 0: a = 1\n    elif True: b = 1\n    else: c = 1\n    while not 1: d = 1\n"), ElementsAre("b"));
    EXPECT_THAT(slots("from micropython import const\n_DEBUG = const(0)\nLIMIT = const(3)\ndef f():\n"
                      "    if _DEBUG: a = 1\n    _X = const(1)\n    b = LIMIT\n"),
                ElementsAre("b"));
}

TEST(FunctionScopes, ClosedOverNamesComeFirstAndCellsLast)
{
    const std::string source = "def outer(a, k):\n"
                               "    x = y = z = 0\n"
                               "    def inner(p):\n"
                               "        nonlocal y\n"
                               "        y += x + a\n"
                               "        t = p\n"
                               "    w = 1\n";
    EXPECT_THAT(slots(source, "outer"), ElementsAre("a", "k", "z", "inner", "w", "x", "y"));
    EXPECT_THAT(slots(source, "outer.inner"), ElementsAre("a", "x", "y", "p", "t"));
    EXPECT_THAT(slots("def f(a):\n    def g():\n        def h(): return a\n", "f.g"), ElementsAre("a", "h"));
    EXPECT_THAT(slots("class C:\n    def m(self): return super().m()\n", "C.m"), ElementsAre("__class__", "self"));
    EXPECT_THAT(slots("def f():\n    x = 1\n    global g\n    g = 2\n    class C:\n        x = 3\n        def m(self): return x\n", "f.C.m"),
                ElementsAre("self"));
}

TEST(FunctionScopes, LambdasAndComprehensionsAreScopes)
{
    EXPECT_THAT(slots("g = lambda a, b=c: a + b\n", "<lambda>"), ElementsAre("a", "b"));
    EXPECT_THAT(slots("def f(n):\n    return [i + n for i in n for j in i if (k := j)]\n", "f.<listcomp>"), ElementsAre("n", "k", "", "i", "j"));
    EXPECT_THAT(slots("def f(n):\n    return [i for i in n if (k := i)]\n"), ElementsAre("n", "k"));
    EXPECT_THAT(slots("x = sum(i for i in y)\n", "<genexpr>"), ElementsAre("", "i"));
    EXPECT_THAT(slots("x = {i: i for i in y}\n", "<dictcomp>"), ElementsAre("", "i"));
    EXPECT_THAT(slots("x = {i for i in y}\n", "<setcomp>"), ElementsAre("", "i"));
}

TEST(FunctionScopes, LinesAndFlags)
{
    const std::string source = "import x\n\n@decorated\nasync def f(\n        a):\n    def g():\n        pass\n    await x\n\n\n# after\nb = 1\n";
    const FunctionScope f = scopeNamed(source, "f");
    EXPECT_EQ(f.firstLine, 4);
    EXPECT_EQ(f.lastLine, 8);
    EXPECT_TRUE(f.isAsync);
    const FunctionScope g = scopeNamed(source, "f.g");
    EXPECT_EQ(g.firstLine, 6);
    EXPECT_EQ(g.lastLine, 7);
    EXPECT_FALSE(g.isAsync);
    EXPECT_THAT(functionScopes(source), SizeIs(2));
    EXPECT_THAT(functionScopes("class A:\n    x = 1\n"), IsEmpty());
}

}  // namespace
}  // namespace coroboard::program
