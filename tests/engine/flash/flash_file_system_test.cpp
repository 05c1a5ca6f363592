// SPDX-License-Identifier: MIT
// What holds for every flash, in memory and in a folder alike: each test runs on both.
#include "micropython/flash/flash_file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace coroboard::micropython {
namespace {

using testing::ElementsAre;

constexpr std::uint64_t quota = 100'000;
constexpr OpenHow forWriting{Access::Write, Creation::IfMissing, Truncation::Empty, Writing::AtPosition};
constexpr OpenHow forAppending{Access::Write, Creation::IfMissing, Truncation::Keep, Writing::AtEnd};
constexpr OpenHow forUpdate{Access::ReadWrite, Creation::Never, Truncation::Keep, Writing::AtPosition};

enum class Kind { Memory, Folder };

class Flash : public testing::TestWithParam<Kind> {
protected:
    void SetUp() override
    {
        const auto clock = [this] { return now; };
        flash = GetParam() == Kind::Memory ? FlashFileSystem::inMemory(quota, clock)
                                           : FlashFileSystem::inFolder(folder.path(), quota, clock, {}).value();
    }

    std::vector<std::string> names(const std::string& path)
    {
        std::vector<std::string> found;
        const std::vector<NamedEntry> entries = flash->list(path).value();
        for (const NamedEntry& entry : entries) {
            found.push_back(entry.name);
        }
        return found;
    }

    std::string readAll(OpenFile& file)
    {
        std::string content(quota, '\0');
        content.resize(file.read({reinterpret_cast<std::uint8_t*>(content.data()), content.size()}).value());
        return content;
    }

