// SPDX-License-Identifier: MIT
// Ten thousand random operations on a flash in memory and one in a folder: the same answers, the same files, and the room that is
// counted operation by operation is the room that a fresh look finds.
#include <random>

#include <gtest/gtest.h>

#include "support/temporary_folder.h"
#include "micropython/flash/flash_file_system.h"

namespace coroboard::micropython {
namespace {

constexpr std::uint64_t quota = 60'000;

class Pair {
public:
    explicit Pair(unsigned seed) : m_random(seed)
    {
        const auto clock = [this] { return m_now; };
        auto rom = std::make_shared<RomImage>();
        rom->add("/.modules/x", "");
        for (int side = 0; side < 2; ++side) {
            m_flash[side] = side == 0 ? FlashFileSystem::inMemory(quota, clock) : FlashFileSystem::inFolder(m_folder.path(), quota, clock, {}).value();
            m_flash[side]->setRom(rom);
            // As long as something is open, the flash counts and does not look.
            m_witness[side].emplace(m_flash[side]->open("/.modules/x", {}).value());
        }
    }

    void step()
    {
        ++m_now;
        const std::string path = somePath();
        const std::string other = somePath();
        switch (pick(12)) {
            case 0: same([&](FlashFileSystem& flash, int) { return code(flash.makeDirectory(path)); }); break;
            case 1: same([&](FlashFileSystem& flash, int) { return code(flash.removeDirectory(path)); }); break;
            case 2: same([&](FlashFileSystem& flash, int) { return code(flash.removeFile(path)); }); break;
            case 3: same([&](FlashFileSystem& flash, int) { return code(flash.rename(path, other)); }); break;
            case 4:
            case 5: openOne(path); break;
            case 6: closeOne(); break;
            case 7: same([&](FlashFileSystem& flash, int) { return describe(flash, path); }); break;
            default: useOne(); break;
        }
    }

    void check()
    {
        same([](FlashFileSystem& flash, int) { return static_cast<long>(flash.space().free); });
        same([](FlashFileSystem& flash, int) { return tree(flash, "/"); });
    }

    void finish()
    {
        while (!m_files[0].empty()) {
            closeOne();
        }
        check();
        std::uint64_t counted[2];
        for (int side = 0; side < 2; ++side) {
            counted[side] = m_flash[side]->space().free;
            m_witness[side].reset();
            EXPECT_EQ(m_flash[side]->space().free, counted[side]);
        }
    }

private:
    unsigned pick(unsigned count) { return static_cast<unsigned>(m_random() % count); }
    std::string somePath()
    {
        static const char* const names[] = {"a", "b", "c", "a.txt"};
        std::string path;
        for (unsigned depth = 1 + pick(3); depth > 0; --depth) {
            path += std::string("/") + names[pick(4)];
        }
        return path;
    }

    template <class T>
    static long code(const FileResult<T>& result)
    {
        return result ? 0 : static_cast<long>(result.error());
    }
    static std::string describe(FlashFileSystem& flash, const std::string& path)
    {
        const FileResult<FileInfo> info = flash.stat(path);
        return info ? std::to_string(static_cast<int>(info->entry.kind)) + " " + std::to_string(info->entry.size) + " " +
                          std::to_string(info->modifiedNanoseconds)
                    : "error " + std::to_string(code(info));
    }
    static std::string tree(FlashFileSystem& flash, const std::string& path)
    {
        std::string text;
        const std::vector<NamedEntry> entries = flash.list(path).value();
        for (const NamedEntry& entry : entries) {
            const std::string below = (path == "/" ? "" : path) + "/" + entry.name;
            text += below + " " + describe(flash, below) + "\n";
            text += entry.entry.kind == EntryKind::Directory ? tree(flash, below) : flash.readFile(below).value() + "\n";
        }
        return text;
    }

    template <class Operation>
    void same(Operation operation)
    {
        const auto first = operation(*m_flash[0], 0);
        const auto second = operation(*m_flash[1], 1);
        ASSERT_EQ(first, second);
    }

    void openOne(const std::string& path)
    {
        if (m_files[0].size() >= 6) {
            return;
        }
        const OpenHow how{static_cast<Access>(pick(3)), static_cast<Creation>(pick(3)), static_cast<Truncation>(pick(2)),
                          static_cast<Writing>(pick(2))};
        same([&](FlashFileSystem& flash, int side) {
            FileResult<OpenFile> file = flash.open(path, how);
            const long result = code(file);
            if (file) {
                m_files[side].push_back(std::move(*file));
            }
            return result;
        });
    }

    void closeOne()
    {
        if (m_files[0].empty()) {
            return;
        }
        const std::size_t which = pick(static_cast<unsigned>(m_files[0].size()));
        const bool saves = pick(4) != 0;
        same([&](FlashFileSystem&, int side) {
            const long result = saves ? code(m_files[side][which].close()) : 0;
            m_files[side].erase(m_files[side].begin() + static_cast<std::ptrdiff_t>(which));
            return result;
        });
    }

    void useOne()
    {
        if (m_files[0].empty()) {
            return;
        }
        const std::size_t which = pick(static_cast<unsigned>(m_files[0].size()));
        const std::string text(pick(3000), static_cast<char>('a' + pick(26)));
        const unsigned kind = pick(6);
        const std::int64_t offset = static_cast<std::int64_t>(pick(8000)) - 2000;
        const auto whence = static_cast<Whence>(pick(3));
        same([&](FlashFileSystem&, int side) -> std::string {
            OpenFile& file = m_files[side][which];
            if (kind == 0) {
                const FileResult<std::uint64_t> position = file.seek(offset, whence);
                return std::to_string(code(position)) + " " + std::to_string(position.value_or(0));
            }
            if (kind == 1) {
                return std::to_string(code(file.truncate(static_cast<std::uint64_t>(offset + 2000))));
            }
            if (kind == 2) {
                return std::to_string(code(file.sync()));
            }
            if (kind == 3) {
                std::uint8_t bytes[500];
                const FileResult<std::size_t> count = file.read(bytes);
                return std::to_string(code(count)) + std::string(reinterpret_cast<char*>(bytes), count.value_or(0));
            }
            return std::to_string(code(file.write(text)));
        });
    }

    test::TemporaryFolder m_folder;
    std::mt19937 m_random;
    std::int64_t m_now = 0;
    std::unique_ptr<FlashFileSystem> m_flash[2];
    std::optional<OpenFile> m_witness[2];
    std::vector<OpenFile> m_files[2];
};

class FlashModel : public testing::TestWithParam<unsigned> {};

TEST_P(FlashModel, memoryAndFolderAgree)
{
    Pair pair(GetParam());
    for (int step = 0; step < 2'500 && !HasFatalFailure(); ++step) {
        pair.step();
        if (step % 25 == 0) {
            pair.check();
        }
    }
    pair.finish();
}

INSTANTIATE_TEST_SUITE_P(Seeds, FlashModel, testing::Values(1U, 2U, 3U, 4U));

}  // namespace
}  // namespace coroboard::micropython
