// SPDX-License-Identifier: MIT
#pragma once
// whenAll: runs tasks side by side and waits for all of them; gives their results in the order in which the tasks were given,
// whatever the order in which they end. The first exception is thrown at once and cancels the others.
//
//     auto [celsius, lux] = co_await whenAll(thermometer.read(), lightSensor.read());
//     std::vector<double> all = co_await whenAll(std::move(tasks));

#include <tuple>
#include <variant>
#include <vector>

#include "time/event_loop.h"

namespace coroboard::time {

// Waits until every one of the spawned tasks has ended, or one has failed. The handles must stay where they are.
class [[nodiscard]] AllEnded final : private EndListener {
public:
    explicit AllEnded(std::vector<SpawnedBase*> children) : m_children(std::move(children)), m_left(m_children.size()) {}
    AllEnded(const AllEnded&) = delete;
    AllEnded& operator=(const AllEnded&) = delete;
    ~AllEnded()
    {
        for (SpawnedBase* child : m_children)
            child->record()->setEndListener(nullptr);
    }
    bool await_ready() const noexcept { return m_left == 0; }
    template <TaskPromiseLike Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        m_parent = &frame.promise().record();
        for (SpawnedBase* child : m_children)
            child->record()->setEndListener(this);
        m_parent->suspend(frame, WaitKind::child, m_children.front()->record());
    }
    // The first one that failed is the one whose exception counts.
    void await_resume()
    {
        if (!m_failed)
            return;
        for (SpawnedBase* child : m_children)
            child->discardFailure();
        std::rethrow_exception(m_failed);
    }

private:
    void taskEnded(TaskRecord& task) override;

    std::vector<SpawnedBase*> m_children;
    std::size_t m_left;
    TaskRecord* m_parent = nullptr;
    std::exception_ptr m_failed;
};

template <class T>
Task<std::vector<T>> whenAll(std::vector<Task<T>> tasks)
{
    TaskRecord& self = co_await thisTask();
    std::vector<Spawned<T>> children;
    children.reserve(tasks.size());
    std::vector<SpawnedBase*> handles;
    for (Task<T>& task : tasks)
        handles.push_back(&children.emplace_back(self.loop().spawn(std::move(task), self.name(), self.kind())));
    co_await AllEnded(std::move(handles));
    std::vector<T> results;
    results.reserve(children.size());
    for (Spawned<T>& child : children)
        results.push_back(child.takeResult());
    co_return results;
}

inline Task<void> whenAll(std::vector<Task<void>> tasks)
{
    TaskRecord& self = co_await thisTask();
    std::vector<Spawned<void>> children;
    children.reserve(tasks.size());
    std::vector<SpawnedBase*> handles;
    for (Task<void>& task : tasks)
        handles.push_back(&children.emplace_back(self.loop().spawn(std::move(task), self.name(), self.kind())));
    co_await AllEnded(std::move(handles));
}

// A task without a result counts as std::monostate in the tuple.
template <class T>
using ResultOrMonostate = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <class T>
ResultOrMonostate<T> takeResultOrMonostate(Spawned<T>& child)
{
    if constexpr (std::is_void_v<T>) {
        child.takeResult();
        return {};
    } else {
        return child.takeResult();
    }
}

template <class... Ts>
    requires(sizeof...(Ts) > 0)
Task<std::tuple<ResultOrMonostate<Ts>...>> whenAll(Task<Ts>... tasks)
{
    TaskRecord& self = co_await thisTask();
    std::tuple<Spawned<Ts>...> children{self.loop().spawn(std::move(tasks), self.name(), self.kind())...};
    co_await AllEnded(std::apply([](auto&... child) { return std::vector<SpawnedBase*>{&child...}; }, children));
    co_return std::apply([](auto&... child) { return std::tuple<ResultOrMonostate<Ts>...>{takeResultOrMonostate(child)...}; },
                         children);
}

}  // namespace coroboard::time
