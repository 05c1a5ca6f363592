// SPDX-License-Identifier: MIT
#pragma once
// Alarm: an owned one-shot timer with a callback, for a device that reacts at an instant without a coroutine. Setting it again
// moves it; destroying it cancels it. The callback runs from the loop, in (time, order of setting) order, with the alarm already
// unset: it may set it again, cancel it or destroy it. What the callback throws comes out of EventLoop::runUntil().

#include <functional>

#include "time/timeline.h"

namespace coroboard::time {

class Alarm : private Turn {
public:
    Alarm(Timeline& timeline, std::function<void()> callback) : Alarm(timeline.m_loop, std::move(callback)) {}
    Alarm(EventLoop& loop, std::function<void()> callback);
    ~Alarm();

    // An instant that is past means now: after everybody else who is ready.
    void setAt(VirtualTime instant) { m_loop.postAt(*this, instant); }
    void setAfter(Duration duration) { m_loop.postAfter(*this, duration); }
    void cancel() { m_loop.cancel(*this); }
    bool isSet() const { return !isIdle(); }
    // When it goes off. Precondition: isSet().
    VirtualTime instant() const { return due(); }

private:
    static void goOff(Turn& turn);
    enum class Fate { alive, destroyed };

    EventLoop& m_loop;
    std::function<void()> m_callback;
    Fate* m_fate = nullptr;  // while the callback runs
};

}  // namespace coroboard::time
