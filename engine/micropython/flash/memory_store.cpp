// SPDX-License-Identifier: MIT
#include "micropython/flash/memory_store.h"

#include "micropython/flash/flash_path.h"

namespace coroboard::micropython {

namespace {

// The first key that can be below a folder; everything below it follows without a gap.
std::string firstBelow(const std::string& folder)
{
    return folder == "/" ? "/" : folder + "/";
}

bool startsWith(const std::string& text, const std::string& prefix)
{
    return text.compare(0, prefix.size(), prefix) == 0;
}

}  // namespace

FileResult<Entry> MemoryStore::stat(const std::string& path)
{
    if (path == "/") {
        return Entry{EntryKind::Directory, 0};
    }
    if (const FileStatus parent = parentIsDirectory(path); !parent) {
        return fails(parent.error());
    }
    const auto found = m_entries.find(path);
    if (found == m_entries.end()) {
        return fails(FileError::NoEntry);
    }
    if (!found->second) {
        return Entry{EntryKind::Directory, 0};
    }
    return Entry{EntryKind::File, found->second->size()};
}

FileResult<std::vector<NamedEntry>> MemoryStore::list(const std::string& path)
{
    const FileResult<Entry> folder = stat(path);
    if (!folder) {
        return fails(folder.error());
    }
    if (folder->kind != EntryKind::Directory) {
        return fails(FileError::NotDirectory);
    }
    // A map of names: "/a" and "/a.py" have "/a/…" between them, so the keys' own order is not the names'.
    std::map<std::string, Entry> sorted;
    const std::string prefix = firstBelow(path);
    for (auto at = m_entries.lower_bound(prefix); at != m_entries.end() && startsWith(at->first, prefix); ++at) {
        if (at->first.find('/', prefix.size()) == std::string::npos) {
            sorted[at->first.substr(prefix.size())] =
                at->second ? Entry{EntryKind::File, at->second->size()} : Entry{EntryKind::Directory, 0};
        }
    }
    std::vector<NamedEntry> entries;
    for (auto& [name, entry] : sorted) {
        entries.push_back({name, entry});
    }
    return entries;
}

FileResult<std::string> MemoryStore::load(const std::string& path, std::uint64_t limit)
{
    const FileResult<Entry> entry = stat(path);
    if (!entry) {
        return fails(entry.error());
    }
    if (entry->kind != EntryKind::File) {
        return fails(FileError::IsDirectory);
    }
    if (entry->size > limit) {
        return fails(FileError::NoSpace);
    }
    return *m_entries[path];
}

FileStatus MemoryStore::create(const std::string& path)
{
    if (stat(path)) {
        return fails(FileError::Exists);
    }
    return save(path, {});
}

FileStatus MemoryStore::save(const std::string& path, std::string_view content)
{
    if (const FileStatus parent = parentIsDirectory(path); !parent) {
        return parent;
    }
    const FileResult<Entry> old = stat(path);
    if (old && old->kind == EntryKind::Directory) {
        return fails(FileError::IsDirectory);
    }
    m_entries[path] = std::make_shared<const std::string>(content);
    return {};
}

FileStatus MemoryStore::makeDirectory(const std::string& path)
{
    if (stat(path)) {
        return fails(FileError::Exists);
    }
    if (const FileStatus parent = parentIsDirectory(path); !parent) {
        return parent;
    }
    m_entries[path] = nullptr;
    return {};
}

FileStatus MemoryStore::removeDirectory(const std::string& path)
{
    const FileResult<Entry> entry = stat(path);
    if (!entry) {
        return fails(entry.error());
    }
    if (entry->kind != EntryKind::Directory) {
        return fails(FileError::NotDirectory);
    }
    if (path == "/") {
        return fails(FileError::Busy);
    }
    if (!isEmptyDirectory(path)) {
        return fails(FileError::NotEmpty);
    }
    m_entries.erase(path);
    return {};
}

FileStatus MemoryStore::removeFile(const std::string& path)
{
    const FileResult<Entry> entry = stat(path);
    if (!entry) {
        return fails(entry.error());
    }
    if (entry->kind == EntryKind::Directory) {
        return fails(FileError::IsDirectory);
    }
    m_entries.erase(path);
    return {};
}

FileStatus MemoryStore::rename(const std::string& from, const std::string& to)
{
    const FileResult<Entry> entry = stat(from);
    if (!entry) {
        return fails(entry.error());
    }
    if (const FileStatus parent = parentIsDirectory(to); !parent) {
        return parent;
    }
    std::map<std::string, Content> moved;
    for (auto at = m_entries.lower_bound(from); at != m_entries.end() && startsWith(at->first, from);) {
        if (isInside(at->first, from)) {
            moved[to + at->first.substr(from.size())] = at->second;
            at = m_entries.erase(at);
        } else {
            ++at;
        }
    }
    for (auto& [path, content] : moved) {
        m_entries[path] = std::move(content);
    }
    return {};
}

FileStatus MemoryStore::parentIsDirectory(const std::string& path)
{
    // From the top down, so that the first thing missing or in the way decides, as on any file system.
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const auto found = m_entries.find(path.substr(0, slash));
        if (found == m_entries.end()) {
            return fails(FileError::NoEntry);
        }
        if (found->second) {
            return fails(FileError::NotDirectory);
        }
    }
    return {};
}

bool MemoryStore::isEmptyDirectory(const std::string& path) const
{
    const std::string prefix = firstBelow(path);
    const auto below = m_entries.lower_bound(prefix);
    return below == m_entries.end() || !startsWith(below->first, prefix);
}

}  // namespace coroboard::micropython
