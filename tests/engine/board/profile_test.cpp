// SPDX-License-Identifier: MIT
#include "board/board_profile.h"

#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "board/json_source.h"
#include "board/spelling.h"
#include "parts/part_model.h"
#include "support/board_bench.h"

namespace coroboard::board {
namespace {

namespace fs = std::filesystem;
using test::profileText;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const fs::path boards = fs::path(COROBOARD_SOURCE_DIR) / "boards";

std::string problemsOf(std::string_view json)
{
    const auto profile = parseProfile(json, "b.json");
    return profile ? "" : profile.error().message;
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), with);
}

constexpr auto led = R"({"id": "red", "model": "led", "wires": {"anode": "GP1"}})";

TEST(Profile, TheSensorBoardIsWhole)
{
    const auto profile = loadProfile(boards / "sensor-board.json");
    ASSERT_TRUE(profile) << profile.error().message;
    EXPECT_EQ(profile->name, "sensor-board");
    EXPECT_EQ(profile->chip.platform, "rp2");
    EXPECT_EQ(profile->chip.heapBytes, 256u * 1024);
    EXPECT_TRUE(fs::is_regular_file(profile->picture));
    ASSERT_NE(profile->pin("A0"), nullptr);
    EXPECT_EQ(profile->pin("A0")->number, 26);
    EXPECT_EQ(profile->pin("LED")->name, "GP25");
    ASSERT_NE(profile->part("blue"), nullptr);
    EXPECT_EQ(profile->part("blue")->wires.at("anode"), "GP18");
    EXPECT_EQ(profile->part("blue")->wires.at("cathode"), "GND");
    EXPECT_EQ(profile->part("button_a")->key, "A");
    EXPECT_EQ(profile->part("lamp"), nullptr);
}

TEST(Profile, EveryProfileOfTheFolderLoads)
{
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(boards)) {
        if (entry.path().extension() != ".json" || entry.path().filename() == "board.schema.json")
            continue;
        ++files;
        const auto profile = loadProfile(entry.path());
        EXPECT_TRUE(profile) << profile.error().message;
    }
    const auto profiles = loadProfiles(boards);
    EXPECT_EQ(profiles.size(), files);
    EXPECT_GE(files, 2u);
    EXPECT_TRUE(std::is_sorted(profiles.begin(), profiles.end(), [](auto& a, auto& b) { return a.name < b.name; }));
}

TEST(Profile, EveryPartAndPinHasItsPlaceOnThePicture)
{
    for (const BoardProfile& profile : loadProfiles(boards)) {
        for (const PartProfile& part : profile.parts) {
            SCOPED_TRACE(profile.name + " " + part.id);
            EXPECT_GT(part.place.x, part.width / 2);
            EXPECT_LT(part.place.x, profile.pictureWidth - part.width / 2);
            EXPECT_GT(part.place.y, part.height / 2);
            EXPECT_LT(part.place.y, profile.pictureHeight - part.height / 2);
        }
        for (const PinProfile& pin : profile.pins)
            EXPECT_GT(pin.place.x, 0) << profile.name << " " << pin.name;
    }
}

TEST(Profile, IsCompletedWithWhatTheModelSays)
{
    const auto profile = parseProfile(profileText(led), "b.json");
    ASSERT_TRUE(profile) << profile.error().message;
    const PartProfile& part = profile->parts.at(0);
    EXPECT_EQ(part.label, "red");
    EXPECT_EQ(part.wires.at("cathode"), "GND");
    EXPECT_EQ(part.numbers.at("resistance"), 330);
    EXPECT_EQ(part.words.at("colour"), "#ff3b30");
    EXPECT_GT(part.width, 0);
}

TEST(Profile, SyntaxErrorsSayWhere)
{
    EXPECT_THAT(problemsOf("{\n  \"title\": \"x\",\n  oops\n}"), StartsWith("b.json:3:3: not JSON: "));
    EXPECT_THAT(problemsOf(""), StartsWith("b.json:1:1: not JSON"));
    EXPECT_THAT(problemsOf("{\"title\": \"x\""), StartsWith("b.json:1:"));
    EXPECT_THAT(problemsOf("\x00\xff\xfe binary"), HasSubstr("not JSON"));
    EXPECT_THAT(problemsOf("[1, 2]"), HasSubstr("b.json:1:1: /: a list of 2: an object is allowed"));
    EXPECT_THAT(problemsOf("{\n \"chip\": 1e999 }"), StartsWith("b.json:2:10: not JSON: number overflow"));
}

