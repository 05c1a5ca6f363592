// SPDX-License-Identifier: MIT
#pragma once
// TaskRecord: what the loop knows of one spawned C++ task: its outermost frame, the innermost frame to resume next, its state,
// what it waits for and its counters. One Turn, so a task is ready or timed or neither. Code outside engine/time never needs it.
//
// A task runs frame by frame: awaiting a child task makes the child's frame the innermost one and returns to the loop, which
// resumes it at once; its end makes the parent innermost again. The native stack therefore never grows, and awaiting a child
// that does not itself wait costs no turn. Owned by a Scope or a Spawned handle.

#include <coroutine>
#include <exception>
#include <memory>
#include <utility>

#include "base/label.h"
#include "time/links.h"
#include "time/task_info.h"
#include "time/turn.h"

namespace coroboard::time {

class EventLoop;
class Lock;
class TaskRecord;
class WaitList;

// Someone who waits for a spawned task to end. Told once, from the loop, not from inside the task.
class EndListener {
public:
    virtual void taskEnded(TaskRecord& task) = 0;

protected:
    ~EndListener() = default;
};

// The place of a record among those of its owner.
struct Sibling : Links {};

class TaskRecord final : public Turn, private Sibling {
public:
    TaskRecord(EventLoop& loop, std::coroutine_handle<> root, Label name, TaskKind kind, TaskId id);
    // Cancels the task if it has not ended: destroys its frames. Precondition: it is not running.
    ~TaskRecord();

    EventLoop& loop() const { return m_loop; }
    TaskId id() const { return m_id; }
    const Label& name() const { return m_name; }
    TaskKind kind() const { return m_kind; }
    TaskState state() const;
    bool hasEnded() const { return m_state == TaskState::finished || m_state == TaskState::failed; }
    TaskInfo info() const;
    WaitInfo wait() const;

    // Called by awaiters, with the frame to resume when the wait is over. The place is the WaitList or the child TaskRecord.
    void suspend(std::coroutine_handle<> frame, WaitKind kind, const void* place = nullptr)
    {
        m_leaf = frame;
        m_state = TaskState::suspended;
        m_waitKind = kind;
        m_waitPlace = place;
    }
    void forgetWaitPlace() { m_waitPlace = nullptr; }
    void setEndListener(EndListener* listener) { m_endListener = listener; }

    // Called by a task's promise: the frame to resume next, at once; or the end of the outermost one.
    void continueWith(std::coroutine_handle<> frame) { m_leaf = frame; }
    // No frame of the task is left but the outermost, and it is at its end.
    void end() noexcept;
    // Called by a frame an exception leaves, and where the exception is thrown again: one frame further out, or by the owner.
    void setFailure(std::exception_ptr failure) noexcept { m_failure = std::move(failure); }
    std::exception_ptr takeFailure() noexcept { return std::exchange(m_failure, nullptr); }
    const std::exception_ptr& failure() const { return m_failure; }

private:
    friend class EventLoop;
    friend class Lock;
    friend class Scope;
    friend class SpawnedBase;

    // Most tasks never use virtual time while they run, and never have one.
    struct Usage {
        Duration cpuTime{};
        Duration longestStretch{};
    };

    enum class AfterTurn : std::uint8_t { keep, destroy };

    static TaskRecord& of(time::Links& sibling) { return static_cast<TaskRecord&>(static_cast<Sibling&>(sibling)); }
    static const TaskRecord& of(const time::Links& sibling)
    {
        return static_cast<const TaskRecord&>(static_cast<const Sibling&>(sibling));
    }
    time::Links& sibling() { return static_cast<Sibling&>(*this); }
    void addUsage(Duration stretch);

    EventLoop& m_loop;
    std::coroutine_handle<> m_leaf;
    std::coroutine_handle<> m_root;
    EndListener* m_endListener = nullptr;
    const void* m_waitPlace = nullptr;
    Lock* m_heldLocks = nullptr;
    TaskId m_id;
    std::exception_ptr m_failure;
    std::unique_ptr<Usage> m_usage;
    std::uint32_t m_resumed = 0;
    TaskState m_state = TaskState::suspended;  // never ready: that shows in its Turn
    WaitKind m_waitKind = WaitKind::nothing;
    TaskKind m_kind;
    AfterTurn m_afterTurn = AfterTurn::keep;
    Label m_name;
};

}  // namespace coroboard::time
