// SPDX-License-Identifier: MIT
#include "micropython/flash/edited_store.h"

#include <algorithm>

#include "micropython/flash/flash_path.h"

namespace coroboard::micropython {

FileResult<Entry> EditedStore::stat(const std::string& path)
{
    FileResult<Entry> kept = m_beneath->stat(path);
    const auto text = m_texts.find(path);
    if (text == m_texts.end()) return kept;
    return Entry{EntryKind::File, text->second.size(), kept && kept->isProtected};
}

FileResult<std::vector<NamedEntry>> EditedStore::list(const std::string& path)
{
    FileResult<std::vector<NamedEntry>> entries = m_beneath->list(path);
    if (!entries) return entries;
    for (const auto& [file, text] : m_texts) {
        if (parentPath(file) != path) continue;
        const std::string name(pathName(file));
        const auto at = std::lower_bound(entries->begin(), entries->end(), name, [](const NamedEntry& e, const std::string& n) { return e.name < n; });
        if (at != entries->end() && at->name == name)
            at->entry.size = text.size();
        else
            entries->insert(at, {name, {EntryKind::File, text.size(), false}});
    }
    return entries;
}

FileResult<std::string> EditedStore::load(const std::string& path, std::uint64_t limit)
{
    const auto text = m_texts.find(path);
    if (text == m_texts.end()) return m_beneath->load(path, limit);
    if (text->second.size() > limit) return fails(FileError::NoSpace);
    return text->second;
}

FileStatus EditedStore::save(const std::string& path, std::string_view content)
{
    FileStatus saved = m_beneath->save(path, content);
    if (saved) m_texts.erase(path);
    return saved;
}

FileStatus EditedStore::removeFile(const std::string& path)
{
    const bool onlyEdited = m_texts.count(path) > 0 && !m_beneath->stat(path);
    FileStatus removed = onlyEdited ? FileStatus{} : m_beneath->removeFile(path);
    if (removed) m_texts.erase(path);
    return removed;
}

// Texts below a folder move with it; what they replace is gone.
FileStatus EditedStore::rename(const std::string& from, const std::string& to)
{
    if (const auto text = m_texts.find(from); text != m_texts.end() && !m_beneath->stat(from)) {
        const FileStatus written = m_beneath->save(to, text->second);
        if (written) m_texts.erase(text);
        return written;
    }
    FileStatus renamed = m_beneath->rename(from, to);
    if (!renamed) return renamed;
    m_texts.erase(to);
    Texts moved;
    for (auto at = m_texts.begin(); at != m_texts.end();) {
        const bool moves = isInside(at->first, from);
        if (moves) moved.emplace(to + at->first.substr(from.size()), std::move(at->second));
        at = moves ? m_texts.erase(at) : std::next(at);
    }
    m_texts.merge(moved);
    return renamed;
}

}  // namespace coroboard::micropython
