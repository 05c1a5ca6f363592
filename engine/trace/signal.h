// SPDX-License-Identifier: MIT
#pragma once
// What is recorded of the board's signals, and the face of whatever receives it (SignalTrace in memory, VcdWriter, CsvWriter to a
// file). Changes arrive in the order of their virtual times.

#include <cstddef>
#include <string>

#include "time/virtual_time.h"

namespace coroboard::trace {

enum class SignalKind {
    Digital,                                 // value 0 or 1
    Analog,                                  // value in the signal's unit
    Pwm,                                     // value the duty, 0…1; frequency in hertz
};

struct SignalDescription {
    std::string name;                        // "GP16"
    SignalKind kind = SignalKind::Digital;
    std::string unit;                        // of an analog signal: "mV"
};

struct SignalChange {
    std::size_t signal = 0;                  // its place among the descriptions
    time::VirtualTime when{};
    double value = 0;
    double frequency = 0;
    time::VirtualTime start{};               // of a PWM: when one of its periods begins
};

class SignalSink {
public:
    virtual ~SignalSink() = default;
    virtual void add(const SignalChange& change) = 0;
};

}  // namespace coroboard::trace
