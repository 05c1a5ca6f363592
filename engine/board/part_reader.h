// SPDX-License-Identifier: MIT
#pragma once
// Reads one element of "parts" and completes it with what its model says: default wires, parameters and sizes.

#include <string>
#include <vector>

#include "board/board_profile.h"
#include "board/json_source.h"
#include "parts/part_view.h"

namespace coroboard::board {

// The names of the wires that always carry a fixed voltage.
bool isRail(const std::string& wire);

// The wires a pin of a part may be on, as a person would look for them: pins of the board, nets, rails, "NC".
std::vector<std::string> allowedWires(const parts::PinDescription& pin, const BoardProfile& profile);

// `profile` already knows the pins and the size of the picture. Problems are noted in `source`.
PartProfile readPart(JsonSource& source, const std::string& pointer, const BoardProfile& profile);

}  // namespace coroboard::board
