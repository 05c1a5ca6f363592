// SPDX-License-Identifier: MIT
#include "time/scope.h"

#include "time/event_loop.h"

namespace coroboard::time {

Scope::Scope(EventLoop& loop, Label name) : m_loop(loop), m_joining(WaitKind::children, std::move(name))
{
    m_loop.m_scopes.append(*this);
}

Scope::~Scope()
{
    cancelAll();
    if (m_failure)
        m_loop.reportFailure(m_failure);
    unlink();
}

TaskId Scope::spawn(Task<void> task, Label name, TaskKind kind)
{
    const Task<void>::Handle root = task.release();
    ENSURE(root, "a task is spawned once");
    TaskRecord& record = m_loop.admit(root, root.promise(), std::move(name), kind, m_children);
    record.setEndListener(this);
    ++m_size;
    return record.id();
}

void Scope::forget(TaskRecord& task)
{
    task.setEndListener(nullptr);
    task.sibling().unlink();
    --m_size;
    if (m_size == 0)
        m_joining.wakeAll();
}

void Scope::taskEnded(TaskRecord& task)
{
    const bool isJoined = !m_joining.isEmpty();
    forget(task);
    if (task.state() == TaskState::failed) {
        if (m_failure || !isJoined)
            m_loop.reportFailure(task.takeFailure());
        else
            m_failure = task.takeFailure();
    }
    delete &task;
}

void Scope::cancel(TaskRecord& task)
{
    forget(task);
    if (m_loop.m_current == &task)
        task.m_afterTurn = TaskRecord::AfterTurn::destroy;
    else
        delete &task;
}

void Scope::cancel(TaskId child)
{
    for (Links* link = m_children.next; link != &m_children; link = link->next) {
        TaskRecord& task = TaskRecord::of(*link);
        if (task.id() == child) {
            cancel(task);
            return;
        }
    }
}

void Scope::cancelAll()
{
    while (!m_children.isEmpty())
        cancel(TaskRecord::of(*m_children.next));
}

SpawnedBase::SpawnedBase(EventLoop& loop, std::coroutine_handle<> root, TaskPromiseBase& promise, Label name, TaskKind kind)
    : m_record(&loop.admit(root, promise, std::move(name), kind, loop.m_spawned))
{
}

SpawnedBase& SpawnedBase::operator=(SpawnedBase&& other) noexcept
{
    if (this != &other) {
        cancel();
        m_record = std::exchange(other.m_record, nullptr);
        m_report = other.m_report;
    }
    return *this;
}

void SpawnedBase::cancel()
{
    TaskRecord* const record = std::exchange(m_record, nullptr);
    if (!record)
        return;
    EventLoop& loop = record->loop();
    if (loop.m_current == record) {
        record->m_afterTurn = TaskRecord::AfterTurn::destroy;
        return;
    }
    const std::exception_ptr failure = m_report == Report::yes ? record->takeFailure() : nullptr;
    delete record;
    if (failure)
        loop.reportFailure(failure);
}

void wakeParent(TaskRecord& parent) { parent.loop().wake(parent); }

}  // namespace coroboard::time
