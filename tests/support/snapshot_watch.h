// SPDX-License-Identifier: MIT
#pragma once
// SnapshotWatch: waits, without sleeping, until an IntegrationThread publishes a snapshot that shows something. Ten seconds is the limit
// after which a test gives up; nothing is measured by it.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

#include "simulation/integration_thread.h"

namespace coroboard::test {

class SnapshotWatch {
public:
    explicit SnapshotWatch(simulation::IntegrationThread& engine) : m_engine(engine)
    {
        m_engine.setListener([this] {
            {
                const std::lock_guard lock(m_mutex);
                m_notified = true;
            }
            m_changed.notify_one();
        });
    }
    ~SnapshotWatch() { m_engine.setListener(nullptr); }
    SnapshotWatch(const SnapshotWatch&) = delete;
    SnapshotWatch& operator=(const SnapshotWatch&) = delete;

    // The first snapshot that satisfies `shows`; null after ten seconds.
    std::shared_ptr<const simulation::Snapshot> until(const std::function<bool(const simulation::Snapshot&)>& shows)
    {
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        for (;;) {
            auto snapshot = m_engine.takeSnapshot();
            if (shows(*snapshot)) return snapshot;
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait_until(lock, limit, [this] { return m_notified; })) return nullptr;
            m_notified = false;
        }
    }

private:
    simulation::IntegrationThread& m_engine;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_notified = false;
};

}  // namespace coroboard::test
