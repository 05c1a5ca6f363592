// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TriggerWatch: waits for a trigger in a recording that grows, a frame at a time. Single goes off once; Normal again and again, each time at
// least the hold-off later, so that what was found can be looked at.

#include <optional>

#include "trace/trigger.h"

namespace coroboard::gui {

enum class TriggerMode { Off, Single, Normal };

class TriggerWatch {
public:
    TriggerMode mode() const { return m_mode; }
    const trace::Trigger& trigger() const { return m_trigger; }
    // When it went off last.
    std::optional<time::VirtualTime> last() const { return m_last; }

    void arm(trace::Trigger trigger, TriggerMode mode, time::VirtualTime since);
    void disarm() { m_mode = TriggerMode::Off; }
    // Virtual time begins anew; what is armed stays armed.
    void restart();

    // When it goes off now.
    std::optional<time::VirtualTime> advance(const trace::SignalCapture& capture, time::Duration holdOff);

private:
    TriggerMode m_mode = TriggerMode::Off;
    trace::Trigger m_trigger;
    time::VirtualTime m_since{};
    std::optional<time::VirtualTime> m_last;
};

}  // namespace coroboard::gui
