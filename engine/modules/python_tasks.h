// SPDX-License-Identifier: MIT
#pragma once
// PythonTasks: the C++ half of asyncio. Every Python task is a record here: whether it is ready, which deadline it sleeps for, which
// queue (of an Event, a Lock …) or which task it waits for. The Python half (python/asyncio/) keeps the Task objects and says what they
// wait for; the order in which they run is decided here, on the board's event loop: first ready, first resumed; deadlines in (time, order)
// order on MicroPython's millisecond ticks.
//
// A task is named by its slot, a small number that is used again after release(). Owned by the firmware; loop's thread only.

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "micropython/coroutine_reader.h"
#include "time/event_loop.h"
#include "time/task_info.h"

namespace coroboard::modules {

class MicroPythonFirmware;
class WaitNames;

using TaskSlot = std::int32_t;
inline constexpr TaskSlot noTask = -1;

// What wait_for() leaves behind while its caller sleeps: a record that takes its turn as the task MicroPython makes for this would,
// and runs no Python. It awaits `watched` and ends the sleep of `waiter` when that has ended first.
struct Watch {
    TaskSlot watched = noTask;               // noTask: it had ended already
    time::TaskId watchedId = time::TaskId::none;
    TaskSlot waiter = noTask;
    time::TaskId waiterId = time::TaskId::none;
    bool started = false;                    // its first turn is over
    bool asleep = true;                      // the waiter has not gone on yet
    bool ended = false;
    bool endedTheSleep = false;
    bool refused = false;                    // `watched` is gathered and cannot be awaited
    bool orphaned = false;                   // nobody will ask for it any more
};

// What gather() of coroutines waits for. While nobody asks for such a child's Task object there is none.
struct Gather {
    TaskSlot waiter = noTask;
    time::TaskId waiterId = time::TaskId::none;
    std::uint32_t results = 0;               // address of the list that takes what the children return
    std::uint32_t pending = 0;
    std::vector<TaskSlot> children;          // noTask: it returned, the list has its value
    TaskSlot failed = noTask;                // the child whose exception ended the wait
    bool keepsExceptions = false;            // return_exceptions
    bool over = false;                       // nothing wakes the waiter any more
};

// What ended the sleep of wait_for().
enum class SleepEnd : std::int32_t { Other = 0, TaskEnded = 1, Refused = 2 };

using GatherNumber = std::int32_t;
inline constexpr GatherNumber noGather = -1;

struct PythonTask : time::Turn {
    PythonTask(class PythonTasks& owner, TaskSlot number) : Turn(&PythonTask::take), tasks(owner), slot(number) {}
    static void take(Turn& turn);

    PythonTasks& tasks;
    TaskSlot slot;
    time::TaskId id = time::TaskId::none;
    std::uint32_t coroutine = 0;             // address of the generator object; kept alive by the Python half
    time::TaskState state = time::TaskState::inert;
    time::WaitKind waitsFor = time::WaitKind::nothing;
    bool queued = false;                     // among the ready ones
    bool throws = false;                     // resume it by throwing what its Task object carries
    std::uint32_t queue = 0;                 // the queue it waits in, 0: none
    TaskSlot awaits = noTask;                // the task it waits for
    PythonTask* previousWaiter = nullptr;    // neighbours in that queue
    PythonTask* nextWaiter = nullptr;
    std::unique_ptr<Watch> watch;            // this is no task of Python's but a Watch
    bool awaited = false;                    // a Watch has awaited it
    bool retrieved = false;                  // a Watch has taken the exception it ended with
    bool gathered = false;                   // gather() waits for it
    GatherNumber gather = noGather;          // whose child it is
    std::uint32_t childIndex = 0;
    GatherNumber gathers = noGather;         // which it waits for
    bool hasObject = true;                   // the Python half has a Task object for it
    std::uint64_t resumed = 0;
    time::Duration cpu{};
    time::Duration longestStretch{};
    time::Duration longestLatency{};
    time::VirtualTime readySince{};
    bool hogReported = false;
    bool deadlockReported = false;
};

// What the Python driver has to do when the iterator of ready tasks stops.
enum class Attention : std::int32_t { Nothing = -1, PollStreams = -2, Stopped = -3 };

class PythonTasks final : public time::TaskSource {
public:
    PythonTasks(time::EventLoop& loop, MicroPythonFirmware& firmware);
    ~PythonTasks() override;

