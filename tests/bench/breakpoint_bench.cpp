// SPDX-License-Identifier: MIT
// What breakpoints cost: host time a bytecode, without any, with one in a function that is not called (every bytecode is asked about),
// with one in the function that runs, and a step over a long call.
#include <benchmark/benchmark.h>

#include <memory>

#include "simulation/simulation.h"

namespace {

using namespace coroboard;

constexpr const char* text = R"(def spin():
    n = 0
    for i in range(300000):
        n += i
    return n

def never():
    return 0

spin()
)";

constexpr int lineOfReturn = 5;
constexpr int lineOfNever = 8;
constexpr int lineOfCall = 10;

std::unique_ptr<simulation::Simulation> simulationWith(int breakpoint)
{
    board::BoardProfile profile;
    profile.name = "bench";
    profile.chip.name = "RP2040";
    auto made = simulation::Simulation::create(std::move(profile), std::make_shared<const program::Program>(program::programFromText(text)));
    auto simulation = std::move(made).value();
    if (breakpoint != 0) (void)simulation->apply(simulation::SetBreakpoints{{{"main.py", breakpoint}}});
    return simulation;
}

void run(benchmark::State& state, int breakpoint, modules::Proceed how)
{
    std::uint64_t bytecodes = 0;
    for ([[maybe_unused]] auto round : state) {
        const auto simulation = simulationWith(breakpoint);
        while (!simulation->programEnded()) {
            simulation->runUntil(simulation->now() + std::chrono::seconds(10), simulation::AtProgramEnd::Return);
            if (simulation->isStopped()) (void)simulation->apply(simulation::StepLine{how});
        }
        bytecodes += simulation->snapshot().bytecodes;
    }
    state.counters["bytecode"] = benchmark::Counter(static_cast<double>(bytecodes), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

BENCHMARK_CAPTURE(run, withoutBreakpoints, 0, modules::Proceed::Run);
BENCHMARK_CAPTURE(run, breakpointElsewhere, lineOfNever, modules::Proceed::Run);
BENCHMARK_CAPTURE(run, breakpointInTheFunction, lineOfReturn, modules::Proceed::Run);
BENCHMARK_CAPTURE(run, stepOverTheCall, lineOfCall, modules::Proceed::StepOver);

}  // namespace
