// SPDX-License-Identifier: MIT
#include "simulation/replay.h"

namespace coroboard::simulation {

namespace {

constexpr time::Duration nextInstant{1};

}  // namespace

time::VirtualTime Replay::nextDue() const
{
    return m_state == ReplayState::Running && m_next < m_record->commands.size() ? m_record->commands[m_next].when : time::never;
}

time::VirtualTime Replay::horizon() const
{
    if (m_state != ReplayState::Running) return time::never;
    return m_record->endsWithProgram ? m_record->end + nextInstant : m_record->end;
}

void Replay::reached(time::VirtualTime now, std::uint64_t hash)
{
    if (awaitsEnd() && now >= horizon()) conclude(!m_record->endsWithProgram && hash == m_record->hash);
}

void Replay::programEnded(std::uint64_t hash)
{
    if (awaitsEnd() && m_record->endsWithProgram) conclude(hash == m_record->hash);
}

void Replay::takeOver()
{
    if (m_state == ReplayState::Running) m_state = ReplayState::TakenOver;
}

}  // namespace coroboard::simulation
