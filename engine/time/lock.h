// SPDX-License-Identifier: MIT
#pragma once
// Lock: one task at a time, handed over in the order in which they asked. The guard releases it; releasing hands it to the first
// waiter at once, so nobody who asks later can slip in between, and that waiter runs in its turn. Not recursive: a task that
// awaits a lock it holds waits for ever, and inspection shows it waiting for itself.
//
//     auto guard = co_await lock.acquire();

#include "time/wait_list.h"

namespace coroboard::time {

class Lock {
public:
    explicit Lock(Label name = "lock") : m_waiting(WaitKind::lock, std::move(name)) {}
    ~Lock();

    class [[nodiscard]] Guard {
    public:
        Guard(Guard&& other) noexcept : m_lock(std::exchange(other.m_lock, nullptr)) {}
        Guard& operator=(Guard&& other) noexcept
        {
            release();
            m_lock = std::exchange(other.m_lock, nullptr);
            return *this;
        }
        ~Guard() { release(); }
        // Before the end of the scope.
        void release()
        {
            if (Lock* lock = std::exchange(m_lock, nullptr))
                lock->release();
        }

    private:
        friend class Lock;
        explicit Guard(Lock& lock) noexcept : m_lock(&lock) {}
        Lock* m_lock;
    };

    class [[nodiscard]] Acquire {
    public:
        explicit Acquire(Lock& lock) noexcept : m_lock(&lock) {}
        Acquire(const Acquire&) = delete;
        Acquire& operator=(const Acquire&) = delete;
        // Cancelled after the hand-over and before its turn: the next one gets it.
        ~Acquire()
        {
            if (m_waiter.task() && !m_waiter.isWaiting() && m_lock)
                m_lock->release();
        }
        bool await_ready() const noexcept { return false; }
        template <TaskPromiseLike Promise>
        bool await_suspend(std::coroutine_handle<Promise> frame)
        {
            if (!m_lock->isLocked()) {
                m_lock->giveTo(frame.promise().record());
                return false;
            }
            m_waiter.waitIn(m_lock->m_waiting, frame);
            return true;
        }
        Guard await_resume() { return Guard(*std::exchange(m_lock, nullptr)); }

    private:
        Lock* m_lock;
        Waiter m_waiter;
    };
    Acquire acquire() { return Acquire(*this); }

    bool isLocked() const { return m_state == State::locked; }
    // The task that holds it, or none; also none when the guard outlived the task that acquired it.
    TaskId holder() const { return m_waiting.holder() ? m_waiting.holder()->id() : TaskId::none; }
    std::vector<TaskId> waiting() const { return m_waiting.waiting(); }
    const Label& name() const { return m_waiting.name(); }

private:
    friend class TaskRecord;
    enum class State : std::uint8_t { free, locked };

    void giveTo(TaskRecord& task);
    void forgetHolder();
    void release();

    State m_state = State::free;
    WaitList m_waiting;
    TaskRecord* m_holder = nullptr;
    Lock* m_nextHeld = nullptr;  // by the same task
};

}  // namespace coroboard::time
