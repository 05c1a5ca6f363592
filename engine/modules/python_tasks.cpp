// SPDX-License-Identifier: MIT
#include "modules/python_tasks.h"

#include <algorithm>
#include <chrono>

#include "base/ensure.h"
#include "modules/micropython_firmware.h"
#include "modules/program_reports.h"

namespace coroboard::modules {

namespace {
constexpr time::Duration streamPollPeriod = std::chrono::milliseconds{1};
}

void PythonTask::take(Turn& turn)
{
    auto& task = static_cast<PythonTask&>(turn);
    task.tasks.deadlineReached(task);
}

PythonTasks::PythonTasks(time::EventLoop& loop, MicroPythonFirmware& firmware) : m_loop(loop), m_firmware(firmware)
{
    m_loop.addTaskSource(*this);
}

PythonTasks::~PythonTasks()
{
    m_loop.removeTaskSource(*this);
    for (const auto& task : m_slots)
        if (task) m_loop.cancel(*task);
}

PythonTask& PythonTasks::at(TaskSlot slot)
{
    if (slot < 0 || static_cast<std::size_t>(slot) >= m_slots.size() || !m_slots[slot])
        throw micropython::HardFault("asyncio spoke of a task that is not there");
    return *m_slots[slot];
}

const PythonTask* PythonTasks::task(TaskSlot slot) const
{
    return slot >= 0 && static_cast<std::size_t>(slot) < m_slots.size() ? m_slots[slot].get() : nullptr;
}

TaskSlot PythonTasks::newRecord()
{
    TaskSlot slot = noTask;
    if (m_free.empty()) {
        slot = static_cast<TaskSlot>(m_slots.size());
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    m_slots[slot] = std::make_unique<PythonTask>(*this, slot);
    return slot;
}

TaskSlot PythonTasks::spawn(std::uint32_t coroutine)
{
    const TaskSlot slot = newRecord();
    PythonTask& task = *m_slots[slot];
    task.id = m_loop.newTaskId();
    task.coroutine = coroutine;
    ++m_count;
    if (time::LoopObserver* observer = m_loop.observer()) {
        observer->taskSpawned(task.id, m_firmware.coroutineName(coroutine), time::TaskKind::pythonTask, m_loop.now());
    }
    wakeTask(task);
    task.state = time::TaskState::inert;
    return slot;
}

void PythonTasks::release(TaskSlot slot)
{
    PythonTask& task = at(slot);
    unschedule(task);
    if (task.queue) remove(task);
    if (task.state == time::TaskState::inert) m_dropped.push_back(task.coroutine);
    if (task.queued) std::erase(m_ready, &task);
    if (m_current == &task) m_current = nullptr;
    if (m_throwing == slot) m_throwing = noTask;
    if (!task.watch) --m_count;
    m_slots[slot].reset();
    m_free.push_back(slot);
}

void PythonTasks::setCurrent(TaskSlot slot)
{
    if (slot == noTask) {
        leaveCurrent();
    } else {
        enter(at(slot));
    }
}

// -- Waiting.

void PythonTasks::append(Queue& queue, PythonTask& task)
{
    task.previousWaiter = queue.last;
    task.nextWaiter = nullptr;
    (queue.last ? queue.last->nextWaiter : queue.first) = &task;
    queue.last = &task;
}

void PythonTasks::remove(PythonTask& task)
{
    Queue& queue = m_queues[task.queue];
    (task.previousWaiter ? task.previousWaiter->nextWaiter : queue.first) = task.nextWaiter;
    (task.nextWaiter ? task.nextWaiter->previousWaiter : queue.last) = task.previousWaiter;
    task.previousWaiter = task.nextWaiter = nullptr;
    forgetIfEmpty(task.queue);
    task.queue = 0;
    task.awaits = noTask;
}

void PythonTasks::forgetIfEmpty(std::uint32_t id)
{
    const auto found = m_queues.find(id);
    if (found != m_queues.end() && !found->second.first && found->second.holder == noTask) m_queues.erase(found);
}

void PythonTasks::sleepStep()
{
    const time::VirtualTime deadline = *m_armed;
    m_armed.reset();
    if (!m_current) throw micropython::HardFault("asyncio.sleep awaited outside a task");
    m_current->waitsFor = time::WaitKind::deadline;
    if (deadline <= m_loop.now()) {
        wakeTask(*m_current);
    } else {
        m_current->state = time::TaskState::suspended;
        m_loop.postAt(*m_current, deadline);
        ++m_sleeping;
    }
}

void PythonTasks::parkInQueue(std::uint32_t queue, time::WaitKind kind)
{
    if (!m_current) throw micropython::HardFault("asyncio waits outside a task");
    append(m_queues[queue], *m_current);
    m_current->queue = queue;
    parkForever(kind);
}

void PythonTasks::parkOnTask(TaskSlot slot)
{
    parkInQueue(completionQueue(slot), time::WaitKind::child);
    m_current->awaits = slot;
}

void PythonTasks::parkForever(time::WaitKind kind)
{
    if (!m_current) throw micropython::HardFault("asyncio waits outside a task");
    m_current->waitsFor = kind;
    m_current->state = time::TaskState::suspended;
    // One that was cancelled through a task that awaits it, and then waits for something else than time, has forgotten that.
    m_current->throws = false;
}

// -- Waking.

void PythonTasks::wakeTask(PythonTask& task)
{
    task.state = time::TaskState::ready;
    task.readySince = m_loop.now();
    task.queued = true;
    m_ready.push_back(&task);
    if (time::LoopObserver* observer = m_loop.observer())
        observer->taskReady(task.id, m_current ? m_current->id : time::TaskId::none, m_loop.now());
    if (!m_current) m_firmware.wake();
}

void PythonTasks::deadlineReached(PythonTask& task)
{
    --m_sleeping;
    wakeTask(task);
}

void PythonTasks::unschedule(PythonTask& task)
{
    if (task.isIdle()) return;
    m_loop.cancel(task);
    --m_sleeping;
}

bool PythonTasks::isReady(TaskSlot slot) const
{
    const PythonTask* one = task(slot);
    return one && (one->state == time::TaskState::ready || one->state == time::TaskState::inert);
}

void PythonTasks::makeReady(TaskSlot slot)
{
    PythonTask& task = at(slot);
    if (isReady(slot)) return;
    unschedule(task);
    if (task.queue) remove(task);
    wakeTask(task);
}

std::int32_t PythonTasks::wakeAll(std::uint32_t queue)
{
    const auto found = m_queues.find(queue);
    if (found == m_queues.end()) return 0;
    PythonTask* task = found->second.first;
    found->second.first = found->second.last = nullptr;
    forgetIfEmpty(queue);
    std::int32_t count = 0;
    while (task) {
        PythonTask* following = task->nextWaiter;
        task->previousWaiter = task->nextWaiter = nullptr;
        task->queue = 0;
        task->awaits = noTask;
        unschedule(*task);
        wakeTask(*task);
        task = following;
        ++count;
    }
    return count;
}

TaskSlot PythonTasks::wakeOne(std::uint32_t queue)
{
    const auto found = m_queues.find(queue);
    if (found == m_queues.end() || !found->second.first) return noTask;
    PythonTask& task = *found->second.first;
    remove(task);
    unschedule(task);
    wakeTask(task);
    return task.slot;
}

TaskSlot PythonTasks::firstWaiter(std::uint32_t queue) const
{
    const auto found = m_queues.find(queue);
    return found != m_queues.end() && found->second.first ? found->second.first->slot : noTask;
}

void PythonTasks::raiseFlag(std::uint32_t queue)
{
    if (firstWaiter(queue) == noTask || std::find(m_raisedFlags.begin(), m_raisedFlags.end(), queue) != m_raisedFlags.end()) return;
    m_raisedFlags.push_back(queue);
    if (!m_current) m_firmware.wake();
}

void PythonTasks::wakeFlagged()
{
    for (const std::uint32_t queue : m_raisedFlags) wakeAll(queue);
    m_raisedFlags.clear();
}

void PythonTasks::unpark(TaskSlot slot)
{
    PythonTask& task = at(slot);
    unschedule(task);
    if (task.queue) remove(task);
    if (task.queued) std::erase(m_ready, &task);
    task.queued = false;
    task.state = time::TaskState::suspended;
}

void PythonTasks::reportLater(TaskSlot slot)
{
    PythonTask& task = at(slot);
    task.throws = true;
    task.queued = true;
    m_ready.push_back(&task);
}

void PythonTasks::setHolder(Queue& queue, TaskSlot holder)
{
    queue.holder = holder;
    queue.holderId = holder == noTask ? time::TaskId::none : at(holder).id;
}

TaskSlot PythonTasks::releaseLock(std::uint32_t queue)
{
    const auto found = m_queues.find(queue);
    if (found == m_queues.end()) return noTask;
    const TaskSlot nextHolder = wakeOne(queue);
    const auto still = m_queues.find(queue);
    if (still != m_queues.end()) {
        setHolder(still->second, nextHolder);
        forgetIfEmpty(queue);
    } else if (nextHolder != noTask) {
        setHolder(m_queues[queue], nextHolder);
    }
    return nextHolder;
}

std::int32_t PythonTasks::finish(TaskSlot slot, bool failed)
{
    PythonTask& task = at(slot);
    task.state = failed ? time::TaskState::failed : time::TaskState::finished;
    task.waitsFor = time::WaitKind::nothing;
    if (&task == m_current && m_loop.now() - m_enteredAt > hogThreshold) checkHog(&task, m_loop.now() - m_enteredAt);
    if (time::LoopObserver* observer = m_loop.observer()) observer->taskEnded(task.id, task.state, m_loop.now());
    return wakeAll(completionQueue(slot));
}

TaskSlot PythonTasks::cancel(TaskSlot slot)
{
    PythonTask* task = &at(slot);
    // In a circle of tasks that await each other there is no innermost one: the one that was meant is taken out.
    for (std::size_t steps = 0; task->awaits != noTask; ++steps) {
        if (steps > m_slots.size()) {
            task = &at(slot);
            break;
        }
        task = &at(task->awaits);
    }
    if (task->watch && task->watch->ended) return noTask;
    if (task != m_current && !isReady(task->slot)) {
        unschedule(*task);
        if (task->queue) remove(*task);
        wakeTask(*task);
    }
    task->throws = true;
    return task->watch ? noTask : task->slot;
}

// -- Running.

void PythonTasks::enter(PythonTask& task)
{
    leaveCurrent();
    m_current = &task;
    m_enteredAt = m_loop.now();
    m_hogPlace.clear();
    ++task.resumed;
    task.longestLatency = std::max(task.longestLatency, m_enteredAt - task.readySince);
    task.state = time::TaskState::running;
    task.waitsFor = time::WaitKind::nothing;
    if (time::LoopObserver* observer = m_loop.observer()) observer->taskResumed(task.id, m_enteredAt);
}

void PythonTasks::leaveCurrent()
{
    if (!m_current) return;
    const time::Duration stretch = m_loop.now() - m_enteredAt;
    m_current->cpu += stretch;
    m_current->longestStretch = std::max(m_current->longestStretch, stretch);
    if (time::LoopObserver* observer = m_loop.observer()) {
        time::WaitInfo wait;
        wait.kind = m_current->waitsFor;
        observer->taskSuspended(m_current->id, wait, m_loop.now());
    }
    if (m_current->state == time::TaskState::running) m_current->state = time::TaskState::suspended;
    const PythonTask& left = *m_current;
    m_current = nullptr;
    if (stretch > hogThreshold) checkHog(m_slots[left.slot].get(), stretch);
    if (left.waitsFor == time::WaitKind::lock || left.waitsFor == time::WaitKind::child) m_firmware.reports().checkCircle(left);
}

void PythonTasks::checkHog(PythonTask* task, time::Duration stretch)
{
    if (task->hogReported) return;
    task->hogReported = true;
    m_firmware.reports().reportHog(*task, stretch, m_hogPlace);
}

void PythonTasks::noteLongStretch()
{
    if (!m_current || m_current->hogReported) return;
    const time::Duration stretch = m_loop.now() - m_enteredAt;
    if (stretch <= hogThreshold) return;
    if (m_hogPlace.empty()) m_hogPlace = m_firmware.reports().runningPlace(*m_current);
    if (stretch > endlessThreshold) checkHog(m_current, stretch);
}

bool PythonTasks::next(std::uint32_t& coroutine)
{
    leaveCurrent();
    m_throwing = noTask;
    for (;;) {
        if (m_stopRequested) {
            m_stopRequested = false;
            m_attention = Attention::Stopped;
            return false;
        }
        // Whatever else is due on the board comes first; it may make tasks ready.
        if (m_loop.nextDue() <= m_loop.now() || m_firmware.interruptsPending()) {
            m_firmware.pauseUntil(m_loop.now());
            if (m_firmware.keyboardInterruptPending()) {
                m_attention = Attention::Nothing;
                return false;
            }
        }
        if (!m_raisedFlags.empty()) wakeFlagged();
        // As MicroPython, before every task.
        if (m_streamWaiters > 0 && !std::exchange(m_polled, true)) {
            m_lastPoll = m_loop.now();
            m_attention = Attention::PollStreams;
            return false;
        }
        if (!m_ready.empty()) {
            PythonTask& task = *m_ready.front();
            m_ready.pop_front();
            m_polled = false;
            task.queued = false;
            if (task.watch) {
                stepWatch(task);
                continue;
            }
            enter(task);
            if (task.throws) {
                task.throws = false;
                m_throwing = task.slot;
                return false;
            }
            coroutine = task.coroutine;
            return true;
        }
        if (m_streamWaiters == 0 && !anythingCanCome()) {
            m_firmware.reports().reportDeadlock();
            m_attention = Attention::Nothing;
            return false;
        }
        m_firmware.pauseUntil(m_streamWaiters > 0 ? m_lastPoll + streamPollPeriod : time::never);
        m_polled = false;
        if (m_firmware.keyboardInterruptPending()) {
            m_attention = Attention::Nothing;
            return false;
        }
    }
}

// Someone sleeps, or an interrupt may come.
bool PythonTasks::anythingCanCome() const
{
    return m_sleeping > 0 || m_wakeSources > 0 || m_firmware.interruptsPending();
}

void PythonTasks::reset()
{
    for (auto& task : m_slots)
        if (task && task.get() != m_current) release(task->slot);
    if (!m_current) {
        m_slots.clear();
        m_free.clear();
    }
    m_gathers.clear();
    if (m_current) m_current->gather = m_current->gathers = noGather;
    m_queues.clear();
    m_raisedFlags.clear();
    m_armed.reset();
    m_stopRequested = false;
    m_streamWaiters = 0;
}

}  // namespace coroboard::modules
