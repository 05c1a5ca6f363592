// SPDX-License-Identifier: MIT
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "program/program.h"

namespace coroboard::program {

namespace {

namespace fs = std::filesystem;

// A temporary file beside its target: closed and removed unless it was renamed.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& target)
    {
        for (int attempt = 0; attempt < 100 && m_descriptor < 0; ++attempt) {
            m_name = fmt::format("{}.{}-{}~", target.string(), ::getpid(), attempt);
            m_descriptor = ::open(m_name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (m_descriptor < 0 && errno != EEXIST) {
                break;
            }
        }
        m_exists = m_descriptor >= 0;
    }
    ~TemporaryFile()
    {
        close();
        if (m_exists) {
            ::unlink(m_name.c_str());
        }
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    bool write(std::string_view text)
    {
        while (!text.empty()) {
            const ssize_t count = ::write(m_descriptor, text.data(), text.size());
            if (count < 0 && errno == EINTR) {
                continue;
            }
            if (count < 0) {
                return false;
            }
            text.remove_prefix(static_cast<std::size_t>(count));
        }
        return ::fsync(m_descriptor) == 0;
    }
    bool setPermissions(mode_t mode) { return ::fchmod(m_descriptor, mode) == 0; }
    bool renameTo(const fs::path& target)
    {
        if (!close() || ::rename(m_name.c_str(), target.c_str()) != 0) {
            return false;
        }
        m_exists = false;
        return true;
    }

private:
    bool close()
    {
        const int descriptor = m_descriptor;
        m_descriptor = -1;
        return descriptor < 0 || ::close(descriptor) == 0;
    }

    std::string m_name;
    int m_descriptor = -1;
    bool m_exists = false;
};

// Without this a crash could undo the rename. Some file systems cannot do it; the file itself is safe all the same.
void syncFolderOf(const fs::path& target)
{
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

}  // namespace

Result<void> saveText(const fs::path& path, std::string_view text)
{
    const auto refused = [&path](const std::string& reason) {
        return failure(fmt::format("{}: not saved: {}; what was there before is untouched", path.string(), reason));
    };
    std::error_code error;
    const bool isLink = fs::is_symlink(path, error);
    error.clear();
    const fs::path resolved = isLink ? fs::weakly_canonical(path, error) : path;
    if (error) {
        return refused(error.message());
    }
    struct stat before = {};
    const bool existed = ::stat(resolved.c_str(), &before) == 0;
    if (existed && !S_ISREG(before.st_mode)) {
        return refused("it is not a regular file");
    }
    if (existed && ::access(resolved.c_str(), W_OK) != 0) {
        return refused(std::strerror(errno));
    }
    TemporaryFile temporary(resolved);
    if (!temporary.isOpen() || !temporary.write(text) || (existed && !temporary.setPermissions(before.st_mode & 07777)) ||
        !temporary.renameTo(resolved)) {
        return refused(std::strerror(errno));
    }
    syncFolderOf(resolved);
    return {};
}

}  // namespace coroboard::program
