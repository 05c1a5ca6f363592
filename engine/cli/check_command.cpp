// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "board/board_profile.h"
#include "cli/commands.h"
#include "program/program.h"
#include "recording/recording_file.h"
#include "scenario/scenario.h"
#include "simulation/board_files.h"
#include "simulation/syntax_check.h"

namespace coroboard::cli {

namespace {

namespace fs = std::filesystem;

// Prints every problem; true if there was none.
bool checkSource(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const auto problems = program::checkAwaits(source, file.string());
    for (const auto& problem : problems)
        fmt::print(stderr, "{}:{}:{}: SyntaxError: {}\n", problem.file, problem.line, problem.column, problem.message);
    const auto refused = simulation::checkSyntax(source, file.string());
    if (refused) fmt::print(stderr, "{}:{}:{}: {}\n", refused->file, refused->line, refused->column, refused->message);
    return problems.empty() && !refused;
}

std::vector<fs::path> sourcesOf(const fs::path& folder)
{
    std::vector<fs::path> sources;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->is_regular_file(error) && entry->path().extension() == ".py") sources.push_back(entry->path());
    std::sort(sources.begin(), sources.end());
    return sources;
}

bool checkProgram(const fs::path& path)
{
    const auto program = program::loadProgram(path);
    if (!program) {
        fmt::print(stderr, "{}\n", program.error().message);
        return false;
    }
    bool good = true;
    if (!program->board.empty())
        if (const auto board = simulation::findBoard(program->board); !board) {
            fmt::print(stderr, "{}: {}\n", (path / "coroboard.json").string(), board.error().message);
            good = false;
        }
    std::error_code error;
    for (const fs::path& source : fs::is_directory(path, error) ? sourcesOf(path) : std::vector<fs::path>{path})
        good = checkSource(source) && good;
    return good;
}

bool checkBoard(const fs::path& path)
{
    const auto profile = board::loadProfile(path);
    if (!profile) fmt::print(stderr, "{}\n", profile.error().message);
    return profile.has_value();
}

bool checkRecording(const std::string& file)
{
    const auto record = recording::loadRecording(file);
    if (!record) fmt::print(stderr, "{}\n", record.error().message);
    if (!record) return false;
    const auto checked = simulation::checkRecord(*record);
    if (!checked) fmt::print(stderr, "{}: {}\n", file, checked.error().message);
    return checked.has_value();
}

bool checkOne(const std::string& file)
{
    std::string extension = fs::path(file).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char letter) { return std::tolower(letter); });
    if (extension == ".coro") return checkRecording(file);
    if (extension == ".json") return checkBoard(file);
    if (extension == ".yaml" || extension == ".yml") {
        const auto scenario = scenario::loadScenario(file);
        if (!scenario) fmt::print(stderr, "{}\n", scenario.error().message);
        return scenario.has_value();
    }
    return checkProgram(file);
}

}  // namespace

ExitCode check(const std::vector<std::string>& files)
{
    bool good = true;
    for (const std::string& file : files) good = checkOne(file) && good;
    if (good) fmt::print("nothing wrong found\n");
    return good ? ExitCode::Ended : ExitCode::BadInput;
}

}  // namespace coroboard::cli
