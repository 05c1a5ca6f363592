// SPDX-License-Identifier: MIT
#include "simulation/part_memory_folder.h"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "micropython/flash/folder_store.h"

namespace coroboard::simulation {

namespace {

constexpr const char* folderName = ".coroboard";
constexpr std::uint64_t largestMemory = std::uint64_t{1} << 20;

std::string fileOf(const std::string& part)
{
    return "/" + part + ".memory";
}

}  // namespace

PartMemoryFolder::PartMemoryFolder(std::filesystem::path project, micropython::FlashNotice notice)
    : m_project(std::move(project)), m_notice(std::move(notice))
{}

// Null if there is none, or if it is a link: that could lead out of the project.
std::unique_ptr<micropython::FlashStore> PartMemoryFolder::open() const
{
    std::error_code error;
    const auto folder = m_project / folderName;
    if (m_project.empty() || std::filesystem::symlink_status(folder, error).type() != std::filesystem::file_type::directory)
        return nullptr;
    auto store = micropython::FolderStore::open(folder, m_notice);
    return store ? std::move(*store) : nullptr;
}

board::PartMemories PartMemoryFolder::load(const board::BoardProfile& profile) const
{
    board::PartMemories memories;
    const auto store = open();
    if (!store)
        return memories;
    for (const auto& part : profile.parts)
        if (const auto bytes = store->load(fileOf(part.id), largestMemory))
            memories[part.id].assign(bytes->begin(), bytes->end());
    return memories;
}

void PartMemoryFolder::save(const board::PartMemories& memories)
{
    if (m_project.empty() || memories == m_known)
        return;
    std::error_code error;
    std::filesystem::create_directory(m_project / folderName, error);
    const auto store = open();
    for (const auto& [part, bytes] : memories) {
        const auto known = m_known.find(part);
        if (known != m_known.end() ? known->second == bytes : bytes.empty())
            continue;
        const bool saved = store && store->save(fileOf(part), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        if (!saved && m_notice)
            m_notice(fmt::format("{}: cannot keep what \"{}\" remembers", (m_project / folderName).string(), part));
    }
    m_known = memories;
}

}  // namespace coroboard::simulation
