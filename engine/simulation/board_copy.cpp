// SPDX-License-Identifier: MIT
#include "simulation/board_copy.h"

#include <system_error>

#include <fmt/format.h>

#include "base/whole_file.h"
#include "board/json_text.h"
#include "program/program.h"
#include "simulation/board_files.h"

namespace coroboard::simulation {

namespace fs = std::filesystem;

namespace {

// A name nobody has in the folder, or that of a file with the same content.
fs::path freeName(const fs::path& folder, const fs::path& wanted, const std::string& content)
{
    fs::path name = wanted;
    std::error_code error;
    for (int number = 2; fs::exists(folder / name, error); ++number) {
        if (const auto there = readWholeFile(folder / name); there && *there == content) break;
        name = fmt::format("{}-{}{}", wanted.stem().string(), number, wanted.extension().string());
    }
    return name;
}

Result<std::string> writeBeside(const fs::path& folder, const fs::path& wanted, const std::string& content)
{
    const fs::path name = freeName(folder, wanted, content);
    if (const auto saved = program::saveText(folder / name, content); !saved) return tl::unexpected(saved.error());
    return name.string();
}

std::string textAt(const std::string& json, const std::string& pointer)
{
    const auto root = nlohmann::json::parse(json);
    const nlohmann::json::json_pointer at(pointer);
    return root.contains(at) && root.at(at).is_string() ? root.at(at).get<std::string>() : "";
}

// The profile and what it names, each under a name that is free; gives the profile's. Profiles that extend each other in a circle were
// refused when the board was read.
Result<std::string> copyProfile(const std::string& json, const fs::path& source, const fs::path& folder, const fs::path& wanted)
{
    board::JsonText text(json);
    const fs::path from = source.parent_path();
    std::error_code error;
    if (const std::string schema = textAt(json, "/$schema"); !schema.empty() && !fs::exists(folder / schema, error)) text.erase("/$schema");
    for (const char* pointer : {"/picture/file", "/extends"}) {
        const std::string named = textAt(json, pointer);
        if (named.empty()) continue;
        const auto content = readWholeFile(from / named);
        if (!content) return tl::unexpected(content.error());
        const fs::path name = fs::path(named).filename();
        const auto copied = std::string_view(pointer) == "/extends" ? copyProfile(*content, from / named, folder, name) : writeBeside(folder, name, *content);
        if (!copied) return tl::unexpected(copied.error());
        text.set(pointer, *copied);
    }
    return writeBeside(folder, wanted, text.text());
}

}  // namespace

bool isShippedBoard(const fs::path& file)
{
    std::error_code error;
    const fs::path shipped = fs::weakly_canonical(boardsFolder(), error);
    const fs::path asked = fs::weakly_canonical(file, error);
    return !error && asked.parent_path() == shipped;
}

Result<void> saveBoard(const board::BoardDraft& draft, const fs::path& file) { return program::saveText(file, draft.text()); }

Result<fs::path> copyBoardFiles(const board::BoardProfile& profile, const fs::path& folder)
{
    const auto name = copyProfile(profile.source, profile.file, folder, profile.file.filename());
    if (!name) return tl::unexpected(name.error());
    return folder / *name;
}

Result<fs::path> copyBoard(const board::BoardDraft& draft, const fs::path& source, const fs::path& folder)
{
    const fs::path projectFile = folder / "coroboard.json";
    std::error_code error;
    auto project = fs::exists(projectFile, error) ? readWholeFile(projectFile) : Result<std::string>("{}\n");
    if (!project) return tl::unexpected(project.error());
    if (!nlohmann::json::accept(*project)) return failure(fmt::format("{}: not JSON", projectFile.string()));
    const auto name = copyProfile(draft.text(), source, folder, "board.json");
    if (!name) return tl::unexpected(name.error());
    board::JsonText naming(*project);
    naming.set("/board", *name);
    if (const auto saved = program::saveText(projectFile, naming.text()); !saved) return tl::unexpected(saved.error());
    return folder / *name;
}

}  // namespace coroboard::simulation
