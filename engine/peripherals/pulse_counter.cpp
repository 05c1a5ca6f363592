// SPDX-License-Identifier: MIT
#include "peripherals/pulse_counter.h"

namespace coroboard::peripherals {

namespace {

// The Gray code 00 01 11 10 as 0 1 2 3.
int position(bool a, bool b)
{
    return a ? (b ? 2 : 3) : (b ? 1 : 0);
}

}  // namespace

QuadratureDecoder::QuadratureDecoder(Wire& a, Wire& b, int phases)
    : m_a(a),
      m_b(b),
      m_phases(phases),
      m_state(position(a.level(), b.level())),
      m_listenerA(a, WireListener::Hears::Edges, [this](const WireEvent&) { step(); }),
      m_listenerB(b, WireListener::Hears::Edges, [this](const WireEvent&) { step(); })
{}

void QuadratureDecoder::step()
{
    const int now = position(m_a.level(), m_b.level());
    const int moved = (now - m_state + 4) % 4;
    m_state = now;
    // Two steps at once say nothing of the direction: such an edge came too fast to be seen.
    if (moved == 1)
        --m_quarters;
    if (moved == 3)
        ++m_quarters;
}

std::int64_t QuadratureDecoder::value() const
{
    const std::int64_t each = 4 / m_phases;
    return m_quarters >= 0 ? m_quarters / each : -((-m_quarters + each - 1) / each);
}

}  // namespace coroboard::peripherals
