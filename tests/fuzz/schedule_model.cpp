// SPDX-License-Identifier: MIT
#include "fuzz/schedule_model.h"

#include <algorithm>
#include <utility>

namespace coroboard::fuzz {

void ScheduleModel::spawn()
{
    const std::uint32_t id = ++m_spawned;
    m_tasks.emplace(id, Task{Numbers(m_seed + id), Step::choose, Fate::alive, 0, {}, std::nullopt, 0});
    ready(id);
}

void ScheduleModel::runUntil(std::int64_t end)
{
    while (true) {
        if (!m_ready.empty()) {
            if (m_now >= end)
                break;
            const std::uint32_t id = m_ready.front();
            m_ready.pop_front();
            m_running = id;
            turn(id);
            m_running = 0;
            continue;
        }
        if (m_timers.empty() || m_timers.begin()->first.first >= end)
            break;
        m_now = m_timers.begin()->first.first;
        while (!m_timers.empty() && m_timers.begin()->first.first == m_now) {
            ready(m_timers.begin()->second);
            m_timers.erase(m_timers.begin());
        }
    }
    if (m_now < end) {
        m_now = end;
        while (!m_timers.empty() && m_timers.begin()->first.first == m_now) {
            ready(m_timers.begin()->second);
            m_timers.erase(m_timers.begin());
        }
    }
}

// Runs one task until it suspends or ends.
void ScheduleModel::turn(std::uint32_t id)
{
    Task& task = m_tasks.at(id);
    bool goesOn = true;
    while (goesOn) {
        switch (task.step) {
        case Step::choose: goesOn = begin(id, task); break;
        case Step::slept:
        case Step::woken:
        case Step::wasPut: task.step = Step::choose; break;
        case Step::locked:
            note(id, 100 + task.place, 0);
            goesOn = sleep(id, task, task.numbers.nap(), Step::heldOne);
            break;
        case Step::heldOne:
            releaseAll(task);
            task.step = Step::choose;
            break;
        case Step::lockedSecond: {
            note(id, 200 + task.place, 0);
            ++task.place;
            goesOn = acquire(id, task, Step::heldTwo);
            break;
        }
        case Step::heldTwo:
            note(id, 300 + task.place, 0);
            goesOn = sleep(id, task, task.numbers.nap(), Step::heldOne);
            break;
        case Step::got:
            note(id, 400 + task.place, *task.handed);
            task.handed.reset();
            task.step = Step::choose;
            break;
        }
        if (!m_tasks.count(id))
            return;
    }
    if (task.fate == Fate::doomed)
        end(id);
}

bool ScheduleModel::begin(std::uint32_t id, Task& task)
{
    const Operation operation = task.numbers.operation();
    ++m_operations;
    note(id, static_cast<std::uint32_t>(operation), 0);
    switch (operation) {
    case Operation::sleep: return sleep(id, task, task.numbers.nap(), Step::slept);
    case Operation::yield: return sleep(id, task, 0, Step::slept);
    case Operation::lock: task.place = task.numbers.below(lockCount); return acquire(id, task, Step::locked);
    case Operation::twoLocks: task.place = task.numbers.below(lockCount - 1); return acquire(id, task, Step::lockedSecond);
    case Operation::wait:
        task.place = task.numbers.below(eventCount);
        m_eventWaiters[task.place].push_back(id);
        task.step = Step::woken;
        return false;
    case Operation::pulse: pulse(task.numbers.below(eventCount)); return true;
    case Operation::put: {
        task.place = task.numbers.below(queueCount);
        task.putting = task.numbers.below(1'000'000);
        Queue& queue = m_queues[task.place];
        task.step = Step::wasPut;
        if (offer(queue, task.putting))
            return true;
        queue.putters.push_back(id);
        return false;
    }
    case Operation::get: {
        task.place = task.numbers.below(queueCount);
        Queue& queue = m_queues[task.place];
        task.step = Step::got;
        task.handed = take(queue);
        if (task.handed)
            return true;
        queue.getters.push_back(id);
        return false;
    }
    case Operation::spawn:
        if (living() < mostTasks)
            spawn();
        return true;
    case Operation::cancel: cancel(1 + task.numbers.below(m_spawned)); return true;
    case Operation::end:
    case Operation::count: break;
    }
    end(id);
    return false;
}

bool ScheduleModel::acquire(std::uint32_t id, Task& task, Step next)
{
    task.step = next;
    if (m_holders[task.place]) {
        m_lockWaiters[task.place].push_back(id);
        return false;
    }
    m_holders[task.place] = id;
    task.locks.push_back(task.place);
    return true;
}

bool ScheduleModel::sleep(std::uint32_t id, Task& task, std::int64_t nap, Step next)
{
    task.step = next;
    if (nap == 0)
        ready(id);
    else
        m_timers.emplace(std::pair(m_now + nap, ++m_sequence), id);
    return false;
}

void ScheduleModel::release(std::uint32_t lock)
{
    m_holders[lock].reset();
    if (m_lockWaiters[lock].empty())
        return;
    const std::uint32_t next = m_lockWaiters[lock].front();
    m_lockWaiters[lock].pop_front();
    m_holders[lock] = next;
    m_tasks.at(next).locks.push_back(lock);
    ready(next);
}

void ScheduleModel::releaseAll(Task& task)
{
    while (!task.locks.empty()) {
        const std::uint32_t lock = task.locks.back();
        task.locks.pop_back();
        release(lock);
    }
}

// Out of every place it may be in, and what it holds goes to the next.
void ScheduleModel::end(std::uint32_t id)
{
    const auto leave = [id](std::deque<std::uint32_t>& places) { std::erase(places, id); };
    leave(m_ready);
    std::erase_if(m_timers, [id](const auto& timer) { return timer.second == id; });
    std::for_each(m_lockWaiters.begin(), m_lockWaiters.end(), leave);
    std::for_each(m_eventWaiters.begin(), m_eventWaiters.end(), leave);
    for (Queue& queue : m_queues) {
        leave(queue.getters);
        leave(queue.putters);
    }
    auto node = m_tasks.extract(id);
    Task& task = node.mapped();
    if (task.fate == Fate::doomed)
        m_doomed = 0;
    if (task.handed) {
        Queue& queue = m_queues[task.place];
        if (!queue.getters.empty())
            offer(queue, *task.handed);
        else
            queue.items.push_front(*task.handed);
    }
    releaseAll(task);
}

void ScheduleModel::cancel(std::uint32_t task)
{
    const auto entry = m_tasks.find(task);
    if (entry == m_tasks.end())
        return;
    if (task != m_running) {
        end(task);
        return;
    }
    entry->second.fate = Fate::doomed;
    m_doomed = 1;
}

void ScheduleModel::pulse(std::uint32_t event)
{
    for (std::uint32_t id : std::exchange(m_eventWaiters[event], {}))
        ready(id);
}

std::optional<std::int64_t> ScheduleModel::take(Queue& queue)
{
    if (queue.items.empty())
        return std::nullopt;
    const std::int64_t value = queue.items.front();
    queue.items.pop_front();
    if (!queue.putters.empty() && queue.items.size() < queueCapacity) {
        const std::uint32_t putter = queue.putters.front();
        queue.putters.pop_front();
        queue.items.push_back(m_tasks.at(putter).putting);
        ready(putter);
    }
    return value;
}

bool ScheduleModel::offer(Queue& queue, std::int64_t value)
{
    if (!queue.getters.empty()) {
        const std::uint32_t getter = queue.getters.front();
        queue.getters.pop_front();
        m_tasks.at(getter).handed = value;
        ready(getter);
        return true;
    }
    if (queue.items.size() >= queueCapacity)
        return false;
    queue.items.push_back(value);
    return true;
}

void ScheduleModel::put(std::uint32_t queue, std::int64_t value) { note(0, 500 + queue, offer(m_queues[queue], value)); }

void ScheduleModel::get(std::uint32_t queue) { note(0, 600 + queue, take(m_queues[queue]).value_or(-1)); }

}  // namespace coroboard::fuzz
