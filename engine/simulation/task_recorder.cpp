// SPDX-License-Identifier: MIT
#include "simulation/task_recorder.h"

#include <utility>

#include "simulation/task_view.h"

namespace coroboard::simulation {

namespace {

std::uint64_t number(time::TaskId task) { return static_cast<std::uint64_t>(task); }

}  // namespace

void TaskRecorder::taskSpawned(time::TaskId task, const std::string& name, time::TaskKind kind, time::VirtualTime)
{
    m_writer.nameTask(number(task), name.empty() ? time::toString(kind) : name);
}

void TaskRecorder::taskReady(time::TaskId task, time::TaskId waker, time::VirtualTime now)
{
    Track& track = m_tracks[task];
    track.waker = waker;
    track.ready = now;
}

void TaskRecorder::taskResumed(time::TaskId task, time::VirtualTime now)
{
    Track& track = m_tracks[task];
    track.runningSince = now;
    const time::TaskId waker = std::exchange(track.waker, time::TaskId::none);
    if (waker != time::TaskId::none && waker != task) m_writer.addWake(number(waker), track.ready, number(task), now);
}

void TaskRecorder::taskSuspended(time::TaskId task, const time::WaitInfo& wait, time::VirtualTime now)
{
    endSlice(task, now, "run", waitText(wait));
}

void TaskRecorder::taskEnded(time::TaskId task, time::TaskState how, time::VirtualTime now)
{
    endSlice(task, now, "run", {});
    m_writer.addInstant(number(task), now, time::toString(how));
    m_tracks.erase(task);
}

void TaskRecorder::endSlice(time::TaskId task, time::VirtualTime now, std::string_view what, std::string_view waitsFor)
{
    Track& track = m_tracks[task];
    if (!track.runningSince) return;
    m_writer.addSlice(number(task), *track.runningSince, now, what, waitsFor);
    track.runningSince.reset();
}

}  // namespace coroboard::simulation
