// SPDX-License-Identifier: MIT
// What PythonTasks tells of its tasks and of the program around them: EventLoop::inspect() and the reports.
#include <algorithm>

#include "modules/micropython_firmware.h"
#include "modules/program_reports.h"
#include "modules/python_tasks.h"
#include "modules/source_texts.h"
#include "modules/wait_names.h"

namespace coroboard::modules {

namespace {

constexpr std::size_t mostChildren = 4;

using micropython::CoroutineReader;
using micropython::ObjectReader;
using Frames = std::vector<CoroutineReader::Frame>;

}  // namespace

std::vector<std::uint32_t> PythonTasks::knownCoroutines() const
{
    std::vector<std::uint32_t> known = m_dropped;
    for (const auto& one : m_slots)
        if (one && !one->watch) known.push_back(one->coroutine);
    std::sort(known.begin(), known.end());
    return known;
}

std::vector<std::uint32_t> PythonTasks::droppedCoroutines() const
{
    std::vector<std::uint32_t> dropped = m_dropped;
    std::sort(dropped.begin(), dropped.end());
    return dropped;
}

TaskSlot PythonTasks::holderOf(std::uint32_t queue) const
{
    const auto found = m_queues.find(queue);
    if (found == m_queues.end()) return noTask;
    const PythonTask* holder = task(found->second.holder);
    return holder && holder->id == found->second.holderId ? holder->slot : noTask;
}

TaskSlot PythonTasks::blockerOf(const PythonTask& one) const
{
    if (one.waitsFor == time::WaitKind::lock) return holderOf(one.queue);
    if (one.waitsFor != time::WaitKind::child) return noTask;
    const PythonTask* awaited = task(one.awaits);
    return awaited && awaited->watch ? awaited->watch->watched : one.awaits;
}

std::string PythonTasks::gatheredNames(const Gather& gather) const
{
    std::string text;
    std::size_t count = 0;
    for (const TaskSlot slot : gather.children)
        if (const PythonTask* child = task(slot); child && child->gather != noGather && ++count <= mostChildren)
            text += (text.empty() ? "" : ", ") + m_firmware.coroutineName(child->coroutine);
    return count > mostChildren ? text + " and " + std::to_string(count - mostChildren) + " more" : text;
}

// What gather() waits for: the tasks of its list that have not ended.
std::string PythonTasks::childrenNames(const Frames& frames, const WaitNames& names) const
{
    const CoroutineReader& reader = *m_firmware.reader();
    std::string text;
    std::size_t count = 0;
    reader.objects().findItem(names.local(frames, "tasks"), [&](std::uint32_t, micropython::Object object) {
        const auto slot = reader.objects().attribute(object, "_slot");
        const PythonTask* child = slot && ObjectReader::isSmallInteger(*slot) ? task(ObjectReader::smallInteger(*slot)) : nullptr;
        if (child && ++count <= mostChildren) text += (text.empty() ? "" : ", ") + m_firmware.coroutineName(child->coroutine);
        return false;
    });
    return count > mostChildren ? text + " and " + std::to_string(count - mostChildren) + " more" : text;
}

time::WaitInfo PythonTasks::waitOf(const PythonTask& one, const Frames& frames, WaitNames& names) const
{
    time::WaitInfo wait;
    if (one.state != time::TaskState::suspended) return wait;
    wait.kind = one.waitsFor;
    if (!one.isIdle()) wait.deadline = one.due();
    if (const PythonTask* other = task(blockerOf(one))) {
        wait.task = other->id;
        wait.taskName = m_firmware.coroutineName(other->coroutine);
    }
    switch (wait.kind) {
    case time::WaitKind::event:
    case time::WaitKind::lock:
    case time::WaitKind::flag:
    case time::WaitKind::stream: wait.name = names.name(names.waitedFor(frames), frames); break;
    case time::WaitKind::children:
        wait.name = one.gathers == noGather ? childrenNames(frames, names) : gatheredNames(*m_gathers[one.gathers]);
        break;
    default: break;
    }
    return wait;
}

time::TaskInfo PythonTasks::programInfo() const
{
    const CoroutineReader& reader = *m_firmware.reader();
    time::TaskInfo info;
    info.id = m_programId;
    info.name = "main.py";
    info.kind = time::TaskKind::program;
    info.cpuTime = m_firmware.cpuTime();
    const bool atPrompt = m_firmware.state() == FirmwareState::AtPrompt;
    const bool ended = m_firmware.end() != FirmwareEnd::None;
    if (m_firmware.state() != FirmwareState::Ended && (atPrompt ? !ended : ended)) info.name = "REPL";
    if (m_firmware.state() == FirmwareState::Ended || (atPrompt && ended)) {
        info.state = m_firmware.end() == FirmwareEnd::UncaughtException || m_firmware.end() == FirmwareEnd::HardFault
                         ? time::TaskState::failed
                         : time::TaskState::finished;
        return info;
    }
    info.state = m_firmware.state() == FirmwareState::Waiting || atPrompt ? time::TaskState::suspended : time::TaskState::running;
    bool inLoop = false;
    try {
        Frames frames;
        reader.readCalls(frames);
        // The program's own; what it called of ours is told by the wait.
        for (const auto& frame : frames)
            if (ownerOf(frame.function->file) == SourceOwner::Program) info.frames.push_back(reader.describe(frame));
        inLoop = !frames.empty() && frames.back().function->file.compare(0, 8, "asyncio/") == 0 && !m_current;
    } catch (const micropython::HardFault&) {
    }
    if (info.state != time::TaskState::suspended) return info;
    if (inLoop) {
        info.wait.kind = time::WaitKind::children;
        info.wait.name = "of asyncio.run";
    } else if (m_firmware.pausedUntil() != time::never) {
        info.wait.kind = time::WaitKind::deadline;
        info.wait.deadline = m_firmware.pausedUntil();
    } else {
        info.wait.kind = time::WaitKind::other;
    }
    return info;
}

void PythonTasks::appendTasks(std::vector<time::TaskInfo>& tasks) const
{
    const CoroutineReader* reader = m_firmware.reader();
    if (!reader) return;
    tasks.reserve(tasks.size() + m_count + 1);
    tasks.push_back(programInfo());
    if (m_firmware.state() == FirmwareState::Ended && m_firmware.end() == FirmwareEnd::HardFault) return;

    std::vector<std::pair<TaskSlot, std::uint32_t>> held;
    for (const auto& [queue, record] : m_queues)
        if (const TaskSlot holder = holderOf(queue); holder != noTask) held.emplace_back(holder, queue);
    std::sort(held.begin(), held.end());

    WaitNames names(*reader);
    Frames frames;
    for (const auto& one : m_slots) {
        if (!one || one->watch) continue;
        time::TaskInfo& info = tasks.emplace_back();
        info.id = one->id;
        info.kind = time::TaskKind::pythonTask;
        info.state = one->throws ? time::TaskState::cancelling : one->state;
        info.resumed = one->resumed;
        info.cpuTime = one->cpu;
        info.longestStretch = one->longestStretch;
        info.longestReadyLatency = one->longestLatency;
        try {
            info.name = reader->name(one->coroutine);
            reader->readFrames(one->coroutine, frames);
            info.frames.reserve(frames.size());
            for (const auto& frame : frames) info.frames.push_back(reader->describe(frame));
            info.wait = waitOf(*one, frames, names);
            for (auto lock = std::lower_bound(held.begin(), held.end(), std::pair{one->slot, std::uint32_t{0}});
                 lock != held.end() && lock->first == one->slot; ++lock)
                info.holds.push_back(names.lockName(lock->second, frames));
        } catch (const micropython::HardFault&) {
        }
    }
}

}  // namespace coroboard::modules
