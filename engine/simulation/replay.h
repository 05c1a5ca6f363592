// SPDX-License-Identifier: MIT
#pragma once
// Replay: feeds the commands of a recorded run to a simulation, each at its time, and says in the end whether the same came of it. Owned by
// the Simulation, which was made from the record's start.

#include <cstddef>
#include <memory>

#include "simulation/replay_state.h"
#include "simulation/run_record.h"

namespace coroboard::simulation {

class Replay {
public:
    explicit Replay(std::shared_ptr<const RunRecord> record) : m_record(std::move(record)) {}

    const RunRecord& record() const { return *m_record; }
    ReplayState state() const { return m_state; }

    // When the next command comes, time::never if none does; and that command.
    time::VirtualTime nextDue() const;
    const Command& takeNext() { return m_record->commands[m_next++].command; }

    // The instant behind which the simulation must not go before it calls reached(); time::never once the replay is over.
    time::VirtualTime horizon() const;
    void reached(time::VirtualTime now, std::uint64_t hash);
    void programEnded(std::uint64_t hash);
    // Somebody else gave a command.
    void takeOver();

private:
    bool awaitsEnd() const { return m_state == ReplayState::Running && m_next == m_record->commands.size(); }
    void conclude(bool same) { m_state = same ? ReplayState::Exact : ReplayState::Different; }

    std::shared_ptr<const RunRecord> m_record;
    std::size_t m_next = 0;
    ReplayState m_state = ReplayState::Running;
};

}  // namespace coroboard::simulation
