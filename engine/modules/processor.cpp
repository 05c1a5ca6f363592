// SPDX-License-Identifier: MIT
#include "modules/processor.h"

#include <algorithm>
#include <cmath>

namespace coroboard::modules {

namespace {
constexpr std::uint64_t largestGrant = 1u << 30;
}

Processor::Processor(time::EventLoop& loop, double nanosecondsPerBytecode)
    : m_loop(loop),
      m_picoseconds(std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(nanosecondsPerBytecode * 1000)))),
      m_exactUpTo(~std::uint64_t{0} / m_picoseconds)
{
}

void Processor::setCost(double nanosecondsPerBytecode)
{
    advance();
    endBurst();
    m_picoseconds = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(nanosecondsPerBytecode * 1000)));
    m_exactUpTo = ~std::uint64_t{0} / m_picoseconds;
    beginBurst();
}

time::Duration Processor::cost(std::uint64_t bytecodes) const
{
    if (bytecodes <= m_exactUpTo) return time::Duration{static_cast<std::int64_t>(bytecodes * m_picoseconds / 1000)};
    const auto picoseconds = static_cast<unsigned __int128>(bytecodes) * m_picoseconds;
    return time::Duration{static_cast<std::int64_t>(picoseconds / 1000)};
}

void Processor::beginBurst()
{
    m_start = m_loop.now();
    m_used = 0;
    m_inBurst = true;
    m_grantStands = false;
}

time::VirtualTime Processor::account()
{
    const std::uint32_t left = m_vm->fuel();
    const std::uint32_t executed = m_granted - left;
    m_granted = left;
    m_used += executed;
    m_bytecodes += executed;
    return m_start + cost(m_used);
}

void Processor::advance()
{
    const time::VirtualTime instant = account();
    if (instant > m_loop.now()) m_loop.advanceTo(std::min(instant, m_loop.horizon()));
}

void Processor::grant()
{
    const time::VirtualTime horizon = m_loop.horizon();
    if (m_grantStands && horizon == m_grantedFor && m_granted > 0) return;
    m_grantedFor = horizon;
    m_grantStands = true;
    std::uint64_t bytecodes = largestGrant;
    const time::Duration room = horizon - m_start;
    if (room.count() < static_cast<std::int64_t>(m_picoseconds) * 1'000'000) {
        // The smallest n with start + cost(n) >= horizon.
        const auto whole = static_cast<std::uint64_t>(std::max<std::int64_t>(0, room.count()));
        const std::uint64_t needed = (whole * 1000 + m_picoseconds - 1) / m_picoseconds;
        bytecodes = needed > m_used ? std::min<std::uint64_t>(needed - m_used, largestGrant) : 1;
    }
    m_granted = static_cast<std::uint32_t>(bytecodes);
    m_vm->setFuel(m_granted);
}

void Processor::endBurst()
{
    m_busy += m_loop.now() - m_start;
    m_inBurst = false;
}

}  // namespace coroboard::modules
