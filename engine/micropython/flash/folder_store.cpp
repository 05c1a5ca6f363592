// SPDX-License-Identifier: MIT
#include "micropython/flash/folder_store.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <limits>

#include <fmt/format.h>

#include "micropython/flash/flash_path.h"

namespace coroboard::micropython {

namespace {

constexpr std::string_view temporaryPrefix = ".coroboard-";
constexpr std::string_view hostFolder = ".coroboard";
constexpr std::size_t mostEntries = 20'000;
constexpr std::size_t mostNotices = 100;

bool isReserved(std::string_view name)
{
    const auto isLetter = [](char letter, char expected) { return letter == expected || letter == expected - 'a' + 'A'; };
    const bool isGit = name.size() == 4 && name[0] == '.' && isLetter(name[1], 'g') && isLetter(name[2], 'i') && isLetter(name[3], 't');
    return isGit || name == hostFolder || name.substr(0, temporaryPrefix.size()) == temporaryPrefix;
}

tl::unexpected<FileError> hostFailure(int hostError)
{
    switch (hostError) {
        case ENOENT: return fails(FileError::NoEntry);
        case ENOTDIR: return fails(FileError::NotDirectory);
        case EISDIR: return fails(FileError::IsDirectory);
        case EEXIST: return fails(FileError::Exists);
        case ENOTEMPTY: return fails(FileError::NotEmpty);
        case ENOSPC:
        case EDQUOT: return fails(FileError::NoSpace);
        case EROFS: return fails(FileError::ReadOnly);
        case EACCES:
        case EPERM:
        case ELOOP: return fails(FileError::AccessDenied);
        case ENAMETOOLONG: return fails(FileError::NameTooLong);
        case EBUSY: return fails(FileError::Busy);
        default: return fails(FileError::InputOutput);
    }
}

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        content.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

class FolderStore::Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }

    int number() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }
    explicit operator bool() const { return m_number >= 0; }

private:
    int m_number;
};

// A name in an opened folder. The root itself is "." in itself.
struct FolderStore::Place {
    Descriptor folder;
    std::string name;
};

Result<std::unique_ptr<FolderStore>> FolderStore::open(const std::filesystem::path& folder, FlashNotice notice)
{
    std::unique_ptr<FolderStore> store(new FolderStore(folder, std::move(notice)));
    if (!store->reopen()) {
        const int hostError = errno;
        return failure(fmt::format("{}: cannot be used as the board's flash: {}", folder.string(), std::strerror(hostError)));
    }
    return store;
}

FolderStore::~FolderStore()
{
    if (m_root >= 0) {
        ::close(m_root);
    }
}

FileStatus FolderStore::reopen()
{
    const int root = ::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0) {
        return hostFailure(errno);
    }
    if (m_root >= 0) {
        ::close(m_root);
    }
    m_root = root;
    m_told.clear();
    removeLeftovers();
    return {};
}

std::unique_ptr<FlashStore> FolderStore::clone() const
{
    std::unique_ptr<FolderStore> copy(new FolderStore(m_folder, m_notice));
    copy->m_root = ::fcntl(m_root, F_DUPFD_CLOEXEC, 0);
    return copy;
}

tl::unexpected<FileError> FolderStore::refuse(const std::string& path, FileError error, const std::string& why)
{
    if (m_notice && m_told.size() < mostNotices && m_told.insert(path).second) {
        m_notice(fmt::format("{}: {}", (m_folder / path.substr(1)).string(), why));
    }
    return fails(error);
}

FileResult<FolderStore::Descriptor> FolderStore::openDirectory(std::string_view path)
{
    constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    Descriptor current(::openat(m_root, ".", flags));
    std::string walked;
    for (const std::string_view name : pathNames(path)) {
        const std::string step(name);
        walked += "/" + step;
        if (!current) {
            return hostFailure(errno);
        }
        if (isReserved(name)) {
            return refuse(walked, FileError::AccessDenied, "is reserved for the computer; the board cannot use it");
        }
        Descriptor next(::openat(current.number(), step.c_str(), flags));
        const int hostError = errno;
        struct stat status = {};
        if (!next && ::fstatat(current.number(), step.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode)) {
            return refuse(walked, FileError::AccessDenied, "is a link; the board's flash does not follow links");
        }
        errno = hostError;
        current = std::move(next);
    }
    if (!current) {
        return hostFailure(errno);
    }
    return current;
}

