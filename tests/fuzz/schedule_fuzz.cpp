// SPDX-License-Identifier: MIT
// schedule_fuzz [OPERATIONS [SEED]]: random schedules (spawn, cancel, sleep, lock, event, queue) on the real loop and on the model
// of schedule_model.h; every note of one must be a note of the other. Build it with the asan preset to look for more than order.

#include <cstdio>
#include <cstdlib>
#include <map>

#include "fuzz/schedule_model.h"
#include "time/event.h"
#include "time/event_loop.h"
#include "time/lock.h"
#include "time/queue.h"

namespace {

using namespace coroboard::fuzz;
using namespace coroboard::time;

class RealSchedule {
public:
    explicit RealSchedule(std::uint64_t seed) : m_seed(seed) {}

    void runUntil(std::int64_t end) { m_loop.runUntil(VirtualTime(Duration(end))); }
    void spawn()
    {
        const std::uint32_t number = ++m_spawned;
        m_ids[number] = m_scope.spawn(script(*this, number, Living(m_living)), "fuzzed");
    }
    void cancel(std::uint32_t number) { m_scope.cancel(m_ids.at(number)); }
    void cancelAll() { m_scope.cancelAll(); }
    // Waiting for an event always suspends here: it is set for an instant only.
    void pulse(std::uint32_t event)
    {
        m_events[event].set();
        m_events[event].clear();
    }
    void put(std::uint32_t queue, std::int64_t value)
    {
        note(0, 500 + queue, m_queues[queue].tryPut(value) == Queue<std::int64_t>::PutOutcome::taken);
    }
    void get(std::uint32_t queue) { note(0, 600 + queue, m_queues[queue].tryGet().value_or(-1)); }

    std::vector<Note> notes;
    std::size_t living() const { return m_scope.size(); }
    int frames() const { return m_living; }
    void inspect() const { m_inspected += m_loop.inspect().size(); }

private:
    class Living {
    public:
        explicit Living(int& count) : m_count(&count) { ++*m_count; }
        Living(const Living& other) : m_count(other.m_count) { ++*m_count; }
        ~Living() { --*m_count; }

    private:
        int* m_count;
    };

    void note(std::uint32_t task, std::uint32_t what, std::int64_t value)
    {
        notes.push_back({m_loop.now().time_since_epoch().count(), task, what, value});
    }

    // In a child, so that cancelling has frames to go through.
    static Task<void> hold(RealSchedule& world, Numbers& numbers, Living) { co_await world.m_loop.delay(Duration(numbers.nap())); }

    static Task<void> script(RealSchedule& world, std::uint32_t number, Living living)
    {
        Numbers numbers(world.m_seed + number);
        while (true) {
            const Operation operation = numbers.operation();
            world.note(number, static_cast<std::uint32_t>(operation), 0);
            switch (operation) {
            case Operation::sleep: co_await world.m_loop.delay(Duration(numbers.nap())); break;
            case Operation::yield: co_await world.m_loop.yield(); break;
            case Operation::lock: {
                const std::uint32_t lock = numbers.below(lockCount);
                auto guard = co_await world.m_locks[lock].acquire();
                world.note(number, 100 + lock, 0);
                co_await hold(world, numbers, living);
                break;
            }
            case Operation::twoLocks: {
                const std::uint32_t lock = numbers.below(lockCount - 1);
                auto first = co_await world.m_locks[lock].acquire();
                world.note(number, 200 + lock, 0);
                auto second = co_await world.m_locks[lock + 1].acquire();
                world.note(number, 300 + lock + 1, 0);
                co_await hold(world, numbers, living);
                break;
            }
            case Operation::wait: co_await world.m_events[numbers.below(eventCount)].wait(); break;
            case Operation::pulse: world.pulse(numbers.below(eventCount)); break;
            case Operation::put: {
                const std::uint32_t queue = numbers.below(queueCount);
                const std::int64_t value = numbers.below(1'000'000);
                co_await world.m_queues[queue].put(value);
                break;
            }
            case Operation::get: {
                const std::uint32_t queue = numbers.below(queueCount);
                const std::int64_t value = co_await world.m_queues[queue].get();
                world.note(number, 400 + queue, value);
                break;
            }
            case Operation::spawn:
                if (world.living() < mostTasks)
                    world.spawn();
                break;
            case Operation::cancel: world.cancel(1 + numbers.below(world.m_spawned)); break;
            case Operation::end:
            case Operation::count: co_return;
            }
        }
    }