TEST(Profile, DeepNestingAndHugeFilesAreRefused)
{
    EXPECT_THAT(problemsOf(std::string(500'000, '[')), HasSubstr("nested too deep: 32 levels are allowed"));
    EXPECT_THAT(problemsOf(std::string(2'000'000, ' ')), HasSubstr("bytes is allowed"));
}

TEST(Profile, NamesFileLineColumnPointerValueAndWhatIsAllowed)
{
    const auto text = replaced(profileText(""), "\"clockHz\": 125000000", "\n   \"clockHz\": \"fast\"");
    EXPECT_EQ(problemsOf(text),
              "b.json:3:15: /chip/clockHz: \"fast\": a whole number from 1000000 to 2000000000 is allowed");
}

TEST(Profile, ReportsEveryProblemInTheOrderOfTheText)
{
    const auto problems = problemsOf(R"({
  "titel": "x",
  "picture": {"file": "../secret.svg", "width": 1e300, "height": 100},
  "chip": {"name": "X", "platform": "rp2", "clockHz": -1, "nanosecondsPerBytecode": 500},
  "pins": [{"name": "GP1", "number": 1}, {"name": "GP1", "number": 1}],
  "parts": [{"id": "red", "model": "ledd"}, {"id": "red", "model": "led", "wires": {"anode": "GP7"}}]
})");
    const char* expected[] = {
        ":1:1: /: \"title\" is missing",
        ":2:3: /titel: no such key: ",
        "did you mean \"title\"?",
        ":3:23: /picture/file: \"../secret.svg\": an SVG file in the profile's own folder is allowed",
        ":3:49: /picture/width: 1e+300: a number from 10 to 10000 is allowed",
        ":4:55: /chip/clockHz: -1: ",
        ":5:51: /pins/1/name: \"GP1\": this pin name is already at /pins/0/name: each once is allowed",
        "/pins/1/number: 1: this pin number is already at /pins/0/number",
        ":6:36: /parts/0/model: \"ledd\": ",
        "buzzer, ",
        "did you mean \"led\"?",
        "/parts/1/id: \"red\": this id is already at /parts/0/id",
        "/parts/1/wires/anode: \"GP7\": 3V3, GND, GP1",
    };
    std::size_t from = 0;
    for (const char* each : expected) {
        const auto at = problems.find(each, from);
        EXPECT_NE(at, std::string::npos) << each << "\nis not, or not in order, in\n" << problems;
        if (at != std::string::npos)
            from = at;
    }
}

TEST(Profile, DuplicateKeysAreProblems)
{
    EXPECT_THAT(problemsOf("{\"title\": \"a\",\n \"title\": \"b\"}"),
                HasSubstr(":2:2: /title: the key is there twice"));
}

TEST(Profile, TwoOutputsOnOneWireFight)
{
    const auto problems = problemsOf(profileText(R"({"id": "d", "model": "potentiometer", "wires": {"wiper": "GP6"}},
{"id": "l", "model": "photoresistor", "wires": {"signal": "GP6"}})"));
    EXPECT_THAT(
        problems,
        HasSubstr("/parts/1/wires/signal: \"GP6\": two outputs fight: /parts/0/wires/wiper is on this wire too"));
    EXPECT_EQ(problemsOf(profileText(R"({"id": "a", "model": "push_button", "wires": {"signal": "GP1"}},
{"id": "b", "model": "push_button", "wires": {"signal": "GP1"}})")),
              "")
        << "contacts do not fight";
}

TEST(Profile, APartWithTwoBusesNeedsTheWiresOfTheOneItUses)
{
    EXPECT_THAT(problemsOf(profileText(R"({"id": "w", "model": "bme280", "wires": {"scl": "GP5"}})")),
                HasSubstr("/parts/0: sda is not on a wire"));
    const auto onSpi =
        R"({"id": "w", "model": "bme280", "parameters": {"bus": "spi"}, "wires": {"sck": "GP2", "mosi": "GP3", "miso": "GP0")";
    EXPECT_THAT(problemsOf(profileText(onSpi + std::string("}}"))), HasSubstr("/parts/0: cs is not on a wire"));
    EXPECT_EQ(problemsOf(profileText(onSpi + std::string(R"(, "cs": "GP1"}})"))), "");
}

TEST(Profile, WiresArePinsAliasesOrRails)
{
    const auto with = [](const char* wires) {
        return problemsOf(profileText(std::string(R"({"id": "d", "model": "potentiometer", "wires": )") + wires + "}"));
    };
    EXPECT_EQ(with(R"({"wiper": "GP6"})"), "");
    EXPECT_THAT(with(R"({"wiper": "GND"})"), HasSubstr("an output cannot be on a supply rail"));
    EXPECT_THAT(with(R"({"wiper": "GP6", "high": "GP1"})"), HasSubstr("/wires/high: \"GP1\": 3V3, GND are allowed"));
    EXPECT_THAT(with(R"({"wiper": 6})"), HasSubstr("/wires/wiper: 6: "));
    EXPECT_THAT(with(R"({"wipper": "GP6"})"),
                HasSubstr("has no such pin: wiper, high, low are allowed; did you mean \"wiper\"?"));
    EXPECT_THAT(with("{}"), HasSubstr("the wire of \"wiper\" is missing"));
    const auto aliased = parseProfile(
        replaced(profileText(led), R"({"name": "GP1",)", R"({"name": "GP1", "aliases": ["X"],)"), "b.json");
    ASSERT_TRUE(aliased) << aliased.error().message;
    const auto byAlias =
        parseProfile(replaced(replaced(profileText(led), R"({"name": "GP1",)", R"({"name": "GP1", "aliases": ["X"],)"),
                              R"("anode": "GP1")", R"("anode": "X")"),
                     "b.json");
    ASSERT_TRUE(byAlias) << byAlias.error().message;
    EXPECT_EQ(byAlias->parts[0].wires.at("anode"), "GP1");
}

TEST(Profile, ParametersAndControlsAreChecked)
{
    const auto with = [](const char* rest) {
        return problemsOf(profileText(
            std::string(R"({"id": "d", "model": "potentiometer", "wires": {"wiper": "GP6"}, )") + rest + "}"));
    };
    EXPECT_EQ(with(R"("parameters": {"resistance": 5000}, "controls": {"position": 10})"), "");
    EXPECT_THAT(with(R"("parameters": {"resistance": 0})"),
                HasSubstr("resistance: 0: a number from 100 to 10000000 Ω is allowed"));
    EXPECT_THAT(with(R"("parameters": {"resistance": true})"), HasSubstr("resistance: true: a number from"));
    EXPECT_THAT(with(R"("parameters": {"resistence": 1})"), HasSubstr("did you mean \"resistance\"?"));
    EXPECT_THAT(with(R"("controls": {"position": 101})"),
                HasSubstr("position: 101: a number from 0 to 100 % is allowed"));
    EXPECT_THAT(with(R"("key": "A")"), HasSubstr("a potentiometer has nothing to press"));
    EXPECT_THAT(with(R"("at": [500, 5])"), HasSubstr("/at/0: 500: a number from 0 to 100 is allowed"));
    EXPECT_THAT(with(R"("at": [5])"), HasSubstr("/at: a list of 1: a list of two numbers is allowed"));
    EXPECT_THAT(problemsOf(profileText(replaced(led, "}}", R"(}, "parameters": {"colour": "red"}})"))),
                HasSubstr("colour: \"red\": a colour like \"#ff3b30\" is allowed"));
}

TEST(Profile, ColumnsCountCharacters)
{
    const auto text = replaced(profileText(led), "\"id\": \"red\"", "\"label\": \"żółć\", \"id\": 5");
    const auto line = text.substr(text.rfind("\n\"parts\"") + 1);
    const auto bytes = line.find("\"id\": 5") + 6;
    EXPECT_THAT(problemsOf(text), HasSubstr(":" + std::to_string(bytes + 1 - 4) + ": /parts/0/id: 5: "));
}

TEST(Profile, AMissingFileIsAnError)
{
    const auto missing = loadProfile(boards / "nothing.json");
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().message, HasSubstr("nothing.json: No such file"));
    EXPECT_FALSE(loadProfile(boards));
    EXPECT_TRUE(loadProfiles(boards / "nowhere").empty());
}

TEST(Profile, AMissingPictureIsAProblemOfAFileOnDisk)
{
    const auto folder = fs::path(testing::TempDir()) / "coroboard-profile-test";
    fs::create_directories(folder);
    std::ofstream(folder / "bench.json") << profileText("");
    const auto without = loadProfile(folder / "bench.json");
    ASSERT_FALSE(without);
    EXPECT_THAT(without.error().message, HasSubstr("/picture/file: \"bench.svg\": there is no such file"));
    std::ofstream(folder / "bench.svg") << "<svg/>";
    EXPECT_TRUE(loadProfile(folder / "bench.json"));
    fs::remove_all(folder);
}

TEST(Profile, NoTextWithOneByteChangedDoesHarm)
{
    const std::string whole = profileText(led);
    ASSERT_EQ(problemsOf(whole), "");
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char byte : {'"', '{', ']', '9', '\0', '\xff'}) {
            std::string text = whole;
            text[at] = byte;
            const auto problems = problemsOf(text);
            refused += !problems.empty();
            EXPECT_TRUE(problems.empty() || problems.rfind("b.json:", 0) == 0) << problems;
        }
    }
    EXPECT_GT(refused, whole.size());
}

// Editors complete profiles with the schema; it must say what the registry says.
TEST(Schema, SaysOfEveryModelWhatTheRegistrySays)
{
    std::ifstream stream(boards / "board.schema.json");
    const auto schema = nlohmann::json::parse(stream);
    std::vector<std::string> names;
    std::map<std::string, nlohmann::json> cases;
    for (const auto& each : schema.at("$defs").at("part").at("allOf"))
        cases[each.at("if").at("properties").at("model").at("const")] = each.at("then").at("properties");
    for (const parts::PartModel& model : parts::models()) {
        const std::string& name = model.description.model;
        SCOPED_TRACE(name);
        names.push_back(name);
        ASSERT_TRUE(cases.count(name));
        const auto& said = cases[name];
        const auto& parameters = said.at("parameters").at("properties");
        EXPECT_EQ(parameters.size(), model.numbers.size() + model.words.size());
        for (const auto& number : model.numbers) {
            SCOPED_TRACE(number.id);
            EXPECT_EQ(parameters.at(number.id).at("minimum"), number.minimum);
            EXPECT_EQ(parameters.at(number.id).at("maximum"), number.maximum);
            EXPECT_EQ(parameters.at(number.id).at("default"), number.initial);
        }
        for (const auto& word : model.words)
            EXPECT_EQ(parameters.at(word.id).at("default"), word.initial);
        const auto& wires = said.at("wires").at("properties");
        EXPECT_EQ(wires.size(), model.description.pins.size());
        for (const auto& pin : model.description.pins)
            EXPECT_EQ(wires.at(pin.id).value("default", ""), pin.otherwise) << pin.id;
        const auto& controls = said.at("controls").at("properties");
        EXPECT_EQ(controls.size(), model.description.controls.size());
        for (const auto& control : model.description.controls)
            EXPECT_EQ(controls.at(control.id).at("default"), control.initial) << control.id;
    }
    EXPECT_EQ(schema.at("$defs").at("part").at("properties").at("model").at("enum"), names);
}

TEST(Spelling, GuessesNearbyWordsOnly)
{
    const std::vector<std::string> words = {"thermistor", "led", "push_button"};
    EXPECT_EQ(guess("termistor", words), "; did you mean \"thermistor\"?");
    EXPECT_EQ(guess("LED", words), "; did you mean \"led\"?");
    EXPECT_EQ(guess("push_buttno", words), "; did you mean \"push_button\"?");
    EXPECT_EQ(guess("accelerometer", words), "");
    EXPECT_EQ(guess("", words), "");
    EXPECT_EQ(listed(words), "thermistor, led, push_button");
}

}  // namespace
}  // namespace coroboard::board
