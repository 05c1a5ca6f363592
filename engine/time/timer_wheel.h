// SPDX-License-Identifier: MIT
#pragma once
// TimerWheel: the timed Turns of one EventLoop, in exact (time, order of insertion) order. Owned and used by the loop only.
//
// A hierarchical wheel over the integer nanosecond: level k, slot d holds the turns whose highest six-bit digit that differs
// from the wheel's origin is digit k, with value d. Inserting and removing are O(1); each turn moves down at most once a level
// when the origin reaches its slot. All turns of one instant are always in one slot, in the order of insertion, so nothing is
// ever compared. Every slot remembers its earliest instant, so the next one is known without touching the slot.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "time/turn.h"

namespace coroboard::time {

class TimerWheel {
public:
    // Precondition: the turn is idle and due after the last instant given to collect().
    void insert(Turn& turn);
    void remove(Turn& turn);
    // Moves every turn due at this instant to the tail of `ready`. Precondition: instant <= next().
    void collect(VirtualTime instant, TurnList& ready);

    // No turn is due before this instant. It is the earliest one, except after removals from a crowd (more than a dozen turns in
    // the first slot), when it may be an instant already left: harmless, collect() then finds nothing there.
    VirtualTime next() const { return m_next; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    // Makes every turn idle.
    void clear();

private:
    static constexpr unsigned digitBits = 6;
    static constexpr unsigned slotCount = 1U << digitBits;
    static constexpr unsigned levelCount = (63 + digitBits - 1) / digitBits;

    struct Slot {
        TurnList turns;
        VirtualTime earliest = never;
    };

    struct Position {
        unsigned level;
        unsigned slot;
    };

    Position positionOf(VirtualTime due) const;
    void place(Turn& turn);
    void release(Position position);
    static void searchEarliest(Slot& slot);
    void findNext();

    std::uint32_t m_usedLevels = 0;
    std::array<std::uint64_t, levelCount> m_usedSlots{};
    VirtualTime m_origin = powerOn;
    VirtualTime m_next = never;
    std::size_t m_size = 0;
    std::array<std::array<Slot, slotCount>, levelCount> m_slots;
};

}  // namespace coroboard::time
