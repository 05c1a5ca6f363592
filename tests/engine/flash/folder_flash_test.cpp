// SPDX-License-Identifier: MIT
// A flash in a project folder: what reaches the host, and everything that must not.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.h"
#include "micropython/flash/flash_file_system.h"

namespace coroboard::micropython {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

namespace fs = std::filesystem;

constexpr std::uint64_t quota = 1'000'000;
constexpr OpenHow forWriting{Access::Write, Creation::IfMissing, Truncation::Empty, Writing::AtPosition};
constexpr OpenHow forAppending{Access::Write, Creation::IfMissing, Truncation::Keep, Writing::AtEnd};

class FolderFlash : public testing::Test {
protected:
    FolderFlash()
    {
        outside.put("secret.txt", "secret");
        flash = FlashFileSystem::inFolder(
                    folder.path(), quota, [] { return std::int64_t{5}; }, [this](const std::string& text) { notices.push_back(text); })
                    .value();
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

    std::vector<std::string> hostNames()
    {
        std::vector<std::string> found;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) {
            found.push_back(entry.path().filename());
        }
        return found;
    }

    // Every way to get at a path must be refused, and nothing outside be touched.
    void expectUnreachable(const std::string& path)
    {
        SCOPED_TRACE(path);
        EXPECT_FALSE(flash->open(path, {}).has_value());
        EXPECT_FALSE(flash->open(path, forWriting).has_value());
        EXPECT_FALSE(flash->open(path, forAppending).has_value());
        EXPECT_FALSE(flash->stat(path).has_value());
        EXPECT_FALSE(flash->list(path).has_value());
        EXPECT_FALSE(flash->makeDirectory(path));
        EXPECT_FALSE(flash->removeFile(path));
        EXPECT_FALSE(flash->removeDirectory(path));
        EXPECT_FALSE(flash->rename(path, "/got"));
        ASSERT_TRUE(flash->writeFile("/mine", "mine"));
        EXPECT_FALSE(flash->rename("/mine", path));
        ASSERT_TRUE(flash->removeFile("/mine"));
        EXPECT_EQ(outside.get("secret.txt"), "secret");
        EXPECT_EQ(std::distance(fs::directory_iterator(outside.path()), {}), 1);
    }

