// SPDX-License-Identifier: MIT
#pragma once
// The board's flash as its program sees it: files and folders within a quota, in memory or in a project folder of the host, and the
// engine's own modules (RomImage) in a hidden read-only folder. Owned by the board, outlives resets; used on the engine's thread only.
//     auto flash = FlashFileSystem::inFolder("blink", 1'441'792, clock, notice);
//     auto file = (*flash)->open("/log.txt", {.access = Access::Write, .creation = Creation::IfMissing});
//     file->write("on\n"); file->close();
// All paths are clean (flash_path.h). An opened file is held in memory and written to the folder by sync() and close(), whole and at
// once, as LittleFS commits it; what was neither synced nor closed is lost at a reset. Times are the board's, never the host's.
// Quota in bytes: a file costs its content and entryCost, a folder folderCost; growing past it is NoSpace, reading past it too.

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "micropython/flash/flash_store.h"
#include "micropython/flash/rom_image.h"

namespace coroboard::micropython {

enum class Access { Read, Write, ReadWrite };
enum class Creation { Never, IfMissing, MustBeNew };
enum class Truncation { Keep, Empty };
enum class Writing { AtPosition, AtEnd };
enum class Whence { Start, Current, End };

struct OpenHow {
    Access access = Access::Read;
    Creation creation = Creation::Never;
    Truncation truncation = Truncation::Keep;
    Writing writing = Writing::AtPosition;
};

struct FileInfo {
    Entry entry;
    std::int64_t modifiedNanoseconds = 0;  // by the flash's clock
};

struct FlashSpace {
    std::uint64_t total = 0;  // bytes
    std::uint64_t free = 0;
};

class FlashFileSystem;
struct FileNode;

// One opening of a file. Destroying it without close() drops what was not synced, as pulling the plug does. Must not outlive its flash.
class OpenFile {
public:
    OpenFile(OpenFile&&) noexcept = default;
    OpenFile& operator=(OpenFile&& other) noexcept;
    ~OpenFile();

    // Bytes read, 0 at the end of the file.
    FileResult<std::size_t> read(std::span<std::uint8_t> into);
    // All or nothing (NoSpace).
    FileResult<std::size_t> write(std::string_view bytes);
    // The new position; it may lie past the end, where a write fills the gap with zeros.
    FileResult<std::uint64_t> seek(std::int64_t offset, Whence whence);
    FileStatus truncate(std::uint64_t size);
    FileStatus sync();
    FileStatus close();
    FileInfo info() const;
    std::string_view content() const;
    // From now on read() gives this letter at these offsets of the content, ascending. The file itself stays as it is.
    void disguise(std::vector<std::size_t> offsets, char with);

private:
    friend class FlashFileSystem;
    OpenFile(FlashFileSystem* flash, std::shared_ptr<FileNode> node, OpenHow how);
    void release();

    FlashFileSystem* m_flash;
    std::shared_ptr<FileNode> m_node;  // null once closed
    OpenHow m_how;
    std::uint64_t m_position = 0;
    std::vector<std::size_t> m_disguised;
    char m_disguise = 0;
};

class FlashFileSystem {
public:
    using Clock = std::function<std::int64_t()>;  // nanoseconds of the board's calendar

    static constexpr std::uint64_t entryCost = 256;
    static constexpr std::uint64_t folderCost = 4096;

    static std::unique_ptr<FlashFileSystem> inMemory(std::uint64_t quota, Clock clock);
    static Result<std::unique_ptr<FlashFileSystem>> inFolder(const std::filesystem::path& folder, std::uint64_t quota, Clock clock,
                                                             FlashNotice notice);
    // From now on these files (clean paths) read as given, until the program writes them; the folder keeps what it has.
    void edit(std::map<std::string, std::string> texts);
    ~FlashFileSystem();
    FlashFileSystem(const FlashFileSystem&) = delete;
    FlashFileSystem& operator=(const FlashFileSystem&) = delete;

    // Another flash with the same files (in memory: an independent copy; a folder: the same one) and nothing open.
    std::unique_ptr<FlashFileSystem> clone(Clock clock) const;
    // Looks at the folder again, after a reset. Everything opened must be closed or destroyed before.
    FileStatus reopen();
    void setRom(std::shared_ptr<const RomImage> rom) { m_rom = std::move(rom); }

    FileResult<OpenFile> open(const std::string& path, OpenHow how);
    FileResult<FileInfo> stat(const std::string& path);
    // Sorted by name; without "." and "..", and without the ROM's root.
    FileResult<std::vector<NamedEntry>> list(const std::string& path);
    FileStatus makeDirectory(const std::string& path);
    FileStatus removeDirectory(const std::string& path);
    FileStatus removeFile(const std::string& path);
    // Replaces a file by a file, an empty folder by a folder.
    FileStatus rename(const std::string& from, const std::string& to);
    FlashSpace space();

    // For the host's side: whole files at once; missing folders on the way are made. The quota holds here too.
    FileStatus writeFile(const std::string& path, std::string_view content);
    FileResult<std::string> readFile(const std::string& path);

private:
    friend class OpenFile;
    FlashFileSystem(std::unique_ptr<FlashStore> store, std::uint64_t quota, Clock clock, FlashNotice notice);

    FileResult<std::shared_ptr<FileNode>> nodeFor(const std::string& path, const OpenHow& how);
    FileStatus charge(std::int64_t bytes);
    std::int64_t used();
    std::int64_t measure(const std::string& folder);
    FileStatus resize(FileNode& node, std::uint64_t size);
    FileStatus save(FileNode& node);
    void forget(const std::string& path, std::uint64_t storedSize);
    void moveNames(const std::string& from, const std::string& to);
    bool isRom(const std::string& path) const { return m_rom && m_rom->owns(path); }

    std::unique_ptr<FlashStore> m_store;
    std::uint64_t m_quota;
    Clock m_clock;
    FlashNotice m_notice;
    std::int64_t m_attached;  // the time of files that were there before us
    std::shared_ptr<const RomImage> m_rom;
    std::map<std::string, std::shared_ptr<FileNode>> m_open;
    std::map<std::string, std::int64_t> m_modified;
    int m_openings = 0;
    std::optional<std::int64_t> m_used;  // measured when first needed
};

}  // namespace coroboard::micropython
