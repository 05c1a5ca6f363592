// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "program/program.h"

namespace coroboard::program {
namespace {

TEST(ShowingValues, WrapsBareExpressionsAndNothingElse)
{
    EXPECT_EQ(showingValues("1 + 1\n"), "__repl_print__((1 + 1))\n");
    EXPECT_EQ(showingValues("a, b"), "__repl_print__((a, b))");
    EXPECT_EQ(showingValues("x = 1; x\n"), "x = 1; __repl_print__((x))\n");
    for (const char* silent : {"x = f()\n", "import time\n", "pass\n", "x += 1\n", "del x\n", "assert x\n", "x: int\n"})
        EXPECT_EQ(showingValues(silent), silent);
}

TEST(ShowingValues, LooksIntoBlocksButNotIntoFunctionsAndClasses)
{
    EXPECT_EQ(showingValues("for i in x:\n    i\n"), "for i in x:\n    __repl_print__((i))\n");
    EXPECT_EQ(showingValues("if a:\n  b\nelse:\n  c\n"), "if a:\n  __repl_print__((b))\nelse:\n  __repl_print__((c))\n");
    for (const char* silent : {"def f():\n    1\n", "class A:\n    1\n    def f(self): 2\n", "async def f():\n    await g()\n"})
        EXPECT_EQ(showingValues(silent), silent);
}

TEST(ShowingValues, LinesStayWhereTheyAre)
{
    EXPECT_EQ(showingValues("f(\n  1,  # one\n)\n2  # two\n"), "__repl_print__((f(\n  1,  # one\n)))\n__repl_print__((2))  # two\n");
}

}  // namespace
}  // namespace coroboard::program