    test::TemporaryFolder outside;
    test::TemporaryFolder folder;
    std::vector<std::string> notices;
    std::unique_ptr<FlashFileSystem> flash;
};

TEST_F(FolderFlash, readsTheFolderAndWritesThroughToIt)
{
    folder.put("lib/sensor.py", "x = 1\n");
    EXPECT_EQ(flash->readFile("/lib/sensor.py").value(), "x = 1\n");
    ASSERT_TRUE(flash->writeFile("/data/log.csv", "1,2\n"));
    EXPECT_EQ(folder.get("data/log.csv"), "1,2\n");
    ASSERT_TRUE(flash->rename("/data/log.csv", "/old.csv"));
    EXPECT_EQ(folder.get("old.csv"), "1,2\n");
    ASSERT_TRUE(flash->removeFile("/old.csv"));
    ASSERT_TRUE(flash->removeDirectory("/data"));
    EXPECT_THAT(hostNames(), ElementsAre("lib"));
}

TEST_F(FolderFlash, aMissingFolderOrAFileIsAnErrorForTheUser)
{
    const auto clock = [] { return std::int64_t{0}; };
    const auto missing = FlashFileSystem::inFolder(folder.path() / "none", quota, clock, {});
    ASSERT_FALSE(missing.has_value());
    EXPECT_THAT(missing.error().message, HasSubstr("none"));
    EXPECT_THAT(missing.error().message, HasSubstr("No such file"));
    folder.put("file", "");
    EXPECT_FALSE(FlashFileSystem::inFolder(folder.path() / "file", quota, clock, {}).has_value());
}

TEST_F(FolderFlash, anOldFileStaysWholeUntilTheNewOneIs)
{
    folder.put("main.py", "old program");
    OpenFile file = flash->open("/main.py", forWriting).value();
    file.write("half of the n").value();
    EXPECT_EQ(folder.get("main.py"), "old program");
    file.write("ew").value();
    ASSERT_TRUE(file.close());
    EXPECT_EQ(folder.get("main.py"), "half of the new");
    EXPECT_THAT(hostNames(), ElementsAre("main.py"));
}

TEST_F(FolderFlash, aNewFileIsThereAtOnce)
{
    OpenFile file = flash->open("/log", forWriting).value();
    EXPECT_EQ(folder.get("log"), "");
    file.write("x").value();
    EXPECT_EQ(flash->stat("/log")->entry.size, 1U);
    EXPECT_EQ(folder.get("log"), "");
}

TEST_F(FolderFlash, savingKeepsPermissionsAndNeverGivesMore)
{
    folder.put("tool.sh", "#!/bin/sh\n");
    fs::permissions(folder.path() / "tool.sh", fs::perms(0750));
    ASSERT_TRUE(flash->writeFile("/tool.sh", "new"));
    EXPECT_EQ(fs::status(folder.path() / "tool.sh").permissions(), fs::perms(0750));
    ASSERT_TRUE(flash->writeFile("/new.sh", "new"));
    EXPECT_EQ(fs::status(folder.path() / "new.sh").permissions() & fs::perms(0111), fs::perms::none);
}

TEST_F(FolderFlash, aWriteProtectedFileCanOnlyBeRead)
{
    folder.put("fixed", "fixed");
    fs::permissions(folder.path() / "fixed", fs::perms(0444));
    EXPECT_EQ(flash->readFile("/fixed").value(), "fixed");
    EXPECT_EQ(flash->open("/fixed", forWriting).error(), FileError::AccessDenied);
    EXPECT_EQ(folder.get("fixed"), "fixed");
}

TEST_F(FolderFlash, linksAreNotFollowedAndNotListed)
{
    fs::create_symlink(outside.path() / "secret.txt", folder.path() / "file-link");
    fs::create_symlink(outside.path(), folder.path() / "folder-link");
    fs::create_symlink("..", folder.path() / "up");
    fs::create_symlink("loop", folder.path() / "loop");
    fs::create_symlink("dangling-target", folder.path() / "dangling");
    fs::create_symlink("/etc/passwd", folder.path() / "passwd");
    EXPECT_THAT(names("/"), ElementsAre());
    for (const char* path : {"/file-link", "/folder-link", "/folder-link/secret.txt", "/folder-link/new", "/up", "/loop", "/dangling", "/passwd"}) {
        expectUnreachable(path);
    }
    EXPECT_EQ(flash->open("/file-link", {}).error(), FileError::AccessDenied);
    EXPECT_EQ(flash->open("/folder-link/secret.txt", {}).error(), FileError::AccessDenied);
    EXPECT_TRUE(fs::is_symlink(folder.path() / "file-link"));
    EXPECT_THAT(notices, testing::Contains(AllOf(HasSubstr("folder-link"), HasSubstr("does not follow links"))));
    EXPECT_EQ(std::count_if(notices.begin(), notices.end(), [](const std::string& text) { return text.find("file-link") != text.npos; }), 1);
}

TEST_F(FolderFlash, aFolderSwappedForALinkWhileAFileIsOpenIsNotFollowed)
{
    folder.put("data/secret.txt", "mine");
    OpenFile file = flash->open("/data/secret.txt", forAppending).value();
    file.write("!").value();
    fs::remove_all(folder.path() / "data");
    fs::create_symlink(outside.path(), folder.path() / "data");
    EXPECT_EQ(file.close().error(), FileError::AccessDenied);
    EXPECT_EQ(outside.get("secret.txt"), "secret");
}

TEST_F(FolderFlash, aFileSwappedForALinkWhileOpenIsNotWrittenThrough)
{
    OpenFile file = flash->open("/log", forWriting).value();
    file.write("text").value();
    fs::remove(folder.path() / "log");
    fs::create_symlink(outside.path() / "secret.txt", folder.path() / "log");
    EXPECT_EQ(file.sync().error(), FileError::AccessDenied);
    EXPECT_EQ(outside.get("secret.txt"), "secret");
}

TEST_F(FolderFlash, writingToAHardLinkDoesNotReachTheOtherName)
{
    fs::create_hard_link(outside.path() / "secret.txt", folder.path() / "shared");
    ASSERT_TRUE(flash->writeFile("/shared", "mine now"));
    EXPECT_EQ(folder.get("shared"), "mine now");
    EXPECT_EQ(outside.get("secret.txt"), "secret");
}

TEST_F(FolderFlash, fifosAndSocketsAreNeitherOpenedNorWaitedFor)
{
    ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0666), 0);
    EXPECT_THAT(names("/"), ElementsAre());
    EXPECT_EQ(flash->open("/pipe", {}).error(), FileError::AccessDenied);
    EXPECT_EQ(flash->open("/pipe", forWriting).error(), FileError::AccessDenied);
    expectUnreachable("/pipe");
}

