// SPDX-License-Identifier: MIT
#pragma once
// CommandQueue: the door into the integration thread. Any thread pushes; the integration thread drains all at once, in order.
// Bounded: past the limit a push is refused (it returns false), so that a runaway sender cannot eat the memory.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

#include "simulation/command.h"

namespace coroboard::simulation {

class CommandQueue {
public:
    explicit CommandQueue(std::size_t limit = 100'000);

    [[nodiscard]] bool push(Command command);
    std::vector<Command> drain();

    // Waits until a command is there, close() was called, or `deadline` (host clock) has come; true if there is a command or it is closed.
    bool waitUntil(std::chrono::steady_clock::time_point deadline);
    void wait();
    // Whether a command is there or the queue is closed.
    bool pending() const;

    // Wakes every waiter, for good.
    void close();
    bool closed() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Command> m_commands;
    std::size_t m_limit;
    bool m_closed = false;
};

}  // namespace coroboard::simulation
