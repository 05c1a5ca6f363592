// SPDX-License-Identifier: MIT
#include "micropython/flash/flash_file_system.h"

#include <fmt/format.h>

#include "base/ensure.h"
#include "micropython/flash/edited_store.h"
#include "micropython/flash/file_node.h"
#include "micropython/flash/flash_path.h"
#include "micropython/flash/folder_store.h"
#include "micropython/flash/memory_store.h"

namespace coroboard::micropython {

FlashFileSystem::FlashFileSystem(std::unique_ptr<FlashStore> store, std::uint64_t quota, Clock clock, FlashNotice notice)
    : m_store(std::move(store)), m_quota(quota), m_clock(std::move(clock)), m_notice(std::move(notice)), m_attached(m_clock())
{
}

FlashFileSystem::~FlashFileSystem() = default;

std::unique_ptr<FlashFileSystem> FlashFileSystem::inMemory(std::uint64_t quota, Clock clock)
{
    return std::unique_ptr<FlashFileSystem>(new FlashFileSystem(std::make_unique<MemoryStore>(), quota, std::move(clock), {}));
}

Result<std::unique_ptr<FlashFileSystem>> FlashFileSystem::inFolder(const std::filesystem::path& folder, std::uint64_t quota, Clock clock,
                                                                   FlashNotice notice)
{
    Result<std::unique_ptr<FolderStore>> store = FolderStore::open(folder, notice);
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    return std::unique_ptr<FlashFileSystem>(new FlashFileSystem(std::move(*store), quota, std::move(clock), std::move(notice)));
}

std::unique_ptr<FlashFileSystem> FlashFileSystem::clone(Clock clock) const
{
    std::unique_ptr<FlashFileSystem> copy(new FlashFileSystem(m_store->clone(), m_quota, std::move(clock), m_notice));
    copy->m_rom = m_rom;
    return copy;
}

void FlashFileSystem::edit(std::map<std::string, std::string> texts)
{
    m_used.reset();
    m_store = std::make_unique<EditedStore>(std::move(m_store), std::move(texts));
}

FileStatus FlashFileSystem::reopen()
{
    ENSURE(m_openings == 0, "a reset closes every file before the flash is looked at again");
    m_used.reset();
    return m_store->reopen();
}

FileResult<std::shared_ptr<FileNode>> FlashFileSystem::nodeFor(const std::string& path, const OpenHow& how)
{
    const FileResult<Entry> entry = m_store->stat(path);
    if (!entry && (entry.error() != FileError::NoEntry || how.creation == Creation::Never)) {
        return fails(entry.error());
    }
    if (entry && how.creation == Creation::MustBeNew) {
        return fails(FileError::Exists);
    }
    if (entry && entry->kind == EntryKind::Directory) {
        return fails(FileError::IsDirectory);
    }
    if (entry && entry->isProtected && how.access != Access::Read) {
        return fails(FileError::AccessDenied);
    }
    if (const auto found = m_open.find(path); found != m_open.end() && entry) {
        return found->second;
    }
    const auto node = std::make_shared<FileNode>();
    node->path = path;
    if (!entry) {
        if (const FileStatus charged = charge(entryCost); !charged) {
            return fails(charged.error());
        }
        if (const FileStatus created = m_store->create(path); !created) {
            *m_used -= entryCost;
            return fails(created.error());
        }
        node->modified = m_modified[path] = m_clock();
        // Deleted under an opening that still has it: that one keeps its content, for itself.
        if (const auto orphan = m_open.find(path); orphan != m_open.end()) {
            orphan->second->isLinked = false;
        }
    } else {
        if (how.truncation == Truncation::Keep) {
            FileResult<std::string> content = m_store->load(path, m_quota);
            if (!content) {
                return fails(content.error());
            }
            node->content = std::move(*content);
        }
        // The measure below must not be taken before: it counts what the store holds.
        node->savedSize = entry->size;
        used();
        *m_used += static_cast<std::int64_t>(node->content.size()) - static_cast<std::int64_t>(entry->size);
        const auto known = m_modified.find(path);
        node->modified = known == m_modified.end() ? m_attached : known->second;
    }
    m_open[path] = node;
    return node;
}

FileResult<OpenFile> FlashFileSystem::open(const std::string& path, OpenHow how)
{
    if (isRom(path)) {
        const FileResult<Entry> entry = m_rom->stat(path);
        if (how.access != Access::Read) {
            return fails(FileError::ReadOnly);
        }
        if (!entry || entry->kind == EntryKind::Directory) {
            return fails(entry ? FileError::IsDirectory : entry.error());
        }
        const auto node = std::make_shared<FileNode>();
        node->path = path;
        node->rom = m_rom->find(path);
        return OpenFile(this, node, how);
    }
    if (how.access == Access::Read) {
        how.truncation = Truncation::Keep;
    }
    FileResult<std::shared_ptr<FileNode>> node = nodeFor(path, how);
    if (!node) {
        return fails(node.error());
    }
    OpenFile file(this, std::move(*node), how);
    if (how.truncation == Truncation::Empty) {
        file.truncate(0);
    }
    return file;
}

FileResult<FileInfo> FlashFileSystem::stat(const std::string& path)
{
    FileResult<Entry> entry = isRom(path) ? m_rom->stat(path) : m_store->stat(path);
    if (!entry) {
        return fails(entry.error());
    }
    if (const auto open = m_open.find(path); open != m_open.end()) {
        return FileInfo{{EntryKind::File, open->second->content.size()}, open->second->modified};
    }
    const auto known = m_modified.find(path);
    return FileInfo{*entry, known == m_modified.end() ? m_attached : known->second};
}

FileResult<std::vector<NamedEntry>> FlashFileSystem::list(const std::string& path)
{
    if (isRom(path)) {
        return m_rom->list(path);
    }
    FileResult<std::vector<NamedEntry>> entries = m_store->list(path);
    if (!entries) {
        return entries;
    }
    const std::string prefix = path == "/" ? path : path + "/";
    std::vector<NamedEntry> visible;
    for (NamedEntry& entry : *entries) {
        const std::string full = prefix + entry.name;
        if (const auto open = m_open.find(full); open != m_open.end() && entry.entry.kind == EntryKind::File) {
            entry.entry.size = open->second->content.size();
        }
        if (!isRom(full)) {
            visible.push_back(std::move(entry));
        }
    }
    return visible;
}

FileStatus FlashFileSystem::makeDirectory(const std::string& path)
{
    if (isRom(path)) {
        return fails(m_rom->stat(path) ? FileError::Exists : FileError::ReadOnly);
    }
    if (m_store->stat(path)) {
        return fails(FileError::Exists);
    }
    if (const FileStatus charged = charge(folderCost); !charged) {
        return charged;
    }
    const FileStatus made = m_store->makeDirectory(path);
    if (!made) {
        *m_used -= folderCost;
    } else {
        m_modified[path] = m_clock();
    }
    return made;
}

FileStatus FlashFileSystem::removeDirectory(const std::string& path)
{
    if (isRom(path)) {
        return fails(FileError::ReadOnly);
    }
    const FileStatus removed = m_store->removeDirectory(path);
    if (removed) {
        m_modified.erase(path);
        if (m_used) {
            *m_used -= folderCost;
        }
    }
    return removed;
}

FileStatus FlashFileSystem::removeFile(const std::string& path)
{
    if (isRom(path)) {
        return fails(FileError::ReadOnly);
    }
    const FileResult<Entry> entry = m_store->stat(path);
    if (!entry) {
        return fails(entry.error());
    }
    const FileStatus removed = m_store->removeFile(path);
    if (removed) {
        forget(path, entry->size);
    }
    return removed;
}

FileStatus FlashFileSystem::rename(const std::string& from, const std::string& to)
{
    if (isRom(from) || isRom(to)) {
        return fails(FileError::ReadOnly);
    }
    const FileResult<Entry> source = m_store->stat(from);
    if (!source) {
        return fails(source.error());
    }
    if (from == to) {
        return {};
    }
    if (isInside(to, from) || isInside(from, to)) {
        return fails(isInside(to, from) ? FileError::Invalid : FileError::NotEmpty);
    }
    const FileResult<Entry> target = m_store->stat(to);
    if (!target && target.error() != FileError::NoEntry) {
        return fails(target.error());
    }
    if (target && target->kind != source->kind) {
        return fails(target->kind == EntryKind::Directory ? FileError::IsDirectory : FileError::NotDirectory);
    }
    if (target && target->kind == EntryKind::Directory && !m_store->list(to).value_or(std::vector<NamedEntry>(1)).empty()) {
        return fails(FileError::NotEmpty);
    }
    const FileStatus renamed = m_store->rename(from, to);
    if (!renamed) {
        return renamed;
    }
    if (target && target->kind == EntryKind::File) {
        forget(to, target->size);
    } else if (target && m_used) {
        *m_used -= folderCost;
    }
    moveNames(from, to);
    return {};
}

FlashSpace FlashFileSystem::space()
{
    if (m_openings == 0) {
        m_used.reset();
    }
    const std::int64_t free = static_cast<std::int64_t>(m_quota) - used();
    return {m_quota, free > 0 ? static_cast<std::uint64_t>(free) : 0};
}

FileStatus FlashFileSystem::writeFile(const std::string& path, std::string_view content)
{
    const std::string parent = parentPath(path);
    std::string folder;
    for (const std::string_view name : pathNames(parent)) {
        folder += "/" + std::string(name);
        if (const FileStatus made = makeDirectory(folder); !made && made.error() != FileError::Exists) {
            return made;
        }
    }
    FileResult<OpenFile> file = open(path, {Access::Write, Creation::IfMissing, Truncation::Empty, Writing::AtPosition});
    if (!file) {
        return fails(file.error());
    }
    if (const FileResult<std::size_t> written = file->write(content); !written) {
        return fails(written.error());
    }
    return file->close();
}

FileResult<std::string> FlashFileSystem::readFile(const std::string& path)
{
    FileResult<OpenFile> file = open(path, {});
    if (!file) {
        return fails(file.error());
    }
    std::string content(file->info().entry.size, '\0');
    const FileResult<std::size_t> got = file->read({reinterpret_cast<std::uint8_t*>(content.data()), content.size()});
    if (!got) {
        return fails(got.error());
    }
    return content;
}

std::int64_t FlashFileSystem::used()
{
    if (!m_used) {
        m_used = measure("/");
        for (const auto& [path, node] : m_open) {
            *m_used += static_cast<std::int64_t>(node->content.size()) - static_cast<std::int64_t>(node->savedSize);
        }
    }
    return *m_used;
}

std::int64_t FlashFileSystem::measure(const std::string& folder)
{
    const FileResult<std::vector<NamedEntry>> entries = m_store->list(folder);
    if (!entries) {
        return static_cast<std::int64_t>(entries.error() == FileError::NoSpace ? m_quota : 0);
    }
    std::int64_t sum = 0;
    for (const NamedEntry& named : *entries) {
        const FileResult<std::string> path = cleanPath(folder, named.name);
        if (named.entry.kind == EntryKind::File) {
            sum += static_cast<std::int64_t>(named.entry.size + entryCost);
        } else {
            sum += static_cast<std::int64_t>(folderCost) + (path ? measure(*path) : 0);
        }
        if (sum > static_cast<std::int64_t>(m_quota)) {
            break;  // full is full; a home folder given by mistake is not walked to its end
        }
    }
    return sum;
}

FileStatus FlashFileSystem::charge(std::int64_t bytes)
{
    if (bytes > 0 && used() + bytes > static_cast<std::int64_t>(m_quota)) {
        return fails(FileError::NoSpace);
    }
    used();
    *m_used += bytes;
    return {};
}

FileStatus FlashFileSystem::resize(FileNode& node, std::uint64_t size)
{
    if (size > node.content.size() && size > m_quota) {
        return fails(FileError::NoSpace);
    }
    const FileStatus charged = charge(static_cast<std::int64_t>(size) - static_cast<std::int64_t>(node.content.size()));
    if (charged) {
        node.content.resize(size);
    }
    return charged;
}

FileStatus FlashFileSystem::save(FileNode& node)
{
    if (!node.isDirty || !node.isLinked || node.rom != nullptr) {
        return {};
    }
    node.isDirty = false;
    const FileStatus saved = m_store->save(node.path, node.content);
    if (saved) {
        node.savedSize = node.content.size();
        m_modified[node.path] = node.modified;
    } else if (m_notice) {
        m_notice(fmt::format("{}: could not be written (error {})", node.path, static_cast<int>(saved.error())));
    }
    return saved;
}

// A file is gone from its name. While open it lives on, and its content still takes room.
void FlashFileSystem::forget(const std::string& path, std::uint64_t storedSize)
{
    std::uint64_t freed = entryCost + storedSize;
    if (const auto open = m_open.find(path); open != m_open.end()) {
        open->second->isLinked = false;
        m_open.erase(open);
        freed = entryCost;
    }
    m_modified.erase(path);
    if (m_used) {
        *m_used -= static_cast<std::int64_t>(freed);
    }
}

void FlashFileSystem::moveNames(const std::string& from, const std::string& to)
{
    const auto move = [&](auto& byPath) {
        std::remove_reference_t<decltype(byPath)> moved;
        for (auto at = byPath.begin(); at != byPath.end();) {
            if (isInside(at->first, from)) {
                moved[to + at->first.substr(from.size())] = std::move(at->second);
                at = byPath.erase(at);
            } else {
                ++at;
            }
        }
        byPath.merge(moved);
    };
    move(m_modified);
    move(m_open);
    for (auto& [path, node] : m_open) {
        node->path = path;
    }
}

}  // namespace coroboard::micropython
