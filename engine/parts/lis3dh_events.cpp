// SPDX-License-Identifier: MIT
#include "parts/lis3dh_events.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace coroboard::parts {

namespace {

using environment::Vector;

enum Register : std::uint8_t {
    Control4 = 0x23,
    Control5 = 0x24,
    ClickSetting = 0x38,
    ClickThreshold = 0x3a,
    TimeLimit = 0x3b,
    TimeLatency = 0x3c,
    TimeWindow = 0x3d,
};
constexpr std::uint8_t doubleClick = 0x20, singleClick = 0x10, negative = 0x08;  // of the click source
constexpr std::uint8_t clickLatched = 0x80;                                      // of the click threshold
constexpr std::uint8_t allTogether = 0x80;                                       // of a generator's settings: and instead of or

// Which of the axes Z, Y, X (4, 2, 1) a setting of two bits an axis has on.
std::uint8_t axesOf(std::uint8_t setting, int bit)
{
    return static_cast<std::uint8_t>((setting >> bit & 1) | (setting >> (bit + 2) & 1) << 1 | (setting >> (bit + 4) & 1) << 2);
}

}  // namespace

Lis3dhEvents::Lis3dhEvents(time::Timeline& timeline, environment::Environment& environment, std::span<const std::uint8_t> registers,
                           std::function<Vector()> acceleration, std::function<void()> changed)
    : m_timeline(timeline),
      m_registers(registers),
      m_acceleration(std::move(acceleration)),
      m_changed(std::move(changed)),
      m_held(timeline, [this] { lookAgain(); }),
      m_clickEnd(timeline, [this] { set(m_click, 0); }),
      m_watch(timeline, environment, [this] { return moved(); })
{}

void Lis3dhEvents::begin(time::Duration sample)
{
    m_sample = sample;
    m_held.cancel();
    for (Generator& generator : m_generators)
        generator.condition = {};
    if (m_sample.count() == 0)
        return;
    m_taps.reset(axesAbove(m_acceleration(), threshold(ClickThreshold)) != 0);
    moved();
}

// Milli-g a digit at ±2, 4, 8 and 16 g.
double Lis3dhEvents::threshold(std::size_t number) const
{
    static constexpr std::array<double, 4> milliGs = {16, 32, 62, 186};
    return (m_registers[number] & 0x7f) * milliGs[m_registers[Control4] >> 4 & 3] / 1000;
}

std::uint8_t Lis3dhEvents::axesAbove(Vector g, double threshold) const
{
    return static_cast<std::uint8_t>((std::fabs(g.x) > threshold ? 1 : 0) | (std::fabs(g.y) > threshold ? 2 : 0) |
                                     (std::fabs(g.z) > threshold ? 4 : 0));
}

bool Lis3dhEvents::moved()
{
    const bool wanted = m_registers[ClickSetting] & 0x3f || m_registers[m_generators[0].first] & 0x3f || m_registers[m_generators[1].first] & 0x3f;
    if (m_sample.count() == 0 || !wanted)
        return false;
    const Vector g = m_acceleration();
    lookForClicks(g);
    m_held.cancel();
    for (Generator& generator : m_generators)
        look(generator, g);
    return true;
}

void Lis3dhEvents::lookForClicks(Vector g)
{
    const std::uint8_t setting = m_registers[ClickSetting];
    const std::uint8_t single = axesOf(setting, 0);
    const std::uint8_t twice = axesOf(setting, 1);
    const auto above = static_cast<std::uint8_t>(axesAbove(g, threshold(ClickThreshold)) & (single | twice));
    if (above)
        m_clicking = static_cast<std::uint8_t>(above | ((above & 4 ? g.z : above & 2 ? g.y : g.x) < 0 ? negative : 0));
    const auto taps = m_taps.update(above != 0, m_timeline.now(),
                                    {m_registers[TimeLimit] * m_sample, m_registers[TimeLatency] * m_sample, m_registers[TimeWindow] * m_sample});
    const int kinds = (taps.single && m_clicking & single ? singleClick : 0) | (taps.twice && m_clicking & twice ? doubleClick : 0);
    if (!kinds)
        return;
    set(m_click, static_cast<std::uint8_t>(active | kinds | m_clicking));
    if (!(m_registers[ClickThreshold] & clickLatched))
        m_clickEnd.setAfter(std::max<int>(m_registers[TimeLatency], 1) * m_sample);
}

bool Lis3dhEvents::isLatched(const Generator& generator) const
{
    return m_registers[Control5] & generator.latched;
}

// Bits XL, XH, YL, YH, ZL, ZH, as in the settings and in the source.
void Lis3dhEvents::look(Generator& generator, Vector g)
{
    const std::uint8_t setting = m_registers[generator.first];
    const std::uint8_t wanted = setting & 0x3f;
    const std::uint8_t high = axesAbove(g, threshold(generator.first + 2u));
    int found = 0;
    for (int axis = 0; axis < 3; ++axis)
        found |= (high >> axis & 1 ? 2 : 1) << (axis * 2);
    const bool holds = wanted && (setting & allTogether ? (found & wanted) == wanted : (found & wanted) != 0);
    const auto now = m_timeline.now();
    const auto when = generator.condition.update(holds, now, m_registers[generator.first + 3u] * m_sample);
    if (!holds && !isLatched(generator))
        set(generator.source, 0);
    if (!when)
        return;
    if (*when <= now) {
        generator.condition.tell();
        set(generator.source, static_cast<std::uint8_t>(active | (found & wanted)));
    } else if (!m_held.isSet() || *when < m_held.instant()) {
        m_held.setAt(*when);
    }
}

void Lis3dhEvents::lookAgain()
{
    const Vector g = m_acceleration();
    for (Generator& generator : m_generators)
        look(generator, g);
}

void Lis3dhEvents::set(std::uint8_t& source, std::uint8_t value)
{
    if (source == value)
        return;
    source = value;
    m_changed();
}

std::uint8_t Lis3dhEvents::readClick()
{
    const std::uint8_t source = m_click;
    if (m_registers[ClickThreshold] & clickLatched)
        set(m_click, 0);
    return source;
}

std::uint8_t Lis3dhEvents::readInterrupt(std::size_t generator)
{
    const std::uint8_t source = m_generators[generator].source;
    if (isLatched(m_generators[generator]))
        set(m_generators[generator].source, 0);
    return source;
}

}  // namespace coroboard::parts
