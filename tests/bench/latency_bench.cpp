// SPDX-License-Identifier: MIT
// Through the integration thread, as the GUI sees it. Wall time; the counters are milliseconds.
// sliderToLed: from post(SetControl) to a published snapshot in which the LED shows the new brightness. The firmware reads the dial every
// millisecond and sets the LED's duty from it, at real-time speed. The GUI's own repaint is not in it.
// stopProgram: from post(StopProgram) to a snapshot that says Stopped, for MicroPython programs that never wait, at full speed.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

#include <benchmark/benchmark.h>

#include "simulation/board_files.h"
#include "simulation/coroutine_firmware.h"
#include "simulation/integration_thread.h"
#include "support/snapshot_watch.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using HostClock = std::chrono::steady_clock;

time::Task<void> dialToLed(CoroutineContext& context)
{
    peripherals::Chip& chip = context.board.chip();
    peripherals::Pin& blue = *context.board.pin("GP18");
    peripherals::Adc& dial = *chip.adc(*context.board.pin("GP26"));
    peripherals::Pwm& pwm = *chip.pwm(blue);
    dial.enable();
    (void)pwm.setFrequency(1000);
    for (;;) {
        co_await context.loop.delay(dial.conversionTime());
        (void)pwm.setDutyU16(dial.readU16());
        co_await context.loop.delay(1ms);
    }
}

// Whether the LED is as bright as the dial's position, in percent, makes it.
bool near(const Snapshot& snapshot, double position)
{
    for (const PartSnapshot& part : snapshot.parts)
        if (part.id == "blue") return std::abs(part.view.value("brightness") * 100 - position) < 5;
    return false;
}

void report(benchmark::State& state, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p50"] = milliseconds[milliseconds.size() / 2];
    state.counters["p99"] = milliseconds[milliseconds.size() * 99 / 100];
    state.counters["max"] = milliseconds.back();
}

void sliderToLed(benchmark::State& state)
{
    const auto profile = findBoard("sensor-board");
    if (!profile) {
        state.SkipWithError(profile.error().message.c_str());
        return;
    }
    IntegrationOptions options;
    options.firmware = coroutineFirmware(dialToLed);
    IntegrationThread engine(*profile, nullptr, options);
    test::SnapshotWatch watch(engine);
    std::vector<double> milliseconds;
    double position = 0;
    if (!watch.until([](const Snapshot& snapshot) { return near(snapshot, 50); })) {
        state.SkipWithError("the LED never followed the dial");
        return;
    }
    for (auto _ : state) {
        position = position > 50 ? 10 : 90;
        const auto start = HostClock::now();
        (void)engine.post(SetControl{"dial", "position", position});
        if (!watch.until([&](const Snapshot& snapshot) { return near(snapshot, position); })) {
            state.SkipWithError("the LED never followed the dial");
            return;
        }
        const std::chrono::duration<double> elapsed = HostClock::now() - start;
        state.SetIterationTime(elapsed.count());
        milliseconds.push_back(elapsed.count() * 1e3);
    }
    report(state, std::move(milliseconds));
}

const char* const busyLoop = "while True:\n    pass\n";
const char* const busyInC = "data = [n * 7919 % 5003 for n in range(5000)]\nwhile True:\n    sorted(data)\n";
const char* const busyInCStubborn = "data = [n * 7919 % 5003 for n in range(5000)]\nwhile True:\n    try:\n        while True:\n            sorted(data)\n"
                                    "    except BaseException:\n        pass\n";
const char* const flood = "while True:\n    print('flood', end='')\n";
const char* const stubborn = "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass\n";

void stopProgram(benchmark::State& state, const char* source)
{
    const auto profile = findBoard("sensor-board");
    if (!profile) {
        state.SkipWithError(profile.error().message.c_str());
        return;
    }
    const auto program = std::make_shared<const program::Program>(program::programFromText(source));
    IntegrationOptions options;
    options.speed = 0;
    IntegrationThread engine(*profile, program, options);
    test::SnapshotWatch watch(engine);
    std::vector<double> milliseconds;
    for (auto _ : state) {
        const auto running = [](const Snapshot& snapshot) {
            return snapshot.program == ProgramState::Running && snapshot.bytecodes > 20'000;
        };
        const bool runs = watch.until(running) != nullptr;
        const auto start = HostClock::now();
        (void)engine.post(StopProgram{});
        if (!runs || !watch.until([](const Snapshot& snapshot) { return snapshot.program == ProgramState::Stopped; })) {
            state.SkipWithError("the program did not run, or did not stop");
            return;
        }
        const std::chrono::duration<double> elapsed = HostClock::now() - start;
        state.SetIterationTime(elapsed.count());
        milliseconds.push_back(elapsed.count() * 1e3);
        (void)engine.post(RunProgram{program});
    }
    report(state, std::move(milliseconds));
}

BENCHMARK(sliderToLed)->UseManualTime()->Iterations(1000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stopProgram, busyLoop, busyLoop)->UseManualTime()->Iterations(100)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stopProgram, busyInC, busyInC)->UseManualTime()->Iterations(100)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stopProgram, busyInCStubborn, busyInCStubborn)->UseManualTime()->Iterations(30)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stopProgram, flood, flood)->UseManualTime()->Iterations(100)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stopProgram, stubborn, stubborn)->UseManualTime()->Iterations(100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coroboard::simulation