    TaskSlot spawn(std::uint32_t coroutine);
    void release(TaskSlot slot);
    TaskSlot current() const { return m_current ? m_current->slot : noTask; }
    void setCurrent(TaskSlot slot);

    void makeReady(TaskSlot slot);
    // The deadline the next await of the sleep object waits for.
    void armSleep(time::VirtualTime deadline) { m_armed = deadline; }
    bool isSleepArmed() const { return m_armed.has_value(); }
    bool sleepIsOver() const { return *m_armed <= m_loop.now(); }
    // That await begins: the current task is put to sleep and must yield.
    void sleepStep();
    void parkInQueue(std::uint32_t queue, time::WaitKind kind);
    void parkOnTask(TaskSlot slot);
    void parkForever(time::WaitKind kind);
    // How many were made ready.
    std::int32_t wakeAll(std::uint32_t queue);
    TaskSlot wakeOne(std::uint32_t queue);
    TaskSlot firstWaiter(std::uint32_t queue) const;
    // A ThreadSafeFlag was set, or cleared again: its waiters become ready, as after MicroPython's poll, when the loop next looks for a
    // task to run, behind those that are ready by then.
    void raiseFlag(std::uint32_t queue);
    void lowerFlag(std::uint32_t queue) { std::erase(m_raisedFlags, queue); }
    // Out of its wait without being made ready.
    void unpark(TaskSlot slot);
    // The task ended; how many tasks were waiting for that (they are ready now).
    std::int32_t finish(TaskSlot slot, bool failed);
    // It ended with an exception that nobody awaits: its turn comes once more, for the report.
    void reportLater(TaskSlot slot);
    bool isReady(TaskSlot slot) const;
    // Takes the task (or, as MicroPython does, the innermost task it awaits) out of its wait, to be resumed by throwing. The slot meant,
    // noTask when it is a Watch.
    TaskSlot cancel(TaskSlot slot);

    void holdLock(std::uint32_t queue) { setHolder(m_queues[queue], current()); }
    // Hands the lock on: the next waiter, made ready, or noTask when there is none.
    TaskSlot releaseLock(std::uint32_t queue);

    std::uint32_t newQueue() { return ++m_lastQueue; }

    // -- gather() and wait_for() (python_task_groups.cpp).
    // Tasks for the coroutines of a tuple, in order, which the current task is to wait for; noGather, and nothing done, when one of them is
    // no coroutine. The list has as many items and lives until the gather is settled.
    GatherNumber gather(std::uint32_t tuple, std::uint32_t results, bool keepsExceptions);
    // A child ended under Python's eyes: with an exception, or as one that has a Task object. It stays until the gather is settled.
    void childEnded(TaskSlot slot, bool failed);
    // When the waiter goes on: the next child that is still running, or that ended under Python's eyes, the one that ended the wait first;
    // from now on it is a task like any other. noTask: that was all, the gather is forgotten.
    TaskSlot settle(GatherNumber number);
    std::uint32_t childIndex(TaskSlot slot) { return at(slot).childIndex; }
    // The current coroutine returned. noTask when that was all there was to do, else the current task's slot.
    TaskSlot returned();
    // The coroutine of a task without an object, which has one from now on; 0 when there is no such task.
    std::uint32_t adopt(TaskSlot slot);

    // The current task is about to sleep until `watched` (noTask: ended) ends. The Watch's slot.
    TaskSlot watch(TaskSlot watched);
    // It sleeps no more. Was it the Watch that ended the sleep?
    SleepEnd stopSleeping(TaskSlot watch);
    bool wasAwaited(TaskSlot slot) { return at(slot).awaited; }
    // Its exception has reached somebody, though its turn to be reported still comes.
    bool wasRetrieved(TaskSlot slot) { return at(slot).retrieved; }
    // A Task object is gathered, or no more.
    void setGathered(TaskSlot slot, bool gathered) { at(slot).gathered = gathered; }
    bool hasEnded(TaskSlot watch) { return watchOf(watch).ended; }
    // Not needed any more: goes now, or when what it awaits has ended.
    void forgetWatch(TaskSlot watch);

    // The driver's iterator: the next task to resume plainly, or nothing when attention() says what else is to be done.
    bool next(std::uint32_t& coroutine);
    Attention attention() const { return m_attention; }
    TaskSlot takeThrowing() { return m_throwing; }

    void setStreamWaiters(std::int32_t count) { m_streamWaiters = count; }
    void stop() { m_stopRequested = true; }
    // A new event loop, in Python's words: what was scheduled is forgotten. The task that says so runs on.
    void reset();

