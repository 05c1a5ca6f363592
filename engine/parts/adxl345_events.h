// SPDX-License-Identifier: MIT
#pragma once
// Adxl345Events: what the ADXL345 finds out by itself (its data sheet, sections "Register definitions" and "Tap detection"): single and double
// taps, activity, inactivity, free fall. It reads its settings in the chip's registers and says which bits of INT_SOURCE are set. Only what is
// enabled is looked for. Owned by the part; used from the loop's thread only.

#include <cstdint>
#include <functional>
#include <span>

#include "environment/rotation.h"
#include "parts/motion_events.h"

namespace coroboard::parts {

class Adxl345Events {
public:
    enum Bit : std::uint8_t { SingleTap = 0x40, DoubleTap = 0x20, Activity = 0x10, Inactivity = 0x08, FreeFall = 0x04, All = 0x7c };

    // `acceleration` is what the chip feels now, in g. `happened` is called when a bit is set. `registers` are the chip's.
    Adxl345Events(time::Timeline& timeline, environment::Environment& environment, std::span<const std::uint8_t> registers,
                  std::function<environment::Vector()> acceleration, std::function<void()> happened);

    std::uint8_t source() const { return m_source; }
    std::uint8_t axes() const { return m_axes; }  // ACT_TAP_STATUS
    void wasRead() { m_source = 0; }
    // The settings were changed, or measuring began or ended.
    void begin();

private:
    bool moved();
    void lookForTaps(environment::Vector g);
    void lookForActivity(environment::Vector g);
    void lookForRest(environment::Vector g);
    void held();
    void set(std::uint8_t bits);
    bool isEnabled(std::uint8_t bits) const;
    std::uint8_t axesAbove(environment::Vector g, double threshold, std::uint8_t axes) const;
    double threshold(std::size_t number) const { return m_registers[number] * 0.0625; }

    time::Timeline& m_timeline;
    std::span<const std::uint8_t> m_registers;
    std::function<environment::Vector()> m_acceleration;
    std::function<void()> m_happened;
    TapDetector m_taps;
    HeldCondition m_falling;
    HeldCondition m_resting;
    environment::Vector m_reference;  // of the AC-coupled comparisons
    std::uint8_t m_source = 0;
    std::uint8_t m_axes = 0;
    time::Alarm m_held;
    MotionWatch m_watch;
};

}  // namespace coroboard::parts
