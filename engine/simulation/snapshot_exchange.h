// SPDX-License-Identifier: MIT
#pragma once
// SnapshotExchange: the door out of the integration thread. The latest snapshot wins; older ones that nobody took are gone.
// At most one notification is pending: after it, no other comes until take() was called.

#include <functional>
#include <memory>
#include <mutex>

#include "simulation/snapshot.h"

namespace coroboard::simulation {

class SnapshotExchange {
public:
    using Listener = std::function<void()>;

    // Integration thread.
    void publish(std::shared_ptr<const Snapshot> snapshot);

    // Any thread: the latest snapshot (null before the first); re-arms the notification.
    std::shared_ptr<const Snapshot> take();
    // Any thread: the same without re-arming.
    std::shared_ptr<const Snapshot> latest() const;

    // Called on the publishing thread; it must only pass the word on (post an event). Null to stop listening: after setListener returned,
    // the old listener is not called any more.
    void setListener(Listener listener);

private:
    mutable std::mutex m_mutex;
    std::mutex m_listenerMutex;
    std::shared_ptr<const Snapshot> m_latest;
    Listener m_listener;
    bool m_pending = false;
};

}  // namespace coroboard::simulation
