// SPDX-License-Identifier: MIT
#include "simulation/board_copy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "simulation/board_files.h"
#include "support/temporary_folder.h"

namespace coroboard::simulation {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class BoardCopy : public testing::Test {
protected:
    board::BoardDraft shipped(const std::string& name) const
    {
        auto draft = board::BoardDraft::load(boardsFolder() / (name + ".json"));
        EXPECT_TRUE(draft) << draft.error().message;
        return *draft;
    }

    test::TemporaryFolder folder;
};

TEST_F(BoardCopy, TheBoardsFolderIsKnown)
{
    EXPECT_TRUE(isShippedBoard(boardsFolder() / "sensor-board.json"));
    EXPECT_TRUE(isShippedBoard(boardsFolder() / ".." / boardsFolder().filename() / "sensor-board.json"));
    EXPECT_FALSE(isShippedBoard(folder.path() / "sensor-board.json"));
}

TEST_F(BoardCopy, ACopyIsWholeAndNamedByItsProject)
{
    board::BoardDraft draft = shipped("sensor-board");
    draft.setPlace("red", {100, 100});
    const auto copy = copyBoard(draft, boardsFolder() / "sensor-board.json", folder.path());
    ASSERT_TRUE(copy) << copy.error().message;
    EXPECT_EQ(*copy, folder.path() / "board.json");
    const auto profile = findBoard(copy->string());
    ASSERT_TRUE(profile) << profile.error().message;
    EXPECT_EQ(profile->part("red")->place.x, 100);
    EXPECT_EQ(profile->picture.parent_path(), folder.path());
    EXPECT_THAT(folder.get("coroboard.json"), HasSubstr(R"("board": "board.json")"));
    EXPECT_THAT(folder.get("board.json"), Not(HasSubstr("$schema")));
}

TEST_F(BoardCopy, AnExtendedProfileComesAlongAndTheCopyHasOnlyItsOwnParts)
{
    const auto copy = copyBoard(shipped("robot-arm"), boardsFolder() / "robot-arm.json", folder.path());
    ASSERT_TRUE(copy) << copy.error().message;
    const auto profile = findBoard(copy->string());
    ASSERT_TRUE(profile) << profile.error().message;
    EXPECT_TRUE(fs::exists(folder.path() / "raspberry-pi-pico.json"));
    EXPECT_THAT(folder.get("board.json"), HasSubstr("\"extends\": \"raspberry-pi-pico.json\""));
    EXPECT_THAT(folder.get("board.json"), Not(HasSubstr("\"chip\"")));
}

TEST_F(BoardCopy, WhatIsThereIsNotWrittenOver)
{
    folder.put("board.json", "mine");
    folder.put("sensor-board.svg", "my picture");
    folder.put("coroboard.json", "{\n  \"board\": \"esp32-devkit\"\n}\n");
    const auto copy = copyBoard(shipped("sensor-board"), boardsFolder() / "sensor-board.json", folder.path());
    ASSERT_TRUE(copy) << copy.error().message;
    EXPECT_EQ(copy->filename(), "board-2.json");
    EXPECT_EQ(folder.get("board.json"), "mine");
    EXPECT_EQ(folder.get("sensor-board.svg"), "my picture");
    EXPECT_EQ(folder.get("coroboard.json"), "{\n  \"board\": \"board-2.json\"\n}\n");
    EXPECT_TRUE(findBoard(copy->string()));
}

TEST_F(BoardCopy, ABrokenProjectFileIsLeftAlone)
{
    folder.put("coroboard.json", "{ oops");
    const auto copy = copyBoard(shipped("sensor-board"), boardsFolder() / "sensor-board.json", folder.path());
    EXPECT_FALSE(copy);
    EXPECT_EQ(folder.get("coroboard.json"), "{ oops");
    EXPECT_FALSE(fs::exists(folder.path() / "board.json"));
}

}  // namespace
}  // namespace coroboard::simulation
