// SPDX-License-Identifier: MIT
#include "simulation/task_view.h"

#include <fmt/format.h>

namespace coroboard::simulation {

namespace {

std::string secondsText(time::VirtualTime when)
{
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(when.time_since_epoch()).count();
    return fmt::format("{}.{:06} s", microseconds / 1'000'000, microseconds % 1'000'000);
}

std::string_view kindText(time::TaskKind kind)
{
    switch (kind) {
    case time::TaskKind::pythonTask: return "python";
    case time::TaskKind::task: return "firmware";
    default: return time::toString(kind);
    }
}

std::vector<TaskSnapshot::Frame> frameViews(const std::vector<time::FrameInfo>& frames)
{
    std::vector<TaskSnapshot::Frame> views;
    for (const time::FrameInfo& frame : frames) {
        TaskSnapshot::Frame& shown = views.emplace_back(TaskSnapshot::Frame{frame.function, frame.file, frame.line, {}});
        for (const auto& [name, value] : frame.locals) shown.locals.push_back({name, value});
    }
    return views;
}

TaskSnapshot view(const time::TaskInfo& info)
{
    TaskSnapshot task;
    task.id = static_cast<std::uint64_t>(info.id);
    task.name = info.name;
    task.kind = kindText(info.kind);
    task.state = time::toString(info.state);
    task.waitsFor = waitText(info.wait);
    task.deadline = info.wait.deadline;
    if (info.wait.task != time::TaskId::none) task.waker = static_cast<std::uint64_t>(info.wait.task);
    task.chain = frameViews(info.frames);
    task.resumed = info.resumed;
    task.cpu = info.cpuTime;
    task.longestStretch = info.longestStretch;
    task.readyLatency = info.longestReadyLatency;
    return task;
}

}  // namespace

std::string waitText(const time::WaitInfo& wait)
{
    if (wait.kind == time::WaitKind::nothing) return {};
    if (wait.kind == time::WaitKind::deadline)
        return wait.deadline ? "sleep until " + secondsText(*wait.deadline) : std::string("sleep");
    std::string text = time::toString(wait.kind);
    if (!wait.name.empty()) text += " " + wait.name;
    if (wait.kind == time::WaitKind::child && !wait.taskName.empty()) text += " " + wait.taskName;
    if (wait.kind == time::WaitKind::lock && !wait.taskName.empty()) text += " held by " + wait.taskName;
    if (wait.deadline) text += ", until " + secondsText(*wait.deadline);
    return text;
}

StopSnapshot stopSnapshot(const modules::CodeStop& stop)
{
    return {stop.cause, static_cast<std::uint64_t>(stop.task), frameViews(stop.frames), stop.problem, stop.watches};
}

std::vector<TaskSnapshot> taskSnapshots(const time::EventLoop& loop)
{
    std::vector<TaskSnapshot> tasks;
    for (const time::TaskInfo& info : loop.inspect()) tasks.push_back(view(info));
    return tasks;
}

}  // namespace coroboard::simulation
