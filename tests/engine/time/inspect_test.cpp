// SPDX-License-Identifier: MIT
// Every wait visible: what inspect() and the observer say of each task.
#include <gmock/gmock.h>

#include <map>

#include "engine/time/log.h"
#include "time/event.h"
#include "time/lock.h"
#include "time/queue.h"
#include "time/when_all.h"
#include "time/with_timeout.h"

namespace coroboard::time {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::map<std::string, TaskInfo> tasksByName(const EventLoop& loop)
{
    std::map<std::string, TaskInfo> tasks;
    for (const TaskInfo& task : loop.inspect())
        tasks[task.name] = task;
    return tasks;
}

Task<void> sleepFor(EventLoop& loop, Duration duration) { co_await loop.delay(duration); }

Task<void> waitForEvent(Event& event) { co_await event.wait(); }

Task<void> waitForSignal(Signal& signal) { co_await signal.wait(); }

Task<void> holdLock(EventLoop& loop, Lock& lock)
{
    auto guard = co_await lock.acquire();
    co_await loop.delay(1h);
}

Task<void> getItem(Queue<int>& queue) { co_await queue.get(); }

Task<void> putItem(Queue<int>& queue) { co_await queue.put(1); }

TEST(Inspect, SaysWhatEveryTaskWaitsFor)
{
    EventLoop loop;
    Event door("door");
    Signal pin("GP14", WaitKind::pinEdge);
    Lock bus("i2c bus");
    Queue<int> empty(1, "readings");
    Queue<int> full(1, "commands");
    full.tryPut(0);
    Scope scope(loop, "scope");
    scope.spawn(sleepFor(loop, 5ms), "sleeper", TaskKind::part);
    scope.spawn(waitForEvent(door), "door keeper");
    scope.spawn(waitForSignal(pin), "listener", TaskKind::interrupt);
    scope.spawn(holdLock(loop, bus), "holder");
    scope.spawn(holdLock(loop, bus), "waiter");
    scope.spawn(getItem(empty), "getter");
    scope.spawn(putItem(full), "putter");
    auto child = loop.spawn(sleepFor(loop, 1h), "child");
    auto parent = loop.spawn([](Spawned<void>& child) -> Task<void> { co_await child; }(child), "parent");
    auto timed = loop.spawn([](EventLoop& loop) -> Task<void> {
        co_await withTimeout(sleepFor(loop, 1h), 30ms, "slow work");
    }(loop), "timed");
    auto joiner = loop.spawn([](Scope& scope) -> Task<void> { co_await scope.join(); }(scope), "joiner");
    loop.runUntil(powerOn + 1ms);

    auto tasks = tasksByName(loop);
    EXPECT_EQ(tasks.size(), 12u);
    for (const auto& [name, task] : tasks) {
        EXPECT_EQ(task.state, TaskState::suspended) << name;
        EXPECT_EQ(task.resumed, 1u) << name;
    }
    EXPECT_EQ(tasks["sleeper"].wait.kind, WaitKind::deadline);
    EXPECT_EQ(tasks["sleeper"].wait.deadline, powerOn + 5ms);
    EXPECT_EQ(tasks["sleeper"].kind, TaskKind::part);
    EXPECT_EQ(tasks["door keeper"].wait.kind, WaitKind::event);
    EXPECT_EQ(tasks["door keeper"].wait.name, "door");
    EXPECT_EQ(tasks["listener"].wait.kind, WaitKind::pinEdge);
    EXPECT_EQ(tasks["listener"].wait.name, "GP14");
    EXPECT_THAT(tasks["holder"].holds, ElementsAre("i2c bus"));
    EXPECT_EQ(tasks["waiter"].wait.kind, WaitKind::lock);
    EXPECT_EQ(tasks["waiter"].wait.name, "i2c bus");
    EXPECT_EQ(tasks["waiter"].wait.task, tasks["holder"].id);
    EXPECT_EQ(tasks["waiter"].wait.taskName, "holder");
    EXPECT_EQ(tasks["getter"].wait.kind, WaitKind::queueItem);
    EXPECT_EQ(tasks["getter"].wait.name, "readings");
    EXPECT_EQ(tasks["putter"].wait.kind, WaitKind::queueSpace);
    EXPECT_EQ(tasks["putter"].wait.name, "commands");
    EXPECT_EQ(tasks["parent"].wait.kind, WaitKind::child);
    EXPECT_EQ(tasks["parent"].wait.taskName, "child");
    EXPECT_EQ(tasks["timed"].wait.taskName, "slow work");
    EXPECT_EQ(tasks["timed"].wait.deadline, powerOn + 30ms);
    EXPECT_EQ(tasks["joiner"].wait.kind, WaitKind::children);
    EXPECT_EQ(tasks["joiner"].wait.name, "scope");
}

TEST(Inspect, FollowsATaskThroughItsStates)
{
    EventLoop loop;
    Event go("go");
    TaskState seen = TaskState::inert;
    auto watched = loop.spawn([](EventLoop& loop, Event& go, TaskState& seen) -> Task<void> {
        seen = loop.inspect().at(0).state;
        co_await go.wait();
        throw std::runtime_error("on purpose");
    }(loop, go, seen), "watched");
    const auto state = [&] { return loop.inspect().at(0).state; };
    EXPECT_EQ(state(), TaskState::ready);
    loop.runUntil(powerOn + 1ms);
    EXPECT_EQ(seen, TaskState::running);
    EXPECT_EQ(state(), TaskState::suspended);
    go.set();
    EXPECT_EQ(state(), TaskState::ready);
    EXPECT_EQ(loop.inspect().at(0).wait.kind, WaitKind::nothing);
    loop.runUntil(powerOn + 2ms);
    EXPECT_EQ(state(), TaskState::failed);
    watched.discardFailure();
    auto finishing = loop.spawn(sleepFor(loop, 1ms), "finishing");
    loop.runUntil(powerOn + 10ms);
    EXPECT_EQ(loop.inspect().at(1).state, TaskState::finished);
}

TEST(Inspect, ATimerThatCameIsReadyUntilItsTurn)
{
    EventLoop loop;
    auto task = loop.spawn(sleepFor(loop, 5ms), "sleeper");
    loop.runUntil(powerOn + 5ms);
    EXPECT_EQ(loop.inspect().at(0).state, TaskState::ready);
    EXPECT_EQ(loop.inspect().at(0).wait.kind, WaitKind::nothing);
}

class OtherTasks : public TaskSource {
public:
    explicit OtherTasks(EventLoop& loop) : m_loop(loop), m_id(loop.newTaskId()) { m_loop.addTaskSource(*this); }
    ~OtherTasks() override { m_loop.removeTaskSource(*this); }
    void appendTasks(std::vector<TaskInfo>& tasks) const override
    {
        TaskInfo info;
        info.id = m_id;
        info.name = "main()";
        info.kind = TaskKind::pythonTask;
        tasks.push_back(info);
    }

private:
    EventLoop& m_loop;
    TaskId m_id;
};

TEST(Inspect, ListsTheTasksOfOthersByOrderOfCreation)
{
    EventLoop loop;
    auto first = loop.spawn(sleepFor(loop, 1h), "first");
    {
        OtherTasks others(loop);
        auto last = loop.spawn(sleepFor(loop, 1h), "last");
        std::vector<std::string> names;
        for (const TaskInfo& task : loop.inspect())
            names.push_back(task.name);
        EXPECT_THAT(names, ElementsAre("first", "main()", "last"));
    }
    EXPECT_EQ(loop.inspect().size(), 1u);
}

class Recorder : public LoopObserver {
public:
    void taskSpawned(TaskId, const std::string& name, TaskKind, VirtualTime) override { lines.push_back("spawned " + name); }
    void taskReady(TaskId task, TaskId waker, VirtualTime) override
    {
        lines.push_back("ready " + text(task) + " by " + text(waker));
    }
    void taskResumed(TaskId task, VirtualTime) override { lines.push_back("resumed " + text(task)); }
    void taskSuspended(TaskId task, const WaitInfo& wait, VirtualTime) override
    {
        lines.push_back("suspended " + text(task) + " for " + toString(wait.kind));
    }
    void taskEnded(TaskId task, TaskState how, VirtualTime) override { lines.push_back(toString(how) + (" " + text(task))); }

