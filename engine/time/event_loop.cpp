// SPDX-License-Identifier: MIT
#include "time/event_loop.h"

#include <algorithm>

namespace coroboard::time {

EventLoop::~EventLoop()
{
    ENSURE(m_taskCount == 0 && m_scopes.isEmpty(), "tasks and scopes go before their loop");
    while (!m_ready.isEmpty())
        m_ready.front().unlink();
    m_timers.clear();
}

void EventLoop::advanceTo(VirtualTime instant)
{
    ENSURE(isRunning(), "only a coroutine that runs uses virtual time");
    ENSURE(instant >= m_now && instant <= horizon(), "virtual time is used up to the horizon, and never goes back");
    moveTo(instant);
}

void EventLoop::moveTo(VirtualTime instant)
{
    m_now = instant;
    m_timers.collect(instant, m_ready);
}

RunOutcome EventLoop::runUntil(VirtualTime end)
{
    ENSURE(end >= m_now, "virtual time never goes back");
    ENSURE(end < never, "a slice has an end; see runUntilIdle()");
    const RunOutcome outcome = run(end);
    if (outcome == RunOutcome::stopped)
        return outcome;
    if (m_now < end)
        moveTo(end);
    return RunOutcome::reachedEnd;
}

RunOutcome EventLoop::runUntilIdle() { return run(never); }

RunOutcome EventLoop::run(VirtualTime end)
{
    ENSURE(!isRunning(), "the loop is not run from inside a run");
    struct RunningMark {
        EventLoop& loop;
        ~RunningMark() { loop.m_running = Running::no; }
    } mark{*this};
    m_running = Running::yes;
    m_sliceEnd = end;
    m_interruption = m_failures.empty() ? Interruption::none : Interruption::failure;

    while (true) {
        if (m_interruption != Interruption::none) {
            if (!m_failures.empty())
                throwFailure();
            return RunOutcome::stopped;
        }
        if (m_ready.isEmpty()) {
            const VirtualTime next = m_timers.next();
            if (next >= end)
                return RunOutcome::idle;
            moveTo(next);
        } else {
            if (m_now >= end)
                return RunOutcome::reachedEnd;
            Turn& turn = m_ready.front();
            turn.unlink();
            turn.m_function(turn);
        }
    }
}

void EventLoop::throwFailure()
{
    std::exception_ptr failure = std::move(m_failures.front());
    m_failures.erase(m_failures.begin());
    std::rethrow_exception(failure);
}

void EventLoop::reportFailure(std::exception_ptr failure)
{
    m_failures.push_back(std::move(failure));
    m_interruption = Interruption::failure;
}

void EventLoop::post(Turn& turn)
{
    cancel(turn);
    turn.m_due = m_now;
    m_ready.append(turn);
}

void EventLoop::postFirst(Turn& turn)
{
    cancel(turn);
    turn.m_due = m_now;
    m_ready.prepend(turn);
}

void EventLoop::postAt(Turn& turn, VirtualTime instant)
{
    if (instant <= m_now) {
        post(turn);
        return;
    }
    cancel(turn);
    turn.m_due = instant;
    m_timers.insert(turn);
}

void EventLoop::cancel(Turn& turn)
{
    if (turn.isIdle())
        return;
    if (turn.m_due > m_now)
        m_timers.remove(turn);
    else
        turn.unlink();
}

void EventLoop::wake(TaskRecord& task)
{
    const bool isReady = !task.isIdle() && task.due() <= m_now;
    if (isReady || task.m_state != TaskState::suspended)
        return;
    post(task);
    if (m_observer)
        m_observer->taskReady(task.id(), currentTask(), m_now);
}

TaskRecord& EventLoop::admit(std::coroutine_handle<> root, TaskPromiseBase& promise, Label name, TaskKind kind,
                             LinkRing& owned)
{
    auto* record = new TaskRecord(*this, root, std::move(name), kind, newTaskId());
    promise.startUnder(*record, nullptr);
    owned.append(record->sibling());
    if (m_observer)
        m_observer->taskSpawned(record->id(), record->name().text(), kind, m_now);
    wake(*record);
    return *record;
}

void EventLoop::taskTurn(Turn& turn)
{
    auto& task = static_cast<TaskRecord&>(turn);
    task.m_loop.resume(task);
}

void EventLoop::resume(TaskRecord& task)
{
    const VirtualTime started = m_now;
    ++task.m_resumed;
    task.m_state = TaskState::running;
    m_current = &task;
    if (m_observer)
        m_observer->taskResumed(task.id(), started);

    do {
        task.m_leaf.resume();
    } while (task.m_state == TaskState::running && task.m_afterTurn == TaskRecord::AfterTurn::keep);

    m_current = nullptr;
    if (m_now != started)
        task.addUsage(m_now - started);
    if (m_observer)
        observeTurnEnd(task);
    if (task.m_state != TaskState::suspended || task.m_afterTurn == TaskRecord::AfterTurn::destroy)
        endTask(task);
}

void EventLoop::endTask(TaskRecord& task)
{
    if (task.m_afterTurn == TaskRecord::AfterTurn::destroy)
        delete &task;
    else if (EndListener* listener = std::exchange(task.m_endListener, nullptr))
        listener->taskEnded(task);
}

void EventLoop::observeTurnEnd(const TaskRecord& task)
{
    if (task.hasEnded())
        m_observer->taskEnded(task.id(), task.m_state, m_now);
    else
        m_observer->taskSuspended(task.id(), task.wait(), m_now);
}

void EventLoop::removeTaskSource(const TaskSource& source) { std::erase(m_sources, &source); }

std::vector<TaskInfo> EventLoop::inspect() const
{
    std::vector<TaskInfo> tasks;
    tasks.reserve(m_taskCount);
    const auto append = [&tasks](const LinkRing& ring) {
        for (const Links* link = ring.next; link != &ring; link = link->next)
            tasks.push_back(TaskRecord::of(*link).info());
    };
    append(m_spawned);
    for (const Links* link = m_scopes.next; link != &m_scopes; link = link->next)
        append(static_cast<const Scope*>(link)->m_children);
    for (const TaskSource* source : m_sources)
        source->appendTasks(tasks);
    const auto byId = [](const TaskInfo& a, const TaskInfo& b) { return a.id < b.id; };
    if (!std::is_sorted(tasks.begin(), tasks.end(), byId))
        std::stable_sort(tasks.begin(), tasks.end(), byId);
    return tasks;
}

}  // namespace coroboard::time
