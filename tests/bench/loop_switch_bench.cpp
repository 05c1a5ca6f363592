// SPDX-License-Identifier: MIT
// What one switch costs: 100 tasks that only yield, through our ready queue, through Asio's, and by hand from a ring of handles.

#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/use_awaitable.hpp>
#include <benchmark/benchmark.h>

#include <coroutine>
#include <vector>

#include "time/event_loop.h"

namespace {

using namespace coroboard::time;

constexpr int taskCount = 100;
constexpr int roundsPerIteration = 1'000;

Task<void> yieldForEver(EventLoop& loop)
{
    while (true)
        co_await loop.yield();
}

Task<void> stopAfter(EventLoop& loop, int rounds)
{
    for (int round = 0; round < rounds; ++round)
        co_await loop.yield();
    loop.requestStop();
}

void switchOurs(benchmark::State& state)
{
    EventLoop loop;
    Scope scope(loop);
    for (int task = 1; task < taskCount; ++task)
        scope.spawn(yieldForEver(loop), "yielder");
    for (auto _ : state) {
        scope.spawn(stopAfter(loop, roundsPerIteration), "stopper");
        loop.runUntil(loop.now() + Duration(1));
    }
    state.SetItemsProcessed(state.iterations() * roundsPerIteration * taskCount);
}
BENCHMARK(switchOurs);

asio::awaitable<void> yieldInAsio(asio::io_context& context, const bool& stop)
{
    while (!stop)
        co_await asio::post(context, asio::use_awaitable);
}

asio::awaitable<void> stopAsioAfter(asio::io_context& context, int rounds, bool& stop)
{
    for (int round = 0; round < rounds; ++round)
        co_await asio::post(context, asio::use_awaitable);
    stop = true;
}

void switchAsio(benchmark::State& state)
{
    for (auto _ : state) {
        asio::io_context context(1);
        bool stop = false;
        for (int task = 1; task < taskCount; ++task)
            asio::co_spawn(context, yieldInAsio(context, stop), asio::detached);
        asio::co_spawn(context, stopAsioAfter(context, roundsPerIteration, stop), asio::detached);
        context.run();
    }
    state.SetItemsProcessed(state.iterations() * roundsPerIteration * taskCount);
}
BENCHMARK(switchAsio);

// The floor: nothing but resuming handles in turn, no order of events, no bookkeeping, no cancellation.
struct Bare {
    struct promise_type {
        Bare get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() {}
    };
    std::coroutine_handle<promise_type> frame;
};

Bare yieldBare()
{
    while (true)
        co_await std::suspend_always{};
}

void switchBareRing(benchmark::State& state)
{
    std::vector<std::coroutine_handle<>> ring;
    for (int task = 0; task < taskCount; ++task)
        ring.push_back(yieldBare().frame);
    for (auto _ : state) {
        for (int round = 0; round < roundsPerIteration; ++round) {
            for (std::coroutine_handle<> frame : ring)
                frame.resume();
        }
    }
    for (std::coroutine_handle<> frame : ring)
        frame.destroy();
    state.SetItemsProcessed(state.iterations() * roundsPerIteration * taskCount);
}
BENCHMARK(switchBareRing);

Task<int> answer() { co_return 42; }

Task<void> awaitChildren(int count)
{
    for (int child = 0; child < count; ++child)
        benchmark::DoNotOptimize(co_await answer());
}

// Creating, awaiting and destroying a child that does not wait.
void awaitChild(benchmark::State& state)
{
    EventLoop loop;
    for (auto _ : state) {
        auto task = loop.spawn(awaitChildren(roundsPerIteration), "parent");
        loop.runUntilIdle();
    }
    state.SetItemsProcessed(state.iterations() * roundsPerIteration);
}
BENCHMARK(awaitChild);

}  // namespace
