// SPDX-License-Identifier: MIT
#pragma once
// Finds on a board what a scenario names. Internal to scenario/.

#include "board/board.h"
#include "scenario/scenario.h"

namespace coroboard::scenario {

// The wire of a pin; null if there is none.
const peripherals::Wire* findWire(board::Board& board, const ExpectPin& pin);

}  // namespace coroboard::scenario
