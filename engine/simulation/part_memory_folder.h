// SPDX-License-Identifier: MIT
#pragma once
// PartMemoryFolder: what the memories among the parts (an EEPROM, a card) hold from one run to the next: a file a part, ".coroboard/ID.memory",
// in the project folder, beside the files of the board's flash and out of the program's sight. A program that is not a folder has none: its
// memories live as long as the simulation. Written when the board's power goes, as a whole or not at all, and only what has changed.
// Never through a link. Owned by the Simulation; used from its thread.

#include <filesystem>
#include <memory>

#include "board/board.h"
#include "micropython/flash/flash_store.h"

namespace coroboard::simulation {

class PartMemoryFolder {
public:
    // An empty path: there is no such folder. `notice` may be empty.
    PartMemoryFolder(std::filesystem::path project, micropython::FlashNotice notice);

    const std::filesystem::path& project() const { return m_project; }

    // What these parts held, without those of which nothing was kept.
    board::PartMemories load(const board::BoardProfile& profile) const;
    // Writes what differs from what remember() saw last.
    void save(const board::PartMemories& memories);
    void remember(const board::PartMemories& memories) { m_known = memories; }

private:
    std::unique_ptr<micropython::FlashStore> open() const;

    std::filesystem::path m_project;
    micropython::FlashNotice m_notice;
    board::PartMemories m_known;
};

}  // namespace coroboard::simulation
