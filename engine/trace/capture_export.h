// SPDX-License-Identifier: MIT
#pragma once
// A stretch of a recording, handed to a writer (VcdWriter, CsvWriter) in order of time: for each signal what was in force when the stretch
// begins, then every change within it. A pin is played as a logic analyser sees it, PWM edge by edge. Works on an immutable capture, so it
// may run on any thread while the board goes on.

#include <atomic>
#include <string>
#include <vector>

#include "trace/digital_wave.h"

namespace coroboard::trace {

struct ExportedSignal {
    std::string signal;                      // in the recording
    std::string name;                        // in the file
};

// What a writer must be told first. Signals the recording does not have are left out, here and below.
std::vector<SignalDescription> describeExport(const SignalCapture& capture, const std::vector<ExportedSignal>& signals);

enum class ExportEnd { Complete, GivenUp };

// The stretch is half-open, [from, to). `giveUp` is looked at on the way.
ExportEnd exportCapture(const SignalCapture& capture, const std::vector<ExportedSignal>& signals, time::VirtualTime from, time::VirtualTime to,
                        SignalSink& sink, const std::atomic<bool>& giveUp);

}  // namespace coroboard::trace
