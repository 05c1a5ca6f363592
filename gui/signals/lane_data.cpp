// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/lane_data.h"

#include <algorithm>

#include "signals/span_text.h"
#include "signals/time_axis.h"

namespace coroboard::gui {

std::optional<trace::DigitalWave> waveOf(const trace::SignalCapture& capture, const QString& pin)
{
    return trace::waveOf(capture, pin.toStdString());
}

std::optional<LaneValues> valuesOf(const trace::SignalCapture& capture, const QString& signal)
{
    const int found = capture.find(signal.toStdString());
    if (found < 0) return std::nullopt;
    const auto place = static_cast<std::size_t>(found);
    const trace::SignalDescription& description = (*capture.signals)[place];
    if (description.kind == trace::SignalKind::Pwm) return LaneValues{capture.views[place], QStringLiteral("%"), 100};
    return LaneValues{capture.views[place], QString::fromStdString(description.unit), 1};
}

std::optional<WaveMeasure> measure(const trace::DigitalWave& wave, time::VirtualTime from, time::VirtualTime to)
{
    constexpr int tooMany = 100'000;
    to = std::min(to, wave.until());
    if (wave.empty() || from >= to) return std::nullopt;
    WaveMeasure result;
    time::Duration high{};
    time::VirtualTime firstRise{};
    time::VirtualTime lastRise{};
    time::VirtualTime since = from;
    bool level = wave.levelAt(from);
    int edges = 0;
    for (auto edge = wave.edgeAfter(from - time::Duration{1}); edge && edge->when < to; edge = wave.edgeAfter(edge->when)) {
        if (++edges > tooMany) return std::nullopt;
        if (level) high += edge->when - since;
        level = edge->rising;
        since = edge->when;
        if (!edge->rising) continue;
        if (result.rises++ == 0) firstRise = edge->when;
        lastRise = edge->when;
    }
    if (level) high += to - since;
    result.duty = nanoseconds(high) / nanoseconds(to - from);
    if (result.rises > 1) result.frequency = 1e9 * (result.rises - 1) / nanoseconds(lastRise - firstRise);
    return result;
}

QString valueTextAt(const trace::SignalCapture& capture, const Lane& lane, time::VirtualTime when)
{
    when = std::min(when, capture.until - time::Duration{1});
    if (lane.kind == LaneKind::Digital) {
        const auto wave = waveOf(capture, lane.signal);
        if (!wave || wave->empty() || when < wave->begin()) return {};
        if (const auto pwm = wave->pwmAt(when)) return QStringLiteral("%1 %").arg(100 * pwm->duty, 0, 'f', 0);
        return wave->levelAt(when) ? QStringLiteral("1") : QStringLiteral("0");
    }
    const auto values = lane.kind == LaneKind::Analog ? valuesOf(capture, lane.signal) : std::nullopt;
    if (!values) return {};
    const std::uint64_t end = values->view.endAt(when);
    return end > values->view.first() ? valueText(values->view.value(end - 1) * values->factor, values->unit) : QString();
}

}  // namespace coroboard::gui
