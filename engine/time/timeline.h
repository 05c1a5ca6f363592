// SPDX-License-Identifier: MIT
#pragma once
// Timeline: all that a device sees of time: what time it is, waiting, and tasks of its own. It never sees the loop.
// Owned by the device (or its Board) and destroyed with it, which cancels the device's tasks. Its name and kind mark them in the
// task view.
//
//     Task<void> Bme280::measure() { co_await m_time.delay(9ms); … }
//     m_time.spawn(measure(), "bme280 measure");

#include "time/event_loop.h"

namespace coroboard::time {

class Timeline {
public:
    explicit Timeline(EventLoop& loop, Label name = "device", TaskKind kind = TaskKind::part)
        : m_loop(loop), m_scope(loop, std::move(name)), m_kind(kind)
    {
    }

    VirtualTime now() const { return m_loop.now(); }
    // Awaitables, as EventLoop's: a delay of zero or less, or an instant that is past, lets everybody else who is ready go first.
    EventLoop::Sleep delay(Duration duration) const { return m_loop.delay(duration); }
    EventLoop::Sleep until(VirtualTime instant) const { return m_loop.until(instant); }
    EventLoop::Yield yield() const { return m_loop.yield(); }
    // The task becomes ready and belongs to this timeline.
    TaskId spawn(Task<void> task, Label name) { return m_scope.spawn(std::move(task), std::move(name), m_kind); }
    // Cancels one of its own tasks; nothing if it has ended.
    void cancel(TaskId task) { m_scope.cancel(task); }
    void cancelAll() { m_scope.cancelAll(); }

private:
    friend class Alarm;
    EventLoop& m_loop;
    Scope m_scope;
    TaskKind m_kind;
};

}  // namespace coroboard::time
