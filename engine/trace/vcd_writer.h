// SPDX-License-Identifier: MIT
#pragma once
// VcdWriter: signals as a Value Change Dump (IEEE 1364-2005, section 18), for PulseView and GTKWave. One wire of one bit for a digital
// signal, one real for an analog one, two reals (NAME.duty, NAME.frequency) for PWM. Timescale 1 ns. Written as it happens; whatever
// was written so far is a valid file. The stream belongs to the caller and outlives the writer.

#include <ostream>
#include <string>
#include <vector>

#include "trace/signal.h"

namespace coroboard::trace {

class VcdWriter : public SignalSink {
public:
    VcdWriter(std::ostream& stream, std::vector<SignalDescription> signals);

    void add(const SignalChange& change) override;
    // Marks where the recording ends, so that a viewer shows the last levels that long.
    void finish(time::VirtualTime end);

private:
    struct Variable {
        SignalKind kind = SignalKind::Digital;
        std::string code;
        std::string frequencyCode;
    };

    std::string nextCode();
    void declare(const char* type, int bits, const std::string& code, const std::string& name);
    void moveTo(time::VirtualTime when);

    std::ostream& m_stream;
    std::vector<Variable> m_variables;
    std::size_t m_codes = 0;
    time::VirtualTime m_now{};
};

}  // namespace coroboard::trace
