// SPDX-License-Identifier: MIT
#include "trace/trigger.h"

#include <algorithm>

namespace coroboard::trace {

namespace {

bool matches(TriggerEdge wanted, bool rising)
{
    return wanted == TriggerEdge::Either || rising == (wanted == TriggerEdge::Rising);
}

}  // namespace

TriggerSearch findTrigger(const SignalCapture& capture, const Trigger& trigger, time::VirtualTime after, std::size_t edgesAtMost)
{
    const auto wave = waveOf(capture, trigger.signal);
    if (!wave) return {std::nullopt, after};
    const auto holds = [&](time::VirtualTime when) {
        return std::all_of(trigger.conditions.begin(), trigger.conditions.end(), [&](const Trigger::Condition& condition) {
            const auto other = waveOf(capture, condition.signal);
            return other && other->levelAt(when) == condition.level;
        });
    };
    for (std::size_t looked = 0; looked < edgesAtMost; ++looked) {
        const auto edge = wave->edgeAfter(after);
        // An edge at the end of what is known may still come.
        if (!edge) return {std::nullopt, std::max(after, wave->until() - time::Duration{1})};
        if (matches(trigger.edge, edge->rising) && holds(edge->when)) return {edge->when, edge->when};
        after = edge->when;
    }
    return {std::nullopt, after};
}

}  // namespace coroboard::trace
