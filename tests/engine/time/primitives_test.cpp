// SPDX-License-Identifier: MIT
// Event, Signal, Lock, Queue, withTimeout, whenAll.
#include <gmock/gmock.h>

#include "engine/time/log.h"
#include "time/event.h"
#include "time/lock.h"
#include "time/queue.h"
#include "time/when_all.h"
#include "time/with_timeout.h"

namespace coroboard::time {
namespace {

using testing::ElementsAre;

class Primitives : public testing::Test {
protected:
    EventLoop loop;
    Log log{loop};
    Scope scope{loop};
};

Task<void> waitFor(Event& event, Log& log, std::string name)
{
    co_await event.wait();
    log.add(name);
}

TEST_F(Primitives, AnEventWakesAllInOrderAndStaysSet)
{
    Event event("door");
    scope.spawn(waitFor(event, log, "first"), "first");
    scope.spawn(waitFor(event, log, "second"), "second");
    loop.runUntil(powerOn + 1ms);
    EXPECT_EQ(event.waiting().size(), 2u);
    event.set();
    EXPECT_TRUE(log.lines().empty()) << "set() resumes nobody itself";
    scope.spawn(waitFor(event, log, "set before"), "third");
    loop.runUntil(powerOn + 2ms);
    EXPECT_THAT(log.lines(), ElementsAre("1000us first", "1000us second", "1000us set before"));
    event.clear();
    scope.spawn(waitFor(event, log, "never"), "fourth");
    loop.runUntil(powerOn + 3ms);
    EXPECT_EQ(log.lines().size(), 3u);
    event.set();
    event.clear();
    loop.runUntil(powerOn + 4ms);
    EXPECT_EQ(log.lines().back(), "3000us never") << "whoever waited when it was set has been woken";
}

TEST_F(Primitives, ASignalWakesOnlyThoseWhoWait)
{
    Signal edge("GP14", WaitKind::pinEdge);
    auto listen = [](Signal& signal, Log& log) -> Task<void> {
        while (true) {
            co_await signal.wait();
            log.add("edge");
        }
    };
    edge.notify();
    scope.spawn(listen(edge, log), "listener");
    loop.runUntil(powerOn + 1ms);
    edge.notify();
    edge.notify();
    loop.runUntil(powerOn + 2ms);
    edge.notify();
    loop.runUntil(powerOn + 3ms);
    EXPECT_THAT(log.lines(), ElementsAre("1000us edge", "2000us edge"));
}

TEST_F(Primitives, AnEventMayGoBeforeThoseWhoWaitForIt)
{
    auto event = std::make_unique<Event>("door");
    scope.spawn(waitFor(*event, log, "never"), "orphan");
    loop.runUntil(powerOn + 1ms);
    event.reset();
    loop.runUntil(powerOn + 2ms);
    EXPECT_TRUE(log.lines().empty());
    EXPECT_EQ(loop.inspect().at(0).wait.name, "gone");
}

Task<void> hold(EventLoop& loop, Lock& lock, Log& log, std::string name, Duration duration)
{
    auto guard = co_await lock.acquire();
    log.add(name);
    co_await loop.delay(duration);
}

TEST_F(Primitives, ALockIsHandedOverInTheOrderOfAsking)
{
    Lock lock("bus");
    for (const char* name : {"a", "b", "c"})
        scope.spawn(hold(loop, lock, log, name, 1ms), std::string(name));
    loop.runUntil(powerOn + 100us);
    EXPECT_EQ(lock.holder(), loop.inspect()[0].id);
    EXPECT_EQ(lock.waiting().size(), 2u);
    loop.runUntil(powerOn + 1s);
    EXPECT_THAT(log.lines(), ElementsAre("0us a", "1000us b", "2000us c"));
    EXPECT_FALSE(lock.isLocked());
}

TEST_F(Primitives, NobodySlipsInBetweenReleaseAndHandOver)
{
    Lock lock("bus");
    auto greedy = [](EventLoop& loop, Lock& lock, Log& log) -> Task<void> {
        for (int round = 0; round < 3; ++round) {
            auto guard = co_await lock.acquire();
            log.add("greedy");
            co_await loop.yield();
        }
    };
    scope.spawn(greedy(loop, lock, log), "greedy");
    scope.spawn(hold(loop, lock, log, "patient", 0ms), "patient");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("0us greedy", "0us patient", "0us greedy", "0us greedy"));
}

TEST_F(Primitives, ALockGivenToATaskThatIsCancelledBeforeItsTurnGoesToTheNext)
{
    Lock lock("bus");
    scope.spawn(hold(loop, lock, log, "a", 1ms), "a");
    const TaskId b = scope.spawn(hold(loop, lock, log, "b", 1ms), "b");
    scope.spawn(hold(loop, lock, log, "c", 1ms), "c");
    loop.runUntil(powerOn + 500us);
    auto killer = [](EventLoop& loop, Scope& scope, Lock& lock, TaskId victim) -> Task<void> {
        co_await loop.until(powerOn + 1ms);  // after a's turn: the lock is b's, b is ready
        EXPECT_EQ(lock.holder(), victim);
        scope.cancel(victim);
    };
    scope.spawn(killer(loop, scope, lock, b), "killer");
    loop.runUntil(powerOn + 10ms);
    EXPECT_THAT(log.lines(), ElementsAre("0us a", "1000us c"));
    EXPECT_FALSE(lock.isLocked());
}

TEST_F(Primitives, AGuardIsReleasedEarlyAndMoved)
{
    Lock lock("bus");
    auto user = [](Lock& lock, Log& log) -> Task<void> {
        auto guard = co_await lock.acquire();
        auto moved = std::move(guard);
        log.add(lock.isLocked() ? "locked" : "free");
        moved.release();
        moved.release();
        log.add(lock.isLocked() ? "locked" : "free");
        moved = co_await lock.acquire();
    };
    scope.spawn(user(lock, log), "user");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("0us locked", "0us free"));
    EXPECT_FALSE(lock.isLocked());
}

