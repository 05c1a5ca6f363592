// SPDX-License-Identifier: MIT
// A fast producer and a slow consumer with a bounded queue between them: when the queue is full, put() waits, and so the producer
// runs no faster than the consumer. At half-time the program looks at who waits for what.
//
// Expected output:
//     at 450 ms the producer waits for queue space of readings
//     at 450 ms the consumer waits for deadline
//     consumed 20 readings, the last at 2010 ms, never more than 3 in the queue

#include <fmt/core.h>

#include <algorithm>

#include "time/event_loop.h"
#include "time/queue.h"

using namespace coroboard::time;
using namespace std::chrono_literals;

constexpr int readingCount = 20;

struct Outcome {
    int consumed = 0;
    std::size_t mostInQueue = 0;
    VirtualTime last;
};

// A reading every 10 ms, if there is room for it.
Task<void> produce(EventLoop& loop, Queue<int>& readings)
{
    for (int reading = 0; reading < readingCount; ++reading) {
        co_await loop.delay(10ms);
        co_await readings.put(reading);
    }
}

// 100 ms of work for each.
Task<void> consume(EventLoop& loop, Queue<int>& readings, Outcome& outcome)
{
    while (outcome.consumed < readingCount) {
        outcome.mostInQueue = std::max(outcome.mostInQueue, readings.size());
        const int reading = co_await readings.get();
        co_await loop.delay(100ms);
        outcome.consumed += reading == outcome.consumed;  // in the order in which they were put
        outcome.last = loop.now();
    }
}

int main()
{
    EventLoop loop;
    Queue<int> readings(3, "readings");
    Outcome outcome;

    // A scope owns tasks that give no result. It goes before what its tasks use, because it is declared after it.
    Scope tasks(loop);
    tasks.spawn(produce(loop, readings), "producer");
    tasks.spawn(consume(loop, readings, outcome), "consumer");

    loop.runUntil(powerOn + 450ms);
    for (const TaskInfo& task : loop.inspect()) {
        fmt::print("at 450 ms the {} waits for {}{}\n", task.name, toString(task.wait.kind),
                   task.wait.name.empty() ? "" : " of " + task.wait.name);
    }

    loop.runUntil(powerOn + 10s);
    fmt::print("consumed {} readings, the last at {} ms, never more than {} in the queue\n", outcome.consumed,
               outcome.last.time_since_epoch() / 1ms, outcome.mostInQueue);
    return outcome.consumed == readingCount && outcome.mostInQueue == 3 && tasks.size() == 0 ? 0 : 1;
}
