// SPDX-License-Identifier: MIT
#pragma once
// A flash in memory: lost with the process, cheap to copy (files are shared until one side changes them).

#include <map>

#include "micropython/flash/flash_store.h"

namespace coroboard::micropython {

class MemoryStore final : public FlashStore {
public:
    FileResult<Entry> stat(const std::string& path) override;
    FileResult<std::vector<NamedEntry>> list(const std::string& path) override;
    FileResult<std::string> load(const std::string& path, std::uint64_t limit) override;
    FileStatus create(const std::string& path) override;
    FileStatus save(const std::string& path, std::string_view content) override;
    FileStatus makeDirectory(const std::string& path) override;
    FileStatus removeDirectory(const std::string& path) override;
    FileStatus removeFile(const std::string& path) override;
    FileStatus rename(const std::string& from, const std::string& to) override;
    FileStatus reopen() override { return {}; }
    std::unique_ptr<FlashStore> clone() const override { return std::make_unique<MemoryStore>(*this); }

private:
    using Content = std::shared_ptr<const std::string>;  // null for a directory

    FileStatus parentIsDirectory(const std::string& path);
    bool isEmptyDirectory(const std::string& path) const;

    std::map<std::string, Content> m_entries;  // by clean path, the root left out
};

}  // namespace coroboard::micropython