Task<void> produce(EventLoop& loop, Queue<int>& queue, Log& log, int count, Duration pause)
{
    for (int item = 1; item <= count; ++item) {
        co_await queue.put(item);
        log.add("put " + std::to_string(item));
        if (pause > 0ms)
            co_await loop.delay(pause);
    }
}

Task<void> consume(EventLoop& loop, Queue<int>& queue, Log& log, int count, Duration pause)
{
    for (int item = 1; item <= count; ++item) {
        const int got = co_await queue.get();
        log.add("got " + std::to_string(got));
        if (pause > 0ms)
            co_await loop.delay(pause);
    }
}

TEST_F(Primitives, AQueueIsBounded)
{
    Queue<int> queue(2, "readings");
    scope.spawn(produce(loop, queue, log, 4, 0ms), "producer");
    loop.runUntil(powerOn + 1ms);
    EXPECT_THAT(log.lines(), ElementsAre("0us put 1", "0us put 2"));
    EXPECT_TRUE(queue.isFull());
    EXPECT_EQ(queue.waitingToPut().size(), 1u);
    EXPECT_EQ(queue.tryPut(9), Queue<int>::PutOutcome::full);
    scope.spawn(consume(loop, queue, log, 4, 1ms), "consumer");
    loop.runUntil(powerOn + 10ms);
    EXPECT_THAT(log.lines(), ElementsAre("0us put 1", "0us put 2", "1000us got 1", "1000us put 3", "2000us got 2",
                                         "2000us put 4", "3000us got 3", "4000us got 4"));
    EXPECT_TRUE(queue.isEmpty());
}

TEST_F(Primitives, GettersAreServedInOrder)
{
    Queue<int> queue(1);
    for (int getter = 0; getter < 3; ++getter)
        scope.spawn(consume(loop, queue, log, 1, 0ms), "getter");
    loop.runUntil(powerOn + 1ms);
    EXPECT_EQ(queue.waitingToGet().size(), 3u);
    for (int item = 1; item <= 3; ++item)
        EXPECT_EQ(queue.tryPut(item), Queue<int>::PutOutcome::taken) << "handed straight to a getter";
    EXPECT_EQ(queue.size(), 0u);
    loop.runUntil(powerOn + 2ms);
    EXPECT_THAT(log.lines(), ElementsAre("1000us got 1", "1000us got 2", "1000us got 3"));
}

TEST_F(Primitives, AnItemHandedToATaskThatIsCancelledBeforeItsTurnIsNotLost)
{
    Queue<int> queue(1);
    const TaskId first = scope.spawn(consume(loop, queue, log, 1, 0ms), "first");
    loop.runUntil(powerOn + 1ms);
    queue.tryPut(1);
    queue.tryPut(2);
    scope.cancel(first);
    EXPECT_EQ(queue.tryGet(), 1);
    EXPECT_EQ(queue.tryGet(), 2);
    EXPECT_EQ(queue.tryGet(), std::nullopt);
}

