// SPDX-License-Identifier: MIT
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "trace/csv_writer.h"
#include "trace/signal_trace.h"
#include "trace/vcd_writer.h"

namespace coroboard::trace {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

time::VirtualTime at(time::Duration time) { return time::powerOn + time; }

std::vector<SignalDescription> signals()
{
    return {{"GP15", SignalKind::Digital, ""}, {"GP26 light", SignalKind::Analog, "mV"}, {"GP16", SignalKind::Pwm, ""}};
}

void play(SignalSink& sink)
{
    sink.add({0, at(0ns), 0, 0});
    sink.add({1, at(0ns), 1650.25, 0});
    sink.add({0, at(1500us), 1, 0});
    sink.add({2, at(1500us), 0.25, 1000});
    sink.add({0, at(2ms + 1ns), 0, 0});
}

TEST(SignalTrace, KeepsTheNewestAndCountsTheRest)
{
    SignalTrace trace(4);
    const std::size_t signal = trace.declare({"GP1", SignalKind::Digital, ""});
    const std::size_t other = trace.declare({"GP2", SignalKind::Digital, ""});
    for (int i = 0; i < 10; ++i) {
        trace.add({signal, at(i * 1ms), static_cast<double>(i % 2), 0});
    }
    trace.add({other, at(7ms), 1, 0});
    const std::vector<SignalChange> changes = trace.changes(signal);
    ASSERT_EQ(changes.size(), 4u);
    EXPECT_EQ(changes.front().when, at(6ms));
    EXPECT_EQ(changes.back().when, at(9ms));
    EXPECT_EQ(changes.back().value, 1);
    EXPECT_EQ(trace.dropped(signal), 6u);
    EXPECT_EQ(trace.dropped(other), 0u);
    EXPECT_TRUE(SignalTrace(3).signals().empty());
}

TEST(SignalTrace, WritesItselfInOrderOfTime)
{
    struct Collector : SignalSink {
        void add(const SignalChange& change) override { changes.push_back(change); }
        std::vector<SignalChange> changes;
    } collector;
    SignalTrace trace;
    for (SignalDescription& description : signals()) {
        trace.declare(description);
    }
    play(trace);
    trace.writeTo(collector);
    ASSERT_EQ(collector.changes.size(), 5u);
    for (std::size_t i = 1; i < collector.changes.size(); ++i) {
        EXPECT_LE(collector.changes[i - 1].when, collector.changes[i].when);
    }
    EXPECT_EQ(collector.changes[3].frequency, 1000);
}

TEST(VcdWriter, WritesAValueChangeDump)
{
    std::ostringstream stream;
    VcdWriter writer(stream, signals());
    play(writer);
    writer.finish(at(3ms));
    EXPECT_EQ(stream.str(),
              "$comment Coroboard $end\n$timescale 1 ns $end\n$scope module board $end\n"
              "$var wire 1 ! GP15 $end\n$var real 64 \" GP26_light $end\n$var real 64 # GP16.duty $end\n$var real 64 $ GP16.frequency $end\n"
              "$upscope $end\n$enddefinitions $end\n#0\n$dumpvars\nx!\n$end\n"
              "0!\nr1650.25 \"\n#1500000\n1!\nr0.25 #\nr1000 $\n#2000001\n0!\n#3000000\n");
}

TEST(VcdWriter, ManySignalsHaveDifferentCodes)
{
    std::vector<SignalDescription> many(94 * 95 + 1);
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i].name = "s" + std::to_string(i);
    }
    std::ostringstream stream;
    VcdWriter writer(stream, many);
    std::istringstream lines(stream.str());
    std::vector<std::string> codes;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("$var", 0) == 0) {
            std::istringstream words(line);
            std::string skipped, code;
            words >> skipped >> skipped >> skipped >> code;
            codes.push_back(code);
        }
    }
    ASSERT_EQ(codes.size(), many.size());
    std::sort(codes.begin(), codes.end());
    EXPECT_EQ(std::adjacent_find(codes.begin(), codes.end()), codes.end());
}

std::string outputOf(const std::string& command)
{
    std::string output;
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        output.append(buffer.data(), count);
    }
    ::pclose(pipe);
    return output;
}

// sigrok-cli reads the file as PulseView would: a square wave of 1 ms comes out as a square wave.
TEST(VcdWriter, SigrokReadsIt)
{
    if (std::system("command -v sigrok-cli >/dev/null 2>&1") != 0) {
        GTEST_SKIP() << "sigrok-cli is not installed";
    }
    const std::filesystem::path path = std::filesystem::temp_directory_path() / ("coroboard-vcd-" + std::to_string(::getpid()) + ".vcd");
    {
        std::ofstream stream(path);
        VcdWriter writer(stream, {{"GP15", SignalKind::Digital, ""}, {"GP14", SignalKind::Digital, ""}});
        writer.add({1, at(0ns), 1, 0});
        for (int i = 0; i < 8; ++i) {
            writer.add({0, at(i * 1ms), static_cast<double>(i % 2), 0});
        }
        writer.finish(at(8ms));
    }
    const std::string output = outputOf("sigrok-cli -I vcd:downsample=1000000 -i '" + path.string() + "' -O bits:width=64 2>&1");
    std::filesystem::remove(path);
    EXPECT_THAT(output, HasSubstr("GP15:01010101"));
    EXPECT_THAT(output, HasSubstr("GP14:11111111"));
}

TEST(CsvWriter, OneColumnASignalOneRowAnInstant)
{
    std::ostringstream stream;
    CsvWriter writer(stream, signals());
    play(writer);
    writer.finish();
    EXPECT_EQ(stream.str(),
              "time [s],GP15 [level],GP26 light [mV],GP16 duty [1],GP16 frequency [Hz]\r\n"
              "0.000000000,0,1650.25,,\r\n"
              "0.001500000,1,1650.25,0.25,1000\r\n"
              "0.002000001,0,1650.25,0.25,1000\r\n");
}

TEST(CsvWriter, QuotesWhatNeedsIt)
{
    std::ostringstream stream;
    CsvWriter writer(stream, {{"a,\"b\"", SignalKind::Analog, "V"}});
    writer.finish();
    EXPECT_EQ(stream.str(), "time [s],\"a,\"\"b\"\" [V]\"\r\n");
}

}  // namespace
}  // namespace coroboard::trace
