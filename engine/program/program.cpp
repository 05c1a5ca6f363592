// SPDX-License-Identifier: MIT
#include "program/program.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace coroboard::program {

namespace {

namespace fs = std::filesystem;

// The offset of the first byte that is not UTF-8 text, if any. Overlong forms, surrogates and what lies beyond U+10FFFF are not text.
std::optional<std::size_t> firstInvalidByte(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned lead = byte(i);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || lead == 0) {
            return i;
        }
        for (std::size_t k = 1; k < length; ++k) {
            if ((byte(i + k) & 0xC0) != 0x80) {
                return i;
            }
        }
        const unsigned second = byte(i + 1);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
            (lead == 0xF4 && second > 0x8F)) {
            return i;
        }
        i += length;
    }
    return std::nullopt;
}

Result<std::string> readFile(const fs::path& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        return failure(fmt::format("{}: no such file or folder", path.string()));
    }
    if (status.type() != fs::file_type::regular) {
        return failure(fmt::format("{}: not a regular file{}", path.string(), error ? ": " + error.message() : ""));
    }
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return failure(fmt::format("{}: cannot be read: {}", path.string(), std::strerror(errno)));
    }
    std::string bytes(maximalSourceSize + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) {
        return failure(fmt::format("{}: cannot be read: {}", path.string(), std::strerror(errno)));
    }
    if (bytes.size() > maximalSourceSize) {
        const std::uintmax_t size = fs::file_size(path, error);
        const std::uintmax_t shown = error ? bytes.size() : size;
        return failure(fmt::format("{}: too big: {} bytes; at most {} ({} MiB) are allowed in a source file", path.string(), shown,
                                   maximalSourceSize, maximalSourceSize >> 20));
    }
    return bytes;
}

Result<std::string> readText(const fs::path& path)
{
    Result<std::string> bytes = readFile(path);
    if (!bytes) {
        return bytes;
    }
    if (const std::optional<std::size_t> bad = firstInvalidByte(*bytes)) {
        const auto line = 1 + std::count(bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
        const auto value = static_cast<unsigned char>((*bytes)[*bad]);
        return failure(fmt::format("{}:{}: not a text file: byte 0x{:02x} at offset {} is not UTF-8 text; a program must be UTF-8 without NUL bytes",
                                   path.string(), line, value, *bad));
    }
    return bytes;
}

// The board's name from coroboard.json; empty when the file is not there or does not say.
Result<std::string> boardOf(const fs::path& folder)
{
    const fs::path path = folder / "coroboard.json";
    std::error_code error;
    if (!fs::exists(path, error)) {
        return std::string();
    }
    const Result<std::string> text = readText(path);
    if (!text) {
        return text;
    }
    nlohmann::json document;
    try {
        document = nlohmann::json::parse(*text);
    } catch (const nlohmann::json::parse_error& problem) {
        const std::size_t end = std::min(problem.byte > 0 ? problem.byte - 1 : 0, text->size());
        const std::string_view before(text->data(), end);
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        const std::size_t lineStart = before.rfind('\n') + 1;
        std::string what = problem.what();
        const std::size_t detail = what.find("- ");
        what = detail == std::string::npos ? what : what.substr(detail + 2);
        return failure(fmt::format("{}:{}:{}: not valid JSON: {}", path.string(), line, end - lineStart + 1, what));
    }
    if (!document.is_object()) {
        return failure(fmt::format("{}: must be an object such as {{\"board\": \"sensor-board\"}}, not {}", path.string(), document.type_name()));
    }
    for (const auto& [key, value] : document.items()) {
        if (key != "board") {
            return failure(fmt::format("{}: /{}: unknown key; allowed: \"board\"", path.string(), key));
        }
        if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
            return failure(fmt::format("{}: /board: must be the name of a board or a profile file, not {}", path.string(), value.dump()));
        }
    }
    const std::string board = document.value("board", std::string());
    // A profile's file is named from the folder it lies in.
    const bool isFile = fs::path(board).extension() == ".json" && fs::path(board).is_relative();
    return isFile ? (folder / board).string() : board;
}

Result<Program> loadFolder(const fs::path& folder)
{
    Program program;
    program.mainFile = folder / "main.py";
    std::error_code error;
    if (!fs::exists(program.mainFile, error)) {
        const std::string reason = error ? ": " + error.message() : "";
        return failure(fmt::format("{}: no main.py in this folder{}; a project folder needs one", folder.string(), reason));
    }
    Result<std::string> text = readText(program.mainFile);
    if (!text) {
        return failure(text.error().message);
    }
    Result<std::string> board = boardOf(folder);
    if (!board) {
        return failure(board.error().message);
    }
    const fs::path absolute = fs::absolute(folder, error).lexically_normal();
    program.name = absolute.has_filename() ? absolute.filename().string() : absolute.parent_path().filename().string();
    program.main = std::move(*text);
    program.folder = folder;
    program.board = std::move(*board);
    return program;
}

}  // namespace

Result<Program> loadProgram(const fs::path& path)
{
    std::error_code error;
    if (fs::is_directory(path, error)) {
        return loadFolder(path);
    }
    Result<std::string> text = readText(path);
    if (!text) {
        return failure(text.error().message);
    }
    Program program = programFromText(std::move(*text), path.filename().string());
    program.mainFile = path;
    return program;
}

Program programFromText(std::string text, std::string name)
{
    Program program;
    program.name = std::move(name);
    program.main = std::move(text);
    return program;
}

}  // namespace coroboard::program
