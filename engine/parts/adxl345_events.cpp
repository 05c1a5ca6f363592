// SPDX-License-Identifier: MIT
#include "parts/adxl345_events.h"

#include <cmath>
#include <utility>

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using environment::Vector;

enum Register : std::uint8_t {
    TapThreshold = 0x1d,
    TapDuration = 0x21,
    TapLatency = 0x22,
    TapWindow = 0x23,
    ActivityThreshold = 0x24,
    InactivityThreshold = 0x25,
    InactivityTime = 0x26,
    ActivityControl = 0x27,
    FallThreshold = 0x28,
    FallTime = 0x29,
    TapAxes = 0x2a,
    PowerControl = 0x2d,
    InterruptEnable = 0x2e,
};
constexpr std::uint8_t measuring = 0x08;
constexpr std::uint8_t alternating = 0x08;  // of half the activity control: compared with the acceleration at the beginning

}  // namespace

Adxl345Events::Adxl345Events(time::Timeline& timeline, environment::Environment& environment, std::span<const std::uint8_t> registers,
                             std::function<Vector()> acceleration, std::function<void()> happened)
    : m_timeline(timeline),
      m_registers(registers),
      m_acceleration(std::move(acceleration)),
      m_happened(std::move(happened)),
      m_held(timeline, [this] { held(); }),
      m_watch(timeline, environment, [this] { return moved(); })
{}

bool Adxl345Events::isEnabled(std::uint8_t bits) const
{
    return m_registers[PowerControl] & measuring && m_registers[InterruptEnable] & bits;
}

void Adxl345Events::begin()
{
    m_held.cancel();
    m_falling = {};
    m_resting = {};
    if (!isEnabled(All))
        return;
    m_reference = m_acceleration();
    m_taps.reset(axesAbove(m_reference, threshold(TapThreshold), m_registers[TapAxes] & 7) != 0);
    moved();
}

bool Adxl345Events::moved()
{
    if (!isEnabled(All))
        return false;
    const Vector g = m_acceleration();
    lookForTaps(g);
    lookForActivity(g);
    lookForRest(g);
    return true;
}

// Bits X, Y and Z (4, 2, 1) of those axes whose acceleration is above.
std::uint8_t Adxl345Events::axesAbove(Vector g, double threshold, std::uint8_t axes) const
{
    const int above = (std::fabs(g.x) > threshold ? 4 : 0) | (std::fabs(g.y) > threshold ? 2 : 0) | (std::fabs(g.z) > threshold ? 1 : 0);
    return static_cast<std::uint8_t>(above & axes);
}

void Adxl345Events::lookForTaps(Vector g)
{
    if (!isEnabled(SingleTap | DoubleTap) || m_registers[TapThreshold] == 0 || m_registers[TapDuration] == 0)
        return;
    const std::uint8_t above = axesAbove(g, threshold(TapThreshold), m_registers[TapAxes] & 7);
    const bool twoCount = m_registers[TapLatency] != 0 && m_registers[TapWindow] != 0;
    const auto taps = m_taps.update(above != 0, m_timeline.now(),
                                    {m_registers[TapDuration] * 625us, m_registers[TapLatency] * 1250us, m_registers[TapWindow] * 1250us});
    if (above)
        m_axes = static_cast<std::uint8_t>((m_axes & 0x70) | above);
    if (taps.single)
        set(static_cast<std::uint8_t>(SingleTap | (taps.twice && twoCount ? DoubleTap : 0)));
}

void Adxl345Events::lookForActivity(Vector g)
{
    const std::uint8_t control = m_registers[ActivityControl] >> 4;
    if (!isEnabled(Activity))
        return;
    const std::uint8_t above = axesAbove(control & alternating ? g - m_reference : g, threshold(ActivityThreshold), control & 7);
    if (!above)
        return;
    m_axes = static_cast<std::uint8_t>(above << 4 | (m_axes & 7));
    m_reference = g;
    set(Activity);
}

// Free fall and inactivity have to last.
void Adxl345Events::lookForRest(Vector g)
{
    const auto now = m_timeline.now();
    const bool falls = isEnabled(FreeFall) && length(g) < threshold(FallThreshold);
    const auto fallen = m_falling.update(falls, now, m_registers[FallTime] * 5ms);
    const std::uint8_t control = m_registers[ActivityControl] & 15;
    const Vector moved = control & alternating ? g - m_reference : g;
    const bool rests = isEnabled(Inactivity) && control & 7 && !axesAbove(moved, threshold(InactivityThreshold), control & 7);
    const auto rested = m_resting.update(rests, now, m_registers[InactivityTime] * 1s);
    m_held.cancel();
    for (const auto& when : {fallen, rested})
        if (when && (!m_held.isSet() || *when < m_held.instant()))
            m_held.setAt(*when);
}

void Adxl345Events::held()
{
    const auto now = m_timeline.now();
    std::uint8_t bits = 0;
    if (const auto when = m_falling.update(m_falling.holds(), now, m_registers[FallTime] * 5ms); when && *when <= now) {
        m_falling.tell();
        bits |= FreeFall;
    }
    if (const auto when = m_resting.update(m_resting.holds(), now, m_registers[InactivityTime] * 1s); when && *when <= now) {
        m_resting.tell();
        bits |= Inactivity;
    }
    lookForRest(m_acceleration());
    set(bits);
}

void Adxl345Events::set(std::uint8_t bits)
{
    const auto fresh = static_cast<std::uint8_t>(bits & m_registers[InterruptEnable]);
    m_source |= fresh;
    if (fresh)
        m_happened();
}

}  // namespace coroboard::parts
