// SPDX-License-Identifier: MIT
#include "simulation/stepping.h"

#include <gtest/gtest.h>

#include "simulation/integration_thread.h"
#include "support/snapshot_watch.h"
#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using test::SnapshotWatch;
using time::powerOn;

bool never() { return false; }

std::unique_ptr<Simulation> running(const char* source)
{
    auto program = std::make_shared<const program::Program>(program::programFromText(source));
    auto made = Simulation::create(test::barePins(), program, {});
    EXPECT_TRUE(made);
    (*made)->runUntil(powerOn + 50ms);
    return std::move(*made);
}

constexpr auto twoTasks = "import asyncio\n"
                          "async def every(ms):\n"
                          "    while True:\n"
                          "        await asyncio.sleep_ms(ms)\n"
                          "async def main():\n"
                          "    await asyncio.gather(every(200), every(300))\n"
                          "asyncio.run(main())\n";

std::uint64_t resumed(const Simulation& simulation, const char* name)
{
    std::uint64_t sum = 0;
    for (const TaskSnapshot& task : simulation.tasks())
        if (task.name == name) sum += task.resumed;
    return sum;
}

TEST(Stepping, byAMillisecond)
{
    const auto simulation = running(twoTasks);
    step(*simulation, StepTo::Millisecond, never);
    EXPECT_EQ(simulation->now(), powerOn + 51ms);
}

TEST(Stepping, toTheNextResumeLeavesExactlyOneCoroutineResumed)
{
    const auto simulation = running(twoTasks);
    const auto before = resumed(*simulation, "every");
    step(*simulation, StepTo::NextResume, never);
    EXPECT_EQ(resumed(*simulation, "every"), before + 1);
    EXPECT_GE(simulation->now(), powerOn + 200ms);
    EXPECT_LT(simulation->now(), powerOn + 230ms);
    step(*simulation, StepTo::NextResume, never);
    EXPECT_EQ(resumed(*simulation, "every"), before + 2);
    EXPECT_GE(simulation->now(), powerOn + 300ms);
}

TEST(Stepping, toTheNextEventEndsWhereTheProgramWaitsAgain)
{
    const auto simulation = running(twoTasks);
    step(*simulation, StepTo::NextEvent, never);
    EXPECT_EQ(simulation->programState(), ProgramState::Waiting);
    EXPECT_GE(simulation->now(), powerOn + 200ms);
    EXPECT_LT(simulation->now(), powerOn + 230ms);
}

TEST(Stepping, aBusyProgramIsLeftAfterAMillisecond)
{
    const auto simulation = running("while True:\n    pass\n");
    const auto before = simulation->now();
    step(*simulation, StepTo::NextEvent, never);
    EXPECT_GT(simulation->now(), before);
    EXPECT_LT(simulation->now(), before + 2ms);
    int asked = 0;
    step(*simulation, StepTo::NextResume, [&] { return ++asked > 100; });
    EXPECT_GT(asked, 100);
}

TEST(Stepping, anEndedProgramStays)
{
    const auto simulation = running("x = 1\n");
    ASSERT_TRUE(simulation->programEnded());
    const auto before = simulation->now();
    step(*simulation, StepTo::NextResume, never);
    EXPECT_EQ(simulation->now(), before);
}

TEST(Stepping, pausesARunningBoard)
{
    IntegrationThread engine(test::barePins(), std::make_shared<const program::Program>(program::programFromText(twoTasks)), {});
    SnapshotWatch watch(engine);
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.program == ProgramState::Waiting; }), nullptr);
    ASSERT_TRUE(engine.post(StepBoard{StepTo::Millisecond}));
    const auto stood = watch.until([](const Snapshot& s) { return s.paused; });
    ASSERT_NE(stood, nullptr);
    ASSERT_TRUE(engine.post(StepBoard{StepTo::Millisecond}));
    const auto next = watch.until([&](const Snapshot& s) { return s.now != stood->now; });
    ASSERT_NE(next, nullptr);
    EXPECT_EQ(next->now, stood->now + 1ms);
    EXPECT_TRUE(next->paused);
}

}  // namespace
}  // namespace coroboard::simulation
