// SPDX-License-Identifier: MIT
#pragma once
// WaitList: the tasks waiting at one place (an event, a lock, a queue), in the order in which they came; what every primitive is
// built from. A Waiter is the awaiting side: it lives in the waiting task's frame and leaves the list when it is destroyed, so a
// task can be cancelled at any await. Waking posts the task to the ready queue; nobody is resumed inside a call.
// A place may go before its waiters: they then wait for nothing that can come, and inspection says so.

#include <coroutine>
#include <vector>

#include "base/label.h"
#include "time/links.h"
#include "time/task.h"
#include "time/task_info.h"

namespace coroboard::time {

class WaitList;

class Waiter : private Links {
public:
    Waiter() = default;
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;
    ~Waiter()
    {
        if (isLinked())
            unlink();
    }

    // Suspends the task whose innermost frame this is, at the tail of the list.
    template <TaskPromiseLike Promise>
    void waitIn(WaitList& list, std::coroutine_handle<Promise> frame);
    // Null until it waited.
    TaskRecord* task() const { return m_task; }
    bool isWaiting() const { return isLinked(); }

private:
    friend class WaitList;
    TaskRecord* m_task = nullptr;
};

class WaitList {
public:
    WaitList(WaitKind kind, Label name) : m_kind(kind), m_name(std::move(name)) {}
    ~WaitList();

    bool isEmpty() const { return m_waiters.isEmpty(); }
    // Takes the one that came first out of the list and wakes its task. Precondition: not empty.
    Waiter& wakeFirst();
    // Wakes all that wait now, in the order in which they came.
    void wakeAll();

    const Label& name() const { return m_name; }
    WaitKind kind() const { return m_kind; }
    std::vector<TaskId> waiting() const;

    // The task that must act before the wait can end, where one is known.
    void setHolder(const TaskRecord* holder) { m_holder = holder; }
    const TaskRecord* holder() const { return m_holder; }

private:
    friend class Waiter;
    LinkRing m_waiters;
    const TaskRecord* m_holder = nullptr;
    WaitKind m_kind;
    Label m_name;
};

template <TaskPromiseLike Promise>
void Waiter::waitIn(WaitList& list, std::coroutine_handle<Promise> frame)
{
    m_task = &frame.promise().record();
    m_task->suspend(frame, list.m_kind, &list);
    list.m_waiters.append(*this);
}

}  // namespace coroboard::time
