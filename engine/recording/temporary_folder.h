// SPDX-License-Identifier: MIT
#pragma once
// TemporaryFolder: an empty folder that goes with this object and all that lies in it.

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace coroboard::recording {

class TemporaryFolder {
public:
    static Result<TemporaryFolder> make()
    {
        std::error_code error;
        std::string pattern = (std::filesystem::temp_directory_path(error) / "coroboard-XXXXXX").string();
        if (error || !::mkdtemp(pattern.data())) return failure("there is no place for temporary files");
        return TemporaryFolder(pattern);
    }
    ~TemporaryFolder()
    {
        std::error_code error;
        if (!m_path.empty()) std::filesystem::remove_all(m_path, error);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

}  // namespace coroboard::recording
