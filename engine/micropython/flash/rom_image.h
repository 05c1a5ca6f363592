// SPDX-License-Identifier: MIT
#pragma once
// Files that come with the board rather than from its flash: our own Python modules, below one hidden folder ("/.modules").
// Built once by the engine, then shared read-only by every board (std::shared_ptr<const RomImage>). Costs no quota, never listed in "/".

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "micropython/flash/flash_store.h"

namespace coroboard::micropython {

class RomImage {
public:
    // `root`: the clean path of the folder that all files are below.
    explicit RomImage(std::string root = "/.modules");

    // A clean path below the root; the folders on the way come into being.
    void add(const std::string& path, std::string content);

    const std::string& root() const { return m_root; }
    // Does this path belong to the ROM, whether there is such a file or not?
    bool owns(std::string_view path) const;
    FileResult<Entry> stat(const std::string& path) const;
    FileResult<std::vector<NamedEntry>> list(const std::string& path) const;
    // The file's text, or null. Lives as long as the image.
    const std::string* find(const std::string& path) const;

private:
    std::string m_root;
    std::map<std::string, std::string> m_files;
    std::set<std::string> m_directories;
};

}  // namespace coroboard::micropython
