// SPDX-License-Identifier: MIT
// What looking costs: EventLoop::inspect() of a Python program with many tasks, each with two frames and five locals. The figure to
// hold is 1 ms for 1,000 tasks.
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>

#include "board/board_profile.h"
#include "modules/micropython_firmware.h"

namespace {

using namespace coroboard;

constexpr std::string_view profileText = R"({"title": "Bench", "picture": {"file": "bench.svg", "width": 100, "height": 100},
"chip": {"name": "RP2040", "platform": "rp2", "clockHz": 125000000, "nanosecondsPerBytecode": 500, "heapBytes": 2097152},
"pins": [{"name": "GP0", "number": 0}], "parts": []})";

std::string sleepers(std::int64_t count)
{
    return "import asyncio\n"
           "async def wait(seconds):\n    label = 'sensor'\n    await asyncio.sleep(seconds)\n"
           "async def worker(number):\n    half = number / 2\n    items = [number, half]\n    await wait(1000)\n"
           "async def main():\n    await asyncio.gather(*[worker(i) for i in range(" + std::to_string(count) + ")])\n"
           "asyncio.run(main())\n";
}

std::string waiters(std::int64_t count)
{
    return "import asyncio\nready = asyncio.Event()\n"
           "async def worker(number):\n    half = number / 2\n    await ready.wait()\n"
           "async def main():\n    await asyncio.gather(*[worker(i) for i in range(" + std::to_string(count) + ")])\n"
           "asyncio.run(main())\n";
}

void inspect(benchmark::State& state, std::string (*program)(std::int64_t))
{
    auto profile = board::parseProfile(std::string(profileText), "bench.json");
    if (!profile) throw std::runtime_error(profile.error().message);
    time::EventLoop loop;
    board::Board board(*profile, loop, {});
    modules::MicroPythonFirmware firmware(
        {.loop = loop,
         .board = board,
         .program = std::make_shared<const program::Program>(program::programFromText(program(state.range(0)))),
         .seed = 1,
         .flash = nullptr,
         .console = [](std::string_view) {},
         .report = [](std::string_view) {}});
    std::optional<time::Spawned<void>> run(loop.spawn(firmware.run(), "main", time::TaskKind::program));
    loop.runFor(std::chrono::seconds{10});
    std::size_t tasks = 0;
    for (auto _ : state) {
        const auto infos = loop.inspect();
        tasks = infos.size();
        benchmark::DoNotOptimize(infos.data());
    }
    if (tasks < static_cast<std::size_t>(state.range(0))) state.SkipWithError(firmware.exceptionText().c_str());
    state.counters["tasks"] = static_cast<double>(tasks);
    run.reset();
}

BENCHMARK_CAPTURE(inspect, sleepers, sleepers)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(inspect, waiters, waiters)->Arg(1000)->Unit(benchmark::kMicrosecond);

}  // namespace
