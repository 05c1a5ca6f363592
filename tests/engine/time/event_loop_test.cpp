// SPDX-License-Identifier: MIT
// The loop's contract: order, slices, the past, stopping, failures. Timelines: set, advance, expect.
#include "time/event_loop.h"

#include <gmock/gmock.h>

#include "engine/time/log.h"
#include "time/alarm.h"

namespace coroboard::time {
namespace {

using testing::ElementsAre;

Task<void> logAfter(EventLoop& loop, Log& log, Duration duration, std::string what)
{
    co_await loop.delay(duration);
    log.add(what);
}

TEST(EventLoop, RunsByTimeNotByOrderOfSpawning)
{
    EventLoop loop;
    Log log(loop);
    Scope scope(loop);
    scope.spawn(logAfter(loop, log, 3ms, "c"), "c");
    scope.spawn(logAfter(loop, log, 1ms, "a"), "a");
    scope.spawn(logAfter(loop, log, 2ms, "b"), "b");
    loop.runUntil(powerOn + 10ms);
    EXPECT_THAT(log.lines(), ElementsAre("1000us a", "2000us b", "3000us c"));
    EXPECT_EQ(loop.now(), powerOn + 10ms);
}

TEST(EventLoop, FiveEventsOfOneInstantKeepTheOrderInWhichTheyWereScheduled)
{
    EventLoop loop;
    Log log(loop);
    std::vector<std::unique_ptr<Alarm>> alarms;
    for (const char* name : {"1", "2", "3", "4", "5"})
        alarms.push_back(std::make_unique<Alarm>(loop, [&log, name] { log.add(name); }));
    for (int index : {3, 0, 4, 2, 1})
        alarms[index]->setAt(powerOn + 7ms);
    alarms[0]->setAt(powerOn + 7ms);  // setting again takes a new place
    loop.runUntil(powerOn + 8ms);
    EXPECT_THAT(log.lines(), ElementsAre("7000us 4", "7000us 5", "7000us 3", "7000us 2", "7000us 1"));
}

TEST(EventLoop, OneInstantIsOrderedAcrossDifferentDistances)
{
    EventLoop loop;
    Log log(loop);
    Alarm fromFar(loop, [&] { log.add("asked for at 0"); });
    Alarm fromNear(loop, [&] { log.add("asked for just before"); });
    Alarm ask(loop, [&] { fromNear.setAt(powerOn + 1h); });
    fromFar.setAt(powerOn + 1h);
    ask.setAt(powerOn + 1h - 1ns);
    loop.runUntil(powerOn + 2h);
    EXPECT_THAT(log.lines(), ElementsAre("3600000000us asked for at 0", "3600000000us asked for just before"));
}

TEST(EventLoop, AChainOfAlarmsEachSettingTheNext)
{
    EventLoop loop;
    Log log(loop);
    int left = 4;
    Alarm alarm(loop, [&] {
        log.add(std::to_string(left));
        if (--left)
            alarm.setAfter(250us);
    });
    alarm.setAfter(250us);
    loop.runUntil(powerOn + 1s);
    EXPECT_THAT(log.lines(), ElementsAre("250us 4", "500us 3", "750us 2", "1000us 1"));
    EXPECT_FALSE(alarm.isSet());
}

TEST(EventLoop, ThePastIsNowAfterEverybodyWhoIsReady)
{
    EventLoop loop;
    Log log(loop);
    Alarm late(loop, [&] { log.add("late"); });
    Alarm ready(loop, [&] { log.add("ready"); });
    Alarm start(loop, [&] {
        ready.setAfter(0ms);
        late.setAt(powerOn + 1ms);
    });
    start.setAt(powerOn + 5ms);
    loop.runUntil(powerOn + 6ms);
    EXPECT_THAT(log.lines(), ElementsAre("5000us ready", "5000us late"));

    Scope scope(loop);
    scope.spawn(logAfter(loop, log, -1s, "negative delay"), "negative");
    loop.runUntil(powerOn + 7ms);
    EXPECT_EQ(log.lines().back(), "6000us negative delay");
}

TEST(EventLoop, SlicesAreHalfOpen)
{
    EventLoop loop;
    Log log(loop);
    Alarm alarm(loop, [&] { log.add("alarm"); });
    alarm.setAt(powerOn + 10ms);
    EXPECT_EQ(loop.runUntil(powerOn + 10ms), RunOutcome::reachedEnd);
    EXPECT_TRUE(log.lines().empty());
    EXPECT_EQ(loop.nextDue(), loop.now());
    loop.runUntil(powerOn + 10ms);
    EXPECT_TRUE(log.lines().empty()) << "an empty slice runs nothing";
    loop.runUntil(powerOn + 10ms + 1ns);
    EXPECT_THAT(log.lines(), ElementsAre("10000us alarm"));
}

TEST(EventLoop, KnowsWhatIsDueNext)
{
    EventLoop loop;
    EXPECT_EQ(loop.nextDue(), never);
    Alarm first(loop, [] {});
    Alarm second(loop, [] {});
    second.setAt(powerOn + 2h);
    EXPECT_EQ(loop.nextDue(), powerOn + 2h);
    first.setAt(powerOn + 3ms);
    EXPECT_EQ(loop.nextDue(), powerOn + 3ms);
    first.cancel();
    EXPECT_EQ(loop.nextDue(), powerOn + 2h);
    first.setAt(powerOn);
    EXPECT_EQ(loop.nextDue(), powerOn);
    first.cancel();
    second.cancel();
    EXPECT_EQ(loop.nextDue(), never);
}

Task<void> compute(EventLoop& loop, Log& log, Duration each, int pieces)
{
    for (int piece = 0; piece < pieces; ++piece) {
        VirtualTime end = loop.now() + each;
        while (loop.now() < end) {
            loop.advanceTo(std::min(end, loop.horizon()));
            if (loop.now() == loop.horizon())
                co_await loop.yield();
        }
        log.add("computed");
    }
}

TEST(EventLoop, ARunningTaskUsesVirtualTimeUpToTheHorizon)
{
    EventLoop loop;
    Log log(loop);
    Scope scope(loop);
    Alarm alarm(loop, [&] { log.add("alarm"); });
    alarm.setAt(powerOn + 3ms);
    scope.spawn(compute(loop, log, 2ms, 3), "processor", TaskKind::program);
    loop.runUntil(powerOn + 10ms);
    EXPECT_THAT(log.lines(), ElementsAre("2000us computed", "3000us alarm", "4000us computed", "6000us computed"));
}

TEST(EventLoop, TimeUsedByATaskShowsInItsFigures)
{
    EventLoop loop;
    Log log(loop);
    Scope scope(loop);
    Alarm alarm(loop, [] {});
    alarm.setAt(powerOn + 3ms);
    scope.spawn(compute(loop, log, 5ms, 2), "processor", TaskKind::program);
    loop.runUntil(powerOn + 9ms);
    const TaskInfo info = loop.inspect().at(0);
    EXPECT_EQ(info.cpuTime, 9ms);
    EXPECT_EQ(info.longestStretch, 6ms);
    EXPECT_EQ(info.kind, TaskKind::program);
}

TEST(EventLoopDeathTest, RefusesWhatWouldBreakTime)
{
    EventLoop loop;
    Alarm next(loop, [] {});
    Alarm tooFar(loop, [&] { loop.advanceTo(powerOn + 5ms); });
    tooFar.setAt(powerOn + 1ms);
    next.setAt(powerOn + 2ms);
    EXPECT_DEATH(loop.runUntil(powerOn + 10ms), "horizon");
    EXPECT_DEATH(loop.advanceTo(powerOn), "only a coroutine that runs");
    EXPECT_DEATH(loop.runUntil(powerOn - 1ns), "never goes back");
    Alarm nested(loop, [&] { loop.runUntil(powerOn + 1s); });
    nested.setAt(powerOn);
    EXPECT_DEATH(loop.runUntil(powerOn + 10ms), "inside a run");
}

TEST(EventLoop, StopsBetweenTwoTurnsAndGoesOn)
{
    EventLoop loop;
    Log log(loop);
    Alarm first(loop, [&] {
        log.add("first");
        loop.requestStop();
    });
    Alarm second(loop, [&] { log.add("second"); });
    first.setAt(powerOn + 1ms);
    second.setAt(powerOn + 1ms);
    EXPECT_EQ(loop.runUntil(powerOn + 5ms), RunOutcome::stopped);
    EXPECT_THAT(log.lines(), ElementsAre("1000us first"));
    EXPECT_EQ(loop.now(), powerOn + 1ms);
    EXPECT_EQ(loop.runUntil(powerOn + 5ms), RunOutcome::reachedEnd);
    EXPECT_THAT(log.lines(), ElementsAre("1000us first", "1000us second"));
}

TEST(EventLoop, RunsUntilIdle)
{
    EventLoop loop;
    Log log(loop);
    Scope scope(loop);
    scope.spawn(logAfter(loop, log, 36h, "long"), "long");
    EXPECT_EQ(loop.runUntilIdle(), RunOutcome::idle);
    EXPECT_EQ(loop.now(), powerOn + 36h);
    EXPECT_EQ(scope.size(), 0u);
}

TEST(EventLoop, ADelayBeyondTheEndOfTimeNeverEnds)
{
    EventLoop loop;
    Log log(loop);
    Scope scope(loop);
    loop.runUntil(powerOn + 1h);
    scope.spawn(logAfter(loop, log, Duration::max(), "?"), "patient");
    EXPECT_EQ(loop.runUntilIdle(), RunOutcome::idle);
    EXPECT_TRUE(log.lines().empty());
    EXPECT_EQ(scope.size(), 1u);
}

Task<void> throwAfter(EventLoop& loop, Duration duration)
{
    co_await loop.delay(duration);
    throw std::runtime_error("broken");
}

TEST(EventLoop, AnExceptionNobodyTakesComesOutAndTheLoopGoesOn)
{
    EventLoop loop;
    Log log(loop);
    Scope scope(loop);
    scope.spawn(throwAfter(loop, 1ms), "breaks");
    scope.spawn(logAfter(loop, log, 2ms, "goes on"), "other");
    EXPECT_THROW(loop.runUntil(powerOn + 5ms), std::runtime_error);
    EXPECT_EQ(loop.now(), powerOn + 1ms);
    loop.runUntil(powerOn + 5ms);
    EXPECT_THAT(log.lines(), ElementsAre("2000us goes on"));
}

// A little world with everything that could tell one slice from another, run in slices of a given size.
Task<void> blink(EventLoop& loop, Log& log, Duration period)
{
    while (true) {
        co_await loop.delay(period);
        log.add("blink " + std::to_string(period / 1us));
    }
}

Lines runInSlices(Duration slice)
{
    EventLoop loop;
    Log log(loop);
    Scope scope(loop);
    scope.spawn(blink(loop, log, 1ms), "blink");
    scope.spawn(blink(loop, log, 7ms), "blink");
    scope.spawn(blink(loop, log, 3333us), "blink");
    scope.spawn(compute(loop, log, 2700us, 40), "processor");
    Alarm alarm(loop, [&] {
        log.add("alarm");
        alarm.setAfter(5ms);
    });
    alarm.setAfter(0ms);
    const VirtualTime end = powerOn + 140ms;
    while (loop.now() < end)
        loop.runUntil(std::min(end, loop.now() + slice));
    return log.lines();
}

TEST(EventLoop, AnySliceSizeGivesTheSameRun)
{
    const Lines whole = runInSlices(1s);
    EXPECT_GT(whole.size(), 250u);
    for (Duration slice : {Duration(1ms), Duration(7ms), Duration(20ms), Duration(333us)})
        EXPECT_EQ(runInSlices(slice), whole) << "slice of " << slice / 1us << " us";
}

class CountingTurn : public Turn {
public:
    explicit CountingTurn(Log& log) : Turn(&CountingTurn::run), m_log(log) {}

private:
    static void run(Turn& turn) { static_cast<CountingTurn&>(turn).m_log.add("turn"); }
    Log& m_log;
};

TEST(EventLoop, ATurnIsInOnePlaceAtATime)
{
    EventLoop loop;
    Log log(loop);
    CountingTurn turn(log);
    EXPECT_TRUE(turn.isIdle());
    loop.cancel(turn);
    loop.postAt(turn, powerOn + 2ms);
    loop.post(turn);
    EXPECT_EQ(loop.timerCount(), 0u);
    loop.postAt(turn, powerOn + 4ms);
    loop.postAt(turn, powerOn + 3ms);
    EXPECT_EQ(turn.due(), powerOn + 3ms);
    loop.runUntil(powerOn + 9ms);
    EXPECT_THAT(log.lines(), ElementsAre("3000us turn"));
    EXPECT_TRUE(turn.isIdle());
    loop.post(turn);
    loop.cancel(turn);
    loop.runUntilIdle();
    EXPECT_EQ(log.lines().size(), 1u);
}

TEST(EventLoop, TurnsLeftOverAreIdleWhenTheLoopIsGone)
{
    auto loop = std::make_unique<EventLoop>();
    Log log(*loop);
    CountingTurn ready(log);
    CountingTurn timed(log);
    loop->post(ready);
    loop->postAt(timed, powerOn + 5h);
    loop.reset();
    EXPECT_TRUE(ready.isIdle());
    EXPECT_TRUE(timed.isIdle());
}

}  // namespace
}  // namespace coroboard::time
