// SPDX-License-Identifier: MIT
#include "simulation/board_files.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "simulation/suggestion.h"

namespace coroboard::simulation {

namespace fs = std::filesystem;

namespace {

bool isProfile(const fs::path& file)
{
    return file.extension() == ".json" && file.stem().extension() != ".schema";
}

}  // namespace

fs::path boardsFolder()
{
    if (const char* chosen = std::getenv("COROBOARD_BOARDS"); chosen && *chosen) return chosen;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const fs::path installed = program.parent_path().parent_path() / "share" / "coroboard" / "boards";
        if (fs::is_directory(installed, error)) return installed;
    }
    return COROBOARD_BOARDS_IN_SOURCE;
}

std::vector<std::string> boardNames()
{
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(boardsFolder(), error))
        if (isProfile(entry.path())) names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

Result<board::BoardProfile> findBoard(const std::string& nameOrFile)
{
    if (nameOrFile.find('/') != std::string::npos || fs::path(nameOrFile).extension() == ".json")
        return board::loadProfile(nameOrFile);
    const std::vector<std::string> names = boardNames();
    if (std::find(names.begin(), names.end(), nameOrFile) == names.end())
        return failure(unknownName("board", nameOrFile, names) + " (in " + boardsFolder().string() + ")");
    return board::loadProfile(boardsFolder() / (nameOrFile + ".json"));
}

}  // namespace coroboard::simulation
