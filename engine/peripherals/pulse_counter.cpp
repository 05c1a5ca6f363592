// SPDX-License-Identifier: MIT
#include "peripherals/pulse_counter.h"

#include <utility>

namespace coroboard::peripherals {

namespace {

// The Gray code 00 01 11 10 as 0 1 2 3.
int grayPosition(bool a, bool b)
{
    return a ? (b ? 2 : 3) : (b ? 1 : 0);
}

std::unique_ptr<WireListener> onRising(Wire* wire, std::function<void()> callback)
{
    if (!wire)
        return nullptr;
    return std::make_unique<WireListener>(*wire, WireListener::Hears::Edges, [callback = std::move(callback)](const WireEvent& event) {
        if (event.level)
            callback();
    });
}

}  // namespace

Position::Position(PositionSettings settings) : m_settings(std::move(settings)), m_value(m_settings.minimum)
{
    m_index = onRising(m_settings.index, [this] {
        m_cycles = static_cast<std::int16_t>(m_cycles + (m_direction == CountDirection::Up ? 1 : -1));
        reach(m_settings.minimum);
        tell(CountEvent::Index);
    });
    m_home = onRising(m_settings.home, [this] {
        reach(m_settings.minimum);
        tell(CountEvent::Home);
    });
}

void Position::tell(CountEvent event) const
{
    if (m_settings.listener)
        m_settings.listener(event);
}

void Position::reach(std::int64_t value)
{
    m_value = value;
    if (m_matchIsArmed && m_settings.match == value) {
        m_matchIsArmed = false;
        tell(CountEvent::Match);
    }
}

void Position::step(CountDirection direction)
{
    m_direction = direction;
    const bool endless = m_settings.minimum == 0 && m_settings.maximum == 0;
    const std::int64_t next = m_value + (direction == CountDirection::Up ? 1 : -1);
    if (!endless && direction == CountDirection::Up && next >= m_settings.maximum) {
        ++m_cycles;
        reach(m_settings.minimum);
        tell(CountEvent::RollOver);
    } else if (!endless && direction == CountDirection::Down && next < m_settings.minimum) {
        --m_cycles;
        reach(m_settings.maximum - 1);
        tell(CountEvent::RollUnder);
    } else {
        reach(next);
    }
}

PulseCounter::PulseCounter(Wire& wire, PinTrigger edges, CountDirection direction, Wire* reverse, time::Duration filter, PositionSettings settings)
    : m_edges(edges),
      m_direction(direction),
      m_reverse(reverse),
      m_filter(filter),
      m_position(std::move(settings)),
      m_listener(wire, WireListener::Hears::Edges, [this](const WireEvent& event) { count(event); })
{}

void PulseCounter::count(const WireEvent& event)
{
    if (!has(m_edges, event.level ? PinTrigger::Rising : PinTrigger::Falling))
        return;
    if (m_last && event.when - *m_last < m_filter)
        return;
    m_last = event.when;
    const bool reversed = m_reverse && m_reverse->level();
    const bool down = (m_direction == CountDirection::Down) != reversed;
    m_position.step(down ? CountDirection::Down : CountDirection::Up);
}

QuadratureDecoder::QuadratureDecoder(time::Timeline& timeline, Wire& a, Wire& b, int phases, time::Duration filter, PositionSettings settings)
    : m_a(a),
      m_b(b),
      m_edgesEach(4 / phases),
      m_filter(filter),
      m_state(grayPosition(a.level(), b.level())),
      m_position(std::move(settings)),
      m_still(timeline, [this] { step(); }),
      m_listenerA(a, WireListener::Hears::Edges, [this](const WireEvent&) { edge(); }),
      m_listenerB(b, WireListener::Hears::Edges, [this](const WireEvent&) { edge(); })
{}

void QuadratureDecoder::setValue(std::int64_t value)
{
    m_position.setValue(value);
    m_edges = 0;
}

void QuadratureDecoder::edge()
{
    if (m_filter > time::Duration{})
        m_still.setAfter(m_filter);
    else
        step();
}

void QuadratureDecoder::step()
{
    const int now = grayPosition(m_a.level(), m_b.level());
    const int moved = (now - m_state + 4) % 4;
    m_state = now;
    // Two edges at once say nothing of the direction: they came too fast to be seen.
    if (moved == 3 && ++m_edges == m_edgesEach) {
        m_edges = 0;
        m_position.step(CountDirection::Up);
    } else if (moved == 1 && --m_edges < 0) {
        m_edges = m_edgesEach - 1;
        m_position.step(CountDirection::Down);
    }
}

}  // namespace coroboard::peripherals
