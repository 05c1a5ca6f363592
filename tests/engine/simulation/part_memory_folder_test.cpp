// SPDX-License-Identifier: MIT
#include "simulation/part_memory_folder.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "support/board_bench.h"
#include "support/snapshot_watch.h"
#include "support/temporary_folder.h"
#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using test::TemporaryFolder;
using test::TestBench;
namespace fs = std::filesystem;

// Says what it finds in the EEPROM, then writes this byte there, then lists the flash.
std::shared_ptr<const program::Program> writing(int byte, const fs::path& folder)
{
    program::Program program;
    program.name = "notes";
    program.folder = folder;
    program.main = R"(
import os
from machine import Pin, SoftI2C
i2c = SoftI2C(scl=Pin(1), sda=Pin(0))
print(i2c.readfrom_mem(0x57, 0x0100, 1, addrsize=16)[0])
i2c.writeto_mem(0x57, 0x0100, bytes([)" +
                   std::to_string(byte) + R"(]), addrsize=16)
print(os.listdir())
)";
    if (!folder.empty())
        std::ofstream(folder / "main.py") << program.main;
    return std::make_shared<const program::Program>(std::move(program));
}

board::BoardProfile withMemory()
{
    return test::profileWith(R"({"id": "notes", "model": "at24c32", "wires": {"scl": "GP1", "sda": "GP0"}},
                               {"id": "pull-up", "model": "ds3231", "wires": {"scl": "GP1", "sda": "GP0"}})");
}

std::string run(int byte, const fs::path& folder)
{
    TestBench bench(writing(byte, folder), withMemory(), 1, {});
    bench.runFor(1s);
    return bench.console();
}

TEST(PartMemoryFolder, AnEepromKeepsItsContentsFromOneRunToTheNext)
{
    const TemporaryFolder project;
    EXPECT_EQ(run(7, project.path()), "255\n['main.py']\n");
    EXPECT_TRUE(fs::exists(project.path() / ".coroboard" / "notes.memory"));
    EXPECT_FALSE(fs::exists(project.path() / ".coroboard" / "pull-up.memory")) << "it has no memory";
    EXPECT_EQ(run(8, project.path()), "7\n['main.py']\n") << "and the program does not see the file";
    EXPECT_EQ(run(9, project.path()), "8\n['main.py']\n");
}

TEST(PartMemoryFolder, AProgramThatIsNoProjectLeavesNothing)
{
    EXPECT_EQ(run(7, {}), "255\n['main.py']\n");
    EXPECT_EQ(run(7, {}), "255\n['main.py']\n");
}

TEST(PartMemoryFolder, AnotherProjectHasItsOwn)
{
    const TemporaryFolder first;
    const TemporaryFolder second;
    run(7, first.path());
    TestBench bench(writing(1, second.path()), withMemory(), 1, {});
    bench.runFor(1s);
    bench.apply(RunProgram{writing(2, first.path())});
    bench.runFor(1s);
    EXPECT_EQ(bench.console(), "255\n['main.py']\n7\n['main.py']\n");
    bench.apply(RunProgram{writing(3, second.path())});
    bench.runFor(1s);
    EXPECT_THAT(bench.console(), testing::EndsWith("]\n1\n['main.py']\n"));
}

TEST(PartMemoryFolder, ALinkIsNotFollowed)
{
    const TemporaryFolder project;
    const TemporaryFolder elsewhere;
    fs::create_directory_symlink(elsewhere.path(), project.path() / ".coroboard");
    std::string told;
    PartMemoryFolder folder(project.path(), [&](const std::string& text) { told += text; });
    folder.save({{"notes", {1, 2}}});
    EXPECT_TRUE(fs::is_empty(elsewhere.path()));
    EXPECT_THAT(told, testing::HasSubstr("cannot keep what \"notes\" remembers"));
}

TEST(PartMemoryFolder, WhatCannotBeKeptIsReportedToTheVeryEnd)
{
    const TemporaryFolder project;
    std::ofstream(project.path() / ".coroboard") << "in the way";
    {
        IntegrationThread engine(withMemory(), writing(7, project.path()));
        test::SnapshotWatch watch(engine);
        ASSERT_TRUE(watch.until([](const Snapshot& snapshot) { return snapshot.stopReason == StopReason::Finished; }));
    }
    EXPECT_EQ(project.get(".coroboard"), "in the way");
}

TEST(PartMemoryFolder, WritesWhatHasChangedOnly)
{
    const TemporaryFolder project;
    PartMemoryFolder folder(project.path(), {});
    folder.remember({{"a", {1}}, {"b", {2}}});
    folder.save({{"a", {1}}, {"b", {3}}});
    EXPECT_FALSE(fs::exists(project.path() / ".coroboard" / "a.memory"));
    EXPECT_EQ(project.get(".coroboard/b.memory"), "\x03");
}

}  // namespace
}  // namespace coroboard::simulation
