// SPDX-License-Identifier: MIT
// Conditions of breakpoints and watched expressions: worked out over the frame where a program stands, without running any of it.
#include <gmock/gmock.h>

#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using test::TestBench;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* program = R"(limit = 40
class Sensor:
    unit = 'C'
    def __init__(self, name):
        self.name = name
        self.values = [3, 5, 8]
    def read(self):
        return self.values[-1]

def work(n, scale=2.5):
    sensor = Sensor('attic')
    table = {'a': 1, 2: 'two'}
    pair = (n, n * 2)
    big = 1 << 40
    late = None
    total = n
    later = 1

for i in range(6):
    work(i)
print('end')
)";
constexpr int stand = 16;      // total = n

class Watches : public testing::Test {
protected:
    std::string runUntilStop()
    {
        bench.simulation().runUntil(bench.now() + 10s, AtProgramEnd::Return);
        return bench.simulation().isStopped() ? "stopped" : "ended";
    }
    modules::WatchedValue watch(const std::string& expression)
    {
        bench.apply(SetWatches{{expression}});
        return bench.simulation().snapshot().stop->watches.at(0);
    }
    std::string value(const std::string& expression)
    {
        const auto told = watch(expression);
        return told.problem.empty() ? told.value : "! " + told.problem;
    }
    void breakAt(int line, std::string condition, int ignored = 0)
    {
        bench.apply(SetBreakpoints{{{"main.py", line, std::move(condition), ignored}}});
    }

    TestBench bench{std::string(program), test::barePins()};
};

TEST_F(Watches, ExpressionsAreWorkedOutWhereTheProgramStands)
{
    breakAt(stand, "n == 3");
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(value("n"), "3");
    EXPECT_EQ(value("n + limit * 2 - 7 // 2"), "80");
    EXPECT_EQ(value("-7 // 2, 1"), "! ',' is not understood here");
    EXPECT_EQ(value("-7 // 2"), "-4");
    EXPECT_EQ(value("-7 % 3"), "2");
    EXPECT_EQ(value("2 ** 10 | 1"), "1025");
    EXPECT_EQ(value("n / 2"), "1.5");
    EXPECT_EQ(value("scale * n"), "7.5");
    EXPECT_EQ(value("sensor.name"), "'attic'");
    EXPECT_EQ(value("sensor.values[-1]"), "8");
    EXPECT_EQ(value("sensor.values"), "[3, 5, 8]");
    EXPECT_EQ(value("len(sensor.values) + len(sensor.name)"), "8");
    EXPECT_EQ(value("table['a']"), "1");
    EXPECT_EQ(value("table[2] + '!'"), "'two!'");
    EXPECT_EQ(value("pair == (3, 6)"), "! a list is worked out behind `in` only");
    EXPECT_EQ(value("pair[1] in (6, 7)"), "True");
    EXPECT_EQ(value("5 in sensor.values and 9 not in sensor.values"), "True");
    EXPECT_EQ(value("'a' in table"), "True");
    EXPECT_EQ(value("big"), "1099511627776");
    EXPECT_EQ(value("late is None"), "True");
    EXPECT_EQ(value("not late or 1 / 0"), "True") << "what decides ends it";
    EXPECT_EQ(value("1 < n <= 3 < limit"), "True");
    EXPECT_EQ(value("0x10 + 0b11 + 1_000"), "1019");
}

TEST_F(Watches, WhatCannotBeWorkedOutIsSaid)
{
    breakAt(stand, "");
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(value("total"), "! 'total' has no value yet");
    EXPECT_EQ(value("nothing"), "! name 'nothing' is not known here");
    EXPECT_EQ(value("sensor.read()"), "! read() would run code of the program; only len() is worked out");
    EXPECT_EQ(value("work(1)"), "! work() would run code of the program; only len() is worked out");
    EXPECT_THAT(value("sensor.unit"), HasSubstr("keeps no attribute 'unit'"));
    EXPECT_EQ(value("sensor.values[3]"), "! index out of range");
    EXPECT_EQ(value("table['b']"), "! there is no key 'b'");
    EXPECT_EQ(value("1 +"), "! the expression is not complete");
    EXPECT_EQ(value(""), "! the expression is not complete");
    EXPECT_EQ(value("n + 'a'"), "! 0 + 'a' cannot be worked out");
    EXPECT_EQ(value("1 << 80"), "! the number gets too large for 64 bits");
    EXPECT_EQ(value("1 % 0"), "! divide by zero");
    EXPECT_EQ(value("sensor.values[0:1]"), "! slices are not worked out");
    EXPECT_EQ(value("9223372036854775807"), "9223372036854775807");
    EXPECT_EQ(value("9223372036854775808"), "! 9223372036854775808 is too large for 64 bits");
    EXPECT_EQ(value("0x1_0000_0000_0000_0000"), "! 0x10000000000000000 is too large for 64 bits");
}

