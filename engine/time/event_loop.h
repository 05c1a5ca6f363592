// SPDX-License-Identifier: MIT
#pragma once
// EventLoop: the dispatcher. It keeps the coroutines that wait for something, picks one whose wait is over, resumes it until its
// next await, and knows what each of them waits for now. One loop a board, owned by the Simulation (or a test), which drives it:
// the loop has no thread and no clock of its own, and virtual time moves only inside runUntil().
//
// Order is total: by virtual time, and at one instant in the order in which turns were asked for. Slices are half-open
// [now, end): what is due at `end` runs in the next slice, so any size of slice gives the same run. Asking for an instant that is
// past means now: the tail of the ready queue. Only the loop resumes: setting an event or releasing a lock posts the waiter.
// Everything that waits has an owner (a Scope, a Spawned handle, an Alarm); it must go before the loop does.

#include <memory>
#include <string>
#include <vector>

#include "time/scope.h"
#include "time/task.h"
#include "time/task_info.h"
#include "time/timer_wheel.h"
#include "time/turn.h"

namespace coroboard::time {

enum class RunOutcome : std::uint8_t {
    reachedEnd,  // now() is the end of the slice
    stopped,     // requestStop(): now() is where it stopped
    idle,        // runUntilIdle(): nothing is ready and nothing is timed
};

class EventLoop {
public:
    EventLoop() = default;
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;
    ~EventLoop();

    // -- Time ---------------------------------------------------------------------------------------------------------------
    VirtualTime now() const { return m_now; }
    // The earliest instant at which something wants to run: now() if anything is ready, else the first timer, else `never`.
    // Costs a comparison. (After cancelling timers in a crowd it may be a little early, never late: see TimerWheel::next.)
    VirtualTime nextDue() const { return m_ready.isEmpty() ? m_timers.next() : m_now; }
    // The end of the running slice; now() when none is running.
    VirtualTime sliceEnd() const { return m_running == Running::yes ? m_sliceEnd : m_now; }
    // How far the coroutine now running may use up virtual time: the earlier of nextDue() and sliceEnd().
    VirtualTime horizon() const { return nextDue() < sliceEnd() ? nextDue() : sliceEnd(); }
    // The coroutine now running (an emulated processor) has used virtual time up to `instant`.
    // Precondition: now() <= instant <= horizon(). To pass the horizon, co_await until(instant) instead.
    void advanceTo(VirtualTime instant);

    // -- Driving ------------------------------------------------------------------------------------------------------------
    // Runs everything due in [now(), end); afterwards now() is `end`, unless stopped. An exception that no task or owner took
    // (see Scope) comes out here, between two turns; the loop stays usable.
    RunOutcome runUntil(VirtualTime end);
    RunOutcome runFor(Duration duration) { return runUntil(after(m_now, duration)); }
    // Runs until nothing is ready and nothing is timed. now() is the instant of the last turn.
    RunOutcome runUntilIdle();
    // Leaves the running runUntil() before the next turn. Nothing when none is running.
    void requestStop() { m_interruption = Interruption::stop; }
    bool isRunning() const { return m_running == Running::yes; }

    // -- Tasks --------------------------------------------------------------------------------------------------------------
    // The task becomes ready. The handle owns it: destroying the handle cancels the task; awaiting it gives its result.
    template <class T>
    Spawned<T> spawn(Task<T> task, Label name, TaskKind kind = TaskKind::task)
    {
        return Spawned<T>(*this, std::move(task), std::move(name), kind);
    }

    class Sleep;
    class Yield;
    // Awaitables. A delay of zero or less, and an instant that is past, are a yield.
    Sleep delay(Duration duration) const;
    Sleep until(VirtualTime instant) const;
    // To the tail of the ready queue.
    Yield yield() const;

    // -- Turns (see turn.h) -------------------------------------------------------------------------------------------------
    void post(Turn& turn);
    void postAt(Turn& turn, VirtualTime instant);
    // Before everything that is ready: for whoever gave way in the middle of its turn and goes on as if it had not.
    void postFirst(Turn& turn);
    void postAfter(Turn& turn, Duration duration) { postAt(turn, after(m_now, duration)); }
    void cancel(Turn& turn);

    // -- Seeing -------------------------------------------------------------------------------------------------------------
    // Every task, by id: those spawned here and those of the registered sources.
    std::vector<TaskInfo> inspect() const;
    void addTaskSource(const TaskSource& source) { m_sources.push_back(&source); }
    void removeTaskSource(const TaskSource& source);
    // Null (nobody) by default. Not owned.
    void setObserver(LoopObserver* observer) { m_observer = observer; }
    LoopObserver* observer() const { return m_observer; }
    TaskId newTaskId() { return static_cast<TaskId>(++m_lastId); }
    // The C++ task being resumed, or none.
    TaskId currentTask() const { return m_current ? m_current->id() : TaskId::none; }
    std::size_t timerCount() const { return m_timers.size(); }

    // -- For engine/time ----------------------------------------------------------------------------------------------------
    // Ends a task's wait: it is ready now.
    void wake(TaskRecord& task);
    // An exception nobody can be told of any more: runUntil() throws it.
    void reportFailure(std::exception_ptr failure);

private:
    friend class TaskRecord;
    friend class Scope;
    friend class SpawnedBase;

    enum class Running : std::uint8_t { no, yes };
    enum class Interruption : std::uint8_t { none, stop, failure };

    static void taskTurn(Turn& turn);
    TaskRecord& admit(std::coroutine_handle<> root, TaskPromiseBase& promise, Label name, TaskKind kind, LinkRing& owned);
    void resume(TaskRecord& task);
    void endTask(TaskRecord& task);
    RunOutcome run(VirtualTime end);
    void moveTo(VirtualTime instant);
    void throwFailure();
    void observeTurnEnd(const TaskRecord& task);

    VirtualTime m_now = powerOn;
    TurnList m_ready;
    TimerWheel m_timers;
    VirtualTime m_sliceEnd = powerOn;
    Running m_running = Running::no;
    Interruption m_interruption = Interruption::none;
    TaskRecord* m_current = nullptr;
    LoopObserver* m_observer = nullptr;
    LinkRing m_scopes;   // every living Scope
    LinkRing m_spawned;  // every living record owned by a Spawned handle
    std::uint64_t m_lastId = 0;
    std::size_t m_taskCount = 0;
    std::vector<const TaskSource*> m_sources;
    std::vector<std::exception_ptr> m_failures;
};

class [[nodiscard]] EventLoop::Sleep {
public:
    explicit Sleep(VirtualTime due) noexcept : m_due(due) {}
    bool await_ready() const noexcept { return false; }
    template <TaskPromiseLike Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        TaskRecord& task = frame.promise().record();
        task.suspend(frame, WaitKind::deadline);
        task.loop().postAt(task, m_due);
    }
    void await_resume() const noexcept {}

private:
    VirtualTime m_due;
};

class [[nodiscard]] EventLoop::Yield {
public:
    bool await_ready() const noexcept { return false; }
    template <TaskPromiseLike Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        TaskRecord& task = frame.promise().record();
        task.suspend(frame, WaitKind::nothing);
        task.loop().wake(task);
    }
    void await_resume() const noexcept {}
};

inline EventLoop::Sleep EventLoop::delay(Duration duration) const { return Sleep(after(m_now, duration)); }
inline EventLoop::Sleep EventLoop::until(VirtualTime instant) const { return Sleep(instant); }
inline EventLoop::Yield EventLoop::yield() const { return {}; }

}  // namespace coroboard::time
