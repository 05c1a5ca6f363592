// SPDX-License-Identifier: MIT
// Tasks: inert until driven, results and exceptions through awaits, lifetimes, owners, and no growth of the native stack.
#include "time/task.h"

#include <gmock/gmock.h>

#include "engine/time/log.h"
#include "time/timeline.h"

namespace coroboard::time {
namespace {

using testing::ElementsAre;

Task<void> greet(Log& log, std::string name)
{
    log.add("hello, " + name);
    co_return;
}

TEST(Task, RunsNothingUntilDriven)
{
    EventLoop loop;
    Log log(loop);
    Task<void> greeting = greet(log, "Alice");
    loop.runUntil(powerOn + 1ms);
    EXPECT_TRUE(log.lines().empty());
    auto running = loop.spawn(std::move(greeting), "greet");
    EXPECT_FALSE(greeting.isValid());
    EXPECT_TRUE(log.lines().empty());
    loop.runUntil(powerOn + 2ms);
    EXPECT_THAT(log.lines(), ElementsAre("1000us hello, Alice"));
    EXPECT_TRUE(running.isDone());
}

TEST(Task, NeverDrivenItsFrameIsDestroyedAllTheSame)
{
    int living = 0;
    auto inert = [](Counted) -> Task<void> { co_return; };
    {
        Task<void> task = inert(Counted(living));
        EXPECT_EQ(living, 1);
    }
    EXPECT_EQ(living, 0);
}

Task<int> readSensor(EventLoop& loop)
{
    co_await loop.delay(9ms);
    co_return 21;
}

Task<int> average(EventLoop& loop, Log& log)
{
    int sum = 0;
    for (int reading = 0; reading < 3; ++reading) {
        sum += co_await readSensor(loop);
        log.add("sum " + std::to_string(sum));
    }
    co_return sum / 3;
}

TEST(Task, AwaitBindsTheResultAndKeepsTheLocals)
{
    EventLoop loop;
    Log log(loop);
    auto task = loop.spawn(average(loop, log), "average");
    loop.runUntil(powerOn + 1s);
    EXPECT_THAT(log.lines(), ElementsAre("9000us sum 21", "18000us sum 42", "27000us sum 63"));
    EXPECT_EQ(task.takeResult(), 21);
}

Task<std::unique_ptr<int>> box(int value) { co_return std::make_unique<int>(value); }

Task<int> unbox()
{
    auto boxed = co_await box(3);
    co_return *boxed;
}

TEST(Task, ResultsNeedOnlyBeMovable)
{
    EventLoop loop;
    auto task = loop.spawn(unbox(), "unbox");
    loop.runUntilIdle();
    EXPECT_EQ(task.takeResult(), 3);
}

Task<void> fail(EventLoop& loop, Duration after)
{
    co_await loop.delay(after);
    throw std::runtime_error("sensor unplugged");
}

Task<void> passOn(EventLoop& loop, Counted)
{
    co_await fail(loop, 1ms);
    ADD_FAILURE() << "not reached";
}

Task<std::string> catchIt(EventLoop& loop, Counted counted)
{
    std::string caught = "nothing";
    try {
        co_await passOn(loop, counted);
    } catch (const std::runtime_error& error) {
        caught = error.what();
    }
    co_await loop.delay(1ms);
    co_return caught;
}

TEST(Task, AnExceptionTravelsThroughTheAwaits)
{
    EventLoop loop;
    int living = 0;
    auto task = loop.spawn(catchIt(loop, Counted(living)), "catch");
    loop.runUntilIdle();
    EXPECT_EQ(task.takeResult(), "sensor unplugged");
    EXPECT_EQ(loop.now(), powerOn + 2ms);
    task.cancel();
    EXPECT_EQ(living, 0);
}

Task<int> one(Counted) { co_return 1; }

Task<long> sumOfOnes(int count, int& living)
{
    long sum = 0;
    for (int index = 0; index < count; ++index)
        sum += co_await one(Counted(living));
    co_return sum;
}

TEST(Task, AMillionAwaitsThatFinishAtOnceDoNotGrowTheStack)
{
    EventLoop loop;
    int living = 0;
    auto task = loop.spawn(sumOfOnes(1'000'000, living), "sum");
    loop.runUntilIdle();
    EXPECT_EQ(task.takeResult(), 1'000'000);
    EXPECT_EQ(living, 0);
}

Task<int> depth(EventLoop& loop, int left)
{
    if (left == 0) {
        co_await loop.delay(1ms);
        co_return 0;
    }
    co_return 1 + co_await depth(loop, left - 1);
}

TEST(Task, AHundredThousandNestedAwaitsReturnOneByOne)
{
    EventLoop loop;
    auto task = loop.spawn(depth(loop, 100'000), "deep");
    loop.runUntilIdle();
    EXPECT_EQ(task.takeResult(), 100'000);
}

TEST(Task, AwaitingAChildTakesNoTurn)
{
    EventLoop loop;
    Log log(loop);
    auto parent = [](Log& log) -> Task<void> {
        log.add("before");
        co_await greet(log, "child");
        log.add("after");
    };
    Scope scope(loop);
    scope.spawn(parent(log), "parent");
    scope.spawn(greet(log, "next in the queue"), "other");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("0us before", "0us hello, child", "0us after", "0us hello, next in the queue"));
}

TEST(Task, YieldGoesToTheTail)
{
    EventLoop loop;
    Log log(loop);
    auto twice = [](EventLoop& loop, Log& log, std::string name) -> Task<void> {
        log.add(name);
        co_await loop.yield();
        log.add(name + " again");
    };
    Scope scope(loop);
    for (const char* name : {"a", "b", "c"})
        scope.spawn(twice(loop, log, name), std::string(name));
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("0us a", "0us b", "0us c", "0us a again", "0us b again", "0us c again"));
}

Task<void> waitCounted(EventLoop& loop, Counted, Duration duration) { co_await loop.delay(duration); }

Task<void> waitNested(EventLoop& loop, Counted counted, Duration duration) { co_await waitCounted(loop, counted, duration); }

TEST(Spawned, DestroyingTheHandleCancelsAtAnyDepth)
{
    EventLoop loop;
    int living = 0;
    {
        auto task = loop.spawn(waitNested(loop, Counted(living), 1h), "nested");
        loop.runUntil(powerOn + 1ms);
        EXPECT_GE(living, 2);
        EXPECT_FALSE(task.isDone());
    }
    EXPECT_EQ(living, 0);
    EXPECT_EQ(loop.nextDue(), never);
    EXPECT_TRUE(loop.inspect().empty());
}

TEST(Spawned, NeverStartedItIsCancelledTheSameWay)
{
    EventLoop loop;
    int living = 0;
    auto task = loop.spawn(waitNested(loop, Counted(living), 1h), "nested");
    task.cancel();
    EXPECT_TRUE(task.isEmpty());
    EXPECT_EQ(living, 0);
}

TEST(Spawned, IsAwaitedByAnotherTask)
{
    EventLoop loop;
    Log log(loop);
    auto parent = [](EventLoop& loop, Log& log) -> Task<void> {
        auto early = loop.spawn(readSensor(loop), "early");
        auto late = loop.spawn(readSensor(loop), "late");
        co_await loop.delay(20ms);
        log.add("both are over: " + std::to_string(co_await early + co_await late));
        auto third = loop.spawn(readSensor(loop), "third");
        log.add("third: " + std::to_string(co_await third));
    };
    auto task = loop.spawn(parent(loop, log), "parent");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("20000us both are over: 42", "29000us third: 21"));
}

TEST(Spawned, AwaitedAndCancelledByItsOwnerItThrowsThere)
{
    EventLoop loop;
    Log log(loop);
    auto child = loop.spawn(readSensor(loop), "child");
    auto parent = [](Spawned<int>& child, Log& log) -> Task<void> {
        try {
            co_await child;
        } catch (const TaskCancelled&) {
            log.add("cancelled");
        }
    };
    auto task = loop.spawn(parent(child, log), "parent");
    loop.runUntil(powerOn + 1ms);
    child.cancel();
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("1000us cancelled"));
}

TEST(Spawned, AFailureNobodyAskedForComesOutOfTheLoop)
{
    EventLoop loop;
    {
        auto task = loop.spawn(fail(loop, 1ms), "fails");
        EXPECT_NO_THROW(loop.runUntil(powerOn + 5ms));
        EXPECT_TRUE(task.hasFailed());
    }
    EXPECT_THROW(loop.runUntil(powerOn + 6ms), std::runtime_error);
    EXPECT_NO_THROW(loop.runUntil(powerOn + 7ms));
}

TEST(Spawned, ATaskThatDropsItsOwnHandleEndsAtItsNextAwait)
{
    EventLoop loop;
    Log log(loop);
    int living = 0;
    std::optional<Spawned<void>> self;
    auto suicidal = [](EventLoop& loop, Log& log, std::optional<Spawned<void>>& self, Counted) -> Task<void> {
        co_await loop.delay(1ms);
        self.reset();
        log.add("still running");
        co_await loop.delay(1ms);
        log.add("not reached");
    };
    self.emplace(loop.spawn(suicidal(loop, log, self, Counted(living)), "self"));
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("1000us still running"));
    EXPECT_EQ(living, 0);
}

