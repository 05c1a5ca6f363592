// SPDX-License-Identifier: MIT
#pragma once
// Queue<T>: bounded, first in, first out, for items and for those who wait. put() waits while it is full, get() while it is
// empty. An item handed to a getter that is cancelled before its turn goes to the next getter, or back to the front; an item
// whose putter is cancelled while it waits is dropped with it. It must outlive the tasks that use it.
//
//     co_await queue.put(reading);
//     Reading reading = co_await queue.get();

#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

#include "time/wait_list.h"

namespace coroboard::time {

template <class T>
class Queue {
public:
    explicit Queue(std::size_t capacity, Label name = "queue")
        : m_capacity(capacity), m_getters(WaitKind::queueItem, name), m_putters(WaitKind::queueSpace, name)
    {
        ENSURE(capacity > 0, "a queue holds at least one item");
    }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;
    ~Queue() { ENSURE(m_handedOver == 0, "a queue outlives the tasks that use it"); }

    std::size_t size() const { return m_items.size(); }
    std::size_t capacity() const { return m_capacity; }
    bool isEmpty() const { return m_items.empty(); }
    bool isFull() const { return m_items.size() >= m_capacity; }
    std::vector<TaskId> waitingToGet() const { return m_getters.waiting(); }
    std::vector<TaskId> waitingToPut() const { return m_putters.waiting(); }

    // Without waiting: nullopt when empty.
    std::optional<T> tryGet()
    {
        if (m_items.empty())
            return std::nullopt;
        std::optional<T> item(std::move(m_items.front()));
        m_items.pop_front();
        if (!m_putters.isEmpty() && !isFull())
            m_items.push_back(std::move(static_cast<Put&>(m_putters.wakeFirst()).m_item));
        return item;
    }

    enum class PutOutcome { taken, full };
    // Without waiting. The item is moved from only when taken.
    PutOutcome tryPut(T& item)
    {
        if (!m_getters.isEmpty())
            handOver(std::move(item));
        else if (!isFull())
            m_items.push_back(std::move(item));
        else
            return PutOutcome::full;
        return PutOutcome::taken;
    }
    PutOutcome tryPut(T&& item) { return tryPut(item); }

    class [[nodiscard]] Get : private Waiter {
    public:
        explicit Get(Queue& queue) noexcept : m_queue(queue) {}
        Get(const Get&) = delete;
        Get& operator=(const Get&) = delete;
        ~Get()
        {
            if (m_item)
                m_queue.takeBack(std::move(*m_item));
        }
        bool await_ready()
        {
            m_item = m_queue.tryGet();
            if (!m_item)
                return false;
            ++m_queue.m_handedOver;
            return true;
        }
        template <TaskPromiseLike Promise>
        void await_suspend(std::coroutine_handle<Promise> frame)
        {
            waitIn(m_queue.m_getters, frame);
        }
        T await_resume()
        {
            --m_queue.m_handedOver;
            T item = std::move(*m_item);
            m_item.reset();
            return item;
        }

    private:
        friend class Queue;
        Queue& m_queue;
        std::optional<T> m_item;
    };
    Get get() { return Get(*this); }

    class [[nodiscard]] Put : private Waiter {
    public:
        Put(Queue& queue, T&& item) : m_queue(queue), m_item(std::move(item)) {}
        Put(const Put&) = delete;
        Put& operator=(const Put&) = delete;
        bool await_ready() { return m_queue.tryPut(m_item) == PutOutcome::taken; }
        template <TaskPromiseLike Promise>
        void await_suspend(std::coroutine_handle<Promise> frame)
        {
            waitIn(m_queue.m_putters, frame);
        }
        void await_resume() const noexcept {}

    private:
        friend class Queue;
        Queue& m_queue;
        T m_item;
    };
    Put put(T item) { return Put(*this, std::move(item)); }

private:
    void handOver(T&& item)
    {
        static_cast<Get&>(m_getters.wakeFirst()).m_item.emplace(std::move(item));
        ++m_handedOver;
    }
    void takeBack(T&& item)
    {
        --m_handedOver;
        if (!m_getters.isEmpty())
            handOver(std::move(item));
        else
            m_items.push_front(std::move(item));
    }

    std::size_t m_capacity;
    std::deque<T> m_items;
    std::size_t m_handedOver = 0;  // items given to getters that had no turn yet
    WaitList m_getters;
    WaitList m_putters;
};

}  // namespace coroboard::time
