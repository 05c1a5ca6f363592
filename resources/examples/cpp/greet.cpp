// SPDX-License-Identifier: MIT
// The smallest program: a coroutine, and the loop that drives it.
//
// Expected output:
//     created, nothing has run yet
//     hello, Alice
//     …1 s later…
//     hello again, Alice

#include <fmt/core.h>

#include "time/event_loop.h"

using namespace coroboard::time;
using namespace std::chrono_literals;

// A function that returns a Task and awaits is a coroutine. Calling it runs nothing: it gives a task, paused at the very beginning.
// The name is taken by value, because the coroutine goes on after the caller's expression is gone.
Task<int> greet(EventLoop& loop, std::string name)
{
    fmt::print("hello, {}\n", name);
    // Here the task is suspended and the loop is free for others. A second of virtual time passes at once: nobody waits for it.
    co_await loop.delay(1s);
    // And here it goes on, with its locals as they were.
    fmt::print("…{} s later…\nhello again, {}\n", loop.now().time_since_epoch() / 1s, name);
    co_return 2;  // greetings
}

int main()
{
    EventLoop loop;
    Task<int> task = greet(loop, "Alice");
    fmt::print("created, nothing has run yet\n");

    // The handle owns the running task: if it went out of scope now, the greeting would be cancelled.
    Spawned<int> greeting = loop.spawn(std::move(task), "greet Alice");
    loop.runUntil(powerOn + 10s);

    return greeting.isDone() && greeting.takeResult() == 2 ? 0 : 1;
}