TEST(Scope, OwnsItsChildrenAndCancelsThem)
{
    EventLoop loop;
    int living = 0;
    {
        Scope scope(loop);
        scope.spawn(waitCounted(loop, Counted(living), 1ms), "short");
        const TaskId chosen = scope.spawn(waitCounted(loop, Counted(living), 1h), "chosen");
        scope.spawn(waitCounted(loop, Counted(living), 1h), "long");
        EXPECT_EQ(scope.size(), 3u);
        loop.runUntil(powerOn + 2ms);
        EXPECT_EQ(scope.size(), 2u);
        scope.cancel(chosen);
        scope.cancel(chosen);
        EXPECT_EQ(scope.size(), 1u);
        EXPECT_EQ(living, 1);
    }
    EXPECT_EQ(living, 0);
}

Task<void> logLater(EventLoop& loop, Log& log)
{
    co_await loop.delay(2ms);
    log.add("later");
}

TEST(Scope, JoinWaitsForAllAndThrowsTheFirstFailure)
{
    EventLoop loop;
    Log log(loop);
    auto parent = [](EventLoop& loop, Log& log) -> Task<void> {
        Scope scope(loop);
        co_await scope.join();
        scope.spawn(logLater(loop, log), "later");
        scope.spawn(fail(loop, 1ms), "fails");
        try {
            co_await scope.join();
        } catch (const std::runtime_error& error) {
            log.add(error.what());
        }
    };
    auto task = loop.spawn(parent(loop, log), "parent");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("2000us later", "2000us sensor unplugged"));
}

