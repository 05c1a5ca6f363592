// SPDX-License-Identifier: MIT
#pragma once
// Where a flash keeps its files between two openings: memory (MemoryStore) or a project folder of the host (FolderStore).
// A store knows clean paths and whole files; handles, quota, times and read-only modules are FlashFileSystem's. One thread.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "micropython/flash/file_error.h"

namespace coroboard::micropython {

enum class EntryKind { File, Directory };

struct Entry {
    EntryKind kind = EntryKind::File;
    std::uint64_t size = 0;    // bytes; 0 for a directory
    bool isProtected = false;  // against writing, on the host
};

struct NamedEntry {
    std::string name;
    Entry entry;
};

// A sentence for the user (not for the program) about a file the flash had to refuse.
using FlashNotice = std::function<void(const std::string&)>;

class FlashStore {
public:
    virtual ~FlashStore() = default;

    virtual FileResult<Entry> stat(const std::string& path) = 0;
    // Sorted by name, bytewise.
    virtual FileResult<std::vector<NamedEntry>> list(const std::string& path) = 0;
    // The whole file; NoSpace when it is larger than `limit` bytes.
    virtual FileResult<std::string> load(const std::string& path, std::uint64_t limit) = 0;
    // A new empty file; the parent must exist and the name must be free.
    virtual FileStatus create(const std::string& path) = 0;
    // Replaces the content of a file at once (never half), creating it where it is missing.
    virtual FileStatus save(const std::string& path, std::string_view content) = 0;
    virtual FileStatus makeDirectory(const std::string& path) = 0;
    virtual FileStatus removeDirectory(const std::string& path) = 0;
    virtual FileStatus removeFile(const std::string& path) = 0;
    // The target does not exist, or is of the same kind (and empty, if a directory); it is replaced.
    virtual FileStatus rename(const std::string& from, const std::string& to) = 0;
    // Looks at the place again, as a reset does.
    virtual FileStatus reopen() = 0;
    // An independent copy for a store in memory; the same folder for a folder.
    virtual std::unique_ptr<FlashStore> clone() const = 0;
};

}  // namespace coroboard::micropython
