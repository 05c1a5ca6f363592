// SPDX-License-Identifier: MIT
#pragma once
// What can be told about a task at any instant: plain values, copied out by EventLoop::inspect(). C++ tasks fill them from their
// own record; another scheduler of coroutines on the same loop (the Python tasks) adds its own through a TaskSource.
// All durations are virtual time.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "time/virtual_time.h"

namespace coroboard::time {

// Unique within one loop, never used twice, in order of creation. EventLoop::newTaskId() gives them out.
enum class TaskId : std::uint64_t { none = 0 };

enum class TaskKind : std::uint8_t { task, part, peripheral, stimulus, program, pythonTask, interrupt, simulation };

enum class TaskState : std::uint8_t { inert, ready, running, suspended, cancelling, finished, failed };

enum class WaitKind : std::uint8_t {
    nothing,     // it is ready or running, or over
    deadline,    // an instant
    event,       // an Event to be set
    signal,      // the next notification of a Signal
    lock,        // a Lock to be handed over by its holder
    queueItem,   // something to be put into a Queue
    queueSpace,  // something to be taken from a full Queue
    child,       // another task to end
    children,    // every task of a Scope to end
    pinEdge,
    flag,
    stream,
    other,
};

struct WaitInfo {
    WaitKind kind = WaitKind::nothing;
    std::string name;                     // of the event, lock, queue, pin, stream …
    std::optional<VirtualTime> deadline;  // when the wait ends at the latest
    TaskId task = TaskId::none;           // the lock's holder, or the child
    std::string taskName;
};

// One frame of an await chain, outermost first.
struct FrameInfo {
    std::string function;
    std::string file;
    int line = 0;
    std::vector<std::pair<std::string, std::string>> locals;
};

struct TaskInfo {
    TaskId id = TaskId::none;
    std::string name;
    TaskKind kind = TaskKind::task;
    TaskState state = TaskState::inert;
    WaitInfo wait;
    std::vector<std::string> holds;    // names of the locks it holds
    std::vector<FrameInfo> frames;     // empty where the frames cannot be read
    std::uint64_t resumed = 0;         // how many times
    Duration cpuTime{};                // virtual time it used while running
    Duration longestStretch{};         // the longest of it without a suspension
    Duration longestReadyLatency{};    // the longest it was ready without being resumed
};

const char* toString(TaskKind kind);
const char* toString(TaskState state);
const char* toString(WaitKind kind);

// Someone else who runs tasks on this loop. Registered with EventLoop::addTaskSource.
class TaskSource {
public:
    virtual ~TaskSource() = default;
    virtual void appendTasks(std::vector<TaskInfo>& tasks) const = 0;
};

// Told of every step of every task; the trace writer is one. The waker is TaskId::none when no task did it (a timer, a command).
class LoopObserver {
public:
    virtual ~LoopObserver() = default;
    virtual void taskSpawned(TaskId task, const std::string& name, TaskKind kind, VirtualTime now) = 0;
    // Not called for a deadline that came: the task is then simply resumed.
    virtual void taskReady(TaskId task, TaskId waker, VirtualTime now) = 0;
    virtual void taskResumed(TaskId task, VirtualTime now) = 0;
    virtual void taskSuspended(TaskId task, const WaitInfo& wait, VirtualTime now) = 0;
    virtual void taskEnded(TaskId task, TaskState how, VirtualTime now) = 0;
};

}  // namespace coroboard::time
