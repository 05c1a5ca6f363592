// SPDX-License-Identifier: MIT
// PythonTasks: gather() of coroutines and wait_for(), whose bookkeeping takes its turns here without running Python.
#include <algorithm>

#include "modules/micropython_firmware.h"
#include "modules/python_tasks.h"

namespace coroboard::modules {

namespace {

// py/objtuple.h: type, length, items. py/objlist.h: type, room, length, address of the items.
constexpr std::uint32_t tupleLength = 4;
constexpr std::uint32_t tupleItems = 8;
constexpr std::uint32_t listItems = 12;

}  // namespace

// -- gather().

GatherNumber PythonTasks::gather(std::uint32_t tuple, std::uint32_t results, bool keepsExceptions)
{
    if (!m_current) throw micropython::HardFault("asyncio gathers outside a task");
    const micropython::Vm& vm = m_firmware.vm();
    const std::uint32_t count = vm.load(tuple + tupleLength);
    const auto item = [&](std::uint32_t index) { return vm.load(tuple + tupleItems + 4 * index); };
    for (std::uint32_t i = 0; i < count; ++i)
        if (!m_firmware.reader()->isCoroutine(item(i))) return noGather;

    const auto unused = std::find(m_gathers.begin(), m_gathers.end(), nullptr);
    const auto number = static_cast<GatherNumber>(unused - m_gathers.begin());
    if (unused == m_gathers.end()) m_gathers.emplace_back();
    m_gathers[number] = std::make_unique<Gather>();
    Gather& gather = *m_gathers[number];
    gather.waiter = m_current->slot;
    gather.waiterId = m_current->id;
    gather.results = results;
    gather.pending = count;
    gather.keepsExceptions = keepsExceptions;
    gather.children.reserve(count);
    m_current->gathers = number;
    for (std::uint32_t i = 0; i < count; ++i) {
        PythonTask& child = at(spawn(item(i)));
        child.gather = number;
        child.childIndex = i;
        child.gathered = true;
        child.hasObject = false;
        gather.children.push_back(child.slot);
    }
    return number;
}

void PythonTasks::wakeGatherer(Gather& gather)
{
    gather.over = true;
    const PythonTask* waiter = task(gather.waiter);
    if (waiter && waiter->id == gather.waiterId) makeReady(gather.waiter);
}

TaskSlot PythonTasks::returned()
{
    if (!m_current) throw micropython::HardFault("a coroutine of asyncio ended outside a task");
    PythonTask& child = *m_current;
    if (child.hasObject) return child.slot;
    Gather& gather = *m_gathers[child.gather];
    micropython::Vm& vm = m_firmware.vm();
    if (const std::uint32_t value = vm.stopIterationArgument())
        vm.store(vm.load(gather.results + listItems) + 4 * child.childIndex, value);
    gather.children[child.childIndex] = noTask;
    finish(child.slot, false);
    if (--gather.pending == 0 && !gather.over) wakeGatherer(gather);
    release(child.slot);
    return noTask;
}

void PythonTasks::childEnded(TaskSlot slot, bool failed)
{
    const PythonTask& child = at(slot);
    if (child.gather == noGather) return;
    Gather& gather = *m_gathers[child.gather];
    --gather.pending;
    if (gather.over) return;
    if (failed && !gather.keepsExceptions) {
        gather.failed = slot;
    } else if (gather.pending > 0) {
        return;
    }
    wakeGatherer(gather);
}

TaskSlot PythonTasks::settle(GatherNumber number)
{
    // A new event loop forgets them all.
    if (static_cast<std::size_t>(number) >= m_gathers.size() || !m_gathers[number]) return noTask;
    Gather& gather = *m_gathers[number];
    gather.over = true;
    if (m_current && m_current->gathers == number) m_current->gathers = noGather;
    TaskSlot next = std::exchange(gather.failed, noTask);
    if (next == noTask) {
        const auto left = std::find_if(gather.children.begin(), gather.children.end(), [](TaskSlot slot) { return slot != noTask; });
        if (left == gather.children.end()) {
            m_gathers[number].reset();
            return noTask;
        }
        next = *left;
    }
    PythonTask& child = at(next);
    gather.children[child.childIndex] = noTask;
    child.gather = noGather;
    child.gathered = false;
    return next;
}

std::uint32_t PythonTasks::adopt(TaskSlot slot)
{
    PythonTask& one = at(slot);
    if (one.hasObject || one.watch) return 0;
    one.hasObject = true;
    return one.coroutine;
}

// -- wait_for().

TaskSlot PythonTasks::watch(TaskSlot watched)
{
    if (!m_current) throw micropython::HardFault("asyncio waits outside a task");
    PythonTask& record = *m_slots[newRecord()];
    record.watch = std::make_unique<Watch>();
    record.watch->watched = watched;
    record.watch->waiter = m_current->slot;
    record.watch->waiterId = m_current->id;
    if (watched != noTask) record.watch->watchedId = at(watched).id;
    record.state = time::TaskState::ready;
    record.queued = true;
    m_ready.push_back(&record);
    return record.slot;
}

Watch& PythonTasks::watchOf(TaskSlot slot)
{
    PythonTask& record = at(slot);
    if (!record.watch) throw micropython::HardFault("asyncio spoke of a wait that is not there");
    return *record.watch;
}

// The first turn. False when there is nothing to wait for.
bool PythonTasks::beginsToWait(PythonTask& record)
{
    PythonTask* watched = task(record.watch->watched);
    if (!watched || watched->id != record.watch->watchedId) return false;
    if (watched->state == time::TaskState::finished || watched->state == time::TaskState::failed) {
        watched->retrieved = true;
        return false;
    }
    if (watched->gathered) {
        record.watch->refused = true;
        return false;
    }
    watched->awaited = true;
    append(m_queues[completionQueue(watched->slot)], record);
    record.queue = completionQueue(watched->slot);
    record.awaits = watched->slot;
    record.waitsFor = time::WaitKind::child;
    return true;
}

void PythonTasks::stepWatch(PythonTask& record)
{
    Watch& watch = *record.watch;
    const bool cancelled = std::exchange(record.throws, false);
    record.state = time::TaskState::suspended;
    if (!std::exchange(watch.started, true) && !cancelled && beginsToWait(record)) return;
    PythonTask* waiter = task(watch.waiter);
    if (!cancelled && watch.asleep && waiter && waiter->id == watch.waiterId && !waiter->throws) {
        watch.endedTheSleep = true;
        makeReady(watch.waiter);
    }
    endWatch(record);
}

void PythonTasks::endWatch(PythonTask& record)
{
    record.watch->ended = true;
    record.state = time::TaskState::finished;
    wakeAll(completionQueue(record.slot));
    if (record.watch->orphaned) release(record.slot);
}

SleepEnd PythonTasks::stopSleeping(TaskSlot slot)
{
    Watch& watch = watchOf(slot);
    watch.asleep = false;
    if (!watch.endedTheSleep) return SleepEnd::Other;
    return watch.refused ? SleepEnd::Refused : SleepEnd::TaskEnded;
}

void PythonTasks::forgetWatch(TaskSlot slot)
{
    if (watchOf(slot).ended) {
        release(slot);
    } else {
        watchOf(slot).orphaned = true;
    }
}

}  // namespace coroboard::modules
