// SPDX-License-Identifier: MIT
#pragma once
// The reference of the schedule fuzz: a scheduler of state machines on plain containers (a map of timers, deques of waiters), as
// simple as can be, without coroutines and without any code of engine/time. Each task runs the script that its own pseudo-random
// numbers dictate; the real tasks in schedule_fuzz.cpp run the same script.

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace coroboard::fuzz {

constexpr int lockCount = 4;
constexpr int eventCount = 4;
constexpr int queueCount = 3;
constexpr std::size_t queueCapacity = 2;
constexpr std::size_t mostTasks = 150;

enum class Operation : std::uint8_t { sleep, yield, lock, twoLocks, wait, pulse, put, get, spawn, cancel, end, count };

// What both sides note down; the runs are the same when these are.
struct Note {
    std::int64_t time;
    std::uint32_t task;
    std::uint32_t what;
    std::int64_t value;
    bool operator==(const Note&) const = default;
};

class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : m_state(seed * 0x9E3779B97F4A7C15U + 0x1234567U) {}
    std::uint32_t below(std::uint32_t limit)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return static_cast<std::uint32_t>((m_state >> 11) % limit);
    }
    Operation operation() { return static_cast<Operation>(below(static_cast<std::uint32_t>(Operation::count))); }
    // Often nothing, often equal, sometimes far.
    std::int64_t nap()
    {
        switch (below(4)) {
        case 0: return below(3);
        case 1: return 1'000 * below(5);
        case 2: return below(100'000);
        default: return below(30'000'000);
        }
    }

private:
    std::uint64_t m_state;
};

class ScheduleModel {
public:
    explicit ScheduleModel(std::uint64_t seed) : m_seed(seed) {}

    void runUntil(std::int64_t end);
    void spawn();
    void cancel(std::uint32_t task);
    void pulse(std::uint32_t event);
    void put(std::uint32_t queue, std::int64_t value);
    void get(std::uint32_t queue);

    std::vector<Note> notes;
    // Without the running one, once it has cancelled itself.
    std::size_t living() const { return m_tasks.size() - m_doomed; }
    std::uint32_t spawned() const { return m_spawned; }
    std::uint64_t operations() const { return m_operations; }

private:
    enum class Step : std::uint8_t { choose, slept, locked, heldOne, lockedSecond, heldTwo, woken, wasPut, got };
    enum class Fate : std::uint8_t { alive, doomed };

    struct Task {
        Numbers numbers;
        Step step = Step::choose;
        Fate fate = Fate::alive;
        std::uint32_t place = 0;           // the lock, event or queue of the operation
        std::vector<std::uint32_t> locks;  // held, or given and not yet known to the task
        std::optional<std::int64_t> handed;
        std::int64_t putting = 0;
    };
    struct Queue {
        std::deque<std::int64_t> items;
        std::deque<std::uint32_t> getters;
        std::deque<std::uint32_t> putters;
    };

    void note(std::uint32_t task, std::uint32_t what, std::int64_t value) { notes.push_back({m_now, task, what, value}); }
    void turn(std::uint32_t id);
    // False when the task suspended.
    bool begin(std::uint32_t id, Task& task);
    bool acquire(std::uint32_t id, Task& task, Step next);
    bool sleep(std::uint32_t id, Task& task, std::int64_t nap, Step next);
    void release(std::uint32_t lock);
    void releaseAll(Task& task);
    void ready(std::uint32_t id) { m_ready.push_back(id); }
    void end(std::uint32_t id);
    std::optional<std::int64_t> take(Queue& queue);
    bool offer(Queue& queue, std::int64_t value);

    std::uint64_t m_seed;
    std::int64_t m_now = 0;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_operations = 0;
    std::uint32_t m_spawned = 0;
    std::uint32_t m_running = 0;
    std::size_t m_doomed = 0;
    std::map<std::uint32_t, Task> m_tasks;
    std::deque<std::uint32_t> m_ready;
    std::map<std::pair<std::int64_t, std::uint64_t>, std::uint32_t> m_timers;
    std::array<std::optional<std::uint32_t>, lockCount> m_holders;
    std::array<std::deque<std::uint32_t>, lockCount> m_lockWaiters;
    std::array<std::deque<std::uint32_t>, eventCount> m_eventWaiters;
    std::array<Queue, queueCount> m_queues;
};

}  // namespace coroboard::fuzz
