// SPDX-License-Identifier: MIT
#pragma once
// LiveSignals: what the window's logic analyser draws from: the history of every pin (SignalRecorder) and of every control of every part.
// Owned by the integration thread's runner; what it hands out (Snapshot::signals) is shared and immutable.
// A pin's changes are exact. A slowly moving voltage and a control are looked at with each snapshot, about
// 120 times a wall second; a control's signal, "PART.CONTROL", says where the physical quantity was then.

#include <cstdint>
#include <optional>

#include "board/board_profile.h"
#include "simulation/signal_recorder.h"
#include "simulation/snapshot.h"
#include "trace/signal_history.h"

namespace coroboard::simulation {

class LiveSignals {
public:
    explicit LiveSignals(const board::BoardProfile& profile);

    // Virtual time begins anew (SimulationOptions::poweringOn).
    void restart();
    void record(const peripherals::Wire& wire, const peripherals::WireEvent& event) { m_pins.record(wire, event); }
    // Notes where the controls stand and hands out everything up to the snapshot's instant.
    trace::SignalCapture capture(const Snapshot& snapshot);

private:
    // A voltage is exact where something happens to it, and looked at in between.
    struct Voltage {
        std::string pin;
        std::size_t signal = 0;
    };
    struct Quantity {
        std::string part;
        std::string control;
        std::size_t signal = 0;
    };
    static std::vector<Voltage> voltagesOf(const SignalRecorder& pins);
    static std::vector<Quantity> quantitiesOf(const board::BoardProfile& profile, std::size_t first);
    static std::vector<trace::SignalDescription> describe(const SignalRecorder& pins, const board::BoardProfile& profile);

    SignalRecorder m_pins;
    std::vector<Voltage> m_voltages;
    std::vector<Quantity> m_quantities;
    trace::SignalHistory m_history;
};

}  // namespace coroboard::simulation
