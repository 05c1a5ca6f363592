// SPDX-License-Identifier: MIT
#include "simulation/snapshot_exchange.h"

#include <utility>

namespace coroboard::simulation {

void SnapshotExchange::publish(std::shared_ptr<const Snapshot> snapshot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_latest.swap(snapshot);
        if (m_pending) return;
    }
    const std::lock_guard lock(m_listenerMutex);
    if (!m_listener) return;
    {
        const std::lock_guard pending(m_mutex);
        m_pending = true;
    }
    m_listener();
}

std::shared_ptr<const Snapshot> SnapshotExchange::take()
{
    const std::lock_guard lock(m_mutex);
    m_pending = false;
    return m_latest;
}

std::shared_ptr<const Snapshot> SnapshotExchange::latest() const
{
    const std::lock_guard lock(m_mutex);
    return m_latest;
}

void SnapshotExchange::setListener(Listener listener)
{
    const std::lock_guard lock(m_listenerMutex);
    m_listener = std::move(listener);
}

}  // namespace coroboard::simulation