TEST_F(FolderFlash, theComputersOwnNamesAreReserved)
{
    folder.put(".git/hooks/post-commit", "#!/bin/sh\n");
    EXPECT_THAT(names("/"), ElementsAre());
    for (const char* path : {"/.git", "/.GIT", "/.Git", "/.git/hooks", "/.git/hooks/post-commit", "/.git/new", "/.coroboard-1-1"}) {
        expectUnreachable(path);
    }
    ASSERT_TRUE(flash->makeDirectory("/sub"));
    expectUnreachable("/sub/.git");
    EXPECT_EQ(folder.get(".git/hooks/post-commit"), "#!/bin/sh\n");
    ASSERT_TRUE(flash->writeFile("/.gitignore", "*.log\n"));
    EXPECT_THAT(names("/"), ElementsAre(".gitignore", "sub"));
}

TEST_F(FolderFlash, namesThatAreNotTextAreLeftOut)
{
    folder.put("bad\xff.py", "");
    folder.put("good.py", "");
    EXPECT_THAT(names("/"), ElementsAre("good.py"));
}

TEST_F(FolderFlash, whatIsDeletedUnderUsIsGoneNotACrash)
{
    folder.put("data/a", "a");
    folder.put("b", "b");
    ASSERT_TRUE(flash->readFile("/data/a"));
    fs::remove_all(folder.path() / "data");
    fs::remove(folder.path() / "b");
    EXPECT_EQ(flash->open("/data/a", {}).error(), FileError::NoEntry);
    EXPECT_EQ(flash->stat("/b").error(), FileError::NoEntry);
    EXPECT_EQ(flash->list("/data").error(), FileError::NoEntry);
    EXPECT_EQ(flash->removeFile("/b").error(), FileError::NoEntry);
    EXPECT_EQ(flash->rename("/b", "/c").error(), FileError::NoEntry);
}

TEST_F(FolderFlash, anOpenFileSurvivesTheLossOfItsNameAndOfItsFolder)
{
    folder.put("f", "content");
    OpenFile file = flash->open("/f", {Access::ReadWrite}).value();
    fs::remove(folder.path() / "f");
    EXPECT_EQ(flash->stat("/f").error(), FileError::NoEntry);
    std::uint8_t bytes[16] = {};
    EXPECT_EQ(file.read(bytes).value(), 7U);
    file.write("!").value();
    ASSERT_TRUE(file.close());
    EXPECT_EQ(folder.get("f"), "content!");

    ASSERT_TRUE(flash->makeDirectory("/d"));
    OpenFile lost = flash->open("/d/g", forWriting).value();
    lost.write("x").value();
    fs::remove_all(folder.path() / "d");
    EXPECT_EQ(lost.close().error(), FileError::NoEntry);
    EXPECT_THAT(notices, testing::Contains(HasSubstr("/d/g")));
}

