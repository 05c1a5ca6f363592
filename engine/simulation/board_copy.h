// SPDX-License-Identifier: MIT
#pragma once
// Where an edited board goes: over its own file, or, when that came with Coroboard, as a copy into a project, which needs nothing from
// outside its folder: the picture and the profile it extends go with it.

#include <filesystem>

#include "base/result.h"
#include "board/board_draft.h"

namespace coroboard::simulation {

// Whether a file lies in the folder of the boards that come with Coroboard: those stay as they are.
bool isShippedBoard(const std::filesystem::path& file);

// Writes the profile over `file` as a whole or not at all.
Result<void> saveBoard(const board::BoardDraft& draft, const std::filesystem::path& file);

// Writes a profile as it was read, and what it needs, into a folder, each under its own name where that is free; gives the copy.
Result<std::filesystem::path> copyBoardFiles(const board::BoardProfile& profile, const std::filesystem::path& folder);

// Writes the profile, which came from `source`, into a folder under a name that is free ("board.json"), what it needs beside it, and
// names it in the folder's coroboard.json. Gives the new file. On an error the folder's coroboard.json is as it was.
Result<std::filesystem::path> copyBoard(const board::BoardDraft& draft, const std::filesystem::path& source, const std::filesystem::path& folder);

}  // namespace coroboard::simulation
