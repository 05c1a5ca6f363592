// SPDX-License-Identifier: MIT
#pragma once
// EditedStore: a flash on which some files read as an editor has them, not as they are kept: what somebody typed and has not saved.
// A file the program writes, removes or renames is the program's from then on. What is kept beneath is never written by this alone.

#include <map>
#include <memory>
#include <string>

#include "micropython/flash/flash_store.h"

namespace coroboard::micropython {

class EditedStore final : public FlashStore {
public:
    // Clean paths ("/lib/queue.py") and their texts; their folders exist beneath.
    using Texts = std::map<std::string, std::string>;

    EditedStore(std::unique_ptr<FlashStore> beneath, Texts texts) : m_beneath(std::move(beneath)), m_texts(std::move(texts)) {}

    FileResult<Entry> stat(const std::string& path) override;
    FileResult<std::vector<NamedEntry>> list(const std::string& path) override;
    FileResult<std::string> load(const std::string& path, std::uint64_t limit) override;
    FileStatus create(const std::string& path) override { return m_beneath->create(path); }
    FileStatus save(const std::string& path, std::string_view content) override;
    FileStatus makeDirectory(const std::string& path) override { return m_beneath->makeDirectory(path); }
    FileStatus removeDirectory(const std::string& path) override { return m_beneath->removeDirectory(path); }
    FileStatus removeFile(const std::string& path) override;
    FileStatus rename(const std::string& from, const std::string& to) override;
    FileStatus reopen() override { return m_beneath->reopen(); }
    std::unique_ptr<FlashStore> clone() const override { return std::make_unique<EditedStore>(m_beneath->clone(), m_texts); }

private:
    std::unique_ptr<FlashStore> m_beneath;
    Texts m_texts;
};

}  // namespace coroboard::micropython