Task<int> answerAfter(EventLoop& loop, Duration duration, Counted)
{
    co_await loop.delay(duration);
    co_return 42;
}

Task<void> tryWithTimeout(EventLoop& loop, Log& log, Duration work, Duration limit, int& living)
{
    const auto result = co_await withTimeout(answerAfter(loop, work, Counted(living)), limit);
    log.add(result ? std::to_string(*result) : "timed out after " + std::to_string(result.error().after / 1us));
}

TEST_F(Primitives, ATimeoutGivesTheResultOrCancels)
{
    int living = 0;
    scope.spawn(tryWithTimeout(loop, log, 1ms, 5ms, living), "in time");
    scope.spawn(tryWithTimeout(loop, log, 1h, 5ms, living), "too late");
    loop.runUntil(powerOn + 10ms);
    EXPECT_THAT(log.lines(), ElementsAre("1000us 42", "5000us timed out after 5000"));
    EXPECT_EQ(living, 0);
    EXPECT_EQ(loop.nextDue(), never);
}

TEST_F(Primitives, TimeoutsNestAndTheShorterOneWins)
{
    auto nested = [](Log& log) -> Task<void> {
        auto inner = []() -> Task<int> {
            Event silence("silence");
            auto result = co_await withTimeout(
                [](Event& event) -> Task<void> { co_await event.wait(); }(silence), 10ms);
            co_return result ? 1 : 2;
        };
        const auto outer = co_await withTimeout(inner(), 3ms);
        log.add(outer ? "inner" : "outer");
        const auto again = co_await withTimeout(inner(), 30ms);
        log.add(std::to_string(*again));
    };
    scope.spawn(nested(log), "nested");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("3000us outer", "13000us 2"));
}

Task<int> failAfter(EventLoop& loop, Duration duration)
{
    co_await loop.delay(duration);
    throw std::runtime_error("broken");
}

TEST_F(Primitives, AnExceptionPassesThroughATimeout)
{
    auto task = [](EventLoop& loop, Log& log) -> Task<void> {
        try {
            co_await withTimeout(failAfter(loop, 1ms), 5ms);
        } catch (const std::runtime_error& error) {
            log.add(error.what());
        }
    };
    scope.spawn(task(loop, log), "task");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("1000us broken"));
}

TEST_F(Primitives, WhenAllGivesResultsInTheOrderGiven)
{
    int living = 0;
    auto task = [](EventLoop& loop, Log& log, int& living) -> Task<void> {
        std::vector<Task<int>> none;
        EXPECT_TRUE((co_await whenAll(std::move(none))).empty());
        auto [slow, nothing, quick] =
            co_await whenAll(answerAfter(loop, 3ms, Counted(living)),
                             [](EventLoop& loop) -> Task<void> { co_await loop.delay(1ms); }(loop),
                             [](EventLoop& loop) -> Task<std::string> {
                                 co_await loop.delay(1ms);
                                 co_return "quick";
                             }(loop));
        static_assert(std::is_same_v<decltype(nothing), std::monostate>);
        log.add(std::to_string(slow) + " " + quick);
        std::vector<Task<int>> many;
        for (int index = 0; index < 100; ++index)
            many.push_back(answerAfter(loop, Duration(1ms) * (100 - index), Counted(living)));
        log.add(std::to_string((co_await whenAll(std::move(many))).size()));
    };
    scope.spawn(task(loop, log, living), "task");
    loop.runUntilIdle();
    EXPECT_THAT(log.lines(), ElementsAre("3000us 42 quick", "103000us 100"));
    EXPECT_EQ(living, 0);
}

TEST_F(Primitives, TheFirstFailureEndsWhenAllAndCancelsTheRest)
{
    int living = 0;
    auto task = [](EventLoop& loop, Log& log, int& living) -> Task<void> {
        try {
            co_await whenAll(answerAfter(loop, 1h, Counted(living)), failAfter(loop, 2ms), failAfter(loop, 2ms));
        } catch (const std::runtime_error& error) {
            log.add(error.what());
        }
    };
    scope.spawn(task(loop, log, living), "task");
    EXPECT_NO_THROW(loop.runUntil(powerOn + 1s));
    EXPECT_THAT(log.lines(), ElementsAre("2000us broken"));
    EXPECT_EQ(living, 0);
}

