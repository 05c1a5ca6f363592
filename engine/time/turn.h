// SPDX-License-Identifier: MIT
#pragma once
// Turn: the one thing the event loop schedules, an intrusive node that says "call me". Whoever wants turns (a C++ task, an
// Alarm, a Python task) embeds one, usually by deriving from it, and gives it a plain function.
//
//     loop.post(turn)               a turn at the tail of the ready queue, at this instant
//     loop.postAt(turn, t)          a turn at instant t; at one instant, turns come in the order in which they were asked for
//     loop.cancel(turn)             no turn after all (fine when none was asked for)
//
// All three are O(1) and allocate nothing. A Turn is in one place at a time: idle, ready or timed; post and postAt move it
// there. When its turn comes the loop makes it idle first and then calls its function, which may post it again, destroy it, or
// touch any other Turn. Owned by its embedder, which must cancel it before destroying it. One thread: the loop's.

#include <cstddef>
#include <cstdint>

#include "base/ensure.h"
#include "time/links.h"
#include "time/virtual_time.h"

namespace coroboard::time {

class Turn : private Links {
public:
    using Function = void (*)(Turn&);

    explicit Turn(Function function) noexcept : m_function(function) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { ENSURE(isIdle(), "a Turn is cancelled before it is destroyed"); }

    bool isIdle() const { return !isLinked(); }
    // Timed: the instant asked for. Ready: the instant since which it has been ready. Idle: the last of these.
    VirtualTime due() const { return m_due; }

private:
    friend class EventLoop;
    friend class TimerWheel;
    friend class TurnList;

    // In a slot of the wheel the links are not needed: `next` only says that it is not idle, `previous` is the index in the slot.
    void enterSlot(std::size_t index)
    {
        previous = reinterpret_cast<Links*>(static_cast<std::uintptr_t>(index));
        next = this;
    }
    std::size_t slotIndex() const { return static_cast<std::size_t>(reinterpret_cast<std::uintptr_t>(previous)); }
    void leaveSlot() { previous = next = nullptr; }

    Function m_function;
    VirtualTime m_due{};
};

// Turns in first-in, first-out order.
class TurnList {
public:
    bool isEmpty() const { return m_ring.isEmpty(); }
    Turn& front() { return *static_cast<Turn*>(m_ring.next); }
    void append(Turn& turn) { m_ring.append(turn); }
    void prepend(Turn& turn) { m_ring.prepend(turn); }

private:
    LinkRing m_ring;
};

}  // namespace coroboard::time
