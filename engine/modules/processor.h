// SPDX-License-Identifier: MIT
#pragma once
// Processor: the emulated chip's speed. It turns bytecodes into virtual time, exactly and the same on every machine: the n-th bytecode
// of a burst is over at start + floor(n * cost). What costs more than its bytecodes say, entering a function and switching tasks, counts
// as that many whole bytecodes. The interpreter is granted no more bytecodes than fit before the loop's horizon (the
// next thing due, or the end of the slice), so whatever is due happens at its instant and interrupts arrive between two bytecodes.
// Owned by the firmware of one power cycle; used on the loop's thread, from the interpreter's fibre and from outside it.

#include <cstdint>

#include "micropython/vm.h"
#include "time/event_loop.h"

namespace coroboard::modules {

// What things cost on this chip, in nanoseconds at its usual clock (board/board_profile.h).
struct ProcessorSpeed {
    double perBytecode = 1;
    double perCall = 0;          // of a Python function, and resuming a generator: beside their own bytecodes
    double perTaskSwitch = 0;    // beside the task's own bytecodes
};

class Processor {
public:
    Processor(time::EventLoop& loop, const ProcessorSpeed& speed);

    // From now on a bytecode costs this much, and what counts in bytecodes moves with it.
    void setCost(double nanosecondsPerBytecode);
    void attach(micropython::Vm& vm);

    // A burst of code begins at the loop's present.
    void beginBurst();
    // Counts what was executed since the last grant. The instant at which the processor is now; it may lie past the loop's present.
    time::VirtualTime account();
    // account(), and the loop's time follows. Precondition: nothing is due before that instant, as grant() arranged.
    void advance();
    // Grants bytecodes up to the horizon; at least one.
    void grant();
    // Grants one bytecode: something is to be done after it.
    void grantOne();
    // The loop has handed the processor to another task. Before the next grant().
    void switchTask();
    // Watched: the interpreter asks before every single bytecode. Changes no time: the rest of the grant is kept in reserve.
    void watch(bool watched);
    bool watched() const { return m_watched; }
    // Watched, the interpreter asks: the next bytecode of the reserve. False when the grant is used up.
    bool takeReserved();
    // A grant made for another slice is made anew.
    void renewGrant();
    // The burst is over: the program waits.
    void endBurst();

    // Everything that took time so far, in bytecodes.
    std::uint64_t bytecodes() const { return m_bytecodes; }
    // Virtual time spent in bursts so far.
    time::Duration busy() const { return m_inBurst ? m_busy + (m_loop.now() - m_start) : m_busy; }

private:
    time::Duration cost(std::uint64_t bytecodes) const;
    void giveOut(std::uint32_t bytecodes);

    time::EventLoop& m_loop;
    micropython::Vm* m_vm = nullptr;
    std::uint64_t m_picoseconds;           // of one bytecode
    std::uint64_t m_exactUpTo;             // bytecodes whose cost fits 64 bits
    std::uint32_t m_callCost;              // in bytecodes
    std::uint32_t m_switchCost;            // in bytecodes
    time::VirtualTime m_grantedFor{};      // the horizon the running grant was made for
    bool m_grantStands = false;
    bool m_inBurst = false;
    time::VirtualTime m_start{};
    std::uint64_t m_used = 0;              // bytecodes since m_start
    std::uint32_t m_granted = 0;           // fuel and reserve at the last look
    std::uint32_t m_reserve = 0;           // bytecodes granted that the interpreter has not been given yet; 0 unless watched
    bool m_watched = false;
    std::uint64_t m_bytecodes = 0;
    time::Duration m_busy{};
};

}  // namespace coroboard::modules