TEST_F(Watches, NoExpressionTakesForEver)
{
    breakAt(stand, "");
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(value("(-1) ** 10**18"), "1");
    EXPECT_EQ(value("(-1) ** (10**18 + 1)"), "-1");
    EXPECT_EQ(value("(-2) ** 63"), "-9223372036854775808");
    EXPECT_EQ(value("2 ** 10**18"), "! the number gets too large for 64 bits");
    EXPECT_EQ(value("0 ** 10**18"), "0");
}

TEST_F(Watches, NoExpressionIsTooDeepForTheStack)
{
    breakAt(stand, "");
    ASSERT_EQ(runUntilStop(), "stopped");
    const auto many = [](std::string_view text) {
        std::string all;
        for (int i = 0; i < 100'000; ++i) all += text;
        return all;
    };
    for (const std::string& deep : {many("(") + "1", many("-") + "1", many("not ") + "1", "1" + many("**1"), "sensor" + many(".name"),
                                    "sensor" + many("[0]"), "1" + many("+1"), "1" + many("*1")})
        EXPECT_EQ(value(deep), "! the expression is nested too deeply") << deep.substr(0, 20);
    EXPECT_EQ(value("0" + many(" or 0")), "0") << "wide is not deep";
    std::string sum = "0";
    for (int i = 0; i < 300; ++i) sum += "+1";
    EXPECT_EQ(value(sum), "300");
}

TEST(WatchesOfLongLists, NothingIsSaidOfWhatWasNotLookedAt)
{
    TestBench bench("row = [0] * 10000\nlonger = row + [1]\nother = row + [1]\nprint('stand')\n", test::barePins());
    bench.apply(SetBreakpoints{{{"main.py", 4, "", 0}}});
    bench.simulation().runUntil(bench.now() + 10s, AtProgramEnd::Return);
    ASSERT_TRUE(bench.simulation().isStopped());
    bench.apply(SetWatches{{"1 in row", "0 in longer", "1 in longer", "longer == other", "row == longer", "1 not in row and 1 not in row"}});
    std::vector<std::string> told;
    const auto snapshot = bench.simulation().snapshot();
    for (const auto& watch : snapshot.stop->watches) told.push_back(watch.value + watch.problem);
    const char* tooLarge = "the list is too large to look through";
    EXPECT_THAT(told, ElementsAre("False", "True", tooLarge, tooLarge, "False", tooLarge)) << "the last looks through two";
}

TEST_F(Watches, ABreakpointStopsOnlyWhereItsConditionHolds)
{
    breakAt(stand, "n % 2 and n > 1");
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(value("n"), "3");
    bench.apply(Resume{});
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(value("n"), "5");
    bench.apply(Resume{});
    EXPECT_EQ(runUntilStop(), "ended");
}

TEST_F(Watches, ABreakpointIsPassedAsOftenAsAsked)
{
    breakAt(stand, "n > 0", 2);
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(value("n"), "3");
    bench.apply(SetBreakpoints{{{"main.py", 21, "", 0}, {"main.py", stand, "n > 0", 2}}});
    bench.apply(Resume{});
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(value("n"), "4") << "it has not forgotten";
}

TEST_F(Watches, AConditionThatCannotBeWorkedOutStopsAndSaysWhy)
{
    breakAt(stand, "m > 1");
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(bench.simulation().snapshot().stop->problem, "name 'm' is not known here");
    breakAt(stand, "n ==");
    bench.apply(Resume{});
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(bench.simulation().snapshot().stop->problem, "the expression is not complete");
    breakAt(stand, "n == 5");
    bench.apply(Resume{});
    ASSERT_EQ(runUntilStop(), "stopped");
    EXPECT_EQ(bench.simulation().snapshot().stop->problem, "");
}

TEST(WatchesOfNothing, ConditionsChangeNothingTheProgramDoes)
{
    const auto hashOf = [](bool looked) {
        TestBench bench(std::string(program), test::barePins());
        if (looked) bench.apply(SetBreakpoints{{{"main.py", stand, "n == 99", 0}}});
        bench.simulation().runUntil(bench.now() + 10s, AtProgramEnd::Return);
        return std::pair(bench.simulation().traceHash(), bench.simulation().snapshot().bytecodes);
    };
    EXPECT_EQ(hashOf(true), hashOf(false));
}

}  // namespace
}  // namespace coroboard::simulation
