// SPDX-License-Identifier: MIT
#pragma once
// FlashImage: every file of a board's flash as plain values, for recordings. Paths are clean ("/lib/driver.py").

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "modules/flash_storage.h"
#include "program/program.h"

namespace coroboard::modules {

struct FlashImage {
    std::map<std::string, std::string> files;    // path → bytes
    std::vector<std::string> folders;            // parents first
    bool operator==(const FlashImage&) const = default;
};

// The most files and folders an image holds.
inline constexpr std::size_t mostFlashEntries = 4096;

// The flash of a program that is a project: its folder, on which texts that an editor has and nobody saved stand for the files.
// Error: the folder cannot be used; `notice` hears of files that are refused later.
Result<std::unique_ptr<micropython::FlashFileSystem>> openProjectFlash(const program::Program& project, std::uint64_t quota,
                                                                       micropython::FlashFileSystem::Clock clock,
                                                                       micropython::FlashNotice notice);

// What a firmware would find that starts this program (null: an empty board): the project folder's files, or what the storage keeps and
// the program as main.py. `quota` is the size of the flash in bytes. Error: a file that cannot be read, more than the flash or an image holds.
Result<FlashImage> readFlash(const program::Program* program, const FlashStorage& storage, std::uint64_t quota);

// A storage that holds the image.
Result<std::shared_ptr<FlashStorage>> makeFlash(const FlashImage& image, std::uint64_t quota);

}  // namespace coroboard::modules