    // Called by a sleeping task's turn.
    void deadlineReached(PythonTask& task);
    // Interrupts can come: an empty loop waits for them instead of ending.
    void setWakeSources(std::int32_t change) { m_wakeSources += change; }

    // The firmware has begun to run the program, which is seen as a task of its own.
    void admitProgram() { m_programId = m_loop.newTaskId(); }
    // Called whenever virtual time has passed while code runs: notes where a task is that does not yield.
    void noteLongStretch();

    // -- For reports (python_task_view.cpp).
    void appendTasks(std::vector<time::TaskInfo>& tasks) const override;
    const PythonTask* task(TaskSlot slot) const;
    PythonTask* task(TaskSlot slot) { return const_cast<PythonTask*>(std::as_const(*this).task(slot)); }
    std::size_t count() const { return m_count; }
    std::size_t slotCount() const { return m_slots.size(); }
    // The coroutines that are, or were to be, driven by a task; and those of tasks dropped before their first turn. Sorted.
    std::vector<std::uint32_t> knownCoroutines() const;
    std::vector<std::uint32_t> droppedCoroutines() const;
    // What a task waits for, given the frames of its coroutine.
    time::WaitInfo waitOf(const PythonTask& task, const std::vector<micropython::CoroutineReader::Frame>& frames, WaitNames& names) const;
    // The task that must act before this one can go on: the lock's holder or the awaited task; noTask when there is no single one.
    TaskSlot blockerOf(const PythonTask& task) const;

private:
    struct Queue {
        PythonTask* first = nullptr;
        PythonTask* last = nullptr;
        TaskSlot holder = noTask;
        time::TaskId holderId = time::TaskId::none;    // of the holder: its slot may have been given to another task since
    };

    PythonTask& at(TaskSlot slot);
    void append(Queue& queue, PythonTask& task);
    void remove(PythonTask& task);
    void wakeTask(PythonTask& task);
    void unschedule(PythonTask& task);
    void leaveCurrent();
    void enter(PythonTask& task);
    void forgetIfEmpty(std::uint32_t id);
    bool anythingCanCome() const;
    void wakeFlagged();
    TaskSlot newRecord();
    Watch& watchOf(TaskSlot slot);
    void stepWatch(PythonTask& record);
    bool beginsToWait(PythonTask& record);
    void endWatch(PythonTask& record);
    void wakeGatherer(Gather& gather);
    void setHolder(Queue& queue, TaskSlot holder);
    TaskSlot holderOf(std::uint32_t queue) const;
    void checkHog(PythonTask* task, time::Duration stretch);
    time::TaskInfo programInfo() const;
    std::string gatheredNames(const Gather& gather) const;
    std::string childrenNames(const std::vector<micropython::CoroutineReader::Frame>& frames, const WaitNames& names) const;
    static std::uint32_t completionQueue(TaskSlot slot) { return 0x80000000u | static_cast<std::uint32_t>(slot); }

    time::EventLoop& m_loop;
    MicroPythonFirmware& m_firmware;
    std::vector<std::unique_ptr<PythonTask>> m_slots;
    std::vector<TaskSlot> m_free;
    std::vector<std::unique_ptr<Gather>> m_gathers;
    std::size_t m_count = 0;
    std::size_t m_sleeping = 0;
    std::deque<PythonTask*> m_ready;
    std::unordered_map<std::uint32_t, Queue> m_queues;    // only those with waiters or a holder; never walked in its own order
    std::uint32_t m_lastQueue = 0;
    std::vector<std::uint32_t> m_raisedFlags;             // queues of the flags set since the loop last looked
    PythonTask* m_current = nullptr;
    time::VirtualTime m_enteredAt{};
    std::optional<time::VirtualTime> m_armed;
    TaskSlot m_throwing = noTask;
    Attention m_attention = Attention::Nothing;
    std::int32_t m_streamWaiters = 0;
    std::int32_t m_wakeSources = 0;
    time::VirtualTime m_lastPoll{};
    bool m_polled = false;                                // the streams, since the last task ran
    bool m_stopRequested = false;
    time::TaskId m_programId = time::TaskId::none;
    std::string m_hogPlace;                               // where the current task was seen to run for too long
    std::vector<std::uint32_t> m_dropped;                 // coroutines whose task was dropped before its first turn
};

}  // namespace coroboard::modules
