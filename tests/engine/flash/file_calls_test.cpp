// SPDX-License-Identifier: MIT
// The imports as the WebAssembly module calls them: numbers in, numbers out, structures in its memory.
#include "micropython/flash/file_calls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "micropython/flash/flash_path.h"

namespace coroboard::micropython {
namespace {

using testing::ElementsAre;

constexpr std::uint32_t here = static_cast<std::uint32_t>(-100);
constexpr std::uint32_t memorySize = 65536;
// musl's numbers for wasm32
constexpr std::uint32_t readWrite = 2, create = 0100, exclusive = 0200, truncate = 01000, append = 02000, directory = 0200000;

class FakeConsole final : public Console {
public:
    std::size_t read(std::span<std::uint8_t> into) override
    {
        if (whileReading) {
            whileReading();
        }
        const std::size_t count = std::min(into.size(), typed.size());
        std::copy_n(typed.begin(), count, into.begin());
        typed.erase(0, count);
        return count;
    }
    void write(int descriptor, std::string_view text) override { printed += std::to_string(descriptor) + ":" + std::string(text); }
    bool isReadable(int timeoutMilliseconds) override
    {
        waits.push_back(timeoutMilliseconds);
        if (timeoutMilliseconds != 0) {
            typed += typedLater;
            typedLater.clear();
        }
        return !typed.empty();
    }

    std::string typed, typedLater, printed;
    std::vector<int> waits;
    std::function<void()> whileReading;
};

class Calls : public testing::Test {
protected:
    std::uint32_t path(const std::string& text)
    {
        std::memcpy(&memory[1000], text.c_str(), text.size() + 1);
        return 1000;
    }
    std::uint32_t otherPath(const std::string& text)
    {
        std::memcpy(&memory[6000], text.c_str(), text.size() + 1);
        return 6000;
    }
    template <class T>
    T at(std::uint32_t address)
    {
        T value;
        std::memcpy(&value, &memory[address], sizeof value);
        return value;
    }
    template <class T>
    void set(std::uint32_t address, T value)
    {
        std::memcpy(&memory[address], &value, sizeof value);
    }
    std::uint32_t open(const std::string& name, std::uint32_t flags) { return files.openat(here, path(name), flags, 0); }
    // One vector at 200 → 20000; the count arrives at 300.
    std::uint32_t write(std::uint32_t descriptor, const std::string& text)
    {
        std::memcpy(&memory[20000], text.data(), text.size());
        set<std::uint32_t>(200, 20000);
        set<std::uint32_t>(204, static_cast<std::uint32_t>(text.size()));
        return files.fdWrite(descriptor, 200, 1, 300);
    }
    std::string read(std::uint32_t descriptor, std::uint32_t size)
    {
        set<std::uint32_t>(200, 20000);
        set<std::uint32_t>(204, size);
        EXPECT_EQ(files.fdRead(descriptor, 200, 1, 300), 0U);
        return {reinterpret_cast<const char*>(&memory[20000]), at<std::uint32_t>(300)};
    }
    static std::uint32_t minus(FileError error) { return static_cast<std::uint32_t>(-static_cast<int>(error)); }
    static std::uint32_t plus(FileError error) { return static_cast<std::uint32_t>(error); }

