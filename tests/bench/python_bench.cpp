// SPDX-License-Identifier: MIT
// MicroPython programs on the emulated board beside the same text under python3, in one run. Each program counts its own rounds; the
// figure is host time per round. python3 measures itself (perf_counter around the work), so its start-up does not count; our figure
// includes cloning the boot image. `native` appears where a `micropython` program is on the PATH.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

#include "simulation/simulation.h"

namespace {

using namespace coroboard;

struct Workload {
    const char* name;
    std::int64_t rounds;
    const char* text;
};

const Workload workloads[] = {
    {"sleep0_among_100_tasks", 200'000, R"(
import asyncio
async def spin():
    for i in range(2000):
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*[spin() for i in range(100)])
asyncio.run(main())
)"},
    {"event_ping_pong", 40'000, R"(
import asyncio
async def ping(a, b):
    for i in range(20000):
        await a.wait()
        a.clear()
        b.set()
async def pong(a, b):
    for i in range(20000):
        a.set()
        await b.wait()
        b.clear()
async def main():
    a = asyncio.Event()
    b = asyncio.Event()
    await asyncio.gather(ping(a, b), pong(a, b))
asyncio.run(main())
)"},
    {"lock_hand_over", 40'000, R"(
import asyncio
async def use(lock):
    for i in range(20000):
        async with lock:
            await asyncio.sleep(0)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(use(lock), use(lock))
asyncio.run(main())
)"},
    {"queue_put_get", 20'000, R"(
import asyncio
class Queue:
    def __init__(self, size):
        self.items = []
        self.size = size
        self.filled = asyncio.Event()
        self.drained = asyncio.Event()
    async def put(self, item):
        while len(self.items) >= self.size:
            self.drained.clear()
            await self.drained.wait()
        self.items.append(item)
        self.filled.set()
    async def get(self):
        while not self.items:
            self.filled.clear()
            await self.filled.wait()
        item = self.items.pop(0)
        self.drained.set()
        return item
async def produce(queue):
    for i in range(20000):
        await queue.put(i)
async def consume(queue):
    for i in range(20000):
        await queue.get()
async def main():
    queue = Queue(4)
    await asyncio.gather(produce(queue), consume(queue))
asyncio.run(main())
)"},
    {"gather_of_1000", 50'000, R"(
import asyncio
async def nothing():
    pass
async def main():
    for i in range(50):
        await asyncio.gather(*[nothing() for i in range(1000)])
asyncio.run(main())
)"},
    {"wait_for_and_cancel", 20'000, R"(
import asyncio
async def soon():
    await asyncio.sleep(0)
async def late():
    await asyncio.sleep(3600)
async def main():
    for i in range(10000):
        await asyncio.wait_for(soon(), 10)
        task = asyncio.create_task(late())
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass
asyncio.run(main())
)"},
    {"fib_24_and_a_loop", 1, R"(
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(24)
total = 0
for i in range(500000):
    total += i & 7
)"},
};

board::BoardProfile bareBoard()
{
    board::BoardProfile profile;
    profile.name = "bench";
    profile.chip.heapBytes = 2 * 1024 * 1024;
    return profile;
}

void onTheBoard(benchmark::State& state, const Workload& workload)
{
    const auto program = std::make_shared<const program::Program>(program::programFromText(workload.text));
    for (auto _ : state) {
        auto simulation = simulation::Simulation::create(bareBoard(), program, {});
        if (!simulation) {
            state.SkipWithError(simulation.error().message.c_str());
            return;
        }
        (*simulation)->runUntil(time::powerOn + std::chrono::hours{10}, simulation::AtProgramEnd::Return);
        if ((*simulation)->stopReason() != simulation::StopReason::Finished) {
            state.SkipWithError((*simulation)->exceptionText().c_str());
            return;
        }
    }
    state.SetItemsProcessed(state.iterations() * workload.rounds);
}

// A host interpreter runs the text and prints how many seconds the work took.
void elsewhere(benchmark::State& state, const Workload& workload, const std::string& interpreter, const std::string& clock)
{
    const std::string file = "python_bench_" + std::string(workload.name) + ".py";
    std::ofstream(file) << "import time as _time\n_start = " << clock << "\n" << workload.text << "\nprint((" << clock << ") - _start)\n";
    for (auto _ : state) {
        FILE* pipe = popen((interpreter + " " + file).c_str(), "r");
        double seconds = 0;
        const bool read = pipe && std::fscanf(pipe, "%lf", &seconds) == 1;
        if (!pipe || pclose(pipe) != 0 || !read) {
            state.SkipWithError((interpreter + " did not run the program").c_str());
            break;
        }
        state.SetIterationTime(seconds);
    }
    state.SetItemsProcessed(state.iterations() * workload.rounds);
    std::remove(file.c_str());
}

bool isInstalled(const char* program) { return std::system((std::string("command -v ") + program + " >/dev/null 2>&1").c_str()) == 0; }

}  // namespace

int main(int argc, char** argv)
{
    for (const Workload& workload : workloads) {
        const std::string name = workload.name;
        benchmark::RegisterBenchmark((name + "/board").c_str(), [&](benchmark::State& s) { onTheBoard(s, workload); })
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
        benchmark::RegisterBenchmark((name + "/python3").c_str(),
                                     [&](benchmark::State& s) { elsewhere(s, workload, "python3", "_time.perf_counter()"); })
            ->Unit(benchmark::kMillisecond)
            ->UseManualTime();
        if (isInstalled("micropython"))
            benchmark::RegisterBenchmark((name + "/native").c_str(),
                                         [&](benchmark::State& s) { elsewhere(s, workload, "micropython", "_time.ticks_us() / 1e6"); })
                ->Unit(benchmark::kMillisecond)
                ->UseManualTime();
    }
    benchmark::RegisterBenchmark("boot/clone_and_first_bytecode", [](benchmark::State& state) {
        const auto empty = std::make_shared<const program::Program>(program::programFromText("pass\n"));
        for (auto _ : state) {
            auto simulation = simulation::Simulation::create(bareBoard(), empty, {});
            (*simulation)->runUntil(time::powerOn + std::chrono::seconds{1}, simulation::AtProgramEnd::Return);
        }
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("boot/first_in_the_process", [](benchmark::State& state) {
        // A size of heap never asked for before makes a new boot image, asyncio and machine imported from their sources.
        static std::uint32_t heap = 200 * 1024;
        const auto empty = std::make_shared<const program::Program>(program::programFromText("pass\n"));
        for (auto _ : state) {
            board::BoardProfile profile = bareBoard();
            profile.chip.heapBytes = heap += 4096;
            auto simulation = simulation::Simulation::create(profile, empty, {});
            (*simulation)->runUntil(time::powerOn + std::chrono::seconds{1}, simulation::AtProgramEnd::Return);
        }
    })->Unit(benchmark::kMillisecond)->Iterations(10);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
