// SPDX-License-Identifier: MIT
#pragma once
// The two owners of running tasks; nothing runs without one.
//
// Scope: owns any number of children that give no result. Destroying it cancels those still running. A child's exception goes to
// whoever awaits join(), else out of EventLoop::runUntil().
// Spawned<T>: owns one task; destroying it cancels the task, awaiting it gives its result or its exception. An exception that was
// never asked for comes out of runUntil() when the handle goes.
//
// Both must go before their loop. A task may destroy its own owner: it then ends at its next await.

#include <exception>
#include <stdexcept>

#include "time/task.h"
#include "time/wait_list.h"

namespace coroboard::time {

class EventLoop;

// Thrown where a task is awaited that its owner has cancelled.
class TaskCancelled : public std::runtime_error {
public:
    TaskCancelled() : std::runtime_error("the awaited task was cancelled") {}
};

class Scope : private EndListener, private Links {
public:
    explicit Scope(EventLoop& loop, Label name = "scope");
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope();

    // The task becomes ready.
    TaskId spawn(Task<void> task, Label name, TaskKind kind = TaskKind::task);
    // Cancels one child; nothing if it has ended.
    void cancel(TaskId child);
    // Cancels all, in the order in which they were spawned.
    void cancelAll();
    std::size_t size() const { return m_size; }
    EventLoop& loop() const { return m_loop; }

    class Join;
    // co_await scope.join(): until no child is left; throws the first exception a child left meanwhile.
    Join join();

private:
    friend class EventLoop;
    void taskEnded(TaskRecord& task) override;
    void cancel(TaskRecord& task);
    void forget(TaskRecord& task);

    EventLoop& m_loop;
    LinkRing m_children;
    std::size_t m_size = 0;
    WaitList m_joining;
    std::exception_ptr m_failure;
};

class [[nodiscard]] Scope::Join {
public:
    explicit Join(Scope& scope) noexcept : m_scope(scope) {}
    bool await_ready() const noexcept { return m_scope.m_size == 0; }
    template <TaskPromiseLike Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        m_waiter.waitIn(m_scope.m_joining, frame);
    }
    void await_resume()
    {
        if (auto failure = std::exchange(m_scope.m_failure, nullptr))
            std::rethrow_exception(failure);
    }

private:
    Scope& m_scope;
    Waiter m_waiter;
};

inline Scope::Join Scope::join() { return Join(*this); }

class SpawnedBase {
public:
    // Cancels the task if it still runs. The handle is then empty.
    void cancel();
    bool isEmpty() const { return m_record == nullptr; }
    bool isDone() const { return m_record && m_record->hasEnded(); }
    bool hasFailed() const { return m_record && m_record->state() == TaskState::failed; }
    TaskId id() const { return m_record ? m_record->id() : TaskId::none; }
    TaskRecord* record() const { return m_record; }
    // Whatever it failed with is not to be reported.
    void discardFailure() { m_report = Report::no; }

protected:
    SpawnedBase(EventLoop& loop, std::coroutine_handle<> root, TaskPromiseBase& promise, Label name, TaskKind kind);
    SpawnedBase(SpawnedBase&& other) noexcept
        : m_record(std::exchange(other.m_record, nullptr)), m_report(other.m_report)
    {
    }
    SpawnedBase& operator=(SpawnedBase&& other) noexcept;
    ~SpawnedBase() { cancel(); }

    enum class Report : std::uint8_t { no, yes };

    TaskRecord* m_record = nullptr;
    Report m_report = Report::yes;  // of a failure nobody asked for
};

template <class T>
class [[nodiscard]] Spawned : public SpawnedBase {
public:
    Spawned(EventLoop& loop, Task<T> task, Label name, TaskKind kind)
        : Spawned(loop, task.release(), std::move(name), kind)
    {
    }
    Spawned(Spawned&&) noexcept = default;
    Spawned& operator=(Spawned&&) noexcept = default;

    // The result, or the task's exception thrown. Precondition: isDone(); once.
    T takeResult()
    {
        ENSURE(isDone(), "the result of a task is taken after its end");
        return m_promise->takeResult();
    }

    // Awaited by one task at a time; it must not be moved meanwhile.
    class Awaiter final : private EndListener {
    public:
        explicit Awaiter(Spawned& spawned) noexcept : m_spawned(spawned), m_record(spawned.m_record) {}
        Awaiter(const Awaiter&) = delete;
        Awaiter& operator=(const Awaiter&) = delete;
        ~Awaiter()
        {
            if (m_parent && m_record)
                m_record->setEndListener(nullptr);
        }
        bool await_ready() const noexcept { return !m_record || m_record->hasEnded(); }
        template <TaskPromiseLike Promise>
        void await_suspend(std::coroutine_handle<Promise> frame)
        {
            m_parent = &frame.promise().record();
            m_record->setEndListener(this);
            m_parent->suspend(frame, WaitKind::child, m_record);
        }
        T await_resume()
        {
            if (!m_record)
                throw TaskCancelled();
            return m_spawned.takeResult();
        }

    private:
        void taskEnded(TaskRecord& task) override;
        Spawned& m_spawned;
        TaskRecord* m_record;
        TaskRecord* m_parent = nullptr;
    };
    Awaiter operator co_await() & noexcept { return Awaiter(*this); }
    Awaiter operator co_await() && noexcept { return Awaiter(*this); }

private:
    Spawned(EventLoop& loop, typename Task<T>::Handle root, Label name, TaskKind kind)
        : SpawnedBase(loop, root, root.promise(), std::move(name), kind), m_promise(&root.promise())
    {
    }

    TaskPromise<T>* m_promise;
};

// Ends the wait of a task for a child that ended (or was cancelled).
void wakeParent(TaskRecord& parent);

template <class T>
void Spawned<T>::Awaiter::taskEnded(TaskRecord& task)
{
    task.setEndListener(nullptr);
    if (!task.hasEnded())
        m_record = nullptr;
    wakeParent(*m_parent);
}

}  // namespace coroboard::time