    Lines lines;

private:
    static std::string text(TaskId task) { return std::to_string(static_cast<std::uint64_t>(task)); }
};

TEST(Observer, IsToldEveryStep)
{
    EventLoop loop;
    Recorder recorder;
    loop.setObserver(&recorder);
    Event go("go");
    auto first = loop.spawn(waitForEvent(go), "first");
    auto second = loop.spawn([](EventLoop& loop, Event& go) -> Task<void> {
        co_await loop.delay(1ms);
        go.set();
    }(loop, go), "second");
    auto third = loop.spawn(sleepFor(loop, 1h), "third");
    loop.runUntil(powerOn + 5ms);
    third.cancel();
    EXPECT_THAT(recorder.lines,
                ElementsAre("spawned first", "ready 1 by 0", "spawned second", "ready 2 by 0", "spawned third", "ready 3 by 0",
                            "resumed 1", "suspended 1 for event", "resumed 2", "suspended 2 for deadline", "resumed 3",
                            "suspended 3 for deadline", "resumed 2", "ready 1 by 2", "finished 2", "resumed 1", "finished 1",
                            "cancelling 3"));
}

TEST(Observer, NobodyLooksByDefault)
{
    EventLoop loop;
    EXPECT_EQ(loop.observer(), nullptr);
    EXPECT_THAT(loop.inspect(), IsEmpty());
}

}  // namespace
}  // namespace coroboard::time
