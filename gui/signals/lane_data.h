// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a recording knows about a lane: the pin's wave, or the values over time with their unit. Empty when the recording has no such
// signal (the lane stays and says so).

#include <optional>

#include "signals/lane.h"
#include "trace/digital_wave.h"

namespace coroboard::gui {

std::optional<trace::DigitalWave> waveOf(const trace::SignalCapture& capture, const QString& pin);

struct LaneValues {
    trace::SignalView view;
    QString unit;
    double factor = 1;                       // what the recorded value is multiplied with: a duty is shown in percent
};
std::optional<LaneValues> valuesOf(const trace::SignalCapture& capture, const QString& signal);

// What the lane shows at an instant, in a few characters: "1", "1.650 V", "37.0 %"; empty when nothing is known.
QString valueTextAt(const trace::SignalCapture& capture, const Lane& lane, time::VirtualTime when);

// A wave between two instants: how often it rose, and the share of the time it was high. Nothing when there is too much of it to count within
// a frame (a hundred thousand edges).
struct WaveMeasure {
    int rises = 0;
    double frequency = 0;                    // hertz, from the first rise to the last; 0 with less than two
    double duty = 0;                         // 0…1
};
std::optional<WaveMeasure> measure(const trace::DigitalWave& wave, time::VirtualTime from, time::VirtualTime to);

}  // namespace coroboard::gui
