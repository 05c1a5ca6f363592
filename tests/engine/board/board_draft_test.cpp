// SPDX-License-Identifier: MIT
#include "board/board_draft.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::board {
namespace {

namespace fs = std::filesystem;
using test::profileText;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

BoardDraft draftWith(std::string_view parts)
{
    auto draft = BoardDraft::parse(profileText(parts), "bench.json");
    EXPECT_TRUE(draft) << draft.error().message;
    return *draft;
}

constexpr auto led = R"({"id": "red", "model": "led", "label": "Red", "wires": {"anode": "GP1"}, "at": [10, 20]})";

std::vector<std::string> problemsAt(const BoardDraft& draft, const std::string& part, const std::string& pin)
{
    std::vector<std::string> texts;
    for (const DraftProblem& problem : draft.problems())
        if (problem.part == part && problem.pin == pin)
            texts.push_back(problem.text);
    return texts;
}

TEST(BoardDraft, EveryBoardThatComesWithItIsADraftWithoutProblems)
{
    for (const auto& entry : fs::directory_iterator(fs::path(COROBOARD_SOURCE_DIR) / "boards"))
        if (entry.path().extension() == ".json" && entry.path().filename() != "board.schema.json") {
            const auto draft = BoardDraft::load(entry.path());
            ASSERT_TRUE(draft) << draft.error().message;
            EXPECT_THAT(draft->problems(), IsEmpty()) << entry.path();
        }
}

TEST(BoardDraft, AMoveChangesOnePlaceInTheText)
{
    BoardDraft draft = draftWith(led);
    std::string expected = draft.text();
    expected.replace(expected.find("[10, 20]"), 8, "[30, 40.5]");
    draft.setPlace("red", {30, 40.5});
    EXPECT_EQ(draft.text(), expected);
    EXPECT_EQ(draft.profile().part("red")->place.x, 30);
}

TEST(BoardDraft, ANewPartHasItsOwnIdAndSaysWhatItNeeds)
{
    BoardDraft draft = draftWith(led);
    EXPECT_EQ(draft.add("led", {50, 50}), "led");
    EXPECT_EQ(draft.add("led", {60, 50}), "led_2");
    ASSERT_NE(draft.profile().part("led_2"), nullptr);
    EXPECT_GT(draft.profile().part("led_2")->width, 0);
    EXPECT_THAT(problemsAt(draft, "led", "anode"), ElementsAre(HasSubstr("the wire of \"anode\" is missing")));
    draft.wire({"led", "anode"}, "GP2");
    EXPECT_THAT(problemsAt(draft, "led", "anode"), IsEmpty());
    EXPECT_EQ(draft.profile().part("led")->wires.at("anode"), "GP2");
}

TEST(BoardDraft, ANewPartIsPutOnTheFirstBusThereIs)
{
    auto draft = BoardDraft::load(fs::path(COROBOARD_SOURCE_DIR) / "boards" / "raspberry-pi-pico.json");
    ASSERT_TRUE(draft) << draft.error().message;
    draft->add("bme280", {500, 300});
    EXPECT_EQ(draft->wireOf({"bme280", "scl"}), "GP5");
    EXPECT_EQ(draft->wireOf({"bme280", "sda"}), "GP4");
    EXPECT_EQ(draft->wireOf({"bme280", "mosi"}), "") << "not needed on I2C";
    EXPECT_THAT(draft->problems(), IsEmpty());
    draft->add("ssd1306_spi", {600, 300});
    EXPECT_EQ(draft->wireOf({"ssd1306_spi", "sck"}), "GP18");
    BoardDraft without = draftWith("");
    without.add("bme280", {50, 50});
    EXPECT_EQ(without.wireOf({"bme280", "scl"}), "");
}

TEST(BoardDraft, TwoOutputsOnOneWireAreMarkedAtBothEnds)
{
    BoardDraft draft = draftWith(R"({"id": "near", "model": "hc_sr04", "wires": {"trig": "GP1", "echo": "GP2"}},
        {"id": "far", "model": "hc_sr04", "wires": {"trig": "GP1", "echo": "GP3"}})");
    EXPECT_THAT(draft.problems(), IsEmpty());
    draft.wire({"far", "echo"}, "GP2");
    EXPECT_THAT(problemsAt(draft, "far", "echo"), ElementsAre(HasSubstr("near.echo is on this wire too")));
    EXPECT_THAT(problemsAt(draft, "near", "echo"), ElementsAre(HasSubstr("far.echo is on this wire too")));
}

TEST(BoardDraft, AnAddressTakenTwiceIsMarkedAtBothParts)
{
    BoardDraft draft = draftWith(R"({"id": "air", "model": "bme280", "wires": {"scl": "GP1", "sda": "GP0"}})");
    draft.duplicate("air", {10, 10});
    EXPECT_THAT(problemsAt(draft, "air_2", ""), ElementsAre(HasSubstr("already at air")));
    EXPECT_THAT(problemsAt(draft, "air", ""), ElementsAre(HasSubstr("already at air_2")));
}

TEST(BoardDraft, AnUnknownPinIsMarkedWhereItIs)
{
    BoardDraft draft = draftWith(led);
    draft.wire({"red", "anode"}, "GP77");
    EXPECT_THAT(problemsAt(draft, "red", "anode"), ElementsAre(HasSubstr("\"GP77\"")));
    draft.wire({"red", "anode"}, "GP2");
    draft.wire({"red", "gate"}, "GP2");
    EXPECT_THAT(problemsAt(draft, "red", "gate"), ElementsAre(HasSubstr("a led has no such pin")));
}

TEST(BoardDraft, ADuplicateKeepsItsWiresButNotTheKey)
{
    BoardDraft draft = draftWith(R"({"id": "go", "model": "push_button", "key": "A", "wires": {"signal": "GP1"}, "at": [95, 50]})");
    EXPECT_EQ(draft.duplicate("go", {20, 20}), "go_2");
    const PartProfile& copy = *draft.profile().part("go_2");
    EXPECT_EQ(copy.wires.at("signal"), "GP1");
    EXPECT_EQ(copy.key, "");
    EXPECT_EQ(copy.place.x, 100) << "not beyond the picture";
    EXPECT_EQ(copy.place.y, 70);
    EXPECT_THAT(draft.problems(), IsEmpty());
}

TEST(BoardDraft, PinsOfTwoPartsAreJoinedByTheWireOneHasOrByANewNet)
{
    BoardDraft draft = draftWith(std::string(led) + R"(, {"id": "coil", "model": "relay"}, {"id": "lamp", "model": "led"})");
    draft.join({"coil", "in"}, {"red", "anode"});
    EXPECT_EQ(draft.wireOf({"coil", "in"}), "GP1");
    draft.join({"coil", "com"}, {"lamp", "anode"});
    EXPECT_EQ(draft.wireOf({"coil", "com"}), "NET1");
    EXPECT_EQ(draft.wireOf({"lamp", "anode"}), "NET1");
    EXPECT_THAT(draft.profile().nets, ElementsAre("NET1"));
}

TEST(BoardDraft, AWireTakenAwayIsWhatTheModelSays)
{
    BoardDraft draft = draftWith(R"({"id": "red", "model": "led", "wires": {"anode": "GP1", "cathode": "GP2"}})");
    draft.wire({"red", "cathode"}, "");
    EXPECT_EQ(draft.wireOf({"red", "cathode"}), "GND");
    draft.wire({"red", "anode"}, "");
    EXPECT_EQ(draft.wireOf({"red", "anode"}), "");
    EXPECT_THAT(draft.text(), Not(HasSubstr("\"wires\"")));
}

TEST(BoardDraft, ParametersAndControlsGoBackToTheModels)
{
    BoardDraft draft = draftWith(R"({"id": "dial", "model": "potentiometer", "wires": {"wiper": "GP6"}})");
    const std::string before = draft.text();
    draft.setParameter("dial", "resistance", 4700.0);
    draft.setControl("dial", "position", 25);
    EXPECT_EQ(draft.profile().part("dial")->numbers.at("resistance"), 4700);
    EXPECT_EQ(draft.profile().part("dial")->controls.at("position"), 25);
    draft.setParameter("dial", "resistance", std::nullopt);
    draft.setControl("dial", "position", std::nullopt);
    EXPECT_EQ(draft.text(), before);
}

TEST(BoardDraft, AnIdThatIsTakenOrNoneIsRefused)
{
    BoardDraft draft = draftWith(std::string(led) + R"(, {"id": "blue", "model": "led", "wires": {"anode": "GP2"}})");
    EXPECT_THAT(draft.rename("blue", "red").error().message, HasSubstr("another part is called \"red\""));
    EXPECT_THAT(draft.rename("blue", "a b").error().message, HasSubstr("are allowed"));
    EXPECT_TRUE(draft.rename("blue", "sky"));
    EXPECT_NE(draft.profile().part("sky"), nullptr);
}

TEST(BoardDraft, TurnsStayWithinACircle)
{
    BoardDraft draft = draftWith(led);
    draft.setRotation("red", -90);
    EXPECT_EQ(draft.profile().part("red")->rotation, 270);
    draft.setRotation("red", 720);
    EXPECT_THAT(draft.text(), Not(HasSubstr("rotation")));
}

TEST(BoardDraft, APinOffersOnlyWiresItMayBeOn)
{
    BoardDraft draft = draftWith(std::string(led) + R"(, {"id": "far", "model": "hc_sr04", "wires": {"trig": "GP1", "echo": "GP3"}})");
    EXPECT_THAT(draft.wiresFor({"red", "anode"}), Contains("3V3"));
    EXPECT_THAT(draft.wiresFor({"far", "echo"}), Not(Contains("3V3")));
    EXPECT_THAT(draft.wiresFor({"far", "none"}), IsEmpty());
    for (const std::string& wire : draft.wiresFor({"far", "echo"})) {
        BoardDraft wired = draft;
        wired.wire({"far", "echo"}, wire);
        EXPECT_THAT(problemsAt(wired, "far", "echo"), IsEmpty()) << wire;
    }
}

TEST(BoardDraft, WhatCannotBeReadIsRefused)
{
    EXPECT_FALSE(BoardDraft::parse("{", "b.json"));
    EXPECT_THAT(BoardDraft::parse(profileText(std::string(led) + "," + led), "b.json").error().message, HasSubstr("two parts are called \"red\""));
}

}  // namespace
}  // namespace coroboard::board
