// SPDX-License-Identifier: MIT
#pragma once
// InterruptPin: the output with which a chip that measures by itself says "look". Owned by the chip. Nothing happens, and no event is posted,
// unless the profile puts the pin on a wire. `look` is called at the instant the chip asked for: it brings its results up to now, shows
// what the pin says, and asks for the next look. Loop's thread only.

#include <cstdint>
#include <functional>
#include <string>

#include "parts/conversion_clock.h"
#include "parts/part.h"
#include "peripherals/wire.h"
#include "time/alarm.h"

namespace coroboard::parts {

struct InterruptStyle {
    enum class Active : std::uint8_t { Low, High };
    enum class Output : std::uint8_t { OpenDrain, PushPull };
    Active active = Active::Low;
    Output output = Output::OpenDrain;
};

class InterruptPin {
public:
    InterruptPin(const PartContext& context, const std::string& pin, std::function<void()> look);

    bool isWatched() const { return m_watched; }
    void show(bool active, InterruptStyle style);
    // Active now and no longer after `length`.
    void pulse(time::Duration length, InterruptStyle style);
    // At the end of the conversion that is under way; never if none is.
    void lookAfter(const ConversionClock& clock, time::VirtualTime now);
    void lookNoMore() { m_look.cancel(); }

private:
    peripherals::WireDriver m_driver;
    bool m_watched;
    InterruptStyle m_style;
    time::Alarm m_look;
    time::Alarm m_pulseEnd;
};

}  // namespace coroboard::parts