    std::vector<std::uint8_t> memory = std::vector<std::uint8_t>(memorySize);
    std::int64_t now = 12'000'000'345;
    std::unique_ptr<FlashFileSystem> flash = FlashFileSystem::inMemory(100'000, [this] { return now; });
    FakeConsole console;
    FileCalls files{*flash, console, [this] { return std::span<std::uint8_t>(memory); }};
};

TEST_F(Calls, errorNumbersAreMicroPythonsAndNeverTheInterruptedOne)
{
    EXPECT_EQ(static_cast<int>(FileError::NoEntry), 2);
    EXPECT_EQ(static_cast<int>(FileError::Exists), 17);
    EXPECT_EQ(static_cast<int>(FileError::NoSpace), 28);
    constexpr int interruptedInThisLibrary = 27;
    for (const FileError error :
         {FileError::NotPermitted, FileError::NoEntry, FileError::InputOutput, FileError::BadHandle, FileError::AccessDenied, FileError::Busy,
          FileError::Exists, FileError::CrossDevice, FileError::NoDevice, FileError::NotDirectory, FileError::IsDirectory, FileError::Invalid,
          FileError::TooManyOpen, FileError::NoSpace, FileError::IllegalSeek, FileError::ReadOnly, FileError::OutOfRange,
          FileError::NameTooLong, FileError::NotImplemented, FileError::NotEmpty}) {
        EXPECT_NE(static_cast<int>(error), interruptedInThisLibrary);
    }
}

TEST_F(Calls, writeCloseOpenRead)
{
    const std::uint32_t descriptor = open("log.txt", 1 | create | truncate);
    EXPECT_EQ(descriptor, 3U);
    EXPECT_EQ(write(descriptor, "hello"), 0U);
    EXPECT_EQ(at<std::uint32_t>(300), 5U);
    EXPECT_EQ(files.fdSync(descriptor), 0U);
    EXPECT_EQ(files.fdClose(descriptor), 0U);
    EXPECT_EQ(files.fdClose(descriptor), plus(FileError::BadHandle));
    EXPECT_EQ(open("/log.txt", 0), 3U);
    EXPECT_EQ(read(3, 3), "hel");
    EXPECT_EQ(read(3, 100), "lo");
    EXPECT_EQ(read(3, 100), "");
}

TEST_F(Calls, scatteredReadsAndWrites)
{
    const std::uint32_t descriptor = open("f", readWrite | create);
    std::memcpy(&memory[20000], "abcdef", 6);
    set<std::uint32_t>(200, 20000);
    set<std::uint32_t>(204, 4);
    set<std::uint32_t>(208, 20004);
    set<std::uint32_t>(212, 2);
    EXPECT_EQ(files.fdWrite(descriptor, 200, 2, 300), 0U);
    EXPECT_EQ(at<std::uint32_t>(300), 6U);
    EXPECT_EQ(files.fdSeek(descriptor, 0, 0, 400), 0U);
    set<std::uint32_t>(200, 30000);
    set<std::uint32_t>(204, 1);
    set<std::uint32_t>(208, 30100);
    set<std::uint32_t>(212, 50);
    EXPECT_EQ(files.fdRead(descriptor, 200, 2, 300), 0U);
    EXPECT_EQ(at<std::uint32_t>(300), 6U);
    EXPECT_EQ(memory[30000], 'a');
    EXPECT_EQ(std::memcmp(&memory[30100], "bcdef", 5), 0);
}

TEST_F(Calls, seekTellsTheNewPosition)
{
    const std::uint32_t descriptor = open("f", readWrite | create);
    write(descriptor, "0123456789");
    EXPECT_EQ(files.fdSeek(descriptor, static_cast<std::uint64_t>(-4), 2, 400), 0U);
    EXPECT_EQ(at<std::uint64_t>(400), 6U);
    EXPECT_EQ(read(descriptor, 2), "67");
    EXPECT_EQ(files.fdSeek(descriptor, static_cast<std::uint64_t>(-100), 1, 400), plus(FileError::Invalid));
    EXPECT_EQ(files.fdSeek(descriptor, 0, 7, 400), plus(FileError::Invalid));
    EXPECT_EQ(files.fdSeek(1, 0, 0, 400), plus(FileError::IllegalSeek));
    EXPECT_EQ(files.fdSeek(40, 0, 0, 400), plus(FileError::BadHandle));
}

TEST_F(Calls, openFlags)
{
    EXPECT_EQ(open("none", 0), minus(FileError::NoEntry));
    EXPECT_EQ(open("f", 1 | create | exclusive), 3U);
    EXPECT_EQ(open("f", 1 | create | exclusive), minus(FileError::Exists));
    write(3, "one");
    const std::uint32_t appended = open("f", 1 | create | append);
    write(appended, "two");
    const std::uint32_t reader = open("f", 0);
    EXPECT_EQ(read(reader, 10), "onetwo");
    EXPECT_EQ(write(reader, "x"), plus(FileError::BadHandle));
    EXPECT_EQ(open("f", directory), minus(FileError::NotDirectory));
    EXPECT_EQ(open("f/", 0), minus(FileError::NotDirectory));
    EXPECT_EQ(open("", 0), minus(FileError::NoEntry));
    EXPECT_EQ(open("f", 3), minus(FileError::Invalid));
    ASSERT_EQ(files.mkdirat(here, path("d"), 0777), 0U);
    EXPECT_EQ(open("d", 0), minus(FileError::IsDirectory));
    EXPECT_EQ(open("d", directory), 6U);
    EXPECT_EQ(write(6, "x"), plus(FileError::BadHandle));
}

TEST_F(Calls, aFullFlashIsNoSpace)
{
    const std::uint32_t descriptor = open("big", 1 | create);
    for (int block = 0; block < 9; ++block) {
        ASSERT_EQ(write(descriptor, std::string(10'000, 'x')), 0U);
    }
    EXPECT_EQ(write(descriptor, std::string(10'000, 'x')), plus(FileError::NoSpace));
    EXPECT_EQ(files.statfs64(path("/"), 72, 500), 0U);
    EXPECT_EQ(at<std::uint32_t>(504), 4096U);
    EXPECT_EQ(at<std::uint64_t>(508), 100'000U / 4096);
    EXPECT_EQ(at<std::uint64_t>(516), (10'000U - 256) / 4096);
    EXPECT_EQ(at<std::uint64_t>(524), (10'000U - 256) / 4096);
    EXPECT_EQ(at<std::uint32_t>(556), 255U);
    EXPECT_EQ(at<std::uint32_t>(560), 4096U);
}

TEST_F(Calls, statOfAFileADirectoryAndAnOpenFile)
{
    const std::uint32_t descriptor = open("f", 1 | create);
    write(descriptor, "12345");
    const std::function<std::uint32_t()> calls[] = {
        [&] { return files.stat64(path("f"), 500); }, [&] { return files.lstat64(path("/f"), 500); },
        [&] { return files.fstat64(descriptor, 500); }, [&] { return files.newfstatat(here, path("./f"), 500, 0); }};
    for (const auto& call : calls) {
        EXPECT_EQ(call(), 0U);
        EXPECT_EQ(at<std::uint32_t>(504), 0x8000U);
        EXPECT_EQ(at<std::uint64_t>(524), 5U);
        EXPECT_EQ(at<std::int64_t>(540), 12);
        EXPECT_EQ(at<std::uint32_t>(548), 345U);
        EXPECT_EQ(at<std::int64_t>(556), 12);
        EXPECT_EQ(at<std::int64_t>(572), 12);
        std::fill_n(memory.begin() + 500, 96, std::uint8_t{0xcc});
    }
    EXPECT_EQ(files.stat64(path("/"), 500), 0U);
    EXPECT_EQ(at<std::uint32_t>(504), 0x4000U);
    EXPECT_EQ(files.stat64(path("none"), 500), minus(FileError::NoEntry));
    EXPECT_EQ(files.fstat64(1, 500), 0U);
    EXPECT_EQ(at<std::uint32_t>(504), 0x2000U);
    EXPECT_EQ(files.fstat64(99, 500), minus(FileError::BadHandle));
}

TEST_F(Calls, aDirectoryIsReadRecordByRecord)
{
    ASSERT_TRUE(flash->writeFile("/d/b", ""));
    ASSERT_TRUE(flash->writeFile("/d/a.py", ""));
    ASSERT_TRUE(flash->makeDirectory("/d/c"));
    const std::uint32_t descriptor = open("d", directory);
    EXPECT_EQ(files.getdents64(descriptor, 500, 600), 560U);
    EXPECT_EQ(at<std::uint16_t>(516), 280U);
    EXPECT_EQ(memory[518], 8);
    EXPECT_STREQ(reinterpret_cast<const char*>(&memory[519]), "a.py");
    EXPECT_STREQ(reinterpret_cast<const char*>(&memory[799]), "b");
    EXPECT_EQ(files.getdents64(descriptor, 500, 600), 280U);
    EXPECT_EQ(memory[518], 4);
    EXPECT_STREQ(reinterpret_cast<const char*>(&memory[519]), "c");
    EXPECT_EQ(files.getdents64(descriptor, 500, 600), 0U);
    EXPECT_EQ(files.fdSeek(descriptor, 1, 0, 400), 0U);
    EXPECT_EQ(files.getdents64(descriptor, 500, 300), 280U);
    EXPECT_STREQ(reinterpret_cast<const char*>(&memory[519]), "b");
    EXPECT_EQ(files.fdSeek(descriptor, 4, 0, 400), plus(FileError::Invalid));
    EXPECT_EQ(files.getdents64(1, 500, 600), minus(FileError::NotDirectory));
    EXPECT_EQ(files.getdents64(50, 500, 600), minus(FileError::BadHandle));
    set<std::uint32_t>(200, 20000);
    set<std::uint32_t>(204, 10);
    EXPECT_EQ(files.fdRead(descriptor, 200, 1, 300), plus(FileError::IsDirectory));
}

TEST_F(Calls, aNameOf255BytesFitsItsRecord)
{
    ASSERT_TRUE(flash->writeFile("/" + std::string(255, 'n'), ""));
    EXPECT_EQ(files.getdents64(open("/", directory), 500, 280), 280U);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(&memory[519])), std::string(255, 'n'));
}

TEST_F(Calls, theCurrentDirectory)
{
    ASSERT_TRUE(flash->writeFile("/lib/sub/f", "x"));
    EXPECT_EQ(files.getcwd(500, 10), 2U);
    EXPECT_EQ(files.chdir(path("lib")), 0U);
    EXPECT_EQ(files.chdir(path("sub")), 0U);
    EXPECT_EQ(files.getcwd(500, 9), 9U);
    EXPECT_STREQ(reinterpret_cast<const char*>(&memory[500]), "/lib/sub");
    EXPECT_EQ(files.getcwd(500, 8), minus(FileError::OutOfRange));
    EXPECT_EQ(files.getcwd(500, 0), minus(FileError::Invalid));
    EXPECT_EQ(open("f", 0), 3U);
    EXPECT_EQ(files.chdir(path("f")), minus(FileError::NotDirectory));
    EXPECT_EQ(files.chdir(path("none")), minus(FileError::NoEntry));
    EXPECT_EQ(files.chdir(path("../../../..")), 0U);
    EXPECT_EQ(files.currentDirectory(), "/");
}

TEST_F(Calls, pathsRelativeToAnOpenDirectory)
{
    ASSERT_TRUE(flash->writeFile("/lib/f", "x"));
    const std::uint32_t descriptor = open("lib", directory);
    EXPECT_EQ(files.newfstatat(descriptor, path("f"), 500, 0), 0U);
    EXPECT_EQ(files.newfstatat(descriptor, path(""), 500, 0x1000), 0U);
    EXPECT_EQ(at<std::uint32_t>(504), 0x4000U);
    EXPECT_EQ(files.newfstatat(descriptor, path("/lib"), 500, 0), 0U);
    EXPECT_EQ(files.newfstatat(77, path("f"), 500, 0), minus(FileError::BadHandle));
    EXPECT_EQ(files.newfstatat(1, path("f"), 500, 0), minus(FileError::NotDirectory));
}

TEST_F(Calls, makeRenameAndRemove)
{
    EXPECT_EQ(files.mkdirat(here, path("d"), 0777), 0U);
    EXPECT_EQ(files.mkdirat(here, path("d"), 0777), minus(FileError::Exists));
    ASSERT_TRUE(flash->writeFile("/a", "A"));
    EXPECT_EQ(files.renameat(here, path("a"), here, otherPath("d/b")), 0U);
    EXPECT_EQ(files.renameat(here, path("a"), here, otherPath("c")), minus(FileError::NoEntry));
    EXPECT_EQ(files.rmdir(path("d")), minus(FileError::NotEmpty));
    EXPECT_EQ(files.unlinkat(here, path("d/b"), 4), minus(FileError::Invalid));
    EXPECT_EQ(files.unlinkat(here, path("d/b"), 0x200), minus(FileError::NotDirectory));
    EXPECT_EQ(files.unlinkat(here, path("d"), 0), minus(FileError::IsDirectory));
    EXPECT_EQ(files.unlinkat(here, path("d/b"), 0), 0U);
    EXPECT_EQ(files.unlinkat(here, path("d"), 0x200), 0U);
    EXPECT_EQ(files.rmdir(path("d")), minus(FileError::NoEntry));
}

TEST_F(Calls, theConsoleIsDescriptors0To2)
{
    EXPECT_EQ(write(1, "out"), 0U);
    EXPECT_EQ(write(2, "err"), 0U);
    EXPECT_EQ(console.printed, "1:out2:err");
    console.typed = "help()\r";
    EXPECT_EQ(read(0, 4), "help");
    EXPECT_EQ(read(0, 100), "()\r");
    EXPECT_EQ(read(0, 100), "");
    set<std::uint32_t>(204, 1);
    EXPECT_EQ(files.fdRead(1, 200, 1, 300), plus(FileError::BadHandle));
    EXPECT_EQ(files.fdClose(0), 0U);
    EXPECT_EQ(files.fdClose(1), 0U);
    EXPECT_EQ(write(1, "still"), 0U);
    EXPECT_EQ(files.fdSync(1), 0U);
}

TEST_F(Calls, theMemoryMayMoveWhileTheProgramWaitsForInput)
{
    console.typed = "k";
    console.whileReading = [&] {
        std::vector<std::uint8_t> grown = memory;
        grown.resize(2 * memorySize);
        memory.swap(grown);
    };
    EXPECT_EQ(read(0, 10), "k");
    EXPECT_EQ(memory.size(), 2 * memorySize);
}

TEST_F(Calls, pollAsksTheConsoleAndWaitsForIt)
{
    const std::uint32_t descriptor = open("f", readWrite | create);
    const auto request = [&](std::uint32_t index, std::uint32_t which, std::uint16_t events) {
        set<std::uint32_t>(700 + 8 * index, which);
        set<std::uint16_t>(704 + 8 * index, events);
    };
    request(0, 0, 1);
    EXPECT_EQ(files.poll(700, 1, 0), 0U);
    EXPECT_EQ(at<std::uint16_t>(706), 0U);
    console.typedLater = "x";
    EXPECT_EQ(files.poll(700, 1, 250), 1U);
    EXPECT_EQ(at<std::uint16_t>(706), 1U);
    EXPECT_THAT(console.waits, ElementsAre(0, 0, 250));
    console.typed.clear();
    request(1, descriptor, 5);
    request(2, 88, 1);
    request(3, static_cast<std::uint32_t>(-1), 1);
    EXPECT_EQ(files.poll(700, 4, static_cast<std::uint32_t>(-1)), 2U);
    EXPECT_EQ(at<std::uint16_t>(714), 5U);
    EXPECT_EQ(at<std::uint16_t>(722), 32U);
    EXPECT_EQ(at<std::uint16_t>(730), 0U);
    request(0, 1, 4);
    EXPECT_EQ(files.poll(700, 1, 0), 1U);
}

TEST_F(Calls, descriptorsAreReusedAndLimited)
{
    std::vector<std::uint32_t> opened;
    ASSERT_TRUE(flash->writeFile("/f", ""));
    while (opened.size() < 100) {
        const std::uint32_t descriptor = open("f", 0);
        if (descriptor == minus(FileError::TooManyOpen)) {
            break;
        }
        opened.push_back(descriptor);
    }
    EXPECT_EQ(opened.size(), FileCalls::mostOpen - 3);
    EXPECT_EQ(files.fdClose(10), 0U);
    EXPECT_EQ(open("f", 0), 10U);
}

TEST_F(Calls, aSoftResetSavesAndAHardOneForgets)
{
    ASSERT_TRUE(flash->makeDirectory("/d"));
    files.chdir(path("d"));
    write(open("soft", 1 | create), "saved");
    files.closeAll();
    EXPECT_EQ(flash->readFile("/d/soft").value(), "saved");
    EXPECT_EQ(files.currentDirectory(), "/");
    write(open("hard", 1 | create), "lost");
    files.dropAll();
    EXPECT_EQ(flash->readFile("/hard").value(), "");
    EXPECT_EQ(files.fdClose(3), plus(FileError::BadHandle));
    EXPECT_TRUE(flash->reopen());
}

TEST_F(Calls, badPointersAreFaults)
{
    const std::uint32_t descriptor = open("f", readWrite | create);
    write(descriptor, "content");
    files.fdSeek(descriptor, 0, 0, 400);
    EXPECT_THROW(files.openat(here, memorySize, 0, 0), BadAddress);
    EXPECT_THROW(files.openat(here, 0xffff'ffff, 0, 0), BadAddress);
    std::fill(memory.begin() + memorySize - 100, memory.end(), std::uint8_t{'x'});
    EXPECT_THROW(files.stat64(memorySize - 100, 500), BadAddress) << "a path without an end";
    EXPECT_THROW(files.stat64(path("f"), memorySize - 95), BadAddress);
    EXPECT_THROW(files.getcwd(memorySize - 1, 10), BadAddress);
    EXPECT_THROW(files.getdents64(open("/", directory), memorySize - 279, 1000), BadAddress);
    EXPECT_THROW(files.fdRead(descriptor, memorySize - 4, 1, 300), BadAddress);
    EXPECT_THROW(files.fdRead(descriptor, 0xffff'fffc, 2, 300), BadAddress);
    set<std::uint32_t>(200, memorySize - 2);
    set<std::uint32_t>(204, 7);
    EXPECT_THROW(files.fdRead(descriptor, 200, 1, 300), BadAddress);
    EXPECT_THROW(files.fdWrite(descriptor, 200, 1, 300), BadAddress);
    EXPECT_THROW(files.fdWrite(1, 200, 1, 300), BadAddress);
    EXPECT_THROW(files.fdRead(0, 200, 1, 300), BadAddress);
    set<std::uint32_t>(204, 0xffff'ffff);
    EXPECT_THROW(files.fdWrite(descriptor, 200, 1, 300), BadAddress);
    EXPECT_THROW(files.fdSeek(descriptor, 0, 0, memorySize - 4), BadAddress);
    EXPECT_THROW(files.poll(memorySize - 4, 1, 0), BadAddress);
    EXPECT_THROW(files.poll(8, 0x4000'0000, 0), BadAddress);
    EXPECT_THROW(files.statfs64(path("/"), 72, memorySize - 71), BadAddress);
}

TEST_F(Calls, pathsThatAreTooLongAreRefused)
{
    std::fill(memory.begin() + 10'000, memory.begin() + 20'000, std::uint8_t{'a'});
    memory[20'000] = 0;
    EXPECT_EQ(files.stat64(10'000, 500), minus(FileError::NameTooLong));
    EXPECT_EQ(files.chdir(path("\xff\xfe")), minus(FileError::Invalid));
}

}  // namespace
}  // namespace coroboard::micropython
