// SPDX-License-Identifier: MIT
#pragma once
// Paths on the flash: absolute, '/'-separated, without '.', '..', doubled or trailing slashes ("/lib/bme280.py", the root is "/").
// '..' is resolved on the text, which is exact because the flash has no links; above the root it stays at the root.

#include <string>
#include <string_view>
#include <vector>

#include "micropython/flash/file_error.h"

namespace coroboard::micropython {

inline constexpr std::size_t longestName = 255;
inline constexpr std::size_t longestPath = 1024;
inline constexpr std::size_t deepestPath = 32;

// The clean form of a path given by a program, relative to `currentDirectory` (clean itself).
// Fails with NoEntry (empty path), Invalid (not UTF-8), NameTooLong (a name, the path or its depth).
FileResult<std::string> cleanPath(std::string_view currentDirectory, std::string_view path);

// The names of a clean path: "/lib/a.py" → {"lib", "a.py"}, "/" → {}. They point into the path.
std::vector<std::string_view> pathNames(std::string_view cleanPath);

// "/lib/a.py" → "/lib", "/a" → "/", "/" → "/".
std::string parentPath(std::string_view cleanPath);
// "/lib/a.py" → "a.py", "/" → "".
std::string_view pathName(std::string_view cleanPath);
bool isUtf8(std::string_view text);
// Is `path` the folder itself or anything below it?
bool isInside(std::string_view path, std::string_view folder);

}  // namespace coroboard::micropython
