// SPDX-License-Identifier: MIT
#pragma once
// Event: a flag tasks wait for. set() makes every waiter ready, in the order in which they came, and stays set until clear().
// Signal: an event without memory: each notify() makes ready those who wait at that moment, nobody else.

#include "time/wait_list.h"

namespace coroboard::time {

class Event {
public:
    explicit Event(Label name = "event") : m_waiting(WaitKind::event, std::move(name)) {}

    void set()
    {
        m_state = State::set;
        m_waiting.wakeAll();
    }
    void clear() { m_state = State::clear; }
    bool isSet() const { return m_state == State::set; }
    std::vector<TaskId> waiting() const { return m_waiting.waiting(); }

    class [[nodiscard]] Wait {
    public:
        explicit Wait(Event& event) noexcept : m_event(event) {}
        bool await_ready() const noexcept { return m_event.isSet(); }
        template <TaskPromiseLike Promise>
        void await_suspend(std::coroutine_handle<Promise> frame)
        {
            m_waiter.waitIn(m_event.m_waiting, frame);
        }
        void await_resume() const noexcept {}

    private:
        Event& m_event;
        Waiter m_waiter;
    };
    // co_await event.wait(): at once if it is set.
    Wait wait() { return Wait(*this); }

private:
    enum class State : std::uint8_t { clear, set };
    State m_state = State::clear;
    WaitList m_waiting;
};

class Signal {
public:
    explicit Signal(Label name = "signal", WaitKind kind = WaitKind::signal) : m_waiting(kind, std::move(name)) {}

    void notify() { m_waiting.wakeAll(); }
    std::vector<TaskId> waiting() const { return m_waiting.waiting(); }

    class [[nodiscard]] Wait {
    public:
        explicit Wait(Signal& signal) noexcept : m_signal(signal) {}
        bool await_ready() const noexcept { return false; }
        template <TaskPromiseLike Promise>
        void await_suspend(std::coroutine_handle<Promise> frame)
        {
            m_waiter.waitIn(m_signal.m_waiting, frame);
        }
        void await_resume() const noexcept {}

    private:
        Signal& m_signal;
        Waiter m_waiter;
    };
    // co_await signal.wait(): until the next notify().
    Wait wait() { return Wait(*this); }

private:
    WaitList m_waiting;
};

}  // namespace coroboard::time
