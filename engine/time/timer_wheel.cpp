// SPDX-License-Identifier: MIT
#include "time/timer_wheel.h"

namespace coroboard::time {

namespace {

// How many turns of a slot are looked at to find its earliest again after that one was removed.
constexpr int searchLimit = 12;

std::uint64_t countOf(VirtualTime instant) { return static_cast<std::uint64_t>(instant.time_since_epoch().count()); }

}  // namespace

TimerWheel::Position TimerWheel::positionOf(VirtualTime due) const
{
    const std::uint64_t key = countOf(due);
    const std::uint64_t difference = (key ^ countOf(m_origin)) | 1;
    const unsigned level = static_cast<unsigned>(std::bit_width(difference) - 1) / digitBits;
    return {level, static_cast<unsigned>(key >> (level * digitBits)) % slotCount};
}

void TimerWheel::place(Turn& turn)
{
    const Position position = positionOf(turn.m_due);
    Slot& slot = m_slots[position.level][position.slot];
    slot.turns.append(turn);
    if (turn.m_due < slot.earliest)
        slot.earliest = turn.m_due;
    m_usedSlots[position.level] |= std::uint64_t{1} << position.slot;
    m_usedLevels |= 1U << position.level;
}

void TimerWheel::insert(Turn& turn)
{
    place(turn);
    ++m_size;
    if (turn.m_due < m_next)
        m_next = turn.m_due;
}

void TimerWheel::remove(Turn& turn)
{
    const Position position = positionOf(turn.m_due);
    Slot& slot = m_slots[position.level][position.slot];
    turn.unlink();
    --m_size;
    if (slot.turns.isEmpty())
        release(position);
    else if (turn.m_due == slot.earliest)
        searchEarliest(slot);
    if (turn.m_due == m_next)
        findNext();
}

void TimerWheel::release(Position position)
{
    m_slots[position.level][position.slot].earliest = never;
    m_usedSlots[position.level] &= ~(std::uint64_t{1} << position.slot);
    if (m_usedSlots[position.level] == 0)
        m_usedLevels &= ~(1U << position.level);
}

void TimerWheel::searchEarliest(Slot& slot)
{
    VirtualTime earliest = never;
    const Links* const end = &slot.turns.m_ring;
    const Links* link = end->next;
    for (int looked = 0; link != end; ++looked, link = link->next) {
        if (looked == searchLimit)
            return;
        const VirtualTime due = static_cast<const Turn*>(link)->m_due;
        if (due < earliest)
            earliest = due;
    }
    slot.earliest = earliest;
}

void TimerWheel::findNext()
{
    if (!m_usedLevels) {
        m_next = never;
        return;
    }
    const int level = std::countr_zero(m_usedLevels);
    m_next = m_slots[level][std::countr_zero(m_usedSlots[level])].earliest;
}

void TimerWheel::collect(VirtualTime instant, TurnList& ready)
{
    if (instant < m_next || isEmpty())
        return;
    // The first slot is the only one that can hold this instant: every other one lies wholly after it.
    const unsigned level = static_cast<unsigned>(std::countr_zero(m_usedLevels));
    const Position first{level, static_cast<unsigned>(std::countr_zero(m_usedSlots[level]))};
    LinkRing& ring = m_slots[first.level][first.slot].turns.m_ring;
    Links* link = ring.next;
    ring.next = ring.previous = &ring;
    release(first);
    m_origin = instant;
    while (link != &ring) {
        Turn& turn = *static_cast<Turn*>(link);
        link = link->next;
        if (turn.m_due == instant) {
            ready.append(turn);
            --m_size;
        } else {
            place(turn);
        }
    }
    findNext();
}

void TimerWheel::clear()
{
    while (!isEmpty()) {
        TurnList passed;
        collect(m_next, passed);
        while (!passed.isEmpty())
            passed.front().unlink();
    }
}

}  // namespace coroboard::time
