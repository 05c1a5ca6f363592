// SPDX-License-Identifier: MIT
#include "board/json_text.h"

#include <gtest/gtest.h>

namespace coroboard::board {
namespace {

using Json = nlohmann::ordered_json;

std::string after(std::string text, const std::function<void(JsonText&)>& change)
{
    JsonText json(std::move(text));
    change(json);
    EXPECT_TRUE(Json::accept(json.text())) << json.text();
    return json.text();
}

TEST(JsonText, AReplacedValueLeavesTheRestToTheByte)
{
    EXPECT_EQ(after("{\n  \"b\" : 1 ,\n\t\"a\": [1,2]\n}\n", [](JsonText& text) { text.set("/a", Json::array({3.5, 4.0})); }),
              "{\n  \"b\" : 1 ,\n\t\"a\": [3.5, 4]\n}\n");
}

TEST(JsonText, ANewMemberStandsLikeItsNeighbours)
{
    EXPECT_EQ(after(R"({ "a": 1 })", [](JsonText& text) { text.set("/b", 2); }), R"({ "a": 1, "b": 2 })");
    EXPECT_EQ(after("{\n    \"a\": 1\n}", [](JsonText& text) { text.set("/b", "x"); }), "{\n    \"a\": 1,\n    \"b\": \"x\"\n}");
}

TEST(JsonText, ObjectsOnTheWayAreMade)
{
    EXPECT_EQ(after(R"({ "parts": [{ "id": "a" }] })", [](JsonText& text) { text.set("/parts/0/wires/scl", "GP1"); }),
              R"({ "parts": [{ "id": "a", "wires": { "scl": "GP1" } }] })");
    EXPECT_EQ(after(R"({ "wires": 5 })", [](JsonText& text) { text.set("/wires/scl", "GP1"); }), R"({ "wires": { "scl": "GP1" } })");
}

TEST(JsonText, AListGrowsAtItsEnd)
{
    const auto grow = [](JsonText& text) { text.append("/parts", Json{{"id", "b"}}); };
    EXPECT_EQ(after("{\n  \"parts\": [\n    { \"id\": \"a\" }\n  ]\n}", grow),
              "{\n  \"parts\": [\n    { \"id\": \"a\" },\n    { \"id\": \"b\" }\n  ]\n}");
    EXPECT_EQ(after("{\n  \"parts\": []\n}", grow), "{\n  \"parts\": [\n    { \"id\": \"b\" }\n  ]\n}");
    EXPECT_EQ(after("{\n  \"title\": \"t\"\n}", grow), "{\n  \"title\": \"t\",\n  \"parts\": [\n    { \"id\": \"b\" }\n  ]\n}");
}

TEST(JsonText, WhatIsErasedTakesItsCommaAlong)
{
    const std::string three = R"({ "a": 1, "b": [2, {}], "c": "x,}" })";
    EXPECT_EQ(after(three, [](JsonText& text) { text.erase("/a"); }), R"({ "b": [2, {}], "c": "x,}" })");
    EXPECT_EQ(after(three, [](JsonText& text) { text.erase("/b"); }), R"({ "a": 1, "c": "x,}" })");
    EXPECT_EQ(after(three, [](JsonText& text) { text.erase("/c"); }), R"({ "a": 1, "b": [2, {}] })");
    EXPECT_EQ(after(three, [](JsonText& text) { text.erase("/b/0"); }), R"({ "a": 1, "b": [{}], "c": "x,}" })");
    EXPECT_EQ(after(three, [](JsonText& text) { text.erase("/none"); }), three);
    EXPECT_EQ(after(R"({ "a": 1 })", [](JsonText& text) { text.erase("/a"); }), R"({})");
    EXPECT_EQ(after("{\"parts\": [\n  {\"id\": 1}\n]}", [](JsonText& text) { text.erase("/parts/0"); }), "{\"parts\": []}");
}

TEST(JsonText, KeysWithSlashesAndQuotesAreFound)
{
    EXPECT_EQ(after(R"({ "a/b": 1, "q\"": 2 })", [](JsonText& text) {
        text.set(pointerTo("", "a/b"), 3);
        text.erase(pointerTo("", "q\""));
    }), R"({ "a/b": 3 })");
}

}  // namespace
}  // namespace coroboard::board
