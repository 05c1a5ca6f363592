// SPDX-License-Identifier: MIT
#pragma once
// BoardBench: a loop and a board without a program, for tests written as timelines: set, advance, expect.
//
//   BoardBench bench(bench::profileWith(R"({"id": "red", "model": "led", "wires": {"anode": "GP1"}})"));
//   bench.pin("GP1").configure(PinMode::Out);
//   bench.advance(10ms);
//   EXPECT_EQ(bench.value("red", "brightness"), 0);

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "board/board.h"
#include "time/event_loop.h"

namespace coroboard::test {

using namespace std::chrono_literals;

// A board with ten pins, GP0 to GP9, of which GP6 to GP9 are the converter's channels 0 to 3, without converter noise, and these parts.
inline std::string profileText(std::string_view parts)
{
    std::string pins;
    for (int number = 0; number < 10; ++number) {
        const auto n = std::to_string(number);
        pins += (number ? ",\n" : "") + (R"({"name": "GP)" + n + R"(", "number": )" + n);
        if (number >= 6)
            pins += R"(, "adc": )" + std::to_string(number - 6);
        pins += "}";
    }
    return R"({"title": "Bench", "picture": {"file": "bench.svg", "width": 100, "height": 100},
"chip": {"name": "RP2040", "platform": "rp2", "clockHz": 125000000, "nanosecondsPerBytecode": 500, "adc": {"noise": 0}},
"pins": [)" +
           pins + "],\n\"parts\": [" + std::string(parts) + "]}";
}

inline board::BoardProfile profileWith(std::string_view parts)
{
    auto profile = board::parseProfile(profileText(parts), "bench.json");
    if (!profile) {
        ADD_FAILURE() << profile.error().message;
        return *board::parseProfile(profileText(""), "bench.json");
    }
    return *profile;
}

class BoardBench {
public:
    explicit BoardBench(board::BoardProfile profile, board::BoardOptions options = {})
        : m_board(std::make_unique<board::Board>(std::move(profile), m_loop, std::move(options)))
    {}

    time::EventLoop& loop() { return m_loop; }
    board::Board& board() { return *m_board; }
    time::VirtualTime now() const { return m_loop.now(); }

    void advance(time::Duration duration) { m_loop.runFor(duration); }
    void advanceTo(time::Duration sincePowerOn) { m_loop.runUntil(time::powerOn + sincePowerOn); }
    // Whether anything at all is due in the future: an idle board has nothing.
    bool idle() const { return m_loop.nextDue() == time::never; }

    peripherals::Pin& pin(std::string_view name)
    {
        auto* found = m_board->pin(name);
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }
    peripherals::Wire& wire(std::string_view name) { return pin(name).wire(); }
    peripherals::Adc& adc(std::string_view name)
    {
        auto* found = m_board->chip().adc(pin(name));
        EXPECT_NE(found, nullptr) << name;
        found->enable();
        return *found;
    }
    peripherals::Pwm& pwm(std::string_view name) { return *m_board->chip().pwm(pin(name)); }

    void set(std::string_view part, std::string_view control, double value)
    {
        const auto done = m_board->setControl(part, control, value);
        EXPECT_TRUE(done) << done.error().message;
    }
    parts::PartView view(std::string_view part) { return m_board->part(part)->view(); }
    double value(std::string_view part, std::string_view name) { return view(part).value(name, -1); }
    parts::ControlView control(std::string_view part, std::string_view id)
    {
        for (const auto& each : view(part).controls)
            if (each.id == id)
                return each;
        ADD_FAILURE() << "no control " << id;
        return {};
    }

private:
    time::EventLoop m_loop;
    std::unique_ptr<board::Board> m_board;
};

// Everything that happened on a wire, heard as the observer of signals hears it.
class WireLog {
public:
    explicit WireLog(peripherals::Wire& wire) : m_probe(wire, [this](const auto& event) { events.push_back(event); }) {}

    std::vector<peripherals::WireEvent> events;

    std::vector<time::Duration> edges() const
    {
        std::vector<time::Duration> times;
        for (const auto& event : events)
            if (event.kind == peripherals::WireEvent::Kind::Edge)
                times.push_back(event.when.time_since_epoch());
        return times;
    }

private:
    peripherals::WireProbe m_probe;
};

}  // namespace coroboard::test
