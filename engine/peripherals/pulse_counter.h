// SPDX-License-Identifier: MIT
#pragma once
// PulseCounter counts the edges of one wire (machine.Counter); QuadratureDecoder the quarter steps of two wires a quarter period apart
// (machine.Encoder, ENC_PHASES 4: every edge of both). Edges closer together than the filter are passed over. Owned by whoever made them.
// https://docs.micropython.org/en/v1.27.0/library/machine.Counter.html, machine.Encoder.html

#include <cstdint>
#include <optional>

#include "peripherals/pin.h"

namespace coroboard::peripherals {

enum class CountDirection : std::uint8_t { Up, Down };

class PulseCounter {
public:
    PulseCounter(Wire& wire, PinTrigger edges, CountDirection direction, time::Duration filter)
        : m_edges(edges), m_direction(direction), m_filter(filter),
          m_listener(wire, WireListener::Hears::Edges, [this](const WireEvent& event) { count(event); })
    {}

    std::int64_t value() const { return m_value; }
    void setValue(std::int64_t value) { m_value = value; }

private:
    void count(const WireEvent& event)
    {
        const auto kind = event.level ? PinTrigger::Rising : PinTrigger::Falling;
        if ((static_cast<unsigned>(m_edges) & static_cast<unsigned>(kind)) == 0)
            return;
        if (m_last && event.when - *m_last < m_filter)
            return;
        m_last = event.when;
        m_value += m_direction == CountDirection::Up ? 1 : -1;
    }

    PinTrigger m_edges;
    CountDirection m_direction;
    time::Duration m_filter;
    std::optional<time::VirtualTime> m_last;
    std::int64_t m_value = 0;
    WireListener m_listener;
};

class QuadratureDecoder {
public:
    // `phases`: how many of the four edges of a period count: 1, 2 or 4.
    QuadratureDecoder(Wire& a, Wire& b, int phases);

    std::int64_t value() const;
    void setValue(std::int64_t value) { m_quarters = value * (4 / m_phases); }

private:
    void step();

    Wire& m_a;
    Wire& m_b;
    int m_phases;
    int m_state;
    std::int64_t m_quarters = 0;
    WireListener m_listenerA;
    WireListener m_listenerB;
};

}  // namespace coroboard::peripherals
