// SPDX-License-Identifier: MIT
#pragma once
// DigitalWave: the level of one pin over time, as a logic analyser sees it: its recorded edges, and while a PWM plays on it that PWM's own
// edges, worked out from its description. A question costs a few binary searches, however long the recording.
// An immutable value, any thread. Known in [begin, until); outside the level is that of the nearest known instant.

#include <optional>
#include <string_view>

#include "time/square_wave.h"
#include "trace/signal_view.h"

namespace coroboard::trace {

using time::Edge;
using time::SquareWave;

class DigitalWave {
public:
    DigitalWave() = default;
    // `pwm` may be empty. A PWM entry without a frequency ends the PWM.
    DigitalWave(SignalView edges, SignalView pwm, time::VirtualTime until);

    bool empty() const { return m_edges.empty() && m_pwm.empty(); }
    time::VirtualTime begin() const;
    time::VirtualTime until() const { return m_until; }

    bool levelAt(time::VirtualTime when) const;
    // The first edge later than `when`, the last one earlier than it.
    std::optional<Edge> edgeAfter(time::VirtualTime when) const;
    std::optional<Edge> edgeBefore(time::VirtualTime when) const;
    // The PWM that plays at this instant.
    std::optional<SquareWave> pwmAt(time::VirtualTime when) const;

private:
    // A stretch in which either a PWM plays or the recorded edges count.
    struct Stretch {
        time::VirtualTime from{};
        time::VirtualTime to{};
        std::optional<SquareWave> pwm;
    };
    Stretch stretchAt(time::VirtualTime when) const;
    std::optional<Edge> edgeWithin(const Stretch& stretch, time::VirtualTime after) const;
    std::optional<Edge> lastWithin(const Stretch& stretch, time::VirtualTime before) const;

    SignalView m_edges;
    SignalView m_pwm;
    time::VirtualTime m_until{};
};

// The wave of a recorded pin; its PWM is the signal of the same name with "_pwm" behind it. Nothing if there is no such pin.
std::optional<DigitalWave> waveOf(const SignalCapture& capture, std::string_view pin);

}  // namespace coroboard::trace
