// SPDX-License-Identifier: MIT
#pragma once
// A file while it is open: its content in memory, shared by all its openings. Private to FlashFileSystem and OpenFile.

#include <cstdint>
#include <string>
#include <string_view>

namespace coroboard::micropython {

struct FileNode {
    std::string path;
    std::string content;
    const std::string* rom = nullptr;  // the content instead, for a ROM file
    std::uint64_t savedSize = 0;       // bytes the store holds of it
    std::int64_t modified = 0;         // nanoseconds
    int openings = 0;
    bool isDirty = false;
    bool isLinked = true;  // false once removed or replaced: it lives on for those who have it open

    std::string_view bytes() const { return rom != nullptr ? *rom : content; }
};

}  // namespace coroboard::micropython
