// SPDX-License-Identifier: MIT
// asyncio's doors to PythonTasks.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::HostCall;

PythonTasks& tasksOf(HostCall& call) { return firmwareOf(call).tasks(); }
std::uint32_t word(HostCall& call, std::uint32_t index) { return static_cast<std::uint32_t>(call.integer(index)); }

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double longestTicks = 1u << 29;    // half the tick counter's period

// MicroPython's asyncio counts in whole milliseconds of the tick counter: a task that works for less than one and sleeps a fixed number
// keeps a steady beat.
void armSleep(HostCall& call, double milliseconds)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    // Nothing that can be awaited, where no number was given.
    if (std::isnan(milliseconds)) return;
    if (milliseconds >= longestTicks) {
        call.answerObject(firmware.tooLong());
        return;
    }
    const std::int64_t tick = (firmware.loop().now() - time::powerOn).count() / 1'000'000;
    const auto delay = static_cast<std::int64_t>(std::max(milliseconds, 0.0));
    firmware.tasks().armSleep(time::powerOn + std::chrono::milliseconds{tick + delay});
    call.answerObject(firmware.sleeper());
}

// Ints come with their low 32 bits. Those of 31 bits are common; what looks further below zero than they reach was a time too long.
double milliseconds(HostCall& call)
{
    const double asked = std::trunc(call.number(0, notANumber));
    return call.kind(0) == micropython::FromPython::Int && asked < -longestTicks * 2 ? longestTicks : asked;
}

// An object by its address; None for 0.
void answerRaw(HostCall& call, std::uint32_t object)
{
    if (object == 0) return;
    call.vm().setObjectAt(call.vm().blankReference(), object);
    call.answerObject(call.vm().blankReference());
}

