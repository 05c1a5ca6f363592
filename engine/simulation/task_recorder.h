// SPDX-License-Identifier: MIT
#pragma once
// TaskRecorder: every step of every task, written for Perfetto: a track a task, a slice for each stretch it ran (C++ tasks take no virtual
// time: theirs are instants), an arrow from the task that woke it. Given as SimulationOptions::tasks.

#include <map>
#include <optional>

#include "time/task_info.h"
#include "trace/perfetto_writer.h"

namespace coroboard::simulation {

class TaskRecorder final : public time::LoopObserver {
public:
    explicit TaskRecorder(trace::PerfettoWriter& writer) : m_writer(writer) {}

    void taskSpawned(time::TaskId task, const std::string& name, time::TaskKind kind, time::VirtualTime now) override;
    void taskReady(time::TaskId task, time::TaskId waker, time::VirtualTime now) override;
    void taskResumed(time::TaskId task, time::VirtualTime now) override;
    void taskSuspended(time::TaskId task, const time::WaitInfo& wait, time::VirtualTime now) override;
    void taskEnded(time::TaskId task, time::TaskState how, time::VirtualTime now) override;

private:
    struct Track {
        std::optional<time::VirtualTime> runningSince;
        time::TaskId waker = time::TaskId::none;
        time::VirtualTime ready{};
    };
    void endSlice(time::TaskId task, time::VirtualTime now, std::string_view what, std::string_view waitsFor);

    trace::PerfettoWriter& m_writer;
    std::map<time::TaskId, Track> m_tracks;
};

}  // namespace coroboard::simulation
