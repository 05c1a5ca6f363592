// SPDX-License-Identifier: MIT
#include "simulation/integration_thread.h"

#include <gmock/gmock.h>

#include "support/snapshot_watch.h"
#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using test::SnapshotWatch;
using testing::HasSubstr;
using time::powerOn;

time::Task<void> echo(CoroutineContext& context)
{
    for (;;) context.print("[" + co_await context.readLine() + "]");
}

time::Task<void> tick(CoroutineContext& context)
{
    for (;;) {
        context.print(".");
        co_await context.loop.delay(1ms);
    }
}

// Resumed for ever without time passing between: the C++ kind of busy loop, a nanosecond at a time.
time::Task<void> spin(CoroutineContext& context)
{
    for (;;) co_await context.loop.delay(1us);
}

time::Task<void> fails(CoroutineContext& context)
{
    co_await context.loop.delay(3ms);
    throw std::runtime_error("smoke");
}

IntegrationOptions with(CoroutineProgram program, double speed = 0, StartAs start = StartAs::Running)
{
    IntegrationOptions options;
    options.firmware = coroutineFirmware(std::move(program));
    options.speed = speed;
    options.start = start;
    return options;
}

TEST(IntegrationThread, hasASnapshotFromTheStart)
{
    IntegrationThread engine(test::barePins(), nullptr, with(tick, 1, StartAs::Paused));
    EXPECT_NE(engine.snapshot(), nullptr);
    SnapshotWatch watch(engine);
    const auto snapshot = watch.until([](const Snapshot& s) { return s.board != nullptr; });
    ASSERT_NE(snapshot, nullptr);
    EXPECT_TRUE(snapshot->paused);
    EXPECT_EQ(snapshot->now, powerOn);
    EXPECT_EQ(snapshot->pins.size(), 29u);
}

TEST(IntegrationThread, runsPausesAndResumes)
{
    IntegrationThread engine(test::barePins(), nullptr, with(tick, 100));
    SnapshotWatch watch(engine);
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.now > powerOn + 20ms; }), nullptr);
    ASSERT_TRUE(engine.post(Pause{}));
    const auto paused = watch.until([](const Snapshot& s) { return s.paused; });
    ASSERT_NE(paused, nullptr);
    ASSERT_TRUE(engine.post(SetSpeed{50}));
    const auto later = watch.until([](const Snapshot& s) { return s.speed == 50; });
    ASSERT_NE(later, nullptr);
    EXPECT_EQ(later->now, paused->now);
    ASSERT_TRUE(engine.post(Resume{}));
    ASSERT_NE(watch.until([&](const Snapshot& s) { return !s.paused && s.now > paused->now + 10ms; }), nullptr);
}

TEST(IntegrationThread, typedTextComesBackThroughTheConsole)
{
    IntegrationThread engine(test::barePins(), nullptr, with(echo, 1));
    SnapshotWatch watch(engine);
    ASSERT_TRUE(engine.post(ConsoleInput{"hello\n"}));
    std::string text;
    ASSERT_NE(watch.until([&](const Snapshot&) {
        text += engine.console().read();
        return text == "[hello]";
    }), nullptr) << text;
}

TEST(IntegrationThread, aRefusedCommandComesBackAsAMessage)
{
    IntegrationThread engine(test::barePins(), nullptr, with(echo, 1));
    SnapshotWatch watch(engine);
    ASSERT_TRUE(engine.post(SetControl{"nonesuch", "value", 1}));
    const auto snapshot = watch.until([](const Snapshot& s) { return !s.messages.empty(); });
    ASSERT_NE(snapshot, nullptr);
    EXPECT_EQ(snapshot->messages[0].severity, Severity::Error);
    EXPECT_EQ(snapshot->messages[0].number, 1u);
    EXPECT_THAT(snapshot->messages[0].text, HasSubstr("nonesuch"));
}