    std::uint64_t m_seed;
    int m_living = 0;
    std::uint32_t m_spawned = 0;
    mutable std::size_t m_inspected = 0;
    std::map<std::uint32_t, TaskId> m_ids;
    EventLoop m_loop;
    std::array<Lock, lockCount> m_locks;
    std::array<Event, eventCount> m_events;
    std::array<Queue<std::int64_t>, queueCount> m_queues{Queue<std::int64_t>(queueCapacity), Queue<std::int64_t>(queueCapacity),
                                                         Queue<std::int64_t>(queueCapacity)};
    Scope m_scope{m_loop};
};

int differ(const std::vector<Note>& real, const std::vector<Note>& model, std::uint64_t seed)
{
    std::size_t index = 0;
    while (index < real.size() && index < model.size() && real[index] == model[index])
        ++index;
    std::fprintf(stderr, "seed %llu: the loop and the model part at note %zu of this slice\n",
                 static_cast<unsigned long long>(seed), index);
    const auto print = [index](const char* who, const std::vector<Note>& notes) {
        if (index < notes.size())
            std::fprintf(stderr, "  %s: time %lld task %u what %u value %lld\n", who, static_cast<long long>(notes[index].time),
                         notes[index].task, notes[index].what, static_cast<long long>(notes[index].value));
        else
            std::fprintf(stderr, "  %s: nothing\n", who);
    };
    print("loop ", real);
    print("model", model);
    return 1;
}

int fuzz(std::uint64_t operations, std::uint64_t seed)
{
    RealSchedule real(seed);
    ScheduleModel model(seed);
    Numbers numbers(~seed);
    std::int64_t now = 0;
    const auto both = [&](auto step) {
        step(real);
        step(model);
    };
    while (model.operations() < operations) {
        // The world outside acts between slices, and keeps the schedule alive.
        while (model.living() < 20)
            both([](auto& schedule) { schedule.spawn(); });
        const std::uint32_t which = numbers.below(1'000'000);
        switch (numbers.below(5)) {
        case 0: both([&](auto& schedule) { schedule.pulse(which % eventCount); }); break;
        case 1: both([&](auto& schedule) { schedule.put(which % queueCount, which); }); break;
        case 2: both([&](auto& schedule) { schedule.get(which % queueCount); }); break;
        case 3: both([&](auto& schedule) { schedule.cancel(1 + which % model.spawned()); }); break;
        default: real.inspect(); break;
        }
        now += numbers.nap();
        both([&](auto& schedule) { schedule.runUntil(now); });
        if (real.notes != model.notes || real.living() != model.living())
            return differ(real.notes, model.notes, seed);
        real.notes.clear();
        model.notes.clear();
    }
    real.cancelAll();
    if (real.frames() != 0) {
        std::fprintf(stderr, "seed %llu: %d frames were not destroyed\n", static_cast<unsigned long long>(seed), real.frames());
        return 1;
    }
    std::printf("%llu operations of %u tasks in %.1f virtual seconds: the same on both sides\n",
                static_cast<unsigned long long>(model.operations()), model.spawned(), static_cast<double>(now) * 1e-9);
    return 0;
}

}  // namespace

int main(int argumentCount, char** arguments)
{
    const std::uint64_t operations = argumentCount > 1 ? std::strtoull(arguments[1], nullptr, 10) : 100'000;
    const std::uint64_t seed = argumentCount > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
    return fuzz(operations, seed);
}