TEST(Scope, IsDestroyedByItsOwnChild)
{
    EventLoop loop;
    Log log(loop);
    int living = 0;
    auto scope = std::make_unique<Scope>(loop);
    auto child = [](EventLoop& loop, std::unique_ptr<Scope>& scope, Log& log, Counted) -> Task<void> {
        co_await loop.delay(1ms);
        scope.reset();
        log.add("the scope is gone");
        co_await loop.delay(1ms);
        log.add("not reached");
    };
    scope->spawn(waitCounted(loop, Counted(living), 1h), "sibling");
    scope->spawn(child(loop, scope, log, Counted(living)), "child");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("1000us the scope is gone"));
    EXPECT_EQ(living, 0);
}

TEST(Timeline, IsAllADeviceSeesOfTime)
{
    EventLoop loop;
    Log log(loop);
    class Blinker {
    public:
        Blinker(EventLoop& loop, Log& log) : m_time(loop, "blinker"), m_log(log) { m_time.spawn(blink(), "blink"); }

    private:
        Task<void> blink()
        {
            const VirtualTime started = m_time.now();
            co_await m_time.delay(2ms);
            m_log.add("on");
            co_await m_time.until(started + 5ms);
            m_log.add("off");
            co_await m_time.delay(1h);
        }
        Timeline m_time;
        Log& m_log;
    };
    {
        Blinker blinker(loop, log);
        loop.runUntil(powerOn + 10ms);
        const auto tasks = loop.inspect();
        ASSERT_EQ(tasks.size(), 1u);
        EXPECT_EQ(tasks[0].name, "blink");
        EXPECT_EQ(tasks[0].kind, TaskKind::part);
    }
    EXPECT_THAT(log.lines(), ElementsAre("2000us on", "5000us off"));
    EXPECT_TRUE(loop.inspect().empty());
}

TEST(EventLoopDeathTest, TasksGoBeforeTheirLoop)
{
    EXPECT_DEATH(
        {
            auto loop = std::make_unique<EventLoop>();
            Scope scope(*loop);
            loop.reset();
        },
        "go before their loop");
}

}  // namespace
}  // namespace coroboard::time
