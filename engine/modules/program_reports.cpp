// SPDX-License-Identifier: MIT
#include "modules/program_reports.h"

#include <algorithm>

#include <fmt/format.h>

#include "micropython/heap_walk.h"
#include "modules/call_sites.h"
#include "modules/source_texts.h"

namespace coroboard::modules {

namespace {

constexpr std::size_t mostNamed = 8;    // tasks in one line
constexpr std::size_t mostSites = 3;

using Frame = micropython::CoroutineReader::Frame;

// The innermost frame written by the program.
std::string placeIn(const std::vector<Frame>& frames)
{
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame)
        if (ownerOf(frame->function->file) == SourceOwner::Program) return fmt::format("{}:{}", frame->function->file, frame->line);
    return {};
}

std::string milliseconds(time::Duration duration)
{
    return fmt::format("{:.1f} ms", static_cast<double>(duration.count()) / 1e6);
}

}  // namespace

ProgramReports::ProgramReports(const micropython::Vm& vm, const micropython::CoroutineReader& reader, PythonTasks& tasks,
                               micropython::SourceOf sourceOf, Sink sink)
    : m_vm(vm), m_reader(reader), m_tasks(tasks), m_sourceOf(std::move(sourceOf)), m_sink(std::move(sink))
{
}

// -- Never awaited.

std::size_t ProgramReports::originOf(std::uint32_t coroutine)
{
    const std::uint32_t address = m_reader.functionAddress(coroutine);
    if (m_lastOrigin < m_origins.size() && m_origins[m_lastOrigin].function == address) return m_lastOrigin;
    const auto known = std::find_if(m_origins.begin(), m_origins.end(), [&](const Origin& one) { return one.function == address; });
    m_lastOrigin = static_cast<std::size_t>(known - m_origins.begin());
    if (known == m_origins.end()) {
        const micropython::FunctionInfo& function = m_reader.functionOf(coroutine);
        const bool matters = function.isAsync && ownerOf(function.file) == SourceOwner::Program;
        m_origins.push_back({address, matters, function.name, function.file, function.firstLine});
    }
    return m_lastOrigin;
}

void ProgramReports::findUnstarted(const std::vector<std::uint32_t>& butFor)
{
    m_unstarted.clear();
    m_origins.clear();
    micropython::forEachObject(m_vm, m_reader.layout(), m_reader.layout().generatorType, [&](std::uint32_t coroutine) {
        if (!m_reader.isNeverStarted(coroutine)) return;
        const std::size_t origin = originOf(coroutine);
        if (m_origins[origin].matters && !std::binary_search(butFor.begin(), butFor.end(), coroutine))
            m_unstarted.push_back({coroutine, origin});
    });
}

void ProgramReports::beforeCollection() { findUnstarted(m_tasks.droppedCoroutines()); }

void ProgramReports::afterCollection()
{
    for (const Unstarted& one : m_unstarted)
        if (!micropython::isAllocated(m_vm, m_reader.layout(), one.coroutine)) reportUnstarted(m_origins[one.origin]);
    m_unstarted.clear();
}

void ProgramReports::reportNeverAwaited()
{
    findUnstarted(m_tasks.knownCoroutines());
    for (const Unstarted& one : m_unstarted) reportUnstarted(m_origins[one.origin]);
    m_unstarted.clear();
}

void ProgramReports::reportUnstarted(const Origin& one)
{
    if (!m_said.insert(fmt::format("{}:{} {}", one.file, one.line, one.name)).second) return;
    std::string place = fmt::format("defined at {}:{}", one.file, one.line);
    const auto source = m_sourceOf(one.file);
    const auto sites = source ? unawaitedCalls(*source, one.name) : std::vector<int>{};
    if (!sites.empty() && sites.size() <= mostSites) {
        place.clear();
        for (const int line : sites) place += fmt::format("{}{}:{}", place.empty() ? "" : " or ", one.file, line);
    }
    m_sink(fmt::format("RuntimeWarning: coroutine '{}' was never awaited ({})\n", one.name, place));
}

// -- Deadlock.

