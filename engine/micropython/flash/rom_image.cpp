// SPDX-License-Identifier: MIT
#include "micropython/flash/rom_image.h"

#include "base/ensure.h"
#include "micropython/flash/flash_path.h"

namespace coroboard::micropython {

RomImage::RomImage(std::string root) : m_root(std::move(root))
{
    ENSURE(m_root.size() > 1 && m_root.front() == '/', "the ROM is a folder below the root");
    m_directories.insert(m_root);
}

void RomImage::add(const std::string& path, std::string content)
{
    ENSURE(path != m_root && owns(path), "a ROM file lies below the ROM's root");
    for (std::string folder = parentPath(path); folder != m_root; folder = parentPath(folder)) {
        m_directories.insert(folder);
    }
    m_files[path] = std::move(content);
}

bool RomImage::owns(std::string_view path) const
{
    return isInside(path, m_root);
}

FileResult<Entry> RomImage::stat(const std::string& path) const
{
    if (const std::string* text = find(path)) {
        return Entry{EntryKind::File, text->size()};
    }
    if (m_directories.count(path) != 0) {
        return Entry{EntryKind::Directory, 0};
    }
    return fails(FileError::NoEntry);
}

FileResult<std::vector<NamedEntry>> RomImage::list(const std::string& path) const
{
    const FileResult<Entry> folder = stat(path);
    if (!folder) {
        return fails(folder.error());
    }
    if (folder->kind != EntryKind::Directory) {
        return fails(FileError::NotDirectory);
    }
    std::map<std::string, Entry> sorted;
    for (const std::string& directory : m_directories) {
        if (directory != m_root && parentPath(directory) == path) {
            sorted[std::string(pathName(directory))] = {EntryKind::Directory, 0};
        }
    }
    for (const auto& [file, text] : m_files) {
        if (parentPath(file) == path) {
            sorted[std::string(pathName(file))] = {EntryKind::File, text.size()};
        }
    }
    std::vector<NamedEntry> entries;
    for (const auto& [name, entry] : sorted) {
        entries.push_back({name, entry});
    }
    return entries;
}

const std::string* RomImage::find(const std::string& path) const
{
    const auto found = m_files.find(path);
    return found == m_files.end() ? nullptr : &found->second;
}

}  // namespace coroboard::micropython
