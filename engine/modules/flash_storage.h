// SPDX-License-Identifier: MIT
#pragma once
// FlashStorage: the board's flash between two power cycles. A firmware takes the files out when it starts and puts them back when it
// goes; whoever owns the board keeps the storage. A project folder needs none: there the folder itself stays.

#include <memory>

#include "micropython/flash/flash_file_system.h"

namespace coroboard::modules {

struct FlashStorage {
    std::unique_ptr<micropython::FlashFileSystem> files;    // null: never used
};

}  // namespace coroboard::modules
