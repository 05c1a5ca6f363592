// SPDX-License-Identifier: MIT
#pragma once
// Lis3dhEvents: what the LIS3DH finds out by itself (its data sheet, registers 30h to 3Dh; ST AN3308): clicks and double clicks, and two
// generators of interrupts that compare every axis with a threshold (motion, free fall). It reads its settings in the chip's registers.
// Owned by the part; used from the loop's thread only.

#include <array>
#include <cstdint>
#include <functional>
#include <span>

#include "environment/rotation.h"
#include "parts/motion_events.h"

namespace coroboard::parts {

class Lis3dhEvents {
public:
    // `acceleration` is what the chip feels now, in g. `changed` is called when a source is set or goes. `registers` are the chip's.
    Lis3dhEvents(time::Timeline& timeline, environment::Environment& environment, std::span<const std::uint8_t> registers,
                 std::function<environment::Vector()> acceleration, std::function<void()> changed);

    // The settings were changed. `sample` is the time between two measurements; 0: it is powered down.
    void begin(time::Duration sample);

    bool hasClick() const { return m_click & active; }
    bool hasInterrupt(std::size_t generator) const { return m_generators[generator].source & active; }
    // Reading a source ends what it holds.
    std::uint8_t readClick();
    std::uint8_t readInterrupt(std::size_t generator);

private:
    static constexpr std::uint8_t active = 0x40;

    struct Generator {
        std::uint8_t first = 0;    // its register of settings; its source, threshold and duration follow
        std::uint8_t latched = 0;  // the bit of CTRL_REG5
        HeldCondition condition = {};
        std::uint8_t source = 0;
    };

    bool moved();
    void lookForClicks(environment::Vector g);
    void look(Generator& generator, environment::Vector g);
    void lookAgain();
    void set(std::uint8_t& source, std::uint8_t value);
    std::uint8_t axesAbove(environment::Vector g, double threshold) const;
    double threshold(std::size_t number) const;
    bool isLatched(const Generator& generator) const;

    time::Timeline& m_timeline;
    std::span<const std::uint8_t> m_registers;
    std::function<environment::Vector()> m_acceleration;
    std::function<void()> m_changed;
    time::Duration m_sample{};
    TapDetector m_taps;
    std::uint8_t m_clicking = 0;  // axes of the click that is under way, with its sign
    std::uint8_t m_click = 0;
    std::array<Generator, 2> m_generators = {Generator{0x30, 0x08}, Generator{0x34, 0x02}};
    time::Alarm m_held;
    time::Alarm m_clickEnd;
    MotionWatch m_watch;
};

}  // namespace coroboard::parts