std::string ProgramReports::placeOf(const PythonTask& task) const
{
    std::vector<Frame> frames;
    m_reader.readFrames(task.coroutine, frames);
    return placeIn(frames);
}

std::string ProgramReports::waitText(const PythonTask& task, WaitNames& names) const
{
    std::vector<Frame> frames;
    m_reader.readFrames(task.coroutine, frames);
    const time::WaitInfo wait = m_tasks.waitOf(task, frames, names);
    const std::string name = wait.name.empty() ? "" : " " + wait.name;
    switch (wait.kind) {
    case time::WaitKind::lock:
        return fmt::format("lock{} {}", name, wait.task == time::TaskId::none ? "whose holder has ended" : "held by " + wait.taskName);
    case time::WaitKind::child: return "task " + wait.taskName;
    case time::WaitKind::children: return "tasks" + name;
    case time::WaitKind::event:
    case time::WaitKind::flag: return fmt::format("{}{}, which nobody sets", time::toString(wait.kind), name);
    default: return fmt::format("{}{}, which cannot come", time::toString(wait.kind), name);
    }
}

std::vector<PythonTask*> ProgramReports::circleFrom(const PythonTask& task) const
{
    std::vector<PythonTask*> path;
    TaskSlot slot = task.slot;
    while (PythonTask* one = m_tasks.task(slot)) {
        if (one->state != time::TaskState::suspended) return {};
        path.push_back(one);
        slot = m_tasks.blockerOf(*one);
        if (slot == task.slot) return path;
        if (path.size() > m_tasks.count()) return {};
    }
    return {};
}

void ProgramReports::reportWaits(const std::vector<PythonTask*>& tasks)
{
    WaitNames names(m_reader);
    std::string text;
    std::size_t named = 0;
    for (PythonTask* task : tasks) {
        task->deadlockReported = true;
        if (++named > mostNamed) continue;
        const std::string place = placeOf(*task);
        text += fmt::format("{}{}{} waits for {}", text.empty() ? "" : "; ", m_reader.name(task->coroutine),
                            place.empty() ? "" : " (" + place + ")", waitText(*task, names));
    }
    if (named > mostNamed) text += fmt::format("; and {} more wait", named - mostNamed);
    m_sink(fmt::format("deadlock: {}\n", text));
}

void ProgramReports::checkCircle(const PythonTask& task)
{
    if (task.deadlockReported) return;
    try {
        if (const auto circle = circleFrom(task); !circle.empty()) reportWaits(circle);
    } catch (const micropython::HardFault&) {
    }
}

void ProgramReports::reportDeadlock()
{
    std::vector<PythonTask*> waiting;
    for (TaskSlot slot = 0; static_cast<std::size_t>(slot) < m_tasks.slotCount(); ++slot) {
        PythonTask* task = m_tasks.task(slot);
        if (task && !task->watch && task->state == time::TaskState::suspended && !task->deadlockReported) waiting.push_back(task);
    }
    if (waiting.empty()) return;
    try {
        reportWaits(waiting);
    } catch (const micropython::HardFault&) {
    }
}

// -- Hogs.

std::string ProgramReports::runningPlace(const PythonTask& task) const
{
    try {
        // A plain function that the task calls stands above asyncio's own on the Python stack.
        std::vector<Frame> frames;
        m_reader.readCalls(frames);
        while (!frames.empty() && frames.back().function->file.compare(0, 8, "asyncio/") != 0) {
            if (ownerOf(frames.back().function->file) == SourceOwner::Program) return placeIn(frames);
            frames.pop_back();
        }
        return placeOf(task);
    } catch (const micropython::HardFault&) {
        return {};
    }
}

void ProgramReports::reportHog(const PythonTask& task, time::Duration stretch, const std::string& place)
{
    const std::string where = place.empty() ? placeOf(task) : place;
    m_sink(fmt::format("hog: {} ran {} without yielding{}\n", m_reader.name(task.coroutine), milliseconds(stretch),
                       where.empty() ? "" : " (" + where + ")"));
}

}  // namespace coroboard::modules
