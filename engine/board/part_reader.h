// SPDX-License-Identifier: MIT
#pragma once
// Reads one element of "parts" and completes it with what its model says: default wires, parameters and sizes.

#include <string>

#include "board/board_profile.h"
#include "board/json_source.h"

namespace coroboard::board {

// The names of the wires that always carry a fixed voltage.
bool isRail(const std::string& wire);

// `profile` already knows the pins and the size of the picture. Problems are noted in `source`.
PartProfile readPart(JsonSource& source, const std::string& pointer, const BoardProfile& profile);

}  // namespace coroboard::board
