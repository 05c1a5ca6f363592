// SPDX-License-Identifier: MIT
#include "time/task_record.h"

#include <algorithm>
#include <utility>

#include "time/event_loop.h"
#include "time/lock.h"
#include "time/wait_list.h"

namespace coroboard::time {

TaskRecord::TaskRecord(EventLoop& loop, std::coroutine_handle<> root, Label name, TaskKind kind, TaskId id)
    : Turn(&EventLoop::taskTurn), m_loop(loop), m_leaf(root), m_root(root), m_id(id), m_kind(kind), m_name(std::move(name))
{
    ++m_loop.m_taskCount;
}

TaskRecord::~TaskRecord()
{
    ENSURE(m_loop.m_current != this, "a running task is not destroyed");
    m_loop.cancel(*this);
    if (sibling().isLinked())
        sibling().unlink();
    if (!hasEnded()) {
        m_state = TaskState::cancelling;
        if (LoopObserver* observer = m_loop.observer())
            observer->taskEnded(m_id, m_state, m_loop.now());
        if (EndListener* listener = std::exchange(m_endListener, nullptr))
            listener->taskEnded(*this);
    }
    m_root.destroy();
    while (m_heldLocks)
        m_heldLocks->forgetHolder();
    --m_loop.m_taskCount;
}

void TaskRecord::end() noexcept
{
    m_state = m_failure ? TaskState::failed : TaskState::finished;
    if (m_failure && m_afterTurn == AfterTurn::destroy)
        m_loop.reportFailure(m_failure);
}

void TaskRecord::addUsage(Duration stretch)
{
    if (!m_usage)
        m_usage = std::make_unique<Usage>();
    m_usage->cpuTime += stretch;
    m_usage->longestStretch = std::max(m_usage->longestStretch, stretch);
}

TaskState TaskRecord::state() const
{
    const bool isReady = m_state == TaskState::suspended && !isIdle() && due() <= m_loop.now();
    return isReady ? TaskState::ready : m_state;
}

WaitInfo TaskRecord::wait() const
{
    WaitInfo wait;
    if (state() != TaskState::suspended)
        return wait;
    wait.kind = m_waitKind;
    if (!isIdle())
        wait.deadline = due();
    if (m_waitKind == WaitKind::deadline || m_waitKind == WaitKind::nothing)
        return wait;
    if (!m_waitPlace) {
        wait.name = "gone";
        return wait;
    }
    const TaskRecord* other = nullptr;
    if (m_waitKind == WaitKind::child) {
        other = static_cast<const TaskRecord*>(m_waitPlace);
    } else {
        const auto& place = *static_cast<const WaitList*>(m_waitPlace);
        wait.name = place.name().text();
        other = place.holder();
    }
    if (other) {
        wait.task = other->id();
        wait.taskName = other->name().text();
    }
    return wait;
}

TaskInfo TaskRecord::info() const
{
    TaskInfo info;
    info.id = m_id;
    info.name = m_name.text();
    info.kind = m_kind;
    info.state = m_afterTurn == AfterTurn::destroy ? TaskState::cancelling : state();
    info.wait = wait();
    for (const Lock* lock = m_heldLocks; lock; lock = lock->m_nextHeld)
        info.holds.push_back(lock->name().text());
    info.resumed = m_resumed;
    if (m_usage) {
        info.cpuTime = m_usage->cpuTime;
        info.longestStretch = m_usage->longestStretch;
    }
    return info;
}

}  // namespace coroboard::time