TEST(IntegrationThread, anExceptionAppearsOnTheConsoleAndAsAMessageOnce)
{
    IntegrationThread engine(test::barePins(), nullptr, with(fails, 1));
    SnapshotWatch watch(engine);
    const auto snapshot = watch.until([](const Snapshot& s) { return s.program == ProgramState::Failed; });
    ASSERT_NE(snapshot, nullptr);
    EXPECT_THAT(snapshot->problem, HasSubstr("smoke"));
    const auto later = watch.until([&](const Snapshot& s) { return s.now > snapshot->now + 20ms; });
    ASSERT_NE(later, nullptr);
    EXPECT_EQ(later->messages.size(), 1u);
    const std::string text = engine.console().read();
    EXPECT_EQ(text.find("smoke"), text.rfind("smoke"));
    EXPECT_THAT(text, HasSubstr("smoke"));
}

TEST(IntegrationThread, stopEndsABusyProgramAtFullSpeed)
{
    IntegrationThread engine(test::barePins(), nullptr, with(spin, 0));
    SnapshotWatch watch(engine);
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.now > powerOn + 10ms; }), nullptr);
    ASSERT_TRUE(engine.post(StopProgram{}));
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.stopReason == StopReason::Stopped; }), nullptr);
}

TEST(IntegrationThread, stopWorksWhilePaused)
{
    IntegrationThread engine(test::barePins(), nullptr, with(spin, 1, StartAs::Paused));
    SnapshotWatch watch(engine);
    ASSERT_TRUE(engine.post(StopProgram{}));
    const auto snapshot = watch.until([](const Snapshot& s) { return s.stopReason == StopReason::Stopped; });
    ASSERT_NE(snapshot, nullptr);
    EXPECT_TRUE(snapshot->paused);
}

TEST(IntegrationThread, resetBeginsAnotherPowerCycle)
{
    IntegrationThread engine(test::barePins(), nullptr, with(fails, 1));
    SnapshotWatch watch(engine);
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.program == ProgramState::Failed; }), nullptr);
    ASSERT_TRUE(engine.post(ResetBoard{}));
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.powerCycle == 2 && s.program == ProgramState::Failed; }), nullptr);
}

TEST(IntegrationThread, opensAnotherBoardUnderTheProgram)
{
    IntegrationThread engine(test::barePins(), nullptr, with(tick, 1));
    SnapshotWatch watch(engine);
    auto small = test::barePins();
    small.name = "small";
    small.pins.resize(4);
    ASSERT_TRUE(engine.post(OpenBoard{small, nullptr}));
    const auto snapshot = watch.until([](const Snapshot& s) { return s.board && s.board->name == "small"; });
    ASSERT_NE(snapshot, nullptr);
    EXPECT_EQ(snapshot->pins.size(), 4u);
}

TEST(IntegrationThread, snapshotsOnlyGoForward)
{
    IntegrationThread engine(test::barePins(), nullptr, with(tick, 0));
    SnapshotWatch watch(engine);
    std::uint64_t last = 0;
    bool forward = true;
    int seen = 0;
    ASSERT_NE(watch.until([&](const Snapshot& s) {
        forward = forward && s.sequence >= last;
        last = s.sequence;
        return ++seen == 20;
    }), nullptr);
    EXPECT_TRUE(forward);
}

TEST(IntegrationThread, aFloodOfTextIsBoundedAndCounted)
{
    IntegrationOptions options = with(tick, 0);
    options.consoleCapacity = 64;
    IntegrationThread engine(test::barePins(), nullptr, options);
    SnapshotWatch watch(engine);
    ASSERT_NE(watch.until([](const Snapshot& s) { return s.consoleDropped > 1000; }), nullptr);
    EXPECT_EQ(engine.console().read().size(), 64u);
}

TEST(IntegrationThread, canBeDestroyedAtAnyTime)
{
    for (int round = 0; round < 20; ++round) {
        IntegrationThread engine(test::barePins(), nullptr, with(round % 2 ? tick : spin, round % 3));
        if (round % 4 == 0) engine.post(ResetBoard{});
    }
}

}  // namespace
}  // namespace coroboard::simulation
