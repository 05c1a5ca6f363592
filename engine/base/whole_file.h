// SPDX-License-Identifier: MIT
#pragma once
// A file of the host, read at once. The Error names the file and what is wrong with it.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace coroboard {

Result<std::string> readWholeFile(const std::filesystem::path& file);

// The same, of at most so many bytes; `what` it is stands in the message: "a board profile".
Result<std::string> readWholeFile(const std::filesystem::path& file, std::uintmax_t limit, std::string_view what);

}  // namespace coroboard