FileResult<FolderStore::Place> FolderStore::locate(const std::string& path)
{
    FileResult<Descriptor> folder = openDirectory(parentPath(path));
    if (!folder) {
        return fails(folder.error());
    }
    if (isReserved(pathName(path))) {
        return refuse(path, FileError::AccessDenied, "is reserved for the computer; the board cannot use it");
    }
    return Place{std::move(*folder), path == "/" ? "." : std::string(pathName(path))};
}

FileResult<Entry> FolderStore::look(const Place& place, const std::string& path)
{
    struct stat status = {};
    if (::fstatat(place.folder.number(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return hostFailure(errno);
    }
    if (S_ISDIR(status.st_mode)) {
        return Entry{EntryKind::Directory, 0};
    }
    if (S_ISREG(status.st_mode)) {
        return Entry{EntryKind::File, static_cast<std::uint64_t>(status.st_size), (status.st_mode & 0222) == 0};
    }
    return refuse(path, FileError::AccessDenied,
                  S_ISLNK(status.st_mode) ? "is a link; the board's flash does not follow links"
                                          : "is neither a file nor a folder; the board cannot use it");
}

FileResult<Entry> FolderStore::stat(const std::string& path)
{
    const FileResult<Place> place = locate(path);
    if (!place) {
        return fails(place.error());
    }
    return look(*place, path);
}

FileResult<std::vector<NamedEntry>> FolderStore::list(const std::string& path)
{
    FileResult<Descriptor> folder = openDirectory(path);
    if (!folder) {
        return fails(folder.error());
    }
    const int number = folder->number();
    DIR* const raw = ::fdopendir(number);
    if (raw == nullptr) {
        return hostFailure(errno);
    }
    folder->release();
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(raw, ::closedir);
    std::vector<NamedEntry> entries;
    while (const dirent* found = ::readdir(stream.get())) {
        const std::string name = found->d_name;
        struct stat status = {};
        if (name == "." || name == ".." || isReserved(name) || !isUtf8(name) ||
            ::fstatat(number, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
            continue;
        }
        if (S_ISDIR(status.st_mode)) {
            entries.push_back({name, {EntryKind::Directory, 0}});
        } else if (S_ISREG(status.st_mode)) {
            entries.push_back({name, {EntryKind::File, static_cast<std::uint64_t>(status.st_size)}});
        }
        if (entries.size() > mostEntries) {
            return refuse(path, FileError::NoSpace, fmt::format("holds more than {} entries; no board can", mostEntries));
        }
    }
    std::sort(entries.begin(), entries.end(), [](const NamedEntry& a, const NamedEntry& b) { return a.name < b.name; });
    return entries;
}

FileResult<std::string> FolderStore::load(const std::string& path, std::uint64_t limit)
{
    const FileResult<Place> place = locate(path);
    if (!place) {
        return fails(place.error());
    }
    const FileResult<Entry> entry = look(*place, path);
    if (!entry) {
        return fails(entry.error());
    }
    if (entry->kind == EntryKind::Directory) {
        return fails(FileError::IsDirectory);
    }
    // Looked at once more when open: what was a file a moment ago may be something else by now.
    const Descriptor file(::openat(place->folder.number(), place->name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status = {};
    if (!file || ::fstat(file.number(), &status) != 0) {
        return hostFailure(errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return fails(FileError::AccessDenied);
    }
    std::string content;
    char block[65536];
    while (content.size() <= limit && static_cast<std::uint64_t>(status.st_size) <= limit) {
        const ssize_t got = ::read(file.number(), block, sizeof block);
        if (got == 0) {
            return content;
        }
        if (got < 0 && errno != EINTR) {
            return hostFailure(errno);
        }
        content.append(block, got < 0 ? 0 : static_cast<std::size_t>(got));
    }
    return refuse(path, FileError::NoSpace,
                  fmt::format("{} bytes do not fit on the board's flash of {} bytes", status.st_size, limit));
}

FileStatus FolderStore::create(const std::string& path)
{
    const FileResult<Place> place = locate(path);
    if (!place) {
        return fails(place.error());
    }
    const Descriptor file(::openat(place->folder.number(), place->name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file) {
        return hostFailure(errno);
    }
    return {};
}

FileStatus FolderStore::writeTemporary(const std::string& name, std::string_view content, unsigned mode)
{
    const Descriptor file(::openat(m_root, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!file) {
        return hostFailure(errno);
    }
    if (!writeAll(file.number(), content)) {
        const int hostError = errno;
        ::unlinkat(m_root, name.c_str(), 0);
        return hostFailure(hostError);
    }
    return {};
}

FileStatus FolderStore::save(const std::string& path, std::string_view content)
{
    const FileResult<Place> place = locate(path);
    if (!place) {
        return fails(place.error());
    }
    const FileResult<Entry> old = look(*place, path);
    if (old ? old->kind == EntryKind::Directory : old.error() != FileError::NoEntry) {
        return fails(old ? FileError::IsDirectory : old.error());
    }
    struct stat status = {};
    const bool existed = ::fstatat(place->folder.number(), place->name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
    if (existed && (status.st_mode & 0222) == 0) {
        return refuse(path, FileError::AccessDenied, "is write-protected");
    }
    static std::atomic<unsigned> counter = 0;
    const std::string temporary = fmt::format("{}{}-{}", temporaryPrefix, ::getpid(), counter++);
    if (const FileStatus written = writeTemporary(temporary, content, 0666); !written) {
        return written;
    }
    if (existed) {
        ::fchmodat(m_root, temporary.c_str(), status.st_mode & 0777, 0);
    }
    if (::renameat(m_root, temporary.c_str(), place->folder.number(), place->name.c_str()) != 0) {
        const int hostError = errno;
        ::unlinkat(m_root, temporary.c_str(), 0);
        return hostFailure(hostError);
    }
    return {};
}

FileStatus FolderStore::makeDirectory(const std::string& path)
{
    const FileResult<Place> place = locate(path);
    if (!place) {
        return fails(place.error());
    }
    if (::mkdirat(place->folder.number(), place->name.c_str(), 0777) != 0) {
        return hostFailure(errno);
    }
    return {};
}

FileStatus FolderStore::removeDirectory(const std::string& path)
{
    const FileResult<Place> place = locate(path);
    if (!place) {
        return fails(place.error());
    }
    if (path == "/") {
        return fails(FileError::Busy);
    }
    if (const FileResult<Entry> entry = look(*place, path); !entry || entry->kind != EntryKind::Directory) {
        return fails(entry ? FileError::NotDirectory : entry.error());
    }
    if (::unlinkat(place->folder.number(), place->name.c_str(), AT_REMOVEDIR) != 0) {
        return hostFailure(errno);
    }
    return {};
}

FileStatus FolderStore::removeFile(const std::string& path)
{
    const FileResult<Place> place = locate(path);
    if (!place) {
        return fails(place.error());
    }
    if (const FileResult<Entry> entry = look(*place, path); !entry || entry->kind != EntryKind::File) {
        return fails(entry ? FileError::IsDirectory : entry.error());
    }
    if (::unlinkat(place->folder.number(), place->name.c_str(), 0) != 0) {
        return hostFailure(errno);
    }
    return {};
}

FileStatus FolderStore::rename(const std::string& from, const std::string& to)
{
    const FileResult<Place> source = locate(from);
    if (!source) {
        return fails(source.error());
    }
    const FileResult<Place> target = locate(to);
    if (!target) {
        return fails(target.error());
    }
    if (const FileResult<Entry> entry = look(*source, from); !entry) {
        return fails(entry.error());
    }
    if (const FileResult<Entry> entry = look(*target, to); !entry && entry.error() != FileError::NoEntry) {
        return fails(entry.error());
    }
    if (::renameat(source->folder.number(), source->name.c_str(), target->folder.number(), target->name.c_str()) != 0) {
        return hostFailure(errno);
    }
    return {};
}

// Temporary files of a process that was killed while saving.
void FolderStore::removeLeftovers()
{
    const int number = ::openat(m_root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* const stream = number < 0 ? nullptr : ::fdopendir(number);
    if (stream == nullptr) {
        if (number >= 0) {
            ::close(number);
        }
        return;
    }
    while (const dirent* found = ::readdir(stream)) {
        const std::string name = found->d_name;
        if (name.compare(0, temporaryPrefix.size(), temporaryPrefix) == 0) {
            const long owner = std::strtol(name.c_str() + temporaryPrefix.size(), nullptr, 10);
            if (owner > 1 && owner <= std::numeric_limits<pid_t>::max() && ::kill(static_cast<pid_t>(owner), 0) != 0 && errno == ESRCH) {
                ::unlinkat(m_root, name.c_str(), 0);
            }
        }
    }
    ::closedir(stream);
}

}  // namespace coroboard::micropython
