// SPDX-License-Identifier: MIT
#include "simulation/command_queue.h"

#include <utility>

namespace coroboard::simulation {

CommandQueue::CommandQueue(std::size_t limit) : m_limit(limit) {}

bool CommandQueue::push(Command command)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_commands.size() >= m_limit) return false;
        m_commands.push_back(std::move(command));
    }
    m_changed.notify_all();
    return true;
}

std::vector<Command> CommandQueue::drain()
{
    std::vector<Command> commands;
    const std::lock_guard lock(m_mutex);
    commands.swap(m_commands);
    return commands;
}

bool CommandQueue::waitUntil(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_until(lock, deadline, [this] { return m_closed || !m_commands.empty(); });
}

void CommandQueue::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || !m_commands.empty(); });
}

bool CommandQueue::pending() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed || !m_commands.empty();
}

void CommandQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
}

bool CommandQueue::closed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

}  // namespace coroboard::simulation