TEST_F(FolderFlash, theWholeFolderGone)
{
    folder.put("f", "x");
    OpenFile file = flash->open("/f", forAppending).value();
    file.write("y").value();
    fs::remove_all(folder.path());
    EXPECT_FALSE(file.close());
    EXPECT_EQ(flash->open("/f", {}).error(), FileError::NoEntry);
    EXPECT_FALSE(flash->writeFile("/g", "x"));
    EXPECT_EQ(names("/").size(), 0U);
    EXPECT_FALSE(flash->reopen());
    fs::create_directory(folder.path());
    folder.put("f", "again");
    ASSERT_TRUE(flash->reopen());
    EXPECT_EQ(flash->readFile("/f").value(), "again");
}

TEST_F(FolderFlash, aHugeFileIsAnErrorAndNotLoaded)
{
    folder.put("huge.bin", "");
    ASSERT_EQ(::truncate((folder.path() / "huge.bin").c_str(), 100'000'000'000), 0);  // sparse
    EXPECT_EQ(flash->stat("/huge.bin")->entry.size, 100'000'000'000U);
    EXPECT_EQ(flash->open("/huge.bin", {}).error(), FileError::NoSpace);
    EXPECT_EQ(flash->open("/huge.bin", forAppending).error(), FileError::NoSpace);
    EXPECT_THAT(notices, ElementsAre(AllOf(HasSubstr("huge.bin"), HasSubstr("100000000000 bytes do not fit"))));
    EXPECT_EQ(flash->space().free, 0U);
    EXPECT_EQ(flash->writeFile("/small", "x").error(), FileError::NoSpace);
    ASSERT_TRUE(flash->removeFile("/huge.bin"));
    EXPECT_EQ(flash->space().free, quota);
}

TEST_F(FolderFlash, aHundredRealMegabytesAreRefusedToo)
{
    folder.put("video.mp4", std::string(100'000'000, 'v'));
    EXPECT_EQ(flash->open("/video.mp4", {}).error(), FileError::NoSpace);
}

TEST_F(FolderFlash, aHugeFileCanBeReplacedByASmallOne)
{
    folder.put("data", std::string(2'000'000, 'x'));
    ASSERT_TRUE(flash->writeFile("/data", "small"));
    EXPECT_EQ(folder.get("data"), "small");
    EXPECT_EQ(flash->space().free, quota - FlashFileSystem::entryCost - 5);
}

TEST_F(FolderFlash, whatTheEditorSavesIsSeenAtTheNextOpening)
{
    folder.put("main.py", "one");
    EXPECT_EQ(flash->readFile("/main.py").value(), "one");
    folder.put("main.py", "two");
    EXPECT_EQ(flash->readFile("/main.py").value(), "two");
}

TEST_F(FolderFlash, leftoversOfAKilledSaveAreRemovedOthersStay)
{
    folder.put(".coroboard-2147483647-0", "a killed process' half file");
    const std::string living = ".coroboard-" + std::to_string(::getpid()) + "-99999";
    folder.put(living, "");
    ASSERT_TRUE(flash->reopen());
    EXPECT_THAT(hostNames(), ElementsAre(living));
}

TEST_F(FolderFlash, hostTimesDoNotReachTheBoard)
{
    folder.put("f", "x");
    EXPECT_EQ(flash->stat("/f")->modifiedNanoseconds, 5);
}

TEST_F(FolderFlash, twoFlashesOnOneFolderSeeEachOthersClosedFiles)
{
    const auto other = flash->clone([] { return std::int64_t{0}; });
    ASSERT_TRUE(flash->writeFile("/f", "from one"));
    EXPECT_EQ(other->readFile("/f").value(), "from one");
    ASSERT_TRUE(other->removeFile("/f"));
    EXPECT_EQ(flash->stat("/f").error(), FileError::NoEntry);
}

}  // namespace
}  // namespace coroboard::micropython
