// SPDX-License-Identifier: MIT
#pragma once
// Generator<T>: a coroutine whose consumer pulls. Calling a function that returns one runs nothing; each next() runs it to its
// next co_yield, and gives nothing once it has returned. What it throws comes out of next(). It cannot await: a stimulus is
// pulled by the task that uses it. Owns its frame; move-only; needs no loop.
//
//     Generator<double> ramp(double from, double step) { for (;; from += step) co_yield from; }
//     for (double value : ramp(0, 0.5)) …

#include <coroutine>
#include <cstddef>
#include <exception>
#include <iterator>
#include <optional>
#include <utility>

namespace coroboard::time {

template <class T>
class [[nodiscard]] Generator {
public:
    class promise_type {
    public:
        Generator get_return_object() noexcept { return Generator(Handle::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        std::suspend_always yield_value(T value)
        {
            m_value.emplace(std::move(value));
            return {};
        }
        void return_void() noexcept {}
        void unhandled_exception() noexcept { m_exception = std::current_exception(); }
        template <class Awaitable>
        void await_transform(Awaitable&&) = delete;  // a generator is pulled, it does not wait

    private:
        friend class Generator;
        std::optional<T> m_value;
        std::exception_ptr m_exception;
    };
    using Handle = std::coroutine_handle<promise_type>;

    Generator(Generator&& other) noexcept : m_frame(std::exchange(other.m_frame, nullptr)) {}
    Generator& operator=(Generator&& other) noexcept
    {
        std::swap(m_frame, other.m_frame);
        return *this;
    }
    ~Generator()
    {
        if (m_frame)
            m_frame.destroy();
    }

    // The next value; nothing once it has ended.
    std::optional<T> next()
    {
        if (!m_frame || m_frame.done())
            return std::nullopt;
        promise_type& promise = m_frame.promise();
        promise.m_value.reset();
        m_frame.resume();
        if (auto exception = std::exchange(promise.m_exception, nullptr))
            std::rethrow_exception(exception);
        return std::move(promise.m_value);
    }

    class Iterator {
    public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        explicit Iterator(Generator& generator) : m_generator(&generator) { ++*this; }
        T& operator*() { return *m_value; }
        Iterator& operator++()
        {
            m_value = m_generator->next();
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const { return !m_value; }

    private:
        Generator* m_generator = nullptr;
        std::optional<T> m_value;
    };
    Iterator begin() { return Iterator(*this); }
    std::default_sentinel_t end() const { return {}; }

private:
    explicit Generator(Handle frame) noexcept : m_frame(frame) {}
    Handle m_frame;
};

}  // namespace coroboard::time
