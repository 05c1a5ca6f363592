// SPDX-License-Identifier: MIT
#pragma once
// TestBench: the engine without a thread: a board, a firmware or a Python program, and everything the outside can see of it.
//
//   TestBench bench(blink);                        // C++ firmware on a board of bare pins
//   bench.runFor(1s);
//   EXPECT_EQ(bench.edges("GP16").size(), 2u);

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "simulation/coroutine_firmware.h"
#include "simulation/simulation.h"

namespace coroboard::test {

// A chip with pins GP0 … GP28 and nothing on them; GP26 … GP28 have converters.
inline board::BoardProfile barePins()
{
    board::BoardProfile profile;
    profile.name = "bare-pins";
    profile.title = "Bare pins";
    profile.chip.name = "RP2040";
    profile.chip.platform = "rp2";
    profile.chip.machine = "Bare pins with RP2040";
    for (int number = 0; number <= 28; ++number) {
        board::PinProfile pin;
        pin.name = "GP" + std::to_string(number);
        pin.number = number;
        pin.functions = {"gpio", "pwm"};
        if (number >= 26) {
            pin.functions.push_back("adc");
            pin.adcChannel = number - 26;
        }
        profile.pins.push_back(pin);
    }
    return profile;
}

class TestBench {
public:
    struct Edge {
        time::VirtualTime when{};
        bool level = false;
        bool operator==(const Edge&) const = default;
    };

    explicit TestBench(simulation::CoroutineProgram firmware, board::BoardProfile profile = barePins(), std::uint64_t seed = 1)
        : TestBench(nullptr, std::move(profile), seed, simulation::coroutineFirmware(std::move(firmware)))
    {
    }
    explicit TestBench(std::string python, board::BoardProfile profile = barePins(), std::uint64_t seed = 1)
        : TestBench(std::make_shared<const program::Program>(program::programFromText(std::move(python))), std::move(profile), seed, {})
    {
    }
    TestBench(std::shared_ptr<const program::Program> program, board::BoardProfile profile, std::uint64_t seed,
              modules::FirmwareFactory firmware)
    {
        simulation::SimulationOptions options;
        options.seed = seed;
        options.firmware = std::move(firmware);
        options.console = [this](std::string_view bytes) { m_console += bytes; };
        options.report = [this](std::string_view text) { m_reports += text; };
        options.signals = [this](const peripherals::Wire& wire, const peripherals::WireEvent& event) {
            if (event.kind == peripherals::WireEvent::Kind::Edge) m_edges.push_back({wire.name(), {event.when, event.level}});
        };
        auto made = simulation::Simulation::create(std::move(profile), std::move(program), std::move(options));
        if (!made) throw std::runtime_error(made.error().message);
        m_simulation = std::move(*made);
    }

    simulation::Simulation& simulation() { return *m_simulation; }
    board::Board& board() { return m_simulation->board(); }
    time::VirtualTime now() const { return m_simulation->now(); }

    // In slices of the given size; zero = one slice.
    void runUntil(time::VirtualTime until, time::Duration slice = {})
    {
        while (now() < until)
            m_simulation->runUntil(slice > time::Duration{} ? std::min(now() + slice, until) : until);
    }
    void runFor(time::Duration duration, time::Duration slice = {}) { runUntil(now() + duration, slice); }

    // Fails the test when the command is refused.
    void apply(const simulation::Command& command)
    {
        const auto applied = m_simulation->apply(command);
        ASSERT_TRUE(applied.has_value()) << applied.error().message;
    }
    void set(std::string part, std::string control, double value)
    {
        apply(simulation::SetControl{std::move(part), std::move(control), value});
    }
    void type(std::string bytes) { apply(simulation::ConsoleInput{std::move(bytes)}); }

    bool level(std::string_view pin) { return board().pin(pin)->wire().level(); }
    const std::string& console() const { return m_console; }
    const std::string& reports() const { return m_reports; }

    // The edges on a wire since the bench was made.
    std::vector<Edge> edges(std::string_view wire) const
    {
        std::vector<Edge> edges;
        for (const auto& [name, edge] : m_edges)
            if (name == wire) edges.push_back(edge);
        return edges;
    }

private:
    std::string m_console;
    std::string m_reports;
    std::vector<std::pair<std::string, Edge>> m_edges;
    std::unique_ptr<simulation::Simulation> m_simulation;
};

}  // namespace coroboard::test
