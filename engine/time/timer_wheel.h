// SPDX-License-Identifier: MIT
#pragma once
// TimerWheel: the timed Turns of one EventLoop, in exact (time, order of insertion) order. Owned and used by the loop only.
//
// A hierarchical wheel over the integer nanosecond: level k, slot d holds the turns whose highest six-bit digit that differs
// from the wheel's origin is digit k, with value d. Inserting and removing are O(1); each turn moves down at most once a level
// when the origin reaches its slot. All turns of one instant are always in one slot, in the order of insertion, so nothing is
// ever compared. A slot is an array of pointers, not a list: a million turns lie all over memory, and from an array they can be
// fetched ahead. Every slot remembers its earliest instant, so the next one is known without touching any turn.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "time/turn.h"

namespace coroboard::time {

class TimerWheel {
public:
    // Precondition: the turn is idle and due after the last instant given to collect().
    void insert(Turn& turn);
    void remove(Turn& turn);
    // Moves every turn due at this instant to the tail of `ready`. Precondition: instant <= next().
    void collect(VirtualTime instant, TurnList& ready);

    // The earliest instant at which a turn is due. After removals from a crowd (more than a dozen turns in the first slot) it may be
    // an instant already left, until half of the crowd has gone: never late, and collect() then finds nothing there.
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
        std::vector<Turn*> turns;  // in the order of insertion; null where one was removed
        std::size_t gaps = 0;
        VirtualTime earliest = never;
    };

    struct Position {
        unsigned level;
        unsigned slot;
    };

    Position positionOf(VirtualTime due) const;
    void place(Turn& turn);
    void release(Position position);
    static void closeGaps(Slot& slot);
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
