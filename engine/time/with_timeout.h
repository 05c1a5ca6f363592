// SPDX-License-Identifier: MIT
#pragma once
// withTimeout: awaits a task, but no longer than a duration; the task is then cancelled. An exception of the task passes through.
//
//     auto reading = co_await withTimeout(sensor.read(), 20ms);
//     if (!reading)  // it timed out
//         …
//     use(*reading);

#include <tl/expected.hpp>

#include "time/event_loop.h"

namespace coroboard::time {

struct TimedOut {
    Duration after;
};

// Waits for a spawned task to end, or for an instant.
class [[nodiscard]] EndOrDeadline final : private EndListener {
public:
    EndOrDeadline(TaskRecord& child, VirtualTime deadline) noexcept : m_child(child), m_deadline(deadline) {}
    EndOrDeadline(const EndOrDeadline&) = delete;
    EndOrDeadline& operator=(const EndOrDeadline&) = delete;
    ~EndOrDeadline() { m_child.setEndListener(nullptr); }
    bool await_ready() const noexcept { return m_child.hasEnded(); }
    template <TaskPromiseLike Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        m_parent = &frame.promise().record();
        m_child.setEndListener(this);
        m_parent->suspend(frame, WaitKind::child, &m_child);
        m_parent->loop().postAt(*m_parent, m_deadline);
    }
    void await_resume() const noexcept {}

private:
    void taskEnded(TaskRecord&) override { m_parent->loop().wake(*m_parent); }

    TaskRecord& m_child;
    TaskRecord* m_parent = nullptr;
    VirtualTime m_deadline;
};

template <class T>
Task<tl::expected<T, TimedOut>> withTimeout(Task<T> task, Duration duration, Label name = "timed task")
{
    TaskRecord& self = co_await thisTask();
    EventLoop& loop = self.loop();
    Spawned<T> child = loop.spawn(std::move(task), std::move(name), self.kind());
    co_await EndOrDeadline(*child.record(), after(loop.now(), duration));
    if (!child.isDone())
        co_return tl::unexpected(TimedOut{duration});
    if constexpr (std::is_void_v<T>) {
        child.takeResult();
        co_return tl::expected<void, TimedOut>();
    } else {
        co_return child.takeResult();
    }
}

}  // namespace coroboard::time
