// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/lane_data.h"

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

}  // namespace coroboard::gui
