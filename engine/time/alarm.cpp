// SPDX-License-Identifier: MIT
#include "time/alarm.h"

#include <utility>

namespace coroboard::time {

Alarm::Alarm(EventLoop& loop, std::function<void()> callback)
    : Turn(&Alarm::goOff), m_loop(loop), m_callback(std::move(callback))
{
}

Alarm::~Alarm()
{
    cancel();
    if (m_fate)
        *m_fate = Fate::destroyed;
}

void Alarm::goOff(Turn& turn)
{
    auto& alarm = static_cast<Alarm&>(turn);
    // The callback is taken out while it runs, so that it may destroy the alarm it belongs to.
    struct Call {
        Alarm& alarm;
        std::function<void()> callback;
        Fate fate = Fate::alive;
        ~Call()
        {
            if (fate == Fate::destroyed)
                return;
            alarm.m_callback = std::move(callback);
            alarm.m_fate = nullptr;
        }
    } call{alarm, std::move(alarm.m_callback)};
    alarm.m_fate = &call.fate;
    call.callback();
}

}  // namespace coroboard::time
