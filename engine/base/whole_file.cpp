// SPDX-License-Identifier: MIT
#include "base/whole_file.h"

#include <fstream>
#include <sstream>
#include <system_error>

#include <fmt/format.h>

namespace coroboard {

Result<std::string> readWholeFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return failure(fmt::format("{}: cannot be read", file.string()));
    return text.str();
}

Result<std::string> readWholeFile(const std::filesystem::path& file, std::uintmax_t limit, std::string_view what)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return failure(fmt::format("{}: {}", file.string(), error.message()));
    if (size > limit) return failure(fmt::format("{}: {} bytes: {} has at most {} bytes", file.string(), size, what, limit));
    return readWholeFile(file);
}

}  // namespace coroboard
