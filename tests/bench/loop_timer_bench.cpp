// SPDX-License-Identifier: MIT
// Timers: N sleepers, each of which, when its time has come, sleeps again for a random while. The peer is a
// std::priority_queue of (time, sequence, handle), the usual way to write such a loop. And what a sleeping task weighs.

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <coroutine>
#include <queue>
#include <random>
#include <tuple>
#include <vector>

#include "time/event_loop.h"

namespace {

using namespace coroboard::time;
using namespace std::chrono_literals;

constexpr int firingsPerIteration = 10'000;

// The same pseudo-random naps, below about one second, for every contender.
class Naps {
public:
    Duration next()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return Duration(1 + static_cast<Duration::rep>(m_state % 1'000'000'000));
    }

private:
    std::uint64_t m_state = 88172645463325252;
};

class Napper : public Turn {
public:
    Napper(EventLoop& loop, Naps& naps, int& firingsLeft)
        : Turn(&Napper::wakeUp), m_loop(loop), m_naps(naps), m_firingsLeft(firingsLeft)
    {
        m_loop.postAfter(*this, m_naps.next());
    }
    ~Napper() { m_loop.cancel(*this); }

private:
    static void wakeUp(Turn& turn)
    {
        auto& napper = static_cast<Napper&>(turn);
        napper.m_loop.postAfter(napper, napper.m_naps.next());
        if (--napper.m_firingsLeft == 0)
            napper.m_loop.requestStop();
    }

    EventLoop& m_loop;
    Naps& m_naps;
    int& m_firingsLeft;
};

void timersWheel(benchmark::State& state)
{
    EventLoop loop;
    Naps naps;
    int firingsLeft = 0;
    std::deque<Napper> nappers;
    for (int napper = 0; napper < state.range(0); ++napper)
        nappers.emplace_back(loop, naps, firingsLeft);
    for (auto _ : state) {
        firingsLeft = firingsPerIteration;
        loop.runUntilIdle();
    }
    state.SetItemsProcessed(state.iterations() * firingsPerIteration);
}
BENCHMARK(timersWheel)->Arg(1'000)->Arg(1'000'000)->MinTime(0.5);

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

using Entry = std::tuple<std::int64_t, std::uint64_t, std::coroutine_handle<>>;
using Heap = std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>>;

// The heap alone: nothing is resumed. The tasks below compare whole loops.
void timersHeap(benchmark::State& state)
{
    Heap heap;
    Naps naps;
    std::uint64_t sequence = 0;
    for (int sleeper = 0; sleeper < state.range(0); ++sleeper)
        heap.emplace(naps.next().count(), ++sequence, std::noop_coroutine());
    for (auto _ : state) {
        for (int firing = 0; firing < firingsPerIteration; ++firing) {
            const auto [now, order, handle] = heap.top();
            heap.pop();
            heap.emplace(now + naps.next().count(), ++sequence, handle);
        }
    }
    state.SetItemsProcessed(state.iterations() * firingsPerIteration);
}
BENCHMARK(timersHeap)->Arg(1'000)->Arg(1'000'000)->MinTime(0.5);

Task<void> napForEver(EventLoop& loop, Naps& naps, int& firingsLeft)
{
    while (true) {
        co_await loop.delay(naps.next());
        if (--firingsLeft == 0)
            loop.requestStop();
    }
}

void sleepingTasksOurs(benchmark::State& state)
{
    EventLoop loop;
    Scope scope(loop);
    Naps naps;
    int firingsLeft = 0;
    for (int sleeper = 0; sleeper < state.range(0); ++sleeper)
        scope.spawn(napForEver(loop, naps, firingsLeft), "napper");
    loop.runUntil(powerOn + Duration(1));
    for (auto _ : state) {
        firingsLeft = firingsPerIteration;
        loop.runUntilIdle();
    }
    state.SetItemsProcessed(state.iterations() * firingsPerIteration);
}
BENCHMARK(sleepingTasksOurs)->Arg(1'000)->Arg(1'000'000)->MinTime(0.5);

struct HeapLoop {
    Heap heap;
    std::int64_t now = 0;
    std::uint64_t sequence = 0;

    struct Sleep {
        HeapLoop& loop;
        std::int64_t due;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> frame) { loop.heap.emplace(due, ++loop.sequence, frame); }
        void await_resume() const noexcept {}
    };
    Sleep delay(Duration duration) { return {*this, now + duration.count()}; }
};

Bare napOnHeap(HeapLoop& loop, Naps& naps)
{
    while (true)
        co_await loop.delay(naps.next());
}

void sleepingTasksHeap(benchmark::State& state)
{
    HeapLoop loop;
    Naps naps;
    std::vector<std::coroutine_handle<>> frames;
    for (int sleeper = 0; sleeper < state.range(0); ++sleeper) {
        frames.push_back(napOnHeap(loop, naps).frame);
        frames.back().resume();
    }
    for (auto _ : state) {
        for (int firing = 0; firing < firingsPerIteration; ++firing) {
            const auto [due, order, frame] = loop.heap.top();
            loop.heap.pop();
            loop.now = due;
            frame.resume();
        }
    }
    for (std::coroutine_handle<> frame : frames)
        frame.destroy();
    state.SetItemsProcessed(state.iterations() * firingsPerIteration);
}
BENCHMARK(sleepingTasksHeap)->Arg(1'000)->Arg(1'000'000)->MinTime(0.5);

Task<void> sleeper(EventLoop& loop, Duration duration) { co_await loop.delay(duration); }

// Bytes the allocator hands out, its own overhead included, for each of a million sleeping tasks.
void bytesPerSleepingTask(benchmark::State& state)
{
    constexpr std::size_t count = 1'000'000;
    double bytes = 0;
    for (auto _ : state) {
        EventLoop loop;
        Scope scope(loop);
        const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
        for (std::size_t task = 0; task < count; ++task)
            scope.spawn(sleeper(loop, 1s + Duration(task)), "sleeper");
        loop.runUntil(powerOn + 1ms);
        bytes = static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd - before) / count;
    }
    state.counters["bytes"] = bytes;
    state.counters["sizeof(TaskRecord)"] = sizeof(TaskRecord);
}
BENCHMARK(bytesPerSleepingTask)->Iterations(1);

}  // namespace
