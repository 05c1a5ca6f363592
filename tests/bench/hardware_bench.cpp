// SPDX-License-Identifier: MIT
// The hardware: every board's demo and a board of thirty parts against real time, transactions on a bus against a call of a builtin,
// memory a part. All of it CPU time, so that a busy machine counts less; what belongs together is measured in one run.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <filesystem>
#include <string>

#include "board/board.h"
#include "simulation/board_files.h"
#include "simulation/simulation.h"

namespace {

using namespace coroboard;
namespace fs = std::filesystem;

const fs::path sources = COROBOARD_SOURCE_DIR;
constexpr auto played = std::chrono::seconds{60};

std::unique_ptr<simulation::Simulation> started(benchmark::State& state, const std::string& board,
                                                program::Program program)
{
    const auto profile = simulation::findBoard(board);
    if (!profile) {
        state.SkipWithError(profile.error().message.c_str());
        return nullptr;
    }
    auto made = simulation::Simulation::create(*profile, std::make_shared<const program::Program>(std::move(program)));
    if (made)
        return std::move(*made);
    state.SkipWithError(made.error().message.c_str());
    return nullptr;
}

// How many seconds of the board pass in one of the processor's.
void againstRealTime(benchmark::State& state, const std::string& board, const fs::path& folder)
{
    const auto program = program::loadProgram(folder);
    if (!program)
        return state.SkipWithError(program.error().message.c_str());
    for (auto _ : state) {
        const auto simulation = started(state, board, *program);
        if (!simulation)
            return;
        simulation->runUntil(time::powerOn + played);
        if (simulation->programEnded())
            return state.SkipWithError(("it ended: " + simulation->exceptionText()).c_str());
    }
    state.counters["times real time"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * std::chrono::duration<double>(played).count(),
                           benchmark::Counter::kIsRate);
}

// A line of Python, again and again; what is in a loop around it is in every figure.
constexpr int rounds = 20'000;
struct Call {
    const char* name;
    const char* line;
};
constexpr Call calls[] = {
    {"call/native", "abs(i)"},
    {"call/i2c_read_register_6_bytes", "i2c.readfrom_mem_into(0x68, 0x3B, six)"},
    {"call/i2c_write_2_bytes", "i2c.writeto(0x68, two)"},
    {"call/i2c_write_128_bytes", "i2c.writeto(0x3C, many)"},
    {"call/spi_write_and_read_4_bytes", "spi.write_readinto(four, four)"},
    {"call/pin_write", "pin(i & 1)"},
    {"call/adc_read", "adc.read_u16()"},
};

void call(benchmark::State& state, const std::string& line)
{
    const std::string text =
        "from machine import ADC, I2C, Pin, SPI\n"
        "i2c = I2C(0, freq=1_000_000)\nspi = SPI(1, 10_000_000)\npin = Pin(0, Pin.OUT)\nadc = ADC(0)\n"
        "six = bytearray(6)\ntwo = b'\\x6b\\x00'\nfour = bytearray(4)\nmany = b'\\x40' + bytes(127)\ni2c.writeto(0x68, "
        "two)\n"
        "def work():\n    for i in range(" +
        std::to_string(rounds) + "):\n        " + line + "\nwork()\n";
    for (auto _ : state) {
        const auto simulation = started(state, std::string(simulation::defaultBoard), program::programFromText(text));
        if (!simulation)
            return;
        simulation->runUntil(time::powerOn + std::chrono::hours{1}, simulation::AtProgramEnd::Return);
        if (simulation->stopReason() != simulation::StopReason::Finished)
            return state.SkipWithError(simulation->exceptionText().c_str());
    }
    state.SetItemsProcessed(state.iterations() * rounds);
}

// Bytes of heap that the parts of a board take, beside those of the same board without any; nothing has been asked of them yet.
void memory(benchmark::State& state, const fs::path& file)
{
    const auto whole = board::loadProfile(file);
    if (!whole)
        return state.SkipWithError(whole.error().message.c_str());
    board::BoardProfile bare = *whole;
    bare.parts.clear();
    const auto bytesOf = [](const board::BoardProfile& profile) {
        const std::size_t before = mallinfo2().uordblks;
        time::EventLoop loop;
        const board::Board made(profile, loop, {});
        return mallinfo2().uordblks - before;
    };
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes = bytesOf(*whole) - bytesOf(bare);
    state.counters["bytes a part"] = static_cast<double>(bytes) / static_cast<double>(whole->parts.size());
}

}  // namespace

int main(int argc, char** argv)
{
    for (const std::string& name : simulation::boardNames()) {
        const auto profile = simulation::findBoard(name);
        if (profile && !profile->demo.empty())
            benchmark::RegisterBenchmark(("demo/" + name).c_str(), againstRealTime, name,
                                         sources / "resources/examples" / profile->demo)
                ->Unit(benchmark::kMillisecond);
    }
    const fs::path thirty = sources / "tests/bench/thirty_parts";
    benchmark::RegisterBenchmark("thirty_parts", againstRealTime, (thirty / "board.json").string(), thirty)
        ->Unit(benchmark::kMillisecond);
    for (const Call& each : calls)
        benchmark::RegisterBenchmark(each.name, call, std::string(each.line))->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("memory/thirty_parts", memory, thirty / "board.json");
    for (const auto& example : fs::directory_iterator(sources / "resources/examples/parts"))
        if (const fs::path board = example.path() / "board.json"; fs::exists(board))
            benchmark::RegisterBenchmark(("memory/" + example.path().filename().string()).c_str(), memory, board);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
