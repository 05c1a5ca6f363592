// SPDX-License-Identifier: MIT
// Event ping-pong, lock hand-over, queue put and get, whenAll of a thousand, timeouts that are cancelled, and a look at all tasks.

#include <benchmark/benchmark.h>

#include "time/event.h"
#include "time/lock.h"
#include "time/queue.h"
#include "time/when_all.h"
#include "time/with_timeout.h"

namespace {

using namespace coroboard::time;
using namespace std::chrono_literals;

constexpr int rounds = 10'000;

Task<void> bat(Event& mine, Event& theirs)
{
    for (int round = 0; round < rounds; ++round) {
        co_await mine.wait();
        mine.clear();
        theirs.set();
    }
}

void eventPingPong(benchmark::State& state)
{
    EventLoop loop;
    for (auto _ : state) {
        Event ping("ping");
        Event pong("pong");
        Scope scope(loop);
        scope.spawn(bat(ping, pong), "left");
        scope.spawn(bat(pong, ping), "right");
        ping.set();
        loop.runUntilIdle();
    }
    state.SetItemsProcessed(state.iterations() * rounds * 2);
}
BENCHMARK(eventPingPong);

Task<void> takeTurns(EventLoop& loop, Lock& lock)
{
    for (int round = 0; round < rounds; ++round) {
        auto guard = co_await lock.acquire();
        co_await loop.yield();
    }
}

void lockHandOver(benchmark::State& state)
{
    EventLoop loop;
    for (auto _ : state) {
        Lock lock;
        Scope scope(loop);
        for (int task = 0; task < 3; ++task)
            scope.spawn(takeTurns(loop, lock), "holder");
        loop.runUntilIdle();
    }
    state.SetItemsProcessed(state.iterations() * rounds * 3);
}
BENCHMARK(lockHandOver);

Task<void> produce(Queue<int>& queue)
{
    for (int item = 0; item < rounds; ++item)
        co_await queue.put(item);
}

Task<void> consume(Queue<int>& queue)
{
    for (int item = 0; item < rounds; ++item)
        benchmark::DoNotOptimize(co_await queue.get());
}

void queuePutGet(benchmark::State& state)
{
    EventLoop loop;
    for (auto _ : state) {
        Queue<int> queue(10);
        Scope scope(loop);
        scope.spawn(produce(queue), "producer");
        scope.spawn(consume(queue), "consumer");
        loop.runUntilIdle();
    }
    state.SetItemsProcessed(state.iterations() * rounds);
}
BENCHMARK(queuePutGet);

Task<int> yieldOnce(EventLoop& loop, int value)
{
    co_await loop.yield();
    co_return value;
}

Task<void> gather(EventLoop& loop)
{
    std::vector<Task<int>> tasks;
    for (int task = 0; task < 1'000; ++task)
        tasks.push_back(yieldOnce(loop, task));
    benchmark::DoNotOptimize(co_await whenAll(std::move(tasks)));
}

void whenAllOfThousand(benchmark::State& state)
{
    EventLoop loop;
    for (auto _ : state) {
        auto task = loop.spawn(gather(loop), "gather");
        loop.runUntilIdle();
    }
    state.SetItemsProcessed(state.iterations() * 1'000);
}
BENCHMARK(whenAllOfThousand);

Task<void> timeOut(EventLoop& loop)
{
    Event never("never");
    for (int round = 0; round < 1'000; ++round) {
        auto quick = co_await withTimeout(yieldOnce(loop, round), 1s);
        benchmark::DoNotOptimize(quick);
    }
}

void timeoutNotReached(benchmark::State& state)
{
    EventLoop loop;
    for (auto _ : state) {
        auto task = loop.spawn(timeOut(loop), "patient");
        loop.runUntilIdle();
    }
    state.SetItemsProcessed(state.iterations() * 1'000);
}
BENCHMARK(timeoutNotReached);

Task<void> sleepLong(EventLoop& loop)
{
    while (true)
        co_await loop.delay(1h);
}

void inspectThousand(benchmark::State& state)
{
    EventLoop loop;
    Scope scope(loop);
    for (int task = 0; task < 1'000; ++task)
        scope.spawn(sleepLong(loop), "sleeper");
    loop.runUntil(powerOn + 1ms);
    for (auto _ : state)
        benchmark::DoNotOptimize(loop.inspect());
}
BENCHMARK(inspectThousand)->Unit(benchmark::kMicrosecond);

}  // namespace