const micropython::HostFunctionEntry entries[] = {
    {"task_spawn", [](HostCall& call) { call.answerInt(tasksOf(call).spawn(word(call, 0))); }},
    {"task_release", [](HostCall& call) { tasksOf(call).release(call.integer(0)); }},
    {"task_current", [](HostCall& call) { call.answerInt(tasksOf(call).current()); }},
    {"task_enter", [](HostCall& call) { tasksOf(call).setCurrent(call.integer(0)); }},
    {"task_ready", [](HostCall& call) { tasksOf(call).makeReady(call.integer(0)); }},
    {"task_finish", [](HostCall& call) { call.answerInt(tasksOf(call).finish(call.integer(0), call.truth(1))); }},
    {"task_gather",
     [](HostCall& call) { call.answerInt(tasksOf(call).gather(word(call, 0), word(call, 1), call.truth(2))); }},
    {"task_child_ended", [](HostCall& call) { tasksOf(call).childEnded(call.integer(0), call.truth(1)); }},
    {"task_settle", [](HostCall& call) { call.answerInt(tasksOf(call).settle(call.integer(0))); }},
    {"task_child_index", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(tasksOf(call).childIndex(call.integer(0)))); }},
    {"task_adopt", [](HostCall& call) { answerRaw(call, tasksOf(call).adopt(call.integer(0))); }},
    {"task_slots", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(tasksOf(call).slotCount())); }},
    {"task_watch", [](HostCall& call) { call.answerInt(tasksOf(call).watch(call.integer(0))); }},
    {"task_stop_sleeping", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(tasksOf(call).stopSleeping(call.integer(0)))); }},
    {"task_was_awaited", [](HostCall& call) { call.answerBool(tasksOf(call).wasAwaited(call.integer(0))); }},
    {"task_was_retrieved", [](HostCall& call) { call.answerBool(tasksOf(call).wasRetrieved(call.integer(0))); }},
    {"task_set_gathered", [](HostCall& call) { tasksOf(call).setGathered(call.integer(0), call.truth(1)); }},
    {"task_watch_ended", [](HostCall& call) { call.answerBool(tasksOf(call).hasEnded(call.integer(0))); }},
    {"task_forget_watch", [](HostCall& call) { tasksOf(call).forgetWatch(call.integer(0)); }},
    {"task_report_later", [](HostCall& call) { tasksOf(call).reportLater(call.integer(0)); }},
    {"task_cancel", [](HostCall& call) { call.answerInt(tasksOf(call).cancel(call.integer(0))); }},
    {"task_park", [](HostCall& call) { tasksOf(call).parkInQueue(word(call, 0), static_cast<time::WaitKind>(call.integer(1))); }},
    {"task_park_on_task", [](HostCall& call) { tasksOf(call).parkOnTask(call.integer(0)); }},
    {"task_park_forever", [](HostCall& call) { tasksOf(call).parkForever(static_cast<time::WaitKind>(call.integer(0))); }},
    {"task_unpark", [](HostCall& call) { tasksOf(call).unpark(call.integer(0)); }},
    {"task_wake_all", [](HostCall& call) { call.answerInt(tasksOf(call).wakeAll(word(call, 0))); }},
    {"task_raise_flag", [](HostCall& call) { tasksOf(call).raiseFlag(word(call, 0)); }},
    {"task_lower_flag", [](HostCall& call) { tasksOf(call).lowerFlag(word(call, 0)); }},
    {"task_first_waiter", [](HostCall& call) { call.answerInt(tasksOf(call).firstWaiter(word(call, 0))); }},
    {"task_new_queue", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(tasksOf(call).newQueue())); }},
    {"task_hold_lock", [](HostCall& call) { tasksOf(call).holdLock(word(call, 0)); }},
    {"task_release_lock", [](HostCall& call) { call.answerInt(tasksOf(call).releaseLock(word(call, 0))); }},
    {"task_attention", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(tasksOf(call).attention())); }},
    {"task_throwing", [](HostCall& call) { call.answerInt(tasksOf(call).takeThrowing()); }},
    {"task_stream_waiters", [](HostCall& call) { tasksOf(call).setStreamWaiters(call.integer(0)); }},
    {"task_wake_sources", [](HostCall& call) { tasksOf(call).setWakeSources(call.integer(0)); }},
    {"task_returned", [](HostCall& call) { call.answerInt(tasksOf(call).returned()); }},
    // What the generator that just ended a `for` returned.
    {"task_value", [](HostCall& call) { answerRaw(call, call.vm().stopIterationArgument()); }},
    {"task_wait_idle", [](HostCall& call) { firmwareOf(call).idleForever(); }},
    {"task_stop", [](HostCall& call) { tasksOf(call).stop(); }},
    {"task_reset", [](HostCall& call) { tasksOf(call).reset(); }},
    {"asyncio_sleep_ms", [](HostCall& call) { armSleep(call, milliseconds(call)); }},
    {"asyncio_sleep", [](HostCall& call) { armSleep(call, milliseconds(call) >= longestTicks ? longestTicks : std::trunc(call.number(0, notANumber) * 1000)); }},
    {"keyboard_interrupt", [](HostCall& call) { call.answerBool(firmwareOf(call).takeKeyboardInterrupt()); }},
};

const micropython::HostIteratorEntry iterators[] = {
    {"ready_tasks",
     [](HostCall& call) {
         std::uint32_t coroutine = 0;
         MicroPythonFirmware& firmware = firmwareOf(call);
         firmware.enterHost();
         const bool more = firmware.tasks().next(coroutine);
         if (!more) {
             firmware.leaveHost();
             return false;
         }
         firmware.leaveHostInTask();
         const micropython::Reference blank = call.vm().blankReference();
         call.vm().setObjectAt(blank, coroutine);
         call.answerObject(blank);
         return true;
     }},
    {"sleeper",
     [](HostCall& call) {
         MicroPythonFirmware& firmware = firmwareOf(call);
         if (!firmware.tasks().isSleepArmed()) return false;
         if (firmware.tasks().sleepIsOver()) {
             // Nothing is scheduled, so the processor's grant stands.
             firmware.tasks().sleepStep();
             return true;
         }
         firmware.enterHost();
         firmware.tasks().sleepStep();
         firmware.leaveHost();
         return true;
     }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> taskFunctions() { return entries; }
std::span<const micropython::HostIteratorEntry> taskIterators() { return iterators; }

}  // namespace coroboard::modules
