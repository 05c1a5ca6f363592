// SPDX-License-Identifier: MIT
#pragma once
// Where the board profiles that come with Coroboard are, and how a board is found by name. For every face: app, command line, tests.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "board/board_profile.h"

namespace coroboard::simulation {

inline constexpr std::string_view defaultBoard = "sensor-board";

// $COROBOARD_BOARDS, else share/coroboard/boards beside the installed program, else boards/ of the source tree it was built from.
std::filesystem::path boardsFolder();

// The names (file stems) of all *.json profiles there, sorted; schemas (*.schema.json) left out.
std::vector<std::string> boardNames();

// A profile by name, or by file when the text has a '/' or ends in ".json". An unknown name is an Error that lists the known ones.
Result<board::BoardProfile> findBoard(const std::string& nameOrFile);

}  // namespace coroboard::simulation
