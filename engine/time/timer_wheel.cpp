// SPDX-License-Identifier: MIT
#include "time/timer_wheel.h"

namespace coroboard::time {

namespace {

// A slot this small is not worth compacting: it is searched when its earliest turn is removed.
constexpr std::size_t smallSlot = 12;
// A slot of this capacity keeps its memory when it is emptied.
constexpr std::size_t keptCapacity = 1'024;
// How far ahead turns are fetched into the cache.
constexpr std::size_t fetchDistance = 8;

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
    turn.enterSlot(slot.turns.size());
    slot.turns.push_back(&turn);
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
    slot.turns[turn.slotIndex()] = nullptr;
    turn.leaveSlot();
    ++slot.gaps;
    --m_size;
    if (slot.gaps == slot.turns.size()) {
        release(position);
    } else if (slot.turns.size() > smallSlot) {
        if (slot.gaps > slot.turns.size() / 2)
            closeGaps(slot);
    } else if (turn.m_due == slot.earliest) {
        searchEarliest(slot);
    }
    findNext();
}

void TimerWheel::release(Position position)
{
    Slot& slot = m_slots[position.level][position.slot];
    if (slot.turns.capacity() > keptCapacity)
        std::vector<Turn*>().swap(slot.turns);
    else
        slot.turns.clear();
    slot.gaps = 0;
    slot.earliest = never;
    m_usedSlots[position.level] &= ~(std::uint64_t{1} << position.slot);
    if (m_usedSlots[position.level] == 0)
        m_usedLevels &= ~(1U << position.level);
}

void TimerWheel::closeGaps(Slot& slot)
{
    std::erase(slot.turns, nullptr);
    for (std::size_t index = 0; index < slot.turns.size(); ++index)
        slot.turns[index]->enterSlot(index);
    slot.gaps = 0;
    searchEarliest(slot);
}

void TimerWheel::searchEarliest(Slot& slot)
{
    slot.earliest = never;
    for (const Turn* turn : slot.turns) {
        if (turn && turn->m_due < slot.earliest)
            slot.earliest = turn->m_due;
    }
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
    std::vector<Turn*>& turns = m_slots[first.level][first.slot].turns;
    m_origin = instant;
    const std::size_t count = turns.size();
    for (std::size_t index = 0; index < count; ++index) {
        if (index + fetchDistance < count)
            __builtin_prefetch(turns[index + fetchDistance], 1);
        Turn* const turn = turns[index];
        if (!turn)
            continue;
        if (turn->m_due == instant) {
            turn->leaveSlot();
            ready.append(*turn);
            --m_size;
        } else {
            place(*turn);
        }
    }
    release(first);
    findNext();
}

void TimerWheel::clear()
{
    for (auto& level : m_slots) {
        for (Slot& slot : level) {
            for (Turn* turn : slot.turns) {
                if (turn)
                    turn->leaveSlot();
            }
            slot = Slot();
        }
    }
    m_usedLevels = 0;
    m_usedSlots = {};
    m_next = never;
    m_size = 0;
}

}  // namespace coroboard::time
