// SPDX-License-Identifier: MIT
#pragma once
// SignalRecorder: what happens on a board's pins, turned into the signals of trace/: one digital signal a pin; for a pin with a part on it
// also its PWM (duty and frequency); for a pin with a converter also its millivolts. Feeds any number of sinks and the trace hash.
// Given as SimulationOptions::signals. A PWM output is described, not played edge by edge; a burst (bus traffic) becomes the edges it
// describes, merged with everybody else's in order of time.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "board/board_profile.h"
#include "peripherals/wire.h"
#include "trace/signal.h"
#include "trace/trace_hash.h"

namespace coroboard::simulation {

// What one event on a wire adds to the hash of a run.
void addToHash(trace::TraceHash& hash, std::string_view wire, const peripherals::WireEvent& event);

class SignalRecorder {
public:
    // Of which pins the PWM is recorded as a signal of its own: a file has a column only where there may be something to see.
    enum class PwmOf { WiredPins, EveryPin };

    explicit SignalRecorder(const board::BoardProfile& profile, PwmOf pwm = PwmOf::WiredPins);

    const std::vector<trace::SignalDescription>& signals() const { return m_signals; }
    // The sink is not owned; it hears of everything from now on, beginning with all pins low at power-on.
    void addSink(trace::SignalSink& sink);
    // A new power cycle: all pins are low again, and no burst is under way. Only for sinks that can begin anew themselves.
    void restart();
    void record(const peripherals::Wire& wire, const peripherals::WireEvent& event);
    // Sends the edges of bursts up to this instant: before a sink is read or finished.
    void advanceTo(time::VirtualTime now);

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct PinSignals {
        std::size_t digital = none;
        std::size_t pwm = none;
        std::size_t analog = none;
        bool level = false;                                   // as last sent
        std::shared_ptr<const peripherals::Burst> burst;      // being turned into edges
        std::size_t nextFlip = 0;
    };
    static std::optional<time::VirtualTime> nextFlip(const PinSignals& pin);
    void sendLevel(PinSignals& pin, time::VirtualTime when, bool level);
    void begin(PinSignals& pin, time::VirtualTime when, std::shared_ptr<const peripherals::Burst> burst);
    std::size_t declare(std::string name, trace::SignalKind kind, std::string unit);
    void send(std::size_t signal, time::VirtualTime when, double value, double frequency = 0,
              time::VirtualTime start = {});

    std::vector<trace::SignalDescription> m_signals;
    std::map<std::string, PinSignals, std::less<>> m_pins;
    std::vector<PinSignals*> m_playing;                       // pins with a burst that is not over
    std::vector<trace::SignalSink*> m_sinks;
};

}  // namespace coroboard::simulation
