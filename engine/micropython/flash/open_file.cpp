// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>
#include <limits>

#include "micropython/flash/file_node.h"
#include "micropython/flash/flash_file_system.h"

namespace coroboard::micropython {

namespace {

constexpr std::uint64_t furthest = std::numeric_limits<std::int32_t>::max();

}  // namespace

OpenFile::OpenFile(FlashFileSystem* flash, std::shared_ptr<FileNode> node, OpenHow how)
    : m_flash(flash), m_node(std::move(node)), m_how(how)
{
    ++m_node->openings;
    ++m_flash->m_openings;
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept
{
    if (this != &other) {
        release();
        m_flash = other.m_flash;
        m_node = std::move(other.m_node);
        m_how = other.m_how;
        m_position = other.m_position;
    }
    return *this;
}

OpenFile::~OpenFile()
{
    release();
}

// The last opening gone: what was not saved goes with it, and so does the room it took.
void OpenFile::release()
{
    if (!m_node) {
        return;
    }
    --m_flash->m_openings;
    FileNode& node = *m_node;
    if (--node.openings == 0 && node.rom == nullptr) {
        const auto kept = static_cast<std::int64_t>(node.isLinked ? node.savedSize : 0);
        if (m_flash->m_used) {
            *m_flash->m_used -= static_cast<std::int64_t>(node.content.size()) - kept;
        }
        if (node.isLinked) {
            m_flash->m_open.erase(node.path);
        }
    }
    m_node.reset();
}

std::string_view OpenFile::content() const { return m_node ? m_node->bytes() : std::string_view{}; }

void OpenFile::disguise(std::vector<std::size_t> offsets, char with)
{
    m_disguised = std::move(offsets);
    m_disguise = with;
}

FileResult<std::size_t> OpenFile::read(std::span<std::uint8_t> into)
{
    if (!m_node || m_how.access == Access::Write) {
        return fails(FileError::BadHandle);
    }
    const std::string_view bytes = m_node->bytes();
    if (m_position >= bytes.size()) {
        return std::size_t{0};
    }
    const std::size_t count = std::min(into.size(), bytes.size() - static_cast<std::size_t>(m_position));
    if (count > 0) {
        std::memcpy(into.data(), bytes.data() + m_position, count);
        for (const std::size_t offset : m_disguised) {
            if (offset >= m_position && offset < m_position + count) {
                into[offset - m_position] = static_cast<std::uint8_t>(m_disguise);
            }
        }
    }
    m_position += count;
    return count;
}

FileResult<std::size_t> OpenFile::write(std::string_view bytes)
{
    if (!m_node || m_how.access == Access::Read) {
        return fails(FileError::BadHandle);
    }
    if (bytes.empty()) {
        return std::size_t{0};
    }
    std::string& content = m_node->content;
    const std::uint64_t start = m_how.writing == Writing::AtEnd ? content.size() : m_position;
    const std::uint64_t end = start + bytes.size();
    if (end > content.size()) {
        if (const FileStatus grown = m_flash->resize(*m_node, end); !grown) {
            return fails(grown.error());
        }
    }
    std::memcpy(content.data() + start, bytes.data(), bytes.size());
    m_node->modified = m_flash->m_clock();
    m_node->isDirty = true;
    m_position = end;
    return bytes.size();
}

FileResult<std::uint64_t> OpenFile::seek(std::int64_t offset, Whence whence)
{
    if (!m_node) {
        return fails(FileError::BadHandle);
    }
    const std::uint64_t base = whence == Whence::Start ? 0 : whence == Whence::Current ? m_position : m_node->bytes().size();
    const auto most = static_cast<std::int64_t>(furthest);
    if (offset < -most || offset > most || static_cast<std::int64_t>(base) + offset < 0 || static_cast<std::int64_t>(base) + offset > most) {
        return fails(FileError::Invalid);
    }
    m_position = static_cast<std::uint64_t>(static_cast<std::int64_t>(base) + offset);
    return m_position;
}

FileStatus OpenFile::truncate(std::uint64_t size)
{
    if (!m_node || m_how.access == Access::Read) {
        return fails(FileError::BadHandle);
    }
    if (const FileStatus changed = m_flash->resize(*m_node, size); !changed) {
        return changed;
    }
    m_node->modified = m_flash->m_clock();
    m_node->isDirty = true;
    return {};
}

FileStatus OpenFile::sync()
{
    return m_node ? m_flash->save(*m_node) : fails(FileError::BadHandle);
}

FileStatus OpenFile::close()
{
    const FileStatus saved = sync();
    release();
    return saved;
}

FileInfo OpenFile::info() const
{
    return m_node ? FileInfo{{EntryKind::File, m_node->bytes().size()}, m_node->modified} : FileInfo{};
}

}  // namespace coroboard::micropython
