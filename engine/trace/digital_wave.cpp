// SPDX-License-Identifier: MIT
#include "trace/digital_wave.h"

#include <algorithm>
#include <string>
#include <utility>

namespace coroboard::trace {

namespace {

constexpr time::Duration instant{1};

}  // namespace

DigitalWave::DigitalWave(SignalView edges, SignalView pwm, time::VirtualTime until)
    : m_edges(std::move(edges)), m_pwm(std::move(pwm)), m_until(until)
{
}

time::VirtualTime DigitalWave::begin() const
{
    if (m_edges.empty()) return m_pwm.empty() ? m_until : m_pwm.time(m_pwm.first());
    const time::VirtualTime first = m_edges.time(m_edges.first());
    return m_pwm.empty() ? first : std::min(first, m_pwm.time(m_pwm.first()));
}

DigitalWave::Stretch DigitalWave::stretchAt(time::VirtualTime when) const
{
    Stretch stretch{time::VirtualTime::min(), time::never, std::nullopt};
    if (m_pwm.empty()) return stretch;
    const std::uint64_t next = m_pwm.endAt(when);
    if (next < m_pwm.end()) stretch.to = m_pwm.time(next);
    if (next == m_pwm.first()) return stretch;
    const SignalChange last = m_pwm.change(next - 1, 0);
    stretch.from = last.when;
    if (last.frequency > 0 && last.value > 0 && last.value < 1) stretch.pwm = SquareWave{last.frequency, last.value, last.start};
    return stretch;
}

std::optional<SquareWave> DigitalWave::pwmAt(time::VirtualTime when) const { return stretchAt(when).pwm; }

bool DigitalWave::levelAt(time::VirtualTime when) const
{
    const Stretch stretch = stretchAt(when);
    if (stretch.pwm) return stretch.pwm->levelAt(when);
    if (m_edges.empty()) return false;
    const std::uint64_t next = m_edges.endAt(when);
    return m_edges.level(next == m_edges.first() ? next : next - 1);
}

// The first entry only says how it was at the beginning: it is no edge.
std::optional<Edge> DigitalWave::edgeWithin(const Stretch& stretch, time::VirtualTime after) const
{
    if (stretch.pwm) return stretch.pwm->edgeAfter(after);
    if (m_edges.empty()) return std::nullopt;
    const std::uint64_t next = std::max(m_edges.endAt(after), m_edges.first() + 1);
    if (next >= m_edges.end()) return std::nullopt;
    const time::VirtualTime when = m_edges.time(next);
    return Edge{when, levelAt(when)};
}

std::optional<Edge> DigitalWave::lastWithin(const Stretch& stretch, time::VirtualTime before) const
{
    if (stretch.pwm) return stretch.pwm->edgeBefore(before - instant);
    if (m_edges.empty()) return std::nullopt;
    const std::uint64_t next = m_edges.endAt(before - instant);
    if (next <= m_edges.first() + 1) return std::nullopt;
    const time::VirtualTime when = m_edges.time(next - 1);
    return Edge{when, levelAt(when)};
}

std::optional<Edge> DigitalWave::edgeAfter(time::VirtualTime when) const
{
    when = std::max(when, begin());
    while (when < m_until) {
        const Stretch stretch = stretchAt(when);
        const auto edge = edgeWithin(stretch, when);
        if (edge && edge->when < stretch.to) return edge->when < m_until ? edge : std::nullopt;
        if (stretch.to >= m_until) return std::nullopt;
        // Where one stretch meets the next the level may change too.
        const bool level = levelAt(stretch.to);
        if (level != levelAt(stretch.to - instant)) return Edge{stretch.to, level};
        when = stretch.to;
    }
    return std::nullopt;
}

std::optional<Edge> DigitalWave::edgeBefore(time::VirtualTime when) const
{
    when = std::min(when, m_until);
    const time::VirtualTime first = begin();
    while (when > first) {
        const Stretch stretch = stretchAt(when - instant);
        const auto edge = lastWithin(stretch, when);
        if (edge && edge->when > stretch.from) return edge->when > first ? edge : std::nullopt;
        if (stretch.from <= first) return std::nullopt;
        const bool level = levelAt(stretch.from);
        if (level != levelAt(stretch.from - instant)) return Edge{stretch.from, level};
        when = stretch.from;
    }
    return std::nullopt;
}

std::optional<DigitalWave> waveOf(const SignalCapture& capture, std::string_view pin)
{
    const int edges = capture.find(pin);
    if (edges < 0 || (*capture.signals)[static_cast<std::size_t>(edges)].kind != SignalKind::Digital) return std::nullopt;
    const int pwm = capture.find(std::string(pin) + "_pwm");
    return DigitalWave(capture.views[static_cast<std::size_t>(edges)],
                       pwm < 0 ? SignalView() : capture.views[static_cast<std::size_t>(pwm)], capture.until);
}

}  // namespace coroboard::trace
