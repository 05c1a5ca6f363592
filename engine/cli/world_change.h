// SPDX-License-Identifier: MIT
#pragma once
// What the command line does to the world around the board, each at a virtual time: --set, --stimulus, --gesture, --fault.

#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/commands.h"

namespace coroboard::cli {

// PART.CONTROL=VALUE[@TIME], for example dial.position=50@2s
Result<WorldChange> parseSetting(std::string_view text);

// TARGET=STIMULUS[@TIME], for example temperature=sine:15:30:10s (simulation/stimulus_text.h), or a recorded world FILE.csv[@TIME], which
// is one change a column.
Result<std::vector<WorldChange>> parseStimulusOption(std::string_view text);

// NAME[@TIME], for example shake@2s
Result<WorldChange> parseGestureOption(std::string_view text);

// KIND[:PLACE][@TIME], for example wire-cut:red.anode@2s (simulation/fault_text.h)
Result<WorldChange> parseFaultOption(std::string_view text);

}  // namespace coroboard::cli
