// SPDX-License-Identifier: MIT
#pragma once
// Task<T>: a coroutine that runs on an EventLoop. Calling a function that returns one runs nothing: the task is inert until it is
// awaited by another task or spawned on a loop. It owns its frame; destroying it cancels it, wherever it is suspended, and runs
// the destructors of its locals. An exception that leaves it arrives where it is awaited. Move-only; the loop's thread only.
//
//     Task<double> readSensor(Timeline& time) { co_await time.delay(9ms); co_return 21.5; }
//     Task<void> report(Timeline& time)       { double celsius = co_await readSensor(time); … }
//
// Awaiting a child starts it at once and takes no turn of the loop; the loop itself resumes every frame (the native stack does
// not grow with the depth or the number of awaits). Parameters are copied into the frame: pass references only to what outlives
// the task, and never make a capturing lambda a coroutine.

#include <concepts>
#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "base/ensure.h"
#include "time/task_record.h"

namespace coroboard::time {

template <class T = void>
class Task;

class TaskPromiseBase {
public:
    std::suspend_always initial_suspend() noexcept { return {}; }

    struct FinalAwaiter {
        bool await_ready() noexcept { return false; }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> frame) noexcept
        {
            frame.promise().finish();
        }
        void await_resume() noexcept {}
    };
    FinalAwaiter final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept { m_record->setFailure(std::current_exception()); }

    // The spawned task this frame belongs to. Null while the task is inert.
    TaskRecord& record() const { return *m_record; }
    void startUnder(TaskRecord& record, std::coroutine_handle<> continuation)
    {
        m_record = &record;
        m_continuation = continuation;
    }
    void rethrowIfFailed() const
    {
        if (m_record->failure())
            std::rethrow_exception(m_record->takeFailure());
    }

private:
    void finish() noexcept
    {
        if (m_continuation)
            m_record->continueWith(m_continuation);
        else
            m_record->end();
    }

    TaskRecord* m_record = nullptr;
    std::coroutine_handle<> m_continuation;
};

// What a Task awaits must be awaited from a Task.
template <class Promise>
concept TaskPromiseLike = std::derived_from<Promise, TaskPromiseBase>;

template <class T>
class TaskPromise final : public TaskPromiseBase {
public:
    Task<T> get_return_object() noexcept;
    template <class U>
        requires std::convertible_to<U, T>
    void return_value(U&& value)
    {
        m_value.emplace(std::forward<U>(value));
    }
    T takeResult()
    {
        rethrowIfFailed();
        return std::move(*m_value);
    }

private:
    std::optional<T> m_value;
};

template <>
class TaskPromise<void> final : public TaskPromiseBase {
public:
    Task<void> get_return_object() noexcept;
    void return_void() noexcept {}
    void takeResult() const { rethrowIfFailed(); }
};

template <class T>
class [[nodiscard]] Task {
public:
    using promise_type = TaskPromise<T>;
    using Handle = std::coroutine_handle<promise_type>;
    using Result = T;

    Task(Task&& other) noexcept : m_frame(std::exchange(other.m_frame, nullptr)) {}
    Task& operator=(Task&& other) noexcept
    {
        if (this != &other) {
            destroy();
            m_frame = std::exchange(other.m_frame, nullptr);
        }
        return *this;
    }
    ~Task() { destroy(); }

    // False once moved from.
    bool isValid() const { return static_cast<bool>(m_frame); }
    // Gives the frame away; for the loop.
    Handle release() { return std::exchange(m_frame, nullptr); }

    class Awaiter {
    public:
        explicit Awaiter(Handle frame) noexcept : m_frame(frame) {}
        bool await_ready() const noexcept { return false; }
        template <TaskPromiseLike Promise>
        void await_suspend(std::coroutine_handle<Promise> parent) noexcept
        {
            TaskRecord& record = parent.promise().record();
            m_frame.promise().startUnder(record, parent);
            record.continueWith(m_frame);
        }
        T await_resume() { return m_frame.promise().takeResult(); }

    private:
        Handle m_frame;
    };
    Awaiter operator co_await() && noexcept
    {
        ENSURE(m_frame, "a task is awaited once");
        return Awaiter(m_frame);
    }

private:
    friend promise_type;
    explicit Task(Handle frame) noexcept : m_frame(frame) {}
    void destroy()
    {
        if (m_frame)
            m_frame.destroy();
    }

    Handle m_frame;
};

// auto& record = co_await thisTask(): the spawned task this code runs in, without suspending. For engine/time.
class [[nodiscard]] ThisTask {
public:
    bool await_ready() const noexcept { return false; }
    template <TaskPromiseLike Promise>
    bool await_suspend(std::coroutine_handle<Promise> frame) noexcept
    {
        m_record = &frame.promise().record();
        return false;
    }
    TaskRecord& await_resume() const noexcept { return *m_record; }

private:
    TaskRecord* m_record = nullptr;
};

inline ThisTask thisTask() { return {}; }

template <class T>
Task<T> TaskPromise<T>::get_return_object() noexcept
{
    return Task<T>(Task<T>::Handle::from_promise(*this));
}

inline Task<void> TaskPromise<void>::get_return_object() noexcept
{
    return Task<void>(Task<void>::Handle::from_promise(*this));
}

}  // namespace coroboard::time
