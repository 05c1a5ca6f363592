// SPDX-License-Identifier: MIT
#include "simulation/fault_text.h"

#include <gmock/gmock.h>

#include "support/board_bench.h"
#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using board::Fault;
using board::FaultKind;
using test::TestBench;
using testing::HasSubstr;
using time::powerOn;

constexpr const char* led = R"({"id": "red", "model": "led", "wires": {"anode": "GP1", "cathode": "GND"}})";

time::Task<void> count(CoroutineContext& context)
{
    context.print("boot\n");
    for (int i = 0;; ++i) {
        co_await context.loop.delay(100ms);
        context.print(std::to_string(i) + "\n");
    }
}

time::Task<void> endsAtOnce(CoroutineContext& context)
{
    context.print("boot\n");
    co_await context.loop.delay(1ms);
}

TEST(FaultText, GoesThereAndBack)
{
    for (const char* text : {"wire-cut:red.anode", "part-absent:red", "sensor-frozen:t", "stuck-low:GP1",
                             "stuck-high:GP1", "bus-noise:GP4:250", "brown-out"}) {
        const auto parsed = parseFault(text);
        ASSERT_TRUE(parsed) << parsed.error().message;
        EXPECT_EQ(faultText(*parsed), text);
    }
    EXPECT_EQ(parseFault("bus-noise:GP4")->oneIn, 100);
    EXPECT_THAT(parseFault("wire-cat:x").error().message, HasSubstr("did you mean 'wire-cut'"));
    EXPECT_THAT(parseFault("stuck-low").error().message, HasSubstr("write stuck-low:PLACE"));
    EXPECT_THAT(parseFault("brown-out:x").error().message, HasSubstr("has no place"));
    EXPECT_THAT(parseFault("bus-noise:GP4:x").error().message, HasSubstr("'x' is not a number"));
}

TEST(FaultCommand, IsSeenInTheSnapshotAndStaysThroughAReset)
{
    TestBench bench(count, test::profileWith(led));
    const Fault cut{FaultKind::WireCut, "red.anode"};
    bench.apply(SetFault{cut});
    EXPECT_EQ(bench.simulation().snapshot().faults, std::vector{cut});
    bench.apply(ResetBoard{});
    EXPECT_EQ(bench.simulation().snapshot().faults, std::vector{cut});
    bench.apply(ClearFaults{});
    EXPECT_TRUE(bench.simulation().snapshot().faults.empty());
    EXPECT_FALSE(bench.simulation().apply(SetFault{{FaultKind::PartAbsent, "blue"}}));
    EXPECT_EQ(bench.simulation().log().size(), 3u);
}

TEST(FaultCommand, ABrownOutStartsTheChipAnew)
{
    TestBench bench(count, test::profileWith(led));
    bench.runFor(250ms);
    bench.apply(SetFault{{FaultKind::BrownOut, ""}});
    bench.runFor(10ms);
    EXPECT_LT(bench.board().wire("3V3")->millivolts(), 1500);
    bench.runFor(130ms);
    EXPECT_GT(bench.board().wire("3V3")->millivolts(), 3200);
    EXPECT_EQ(bench.console(), "boot\n0\n1\nboot\n0\n");
    EXPECT_THAT(bench.reports(), HasSubstr("brown-out"));
    EXPECT_FALSE(bench.simulation().programEnded());
}

TEST(FaultCommand, ABrownOutStartsAProgramThatHasEnded)
{
    TestBench bench(endsAtOnce, test::profileWith(led));
    bench.runFor(10ms);
    EXPECT_TRUE(bench.simulation().programEnded());
    bench.apply(SetFault{{FaultKind::BrownOut, ""}});
    bench.runFor(100ms);
    EXPECT_EQ(bench.console(), "boot\nboot\n");
    EXPECT_TRUE(bench.simulation().programEnded());
}

TEST(FaultCommand, APythonProgramIsResetInTheMiddleOfALoop)
{
    TestBench bench("print('boot')\nwhile True:\n    pass\n", test::profileWith(led));
    bench.runFor(50ms);
    bench.apply(SetFault{{FaultKind::BrownOut, ""}});
    bench.runFor(200ms);
    EXPECT_EQ(bench.console(), "boot\nboot\n");
}

TEST(FaultCommand, IsInTheTraceHash)
{
    const auto hashOf = [](bool broken) {
        TestBench bench(count, test::profileWith(led));
        if (broken)
            bench.apply(SetFault{{FaultKind::SensorFrozen, "red"}});
        bench.runFor(10ms);
        return bench.simulation().traceHash();
    };
    EXPECT_NE(hashOf(true), hashOf(false));
}

}  // namespace
}  // namespace coroboard::simulation
