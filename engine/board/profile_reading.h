// SPDX-License-Identifier: MIT
#pragma once
// ProfileReading: a profile that may be wrong: what could be read of it, and every problem with its place. For whoever edits a profile;
// whoever only needs a board calls parseProfile().

#include "board/board_profile.h"
#include "board/json_source.h"

namespace coroboard::board {

struct ProfileReading {
    BoardProfile profile;               // a part has a place in it for every element of "parts", in their order
    std::vector<JsonProblem> problems;  // in the order of the text
};

// Fails only on a text that is no JSON.
Result<ProfileReading> readProfile(std::string_view json, const std::filesystem::path& file);

}  // namespace coroboard::board
