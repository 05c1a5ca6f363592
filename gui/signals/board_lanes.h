// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which lanes a board has: those it begins with (every pin with a part on it), and everything that may be added.

#include <vector>

#include "board/board_profile.h"
#include "signals/lane.h"
#include "trace/signal_view.h"

namespace coroboard::gui {

// Wired pins in the profile's order, named after what is on them: "GP16  Red LED".
std::vector<Lane> firstLanes(const board::BoardProfile& profile);

// A lane for one signal of a recording.
Lane laneFor(const board::BoardProfile& profile, const trace::SignalDescription& signal);

// A heading and the lanes under it, for the menu.
struct LaneGroup {
    QString title;
    std::vector<Lane> lanes;
};
std::vector<LaneGroup> laneChoices(const board::BoardProfile& profile, const trace::SignalCapture& capture);

}  // namespace coroboard::gui
