// SPDX-License-Identifier: MIT
#pragma once
// A flash kept in a project folder of the host, read when asked and written through. The program is untrusted and must not leave it:
// every step of a path is opened relative to the one before (openat) and never through a link, and only regular files and folders
// exist for it. Links, devices, FIFOs and names that are not UTF-8 are left out of listings and refused with AccessDenied and a notice.
// So are names reserved for the host: ".git" (its hooks would run as the user), ".coroboard" (what the parts of the board remember) and our
// own temporary ".coroboard-…" files.
// Saving writes a temporary file and renames it, so that a kill never leaves half a main.py. POSIX only.

#include <filesystem>
#include <set>

#include "base/result.h"
#include "micropython/flash/flash_store.h"

namespace coroboard::micropython {

class FolderStore final : public FlashStore {
public:
    // The folder must exist and be readable; it may itself be reached through links. `notice` may be empty.
    static Result<std::unique_ptr<FolderStore>> open(const std::filesystem::path& folder, FlashNotice notice);
    ~FolderStore() override;
    FolderStore(const FolderStore&) = delete;
    FolderStore& operator=(const FolderStore&) = delete;

    FileResult<Entry> stat(const std::string& path) override;
    FileResult<std::vector<NamedEntry>> list(const std::string& path) override;
    FileResult<std::string> load(const std::string& path, std::uint64_t limit) override;
    FileStatus create(const std::string& path) override;
    FileStatus save(const std::string& path, std::string_view content) override;
    FileStatus makeDirectory(const std::string& path) override;
    FileStatus removeDirectory(const std::string& path) override;
    FileStatus removeFile(const std::string& path) override;
    FileStatus rename(const std::string& from, const std::string& to) override;
    FileStatus reopen() override;
    std::unique_ptr<FlashStore> clone() const override;

private:
    class Descriptor;
    struct Place;

    FolderStore(std::filesystem::path folder, FlashNotice notice) : m_folder(std::move(folder)), m_notice(std::move(notice)) {}

    FileResult<Descriptor> openDirectory(std::string_view path);
    FileResult<Place> locate(const std::string& path);
    FileResult<Entry> look(const Place& place, const std::string& path);
    FileStatus writeTemporary(const std::string& name, std::string_view content, unsigned mode);
    void removeLeftovers();
    tl::unexpected<FileError> refuse(const std::string& path, FileError error, const std::string& why);

    std::filesystem::path m_folder;
    FlashNotice m_notice;
    int m_root = -1;
    std::set<std::string> m_told;  // notices already given since the last reopen
};

}  // namespace coroboard::micropython