    test::TemporaryFolder folder;
    std::int64_t now = 1'000;
    std::unique_ptr<FlashFileSystem> flash;
};

INSTANTIATE_TEST_SUITE_P(Kinds, Flash, testing::Values(Kind::Memory, Kind::Folder),
                         [](const auto& info) { return info.param == Kind::Memory ? "memory" : "folder"; });

TEST_P(Flash, keepsWhatWasWrittenAndClosed)
{
    OpenFile file = flash->open("/log.txt", forWriting).value();
    EXPECT_EQ(file.write("hello").value(), 5U);
    EXPECT_TRUE(file.close());
    EXPECT_EQ(flash->readFile("/log.txt").value(), "hello");
    EXPECT_EQ(flash->stat("/log.txt")->entry.size, 5U);
}

TEST_P(Flash, binaryContentIsKeptByteForByte)
{
    std::string bytes;
    for (int value = 0; value < 1024; ++value) {
        bytes.push_back(static_cast<char>(value));
    }
    ASSERT_TRUE(flash->writeFile("/data.bin", bytes));
    EXPECT_EQ(flash->readFile("/data.bin").value(), bytes);
}

TEST_P(Flash, anUnclosedFileIsLostAndASyncedOneKept)
{
    {
        OpenFile lost = flash->open("/lost.txt", forWriting).value();
        lost.write("never committed").value();
        OpenFile kept = flash->open("/kept.txt", forWriting).value();
        kept.write("safe").value();
        ASSERT_TRUE(kept.sync());
        kept.write(" and lost").value();
    }
    EXPECT_EQ(flash->readFile("/lost.txt").value(), "");
    EXPECT_EQ(flash->readFile("/kept.txt").value(), "safe");
}

TEST_P(Flash, appendWritesAtTheEndWhereverTheOthersAre)
{
    ASSERT_TRUE(flash->writeFile("/log", "one\n"));
    OpenFile first = flash->open("/log", forAppending).value();
    OpenFile second = flash->open("/log", forAppending).value();
    first.write("two\n").value();
    second.write("three\n").value();
    first.seek(0, Whence::Start).value();
    first.write("four\n").value();
    ASSERT_TRUE(first.close());
    ASSERT_TRUE(second.close());
    EXPECT_EQ(flash->readFile("/log").value(), "one\ntwo\nthree\nfour\n");
}

TEST_P(Flash, seekReadAndOverwriteInPlace)
{
    ASSERT_TRUE(flash->writeFile("/f", "0123456789"));
    OpenFile file = flash->open("/f", forUpdate).value();
    EXPECT_EQ(file.seek(-3, Whence::End).value(), 7U);
    EXPECT_EQ(readAll(file), "789");
    EXPECT_EQ(file.seek(2, Whence::Start).value(), 2U);
    file.write("AB").value();
    EXPECT_EQ(file.seek(-1, Whence::Current).value(), 3U);
    EXPECT_EQ(readAll(file), "B456789");
    EXPECT_EQ(file.seek(-1, Whence::Start).error(), FileError::Invalid);
    EXPECT_EQ(file.seek(std::numeric_limits<std::int64_t>::max(), Whence::End).error(), FileError::Invalid);
    EXPECT_EQ(file.seek(std::numeric_limits<std::int64_t>::min(), Whence::Current).error(), FileError::Invalid);
}

TEST_P(Flash, aGapIsFilledWithZeros)
{
    OpenFile file = flash->open("/gap", forWriting).value();
    file.seek(4, Whence::Start).value();
    file.write("x").value();
    ASSERT_TRUE(file.close());
    EXPECT_EQ(flash->readFile("/gap").value(), std::string("\0\0\0\0x", 5));
}

TEST_P(Flash, truncateShrinksAndGrows)
{
    ASSERT_TRUE(flash->writeFile("/f", "abcdef"));
    OpenFile file = flash->open("/f", forUpdate).value();
    ASSERT_TRUE(file.truncate(2));
    ASSERT_TRUE(file.truncate(4));
    ASSERT_TRUE(file.close());
    EXPECT_EQ(flash->readFile("/f").value(), std::string("ab\0\0", 4));
}

TEST_P(Flash, accessIsWhatWasAskedFor)
{
    ASSERT_TRUE(flash->writeFile("/f", "x"));
    OpenFile reader = flash->open("/f", {}).value();
    EXPECT_EQ(reader.write("y").error(), FileError::BadHandle);
    EXPECT_EQ(reader.truncate(0).error(), FileError::BadHandle);
    OpenFile writer = flash->open("/f", forAppending).value();
    std::uint8_t byte = 0;
    EXPECT_EQ(writer.read({&byte, 1}).error(), FileError::BadHandle);
    ASSERT_TRUE(reader.close());
    EXPECT_EQ(reader.read({&byte, 1}).error(), FileError::BadHandle);
    EXPECT_EQ(reader.close().error(), FileError::BadHandle);
}

TEST_P(Flash, openRefusesWhatIsNotThereOrNotAFile)
{
    ASSERT_TRUE(flash->makeDirectory("/dir"));
    ASSERT_TRUE(flash->writeFile("/file", ""));
    EXPECT_EQ(flash->open("/none", {}).error(), FileError::NoEntry);
    EXPECT_EQ(flash->open("/none/f", forWriting).error(), FileError::NoEntry);
    EXPECT_EQ(flash->open("/file/f", forWriting).error(), FileError::NotDirectory);
    EXPECT_EQ(flash->open("/dir", {}).error(), FileError::IsDirectory);
    EXPECT_EQ(flash->open("/dir", forWriting).error(), FileError::IsDirectory);
    EXPECT_EQ(flash->open("/", forWriting).error(), FileError::IsDirectory);
    EXPECT_EQ(flash->open("/file", {Access::Write, Creation::MustBeNew}).error(), FileError::Exists);
    EXPECT_TRUE(flash->open("/new", {Access::Write, Creation::MustBeNew}).has_value());
}

TEST_P(Flash, directoriesAreMadeListedAndRemoved)
{
    ASSERT_TRUE(flash->makeDirectory("/lib"));
    ASSERT_TRUE(flash->writeFile("/lib/z.py", "1"));
    ASSERT_TRUE(flash->writeFile("/lib/a.py", "22"));
    ASSERT_TRUE(flash->makeDirectory("/lib/m"));
    ASSERT_TRUE(flash->writeFile("/lib/m/inner", ""));
    ASSERT_TRUE(flash->writeFile("/lib/m.py", ""));
    ASSERT_TRUE(flash->writeFile("/lib/B.py", ""));
    EXPECT_THAT(names("/lib"), ElementsAre("B.py", "a.py", "m", "m.py", "z.py"));
    EXPECT_THAT(names("/"), ElementsAre("lib"));
    EXPECT_EQ(flash->list("/lib").value()[1].entry.size, 2U);
    EXPECT_EQ(flash->list("/lib").value()[2].entry.kind, EntryKind::Directory);
    EXPECT_EQ(flash->list("/lib/a.py").error(), FileError::NotDirectory);
    EXPECT_EQ(flash->list("/none").error(), FileError::NoEntry);
    EXPECT_EQ(flash->makeDirectory("/lib").error(), FileError::Exists);
    EXPECT_EQ(flash->makeDirectory("/lib/a.py").error(), FileError::Exists);
    EXPECT_EQ(flash->makeDirectory("/none/d").error(), FileError::NoEntry);
    EXPECT_EQ(flash->makeDirectory("/").error(), FileError::Exists);
    EXPECT_EQ(flash->removeDirectory("/lib").error(), FileError::NotEmpty);
    EXPECT_EQ(flash->removeDirectory("/lib/a.py").error(), FileError::NotDirectory);
    EXPECT_EQ(flash->removeDirectory("/").error(), FileError::Busy);
    EXPECT_EQ(flash->removeFile("/lib").error(), FileError::IsDirectory);
    ASSERT_TRUE(flash->removeFile("/lib/m/inner"));
    ASSERT_TRUE(flash->removeDirectory("/lib/m"));
    EXPECT_EQ(flash->stat("/lib/m").error(), FileError::NoEntry);
}

TEST_P(Flash, aRemovedFileLivesOnForThoseWhoHaveItOpen)
{
    ASSERT_TRUE(flash->writeFile("/f", "old"));
    OpenFile file = flash->open("/f", forUpdate).value();
    ASSERT_TRUE(flash->removeFile("/f"));
    EXPECT_EQ(flash->stat("/f").error(), FileError::NoEntry);
    EXPECT_EQ(readAll(file), "old");
    file.write("er").value();
    ASSERT_TRUE(flash->writeFile("/f", "another"));
    ASSERT_TRUE(file.close());
    EXPECT_EQ(flash->readFile("/f").value(), "another");
}

TEST_P(Flash, renameMovesFilesAndFoldersAndReplacesFiles)
{
    ASSERT_TRUE(flash->writeFile("/a/x", "X"));
    ASSERT_TRUE(flash->writeFile("/y", "Y"));
    ASSERT_TRUE(flash->rename("/y", "/a/x"));
    EXPECT_EQ(flash->readFile("/a/x").value(), "Y");
    EXPECT_EQ(flash->stat("/y").error(), FileError::NoEntry);
    ASSERT_TRUE(flash->rename("/a", "/b"));
    EXPECT_EQ(flash->readFile("/b/x").value(), "Y");
    ASSERT_TRUE(flash->makeDirectory("/c"));
    ASSERT_TRUE(flash->rename("/b", "/c"));
    EXPECT_EQ(flash->readFile("/c/x").value(), "Y");
    EXPECT_TRUE(flash->rename("/c/x", "/c/x"));
    EXPECT_EQ(flash->readFile("/c/x").value(), "Y");
}

TEST_P(Flash, renameRefusesWhatCannotBe)
{
    ASSERT_TRUE(flash->writeFile("/d/f", ""));
    ASSERT_TRUE(flash->writeFile("/g", ""));
    ASSERT_TRUE(flash->makeDirectory("/e"));
    EXPECT_EQ(flash->rename("/none", "/x").error(), FileError::NoEntry);
    EXPECT_EQ(flash->rename("/g", "/none/x").error(), FileError::NoEntry);
    EXPECT_EQ(flash->rename("/d", "/d/sub").error(), FileError::Invalid);
    EXPECT_EQ(flash->rename("/", "/d/sub").error(), FileError::Invalid);
    EXPECT_EQ(flash->rename("/g", "/d").error(), FileError::IsDirectory);
    EXPECT_EQ(flash->rename("/d", "/g").error(), FileError::NotDirectory);
    EXPECT_EQ(flash->rename("/e", "/d").error(), FileError::NotEmpty);
    EXPECT_EQ(flash->rename("/d/f", "/d").error(), FileError::NotEmpty);
}

TEST_P(Flash, anOpenFileFollowsItsRename)
{
    OpenFile file = flash->open("/log.new", forWriting).value();
    file.write("1").value();
    OpenFile replaced = flash->open("/log", forWriting).value();
    replaced.write("gone").value();
    ASSERT_TRUE(flash->rename("/log.new", "/log"));
    file.write("2").value();
    ASSERT_TRUE(replaced.close());
    ASSERT_TRUE(file.close());
    EXPECT_EQ(flash->readFile("/log").value(), "12");
    EXPECT_THAT(names("/"), ElementsAre("log"));
}

TEST_P(Flash, theQuotaHoldsForContent)
{
    OpenFile file = flash->open("/big", forWriting).value();
    const std::uint64_t most = quota - FlashFileSystem::entryCost;
    ASSERT_TRUE(file.write(std::string(most - 1, 'x')));
    EXPECT_EQ(file.write("yz").error(), FileError::NoSpace);
    EXPECT_TRUE(file.write("y"));
    EXPECT_EQ(file.write("z").error(), FileError::NoSpace);
    EXPECT_EQ(file.truncate(most + 1).error(), FileError::NoSpace);
    ASSERT_TRUE(file.close());
    EXPECT_EQ(flash->space().free, 0U);
    EXPECT_EQ(flash->open("/more", forWriting).error(), FileError::NoSpace);
    EXPECT_EQ(flash->makeDirectory("/more").error(), FileError::NoSpace);
    EXPECT_EQ(flash->readFile("/big")->size(), most);
    ASSERT_TRUE(flash->removeFile("/big"));
    EXPECT_EQ(flash->space().free, quota);
}

TEST_P(Flash, theQuotaHoldsForAHugeGapAndForEmptyEntries)
{
    OpenFile file = flash->open("/gap", forWriting).value();
    file.seek(2'000'000'000, Whence::Start).value();
    EXPECT_EQ(file.write("x").error(), FileError::NoSpace);
    int made = 0;
    while (flash->makeDirectory("/d" + std::to_string(made))) {
        ASSERT_LT(++made, 1000);
    }
    EXPECT_EQ(made, static_cast<int>((quota - FlashFileSystem::entryCost) / FlashFileSystem::folderCost));
}

TEST_P(Flash, roomComesBackWhateverWayAFileGoes)
{
    ASSERT_TRUE(flash->writeFile("/kept", std::string(1000, 'k')));
    const std::uint64_t before = flash->space().free;
    ASSERT_TRUE(flash->writeFile("/a", std::string(5000, 'a')));
    ASSERT_TRUE(flash->writeFile("/a", std::string(10, 'a')));
    ASSERT_TRUE(flash->rename("/kept", "/a"));
    ASSERT_TRUE(flash->rename("/a", "/kept"));
    {
        OpenFile orphan = flash->open("/orphan", forWriting).value();
        orphan.write(std::string(40'000, 'o')).value();
        ASSERT_TRUE(flash->removeFile("/orphan"));
        EXPECT_EQ(flash->space().free, before - 40'000);
        OpenFile unsaved = flash->open("/kept", forAppending).value();
        unsaved.write(std::string(20'000, 'u')).value();
        EXPECT_EQ(flash->space().free, before - 60'000);
    }
    EXPECT_EQ(flash->writeFile("/probe", std::string(before, 'p')).error(), FileError::NoSpace);
    ASSERT_TRUE(flash->removeFile("/probe"));
    EXPECT_TRUE(flash->writeFile("/probe", std::string(before - FlashFileSystem::entryCost, 'p')));
}

TEST_P(Flash, timesAreTheBoardsClock)
{
    now = 7'000'000'000;
    ASSERT_TRUE(flash->writeFile("/f", "x"));
    now = 9'000'000'000;
    EXPECT_EQ(flash->stat("/f")->modifiedNanoseconds, 7'000'000'000);
    ASSERT_TRUE(flash->readFile("/f"));
    EXPECT_EQ(flash->stat("/f")->modifiedNanoseconds, 7'000'000'000);
    ASSERT_TRUE(flash->rename("/f", "/g"));
    EXPECT_EQ(flash->stat("/g")->modifiedNanoseconds, 7'000'000'000);
    OpenFile file = flash->open("/g", forAppending).value();
    file.write("y").value();
    ASSERT_TRUE(file.close());
    EXPECT_EQ(flash->stat("/g")->modifiedNanoseconds, 9'000'000'000);
    EXPECT_EQ(flash->stat("/")->modifiedNanoseconds, 1'000);
}

TEST_P(Flash, theRomIsReadOnlyAndUnlistedAndFree)
{
    auto rom = std::make_shared<RomImage>();
    rom->add("/.modules/asyncio/__init__.py", "async def sleep(): pass\n");
    rom->add("/.modules/asyncio/core.py", "");
    rom->add("/.modules/time.py", std::string(1'000'000, '#'));
    flash->setRom(rom);
    EXPECT_THAT(names("/"), ElementsAre());
    EXPECT_EQ(flash->space().free, quota);
    EXPECT_THAT(names("/.modules"), ElementsAre("asyncio", "time.py"));
    EXPECT_THAT(names("/.modules/asyncio"), ElementsAre("__init__.py", "core.py"));
    EXPECT_EQ(flash->readFile("/.modules/asyncio/__init__.py").value(), "async def sleep(): pass\n");
    EXPECT_EQ(flash->readFile("/.modules/time.py")->size(), 1'000'000U);
    EXPECT_EQ(flash->stat("/.modules/asyncio")->entry.kind, EntryKind::Directory);
    EXPECT_EQ(flash->stat("/.modules/time.py")->entry.size, 1'000'000U);
    EXPECT_EQ(flash->open("/.modules/none.py", {}).error(), FileError::NoEntry);
    EXPECT_EQ(flash->open("/.modules/asyncio", {}).error(), FileError::IsDirectory);
    EXPECT_EQ(flash->open("/.modules/time.py", forWriting).error(), FileError::ReadOnly);
    EXPECT_EQ(flash->open("/.modules/new.py", forWriting).error(), FileError::ReadOnly);
    EXPECT_EQ(flash->makeDirectory("/.modules").error(), FileError::Exists);
    EXPECT_EQ(flash->makeDirectory("/.modules/x").error(), FileError::ReadOnly);
    EXPECT_EQ(flash->removeFile("/.modules/time.py").error(), FileError::ReadOnly);
    EXPECT_EQ(flash->removeDirectory("/.modules/asyncio").error(), FileError::ReadOnly);
    EXPECT_EQ(flash->rename("/.modules/time.py", "/t.py").error(), FileError::ReadOnly);
    ASSERT_TRUE(flash->writeFile("/t.py", ""));
    EXPECT_EQ(flash->rename("/t.py", "/.modules/t.py").error(), FileError::ReadOnly);
    EXPECT_TRUE(flash->writeFile("/.modules2", "not the ROM"));
}

TEST(FlashClone, ofMemoryIsIndependent)
{
    const auto clock = [] { return std::int64_t{0}; };
    const auto first = FlashFileSystem::inMemory(quota, clock);
    ASSERT_TRUE(first->writeFile("/main.py", "original"));
    const auto second = first->clone(clock);
    ASSERT_TRUE(second->writeFile("/main.py", "changed"));
    ASSERT_TRUE(second->writeFile("/new.py", ""));
    EXPECT_EQ(first->readFile("/main.py").value(), "original");
    EXPECT_EQ(first->stat("/new.py").error(), FileError::NoEntry);
    EXPECT_EQ(second->readFile("/main.py").value(), "changed");
}

}  // namespace
}  // namespace coroboard::micropython
