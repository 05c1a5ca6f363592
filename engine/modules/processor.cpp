// SPDX-License-Identifier: MIT
#include "modules/processor.h"

#include <algorithm>
#include <cmath>

namespace coroboard::modules {

namespace {

constexpr std::uint64_t largestGrant = 1u << 30;

std::uint64_t inPicoseconds(double nanoseconds)
{
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(nanoseconds * 1000)));
}

std::uint32_t inBytecodes(double nanoseconds, double nanosecondsPerBytecode)
{
    return static_cast<std::uint32_t>(std::llround(nanoseconds / nanosecondsPerBytecode));
}

}  // namespace

Processor::Processor(time::EventLoop& loop, const ProcessorSpeed& speed)
    : m_loop(loop),
      m_picoseconds(inPicoseconds(speed.perBytecode)),
      m_exactUpTo(~std::uint64_t{0} / m_picoseconds),
      m_callCost(inBytecodes(speed.perCall, speed.perBytecode)),
      m_switchCost(inBytecodes(speed.perTaskSwitch, speed.perBytecode))
{
}

void Processor::attach(micropython::Vm& vm)
{
    m_vm = &vm;
    vm.setCallCost(m_callCost);
}

void Processor::setCost(double nanosecondsPerBytecode)
{
    advance();
    endBurst();
    m_picoseconds = inPicoseconds(nanosecondsPerBytecode);
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
    const std::uint32_t left = m_vm->fuel() + m_reserve;
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
    // A call may have overdrawn the grant: it is negative then.
    if (m_grantStands && horizon == m_grantedFor && static_cast<std::int32_t>(m_granted) > 0) return;
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
    giveOut(m_granted);
}

// Less than nothing when a call has overdrawn the grant.
void Processor::giveOut(std::uint32_t bytecodes)
{
    m_reserve = m_watched && static_cast<std::int32_t>(bytecodes) > 1 ? bytecodes - 1 : 0;
    m_vm->setFuel(bytecodes - m_reserve);
}

void Processor::watch(bool watched)
{
    if (watched == m_watched) return;
    m_watched = watched;
    if (m_vm) giveOut(m_vm->fuel() + m_reserve);
}

bool Processor::takeReserved()
{
    const std::uint32_t left = m_vm->fuel() + m_reserve;
    if (static_cast<std::int32_t>(left) <= 0) return false;
    giveOut(left);
    return true;
}

void Processor::renewGrant()
{
    account();
    m_grantStands = false;
    grant();
}

void Processor::grantOne()
{
    m_granted = 1;
    m_grantStands = false;
    giveOut(m_granted);
}

void Processor::switchTask()
{
    m_used += m_switchCost;
    m_bytecodes += m_switchCost;
    m_grantStands = false;
}

void Processor::endBurst()
{
    m_busy += m_loop.now() - m_start;
    m_inBurst = false;
}

}  // namespace coroboard::modules
