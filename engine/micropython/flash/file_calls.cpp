// SPDX-License-Identifier: MIT
#include "micropython/flash/file_calls.h"

#include <algorithm>

#include "micropython/flash/flash_path.h"
#include "micropython/flash/native_decorators.h"

namespace coroboard::micropython {

namespace {

// Open flags, directory flags and kinds of this C library (musl, wasm32).
constexpr std::uint32_t writeOnly = 01;
constexpr std::uint32_t readWrite = 02;
constexpr std::uint32_t accessMask = 03;
constexpr std::uint32_t createFlag = 0100;
constexpr std::uint32_t exclusiveFlag = 0200;
constexpr std::uint32_t truncateFlag = 01000;
constexpr std::uint32_t appendFlag = 02000;
constexpr std::uint32_t directoryFlag = 0200000;
constexpr std::uint32_t emptyPathFlag = 0x1000;
constexpr std::uint32_t removeDirectoryFlag = 0x200;
constexpr auto workingDirectory = static_cast<std::uint32_t>(-100);
constexpr std::uint8_t directoryType = 4;
constexpr std::uint8_t fileType = 8;
constexpr std::uint16_t canRead = 1;
constexpr std::uint16_t canWrite = 4;
constexpr std::uint16_t badDescriptor = 32;
constexpr std::uint32_t blockSize = 4096;
constexpr std::uint32_t directoryRecord = 280;

std::uint32_t systemResult(FileError error)
{
    return static_cast<std::uint32_t>(-static_cast<std::int32_t>(error));
}

std::uint32_t systemResult(const FileStatus& status)
{
    return status ? 0 : systemResult(status.error());
}

template <class T>
std::uint32_t wasiResult(const FileResult<T>& result)
{
    return result ? 0 : static_cast<std::uint32_t>(result.error());
}

}  // namespace

FileCalls::FileCalls(FlashFileSystem& flash, Console& console, GuestMemory::View memory)
    : m_flash(&flash), m_console(&console), m_memory(std::move(memory))
{
    dropAll();
}

void FileCalls::closeAll()
{
    for (Slot& slot : m_slots) {
        if (OpenFile* const file = std::get_if<OpenFile>(&slot)) {
            file->close();
        }
    }
    dropAll();
}

void FileCalls::dropAll()
{
    m_slots.clear();
    for (int end = 0; end < 3; ++end) {
        m_slots.emplace_back(ConsoleEnd{});
    }
    m_currentDirectory.assign(1, '/');
}

FileCalls::Slot* FileCalls::slot(std::uint32_t descriptor)
{
    const bool isOpen = descriptor < m_slots.size() && !std::holds_alternative<std::monostate>(m_slots[descriptor]);
    return isOpen ? &m_slots[descriptor] : nullptr;
}

FileResult<std::uint32_t> FileCalls::place(Slot&& opened)
{
    auto free = std::find_if(m_slots.begin(), m_slots.end(), [](const Slot& slot) { return slot.index() == 0; });
    if (free == m_slots.end()) {
        if (m_slots.size() >= mostOpen) {
            return fails(FileError::TooManyOpen);
        }
        free = m_slots.emplace(m_slots.end());
    }
    *free = std::move(opened);
    return static_cast<std::uint32_t>(free - m_slots.begin());
}

FileResult<std::string> FileCalls::pathAt(std::uint32_t directory, std::uint32_t path, std::uint32_t flags)
{
    const std::string text = m_memory.text(path, 4 * longestPath);
    std::string base = m_currentDirectory;
    if (directory != workingDirectory && (text.empty() || text.front() != '/')) {
        Slot* const opened = slot(directory);
        OpenDirectory* const folder = opened == nullptr ? nullptr : std::get_if<OpenDirectory>(opened);
        if (folder == nullptr) {
            return fails(opened == nullptr ? FileError::BadHandle : FileError::NotDirectory);
        }
        base = folder->path;
    }
    if (text.empty() && (flags & emptyPathFlag) != 0) {
        return base;
    }
    FileResult<std::string> clean = cleanPath(base, text);
    // "name/" means a directory: nothing else is found under it.
    if (clean && text.size() > 1 && text.back() == '/') {
        if (const FileResult<FileInfo> info = m_flash->stat(*clean); info && info->entry.kind == EntryKind::File) {
            return fails(FileError::NotDirectory);
        }
    }
    return clean;
}

std::uint32_t FileCalls::chdir(std::uint32_t path)
{
    const FileResult<std::string> target = pathAt(workingDirectory, path);
    if (!target) {
        return systemResult(target.error());
    }
    const FileResult<FileInfo> info = m_flash->stat(*target);
    if (!info || info->entry.kind != EntryKind::Directory) {
        return systemResult(info ? FileError::NotDirectory : info.error());
    }
    m_currentDirectory = *target;
    return 0;
}

std::uint32_t FileCalls::getcwd(std::uint32_t buffer, std::uint32_t size)
{
    const auto needed = static_cast<std::uint32_t>(m_currentDirectory.size() + 1);
    if (size < needed) {
        return systemResult(size == 0 ? FileError::Invalid : FileError::OutOfRange);
    }
    std::memcpy(m_memory.range(buffer, needed).data(), m_currentDirectory.c_str(), needed);
    return needed;
}

std::uint32_t FileCalls::mkdirat(std::uint32_t directory, std::uint32_t path, std::uint32_t)
{
    const FileResult<std::string> target = pathAt(directory, path);
    return target ? systemResult(m_flash->makeDirectory(*target)) : systemResult(target.error());
}

std::uint32_t FileCalls::openat(std::uint32_t directory, std::uint32_t path, std::uint32_t flags, std::uint32_t)
{
    const FileResult<std::string> target = pathAt(directory, path);
    if (!target) {
        return systemResult(target.error());
    }
    FileResult<std::uint32_t> descriptor = fails(FileError::Invalid);
    if ((flags & directoryFlag) != 0) {
        FileResult<std::vector<NamedEntry>> entries = m_flash->list(*target);
        if (!entries) {
            return systemResult(entries.error());
        }
        descriptor = place(OpenDirectory{*target, std::move(*entries)});
    } else if ((flags & accessMask) != accessMask) {
        OpenHow how;
        how.access = (flags & writeOnly) != 0 ? Access::Write : (flags & readWrite) != 0 ? Access::ReadWrite : Access::Read;
        how.creation = (flags & createFlag) == 0       ? Creation::Never
                       : (flags & exclusiveFlag) != 0 ? Creation::MustBeNew
                                                       : Creation::IfMissing;
        how.truncation = (flags & truncateFlag) != 0 ? Truncation::Empty : Truncation::Keep;
        how.writing = (flags & appendFlag) != 0 ? Writing::AtEnd : Writing::AtPosition;
        FileResult<OpenFile> file = m_flash->open(*target, how);
        if (!file) {
            return systemResult(file.error());
        }
        const bool isSource = how.access == Access::Read && target->size() > 3 && target->compare(target->size() - 3, 3, ".py") == 0;
        if (isSource) {
            file->disguise(nativeDecorators(file->content()), decoratorDisguise);
        }
        descriptor = place(std::move(*file));
    }
    return descriptor ? *descriptor : systemResult(descriptor.error());
}

std::uint32_t FileCalls::poll(std::uint32_t descriptors, std::uint32_t count, std::uint32_t timeoutMilliseconds)
{
    const auto look = [&](int timeout) {
        std::uint32_t ready = 0;
        for (std::uint32_t index = 0; index < count; ++index) {
            const std::uint32_t address = descriptors + 8 * index;
            const auto descriptor = m_memory.load<std::int32_t>(address);
            const auto wanted = m_memory.load<std::uint16_t>(address + 4);
            std::uint16_t found = 0;
            if (descriptor >= 0 && slot(static_cast<std::uint32_t>(descriptor)) == nullptr) {
                found = badDescriptor;
            } else if (descriptor == 0 && (wanted & canRead) != 0) {
                found = m_console->isReadable(timeout) ? canRead : 0;
            } else if (descriptor >= 0) {
                found = wanted & (canRead | canWrite);
            }
            m_memory.store(address + 6, found);
            ready += found != 0 ? 1 : 0;
        }
        return ready;
    };
    m_memory.range(descriptors, std::min(count, 0x1000'0000U) * 8);
    const std::uint32_t ready = look(0);
    // Only the console can become ready later, so only it is waited for.
    return ready != 0 || timeoutMilliseconds == 0 ? ready : look(static_cast<std::int32_t>(timeoutMilliseconds));
}

std::uint32_t FileCalls::getdents64(std::uint32_t descriptor, std::uint32_t buffer, std::uint32_t size)
{
    Slot* const opened = slot(descriptor);
    OpenDirectory* const folder = opened == nullptr ? nullptr : std::get_if<OpenDirectory>(opened);
    if (folder == nullptr) {
        return systemResult(opened == nullptr ? FileError::BadHandle : FileError::NotDirectory);
    }
    std::uint32_t filled = 0;
    while (folder->next < folder->entries.size() && filled + directoryRecord <= size) {
        const NamedEntry& named = folder->entries[folder->next++];
        const std::uint32_t address = buffer + filled;
        std::memset(m_memory.range(address, directoryRecord).data(), 0, directoryRecord);
        m_memory.store(address + 8, static_cast<std::uint64_t>(folder->next));  // where the next one is; inodes stay 0, as on a board
        m_memory.store(address + 16, static_cast<std::uint16_t>(directoryRecord));
        m_memory.store(address + 18, named.entry.kind == EntryKind::Directory ? directoryType : fileType);
        std::memcpy(m_memory.range(address + 19, 256).data(), named.name.data(), std::min(named.name.size(), longestName));
        filled += directoryRecord;
    }
    return filled;
}

std::uint32_t FileCalls::renameat(std::uint32_t fromDirectory, std::uint32_t from, std::uint32_t toDirectory, std::uint32_t to)
{
    const FileResult<std::string> source = pathAt(fromDirectory, from);
    if (!source) {
        return systemResult(source.error());
    }
    const FileResult<std::string> target = pathAt(toDirectory, to);
    return target ? systemResult(m_flash->rename(*source, *target)) : systemResult(target.error());
}

std::uint32_t FileCalls::rmdir(std::uint32_t path)
{
    return unlinkat(workingDirectory, path, removeDirectoryFlag);
}

std::uint32_t FileCalls::unlinkat(std::uint32_t directory, std::uint32_t path, std::uint32_t flags)
{
    const FileResult<std::string> target = pathAt(directory, path);
    if (!target) {
        return systemResult(target.error());
    }
    if (flags != 0 && flags != removeDirectoryFlag) {
        return systemResult(FileError::Invalid);
    }
    return systemResult(flags == 0 ? m_flash->removeFile(*target) : m_flash->removeDirectory(*target));
}

std::uint32_t FileCalls::storeInfo(const FileResult<FileInfo>& info, std::uint32_t buffer)
{
    if (!info) {
        return systemResult(info.error());
    }
    constexpr std::uint32_t statSize = 96;
    constexpr std::int64_t second = 1'000'000'000;
    const bool isDirectory = info->entry.kind == EntryKind::Directory;
    std::memset(m_memory.range(buffer, statSize).data(), 0, statSize);
    m_memory.store(buffer + 4, isDirectory ? 0x4000U : 0x8000U);  // no permission bits, as on a board
    m_memory.store(buffer + 24, info->entry.size);
    m_memory.store(buffer + 32, blockSize);
    m_memory.store(buffer + 36, static_cast<std::uint32_t>((info->entry.size + 511) / 512));
    for (const std::uint32_t time : {40U, 56U, 72U}) {
        m_memory.store(buffer + time, info->modifiedNanoseconds / second);
        m_memory.store(buffer + time + 8, static_cast<std::uint32_t>(info->modifiedNanoseconds % second));
    }
    return 0;
}

std::uint32_t FileCalls::fstat64(std::uint32_t descriptor, std::uint32_t buffer)
{
    Slot* const opened = slot(descriptor);
    if (opened == nullptr) {
        return systemResult(FileError::BadHandle);
    }
    if (const OpenFile* const file = std::get_if<OpenFile>(opened)) {
        return storeInfo(file->info(), buffer);
    }
    if (const OpenDirectory* const folder = std::get_if<OpenDirectory>(opened)) {
        return storeInfo(m_flash->stat(folder->path), buffer);
    }
    const std::uint32_t stored = storeInfo(FileInfo{}, buffer);
    m_memory.store(buffer + 4, 0x2000U);  // the console is a character device
    return stored;
}

std::uint32_t FileCalls::stat64(std::uint32_t path, std::uint32_t buffer)
{
    return newfstatat(workingDirectory, path, buffer, 0);
}

std::uint32_t FileCalls::lstat64(std::uint32_t path, std::uint32_t buffer)
{
    return newfstatat(workingDirectory, path, buffer, 0);
}

std::uint32_t FileCalls::newfstatat(std::uint32_t directory, std::uint32_t path, std::uint32_t buffer, std::uint32_t flags)
{
    const FileResult<std::string> target = pathAt(directory, path, flags);
    return target ? storeInfo(m_flash->stat(*target), buffer) : systemResult(target.error());
}

std::uint32_t FileCalls::statfs64(std::uint32_t path, std::uint32_t size, std::uint32_t buffer)
{
    constexpr std::uint32_t statfsSize = 72;
    const FileResult<std::string> target = pathAt(workingDirectory, path);
    const FileResult<FileInfo> info = target ? m_flash->stat(*target) : FileResult<FileInfo>(fails(target.error()));
    if (!info || size < statfsSize) {
        return systemResult(info ? FileError::Invalid : info.error());
    }
    const FlashSpace space = m_flash->space();
    std::memset(m_memory.range(buffer, statfsSize).data(), 0, statfsSize);
    m_memory.store(buffer + 4, blockSize);
    m_memory.store(buffer + 8, space.total / blockSize);
    m_memory.store(buffer + 16, space.free / blockSize);
    m_memory.store(buffer + 24, space.free / blockSize);
    m_memory.store(buffer + 56, static_cast<std::uint32_t>(longestName));
    m_memory.store(buffer + 60, blockSize);
    return 0;
}

std::uint32_t FileCalls::fdClose(std::uint32_t descriptor)
{
    Slot* const opened = slot(descriptor);
    if (opened == nullptr) {
        return static_cast<std::uint32_t>(FileError::BadHandle);
    }
    FileStatus closed;
    if (OpenFile* const file = std::get_if<OpenFile>(opened)) {
        closed = file->close();
    }
    if (!std::holds_alternative<ConsoleEnd>(*opened)) {
        *opened = std::monostate{};
    }
    return wasiResult(closed);
}

std::uint32_t FileCalls::fdSync(std::uint32_t descriptor)
{
    Slot* const opened = slot(descriptor);
    if (opened == nullptr) {
        return static_cast<std::uint32_t>(FileError::BadHandle);
    }
    OpenFile* const file = std::get_if<OpenFile>(opened);
    return wasiResult(file != nullptr ? file->sync() : FileStatus{});
}

std::uint32_t FileCalls::fdSeek(std::uint32_t descriptor, std::uint64_t offset, std::uint32_t whence, std::uint32_t newPosition)
{
    Slot* const opened = slot(descriptor);
    FileResult<std::uint64_t> position = fails(opened == nullptr ? FileError::BadHandle : FileError::IllegalSeek);
    if (opened != nullptr && whence > 2) {
        position = fails(FileError::Invalid);
    } else if (OpenFile* const file = opened == nullptr ? nullptr : std::get_if<OpenFile>(opened)) {
        position = file->seek(static_cast<std::int64_t>(offset), static_cast<Whence>(whence));
    } else if (OpenDirectory* const folder = opened == nullptr ? nullptr : std::get_if<OpenDirectory>(opened)) {
        // rewinddir() and seekdir(): positions as getdents64 told them.
        position = fails(FileError::Invalid);
        if (whence == 0 && offset <= folder->entries.size()) {
            folder->next = static_cast<std::size_t>(offset);
            position = offset;
        }
    }
    if (position) {
        m_memory.store(newPosition, *position);
    }
    return wasiResult(position);
}

FileResult<std::size_t> FileCalls::readInto(std::uint32_t descriptor, std::uint32_t address, std::uint32_t size)
{
    Slot* const opened = slot(descriptor);
    if (opened == nullptr) {
        return fails(FileError::BadHandle);
    }
    if (OpenFile* const file = std::get_if<OpenFile>(opened)) {
        return file->read(m_memory.range(address, size));
    }
    if (std::holds_alternative<OpenDirectory>(*opened)) {
        return fails(FileError::IsDirectory);
    }
    if (descriptor != 0) {
        return fails(FileError::BadHandle);
    }
    m_memory.range(address, size);
    // The program may be suspended in there, and its memory move.
    std::vector<std::uint8_t> typed(std::min<std::uint32_t>(size, 4096));
    const std::size_t count = typed.empty() ? 0 : m_console->read(typed);
    std::copy_n(typed.begin(), count, m_memory.range(address, size).begin());
    return count;
}

std::uint32_t FileCalls::fdRead(std::uint32_t descriptor, std::uint32_t vectors, std::uint32_t count, std::uint32_t transferred)
{
    std::uint32_t total = 0;
    for (std::uint32_t index = 0; index < count; ++index) {
        const auto address = m_memory.load<std::uint32_t>(vectors + 8 * index);
        const auto size = m_memory.load<std::uint32_t>(vectors + 8 * index + 4);
        const FileResult<std::size_t> got = readInto(descriptor, address, size);
        if (!got) {
            return static_cast<std::uint32_t>(got.error());
        }
        total += static_cast<std::uint32_t>(*got);
        if (*got < size) {
            break;
        }
    }
    m_memory.store(transferred, total);
    return 0;
}

std::uint32_t FileCalls::fdWrite(std::uint32_t descriptor, std::uint32_t vectors, std::uint32_t count, std::uint32_t transferred)
{
    Slot* const opened = slot(descriptor);
    const bool isConsole = opened != nullptr && std::holds_alternative<ConsoleEnd>(*opened);
    OpenFile* const file = opened == nullptr ? nullptr : std::get_if<OpenFile>(opened);
    if (file == nullptr && !isConsole) {
        return static_cast<std::uint32_t>(FileError::BadHandle);
    }
    std::uint32_t total = 0;
    for (std::uint32_t index = 0; index < count; ++index) {
        const auto address = m_memory.load<std::uint32_t>(vectors + 8 * index);
        const auto size = m_memory.load<std::uint32_t>(vectors + 8 * index + 4);
        const std::span<std::uint8_t> bytes = m_memory.range(address, size);
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (isConsole) {
            m_console->write(static_cast<int>(descriptor), text);
        } else if (const FileResult<std::size_t> written = file->write(text); !written) {
            return static_cast<std::uint32_t>(written.error());
        }
        total += size;
    }
    m_memory.store(transferred, total);
    return 0;
}

}  // namespace coroboard::micropython