// Cancelling in the middle of every kind of await. The task holds a counted object in each frame; all must be gone, nothing may
// be touched afterwards (run it under the sanitizers), and the loop must go on.
struct World {
    explicit World(EventLoop& its) : loop(its) {}
    EventLoop& loop;
    Event event{"event"};
    Signal signal{"signal"};
    Lock lock{"lock"};
    Queue<int> empty{1, "empty"};
    Queue<int> full{1, "full"};
    Scope never{loop};
    std::optional<Spawned<void>> sleeper;
};

Task<void> sleepForEver(EventLoop& loop)
{
    while (true)
        co_await loop.delay(1h);
}

enum class AwaitKind { delay, until, yield, event, signal, lock, get, put, child, spawned, join, timeout, all, last };

Task<void> awaitSomething(World& world, AwaitKind kind, Counted counted)
{
    EventLoop& loop = world.loop;
    switch (kind) {
    case AwaitKind::delay: co_await loop.delay(1h); break;
    case AwaitKind::until: co_await loop.until(powerOn + 10h); break;
    case AwaitKind::yield:
        while (true)
            co_await loop.yield();
    case AwaitKind::event: co_await world.event.wait(); break;
    case AwaitKind::signal: co_await world.signal.wait(); break;
    case AwaitKind::lock: (void)co_await world.lock.acquire(); break;
    case AwaitKind::get: co_await world.empty.get(); break;
    case AwaitKind::put: co_await world.full.put(2); break;
    case AwaitKind::child: co_await awaitSomething(world, AwaitKind::event, counted); break;
    case AwaitKind::spawned: co_await *world.sleeper; break;
    case AwaitKind::join: co_await world.never.join(); break;
    case AwaitKind::timeout: co_await withTimeout(awaitSomething(world, AwaitKind::lock, counted), 2h); break;
    case AwaitKind::all:
        co_await whenAll(awaitSomething(world, AwaitKind::delay, counted), awaitSomething(world, AwaitKind::put, counted));
        break;
    case AwaitKind::last: break;
    }
    ADD_FAILURE() << "not reached";
}

class CancelInTheMiddle : public testing::TestWithParam<int> {};

TEST_P(CancelInTheMiddle, LeavesNothingBehind)
{
    EventLoop loop;
    int living = 0;
    {
        World world(loop);
        world.full.tryPut(1);
        world.never.spawn(sleepForEver(loop), "for ever");
        world.sleeper.emplace(loop.spawn(sleepForEver(loop), "sleeper"));
        Scope holder(loop);
        holder.spawn([](World& world) -> Task<void> {
            auto guard = co_await world.lock.acquire();
            co_await sleepForEver(world.loop);
        }(world), "holder");
        for (Duration ranFor : {Duration(0), Duration(1ms)}) {
            auto task = loop.spawn(awaitSomething(world, static_cast<AwaitKind>(GetParam()), Counted(living)), "victim");
            if (static_cast<AwaitKind>(GetParam()) == AwaitKind::yield) {
                auto stopper = loop.spawn([](EventLoop& loop) -> Task<void> {
                    co_await loop.yield();
                    loop.requestStop();
                }(loop), "stopper");
                if (ranFor > 0ms)
                    loop.runFor(ranFor);
            } else {
                loop.runFor(ranFor);
            }
            EXPECT_GE(living, 1);
            task.cancel();
            EXPECT_EQ(living, 0);
        }
        // The world still works.
        world.event.set();
        world.signal.notify();
        EXPECT_EQ(world.full.tryGet(), 1);
        EXPECT_EQ(world.full.tryGet(), std::nullopt);
        EXPECT_EQ(world.empty.tryPut(3), Queue<int>::PutOutcome::taken);
        EXPECT_EQ(world.empty.size(), 1u);
        EXPECT_TRUE(world.lock.waiting().empty());
        EXPECT_EQ(loop.runFor(3h), RunOutcome::reachedEnd);
        EXPECT_EQ(loop.inspect().size(), 3u);
    }
    EXPECT_TRUE(loop.inspect().empty());
}

INSTANTIATE_TEST_SUITE_P(EveryAwait, CancelInTheMiddle, testing::Range(0, static_cast<int>(AwaitKind::last)));

}  // namespace
}  // namespace coroboard::time
