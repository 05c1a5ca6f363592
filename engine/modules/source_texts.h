// SPDX-License-Identifier: MIT
#pragma once
// The source text behind a file name as the interpreter knows it: a file of the program on the flash, or one of our own modules.

#include <optional>
#include <string>
#include <string_view>

#include "micropython/flash/flash_file_system.h"

namespace coroboard::modules {

enum class SourceOwner { Program, Ours };

// One of our own modules ("asyncio/core.py")?
SourceOwner ownerOf(std::string_view file);

// Looks in the root of the flash, then in /lib. Nothing when there is no such file.
std::optional<std::string> sourceText(micropython::FlashFileSystem& flash, const std::string& file);

}  // namespace coroboard::modules
