// SPDX-License-Identifier: MIT
#include "trace/perfetto_writer.h"

#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coroboard::trace {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

time::VirtualTime at(time::Duration time) { return time::powerOn + time; }

TEST(PerfettoWriter, TracksSlicesArrowsAndCounters)
{
    std::ostringstream stream;
    PerfettoWriter writer(stream, "first \"light\"");
    writer.nameTask(7, "blink");
    writer.addSlice(7, at(1500ns), at(2750ns), "blink", "sleep until 0.500 s");
    writer.addWake(7, at(2us), 8, at(3us));
    writer.addInstant(8, at(3us), "cancelled");
    writer.addCounter("ready tasks", at(4us), 2.5);
    writer.finish();
    const json events = json::parse(stream.str());
    ASSERT_EQ(events.size(), 8u);
    EXPECT_EQ(events[0]["args"]["name"], "first \"light\"");
    EXPECT_EQ(events[1]["name"], "thread_name");
    EXPECT_EQ(events[1]["tid"], 7);
    EXPECT_EQ(events[1]["args"]["name"], "blink");
    EXPECT_EQ(events[3]["ph"], "X");
    EXPECT_DOUBLE_EQ(events[3]["ts"], 1.5);
    EXPECT_DOUBLE_EQ(events[3]["dur"], 1.25);
    EXPECT_EQ(events[3]["args"]["then waits for"], "sleep until 0.500 s");
    EXPECT_EQ(events[4]["ph"], "s");
    EXPECT_EQ(events[4]["tid"], 7);
    EXPECT_EQ(events[5]["ph"], "f");
    EXPECT_EQ(events[5]["tid"], 8);
    EXPECT_EQ(events[4]["id"], events[5]["id"]);
    EXPECT_EQ(events[7]["args"]["value"], 2.5);
}

TEST(PerfettoWriter, EmptyAndOddNamesAreValidJson)
{
    std::ostringstream stream;
    PerfettoWriter writer(stream, "");
    writer.nameTask(1, "\xff\x01\n");
    writer.addCounter("nothing", at(0ns), 0.0 / 1.0);
    writer.finish();
    EXPECT_EQ(json::parse(stream.str()).size(), 4u);
}

TEST(PerfettoWriter, IsValidAfterEverySave)
{
    std::ostringstream stream;
    PerfettoWriter writer(stream, "program");
    for (int i = 0; i < 5; ++i) {
        writer.addSlice(1, at(i * 1ms), at(i * 1ms + 1us), "work");
        writer.save();
        EXPECT_EQ(json::parse(stream.str()).size(), static_cast<std::size_t>(i) + 2);
    }
    writer.finish();
    EXPECT_EQ(json::parse(stream.str()).size(), 6u);
}

TEST(PerfettoWriter, LongTimesStayExact)
{
    std::ostringstream stream;
    PerfettoWriter writer(stream, "program");
    writer.addSlice(1, at(10h + 1ns), at(10h + 1ns), "work");
    writer.finish();
    EXPECT_NE(stream.str().find("\"ts\":36000000000.001,\"dur\":0.000"), std::string::npos);
}

}  // namespace
}  // namespace coroboard::trace
