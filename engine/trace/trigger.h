// SPDX-License-Identifier: MIT
#pragma once
// Trigger: an edge of one pin, while other pins have the levels asked for. findTrigger() looks for it in a recording that grows, a bounded
// number of edges a call.

#include <optional>
#include <string>
#include <vector>

#include "trace/digital_wave.h"

namespace coroboard::trace {

enum class TriggerEdge { Rising, Falling, Either };

struct Trigger {
    struct Condition {
        std::string signal;
        bool level = true;
    };
    std::string signal;
    TriggerEdge edge = TriggerEdge::Rising;
    std::vector<Condition> conditions;
};

struct TriggerSearch {
    std::optional<time::VirtualTime> found;
    time::VirtualTime reached{};             // go on from here when nothing was found
};

// The first that is later than `after`.
TriggerSearch findTrigger(const SignalCapture& capture, const Trigger& trigger, time::VirtualTime after, std::size_t edgesAtMost);

}  // namespace coroboard::trace
