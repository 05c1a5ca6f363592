// SPDX-License-Identifier: MIT
#pragma once
// PulseCounter counts the edges of one wire (machine.Counter); QuadratureDecoder the steps of two wires a quarter period apart
// (machine.Encoder). Both keep a Position: a number in a range that rolls over, how often it did, and a value to match; rising edges on two
// further wires bring it back (index, home). Owned by whoever made them; used from the loop's thread only.
// https://docs.micropython.org/en/v1.27.0/library/machine.Counter.html, machine.Encoder.html

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "peripherals/pin.h"
#include "time/alarm.h"

namespace coroboard::peripherals {

enum class CountDirection : std::uint8_t { Up, Down };
// In the numbers of our machine.Counter.IRQ_….
enum class CountEvent : std::uint8_t { Index = 1, Match = 2, RollOver = 4, RollUnder = 8, Home = 16 };

struct PositionSettings {
    // Counts from minimum to maximum - 1 and begins again; both 0: without end.
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    std::optional<std::int64_t> match;
    Wire* index = nullptr;  // back to the minimum, and a cycle more or less
    Wire* home = nullptr;   // back to the minimum, the cycles stay
    std::function<void(CountEvent)> listener = {};
};

class Position {
public:
    explicit Position(PositionSettings settings);
    Position(const Position&) = delete;
    Position& operator=(const Position&) = delete;

    std::int64_t value() const { return m_value; }
    void setValue(std::int64_t value) { m_value = value; }
    std::int16_t cycles() const { return m_cycles; }
    void setCycles(std::int16_t cycles) { m_cycles = cycles; }
    // A match is told once; this tells the next one too.
    void armMatch() { m_matchIsArmed = true; }

    void step(CountDirection direction);

private:
    void reach(std::int64_t value);
    void tell(CountEvent event) const;

    PositionSettings m_settings;
    std::int64_t m_value;
    std::int16_t m_cycles = 0;
    bool m_matchIsArmed = true;
    CountDirection m_direction = CountDirection::Up;  // of the last step
    std::unique_ptr<WireListener> m_index;
    std::unique_ptr<WireListener> m_home;
};

class PulseCounter {
public:
    // `reverse`: a wire that is high while it counts the other way; may be null. Edges closer together than the filter are passed over.
    PulseCounter(Wire& wire, PinTrigger edges, CountDirection direction, Wire* reverse, time::Duration filter, PositionSettings settings = {});

    Position& position() { return m_position; }

private:
    void count(const WireEvent& event);

    PinTrigger m_edges;
    CountDirection m_direction;
    Wire* m_reverse;
    time::Duration m_filter;
    std::optional<time::VirtualTime> m_last;
    Position m_position;
    WireListener m_listener;
};

class QuadratureDecoder {
public:
    // `phases`: how many of the four edges of a period count: 1, 2 or 4. Levels count once both wires were still for the filter's time.
    QuadratureDecoder(time::Timeline& timeline, Wire& a, Wire& b, int phases, time::Duration filter, PositionSettings settings = {});

    Position& position() { return m_position; }
    void setValue(std::int64_t value);

private:
    void edge();
    void step();

    Wire& m_a;
    Wire& m_b;
    int m_edgesEach;    // of a step
    time::Duration m_filter;
    int m_state;
    int m_edges = 0;    // of the step that is under way
    Position m_position;
    time::Alarm m_still;
    WireListener m_listenerA;
    WireListener m_listenerB;
};

}  // namespace coroboard::peripherals
