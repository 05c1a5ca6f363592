// SPDX-License-Identifier: MIT
#include "trace/capture_export.h"

#include <sstream>

#include <gtest/gtest.h>

#include "trace/csv_writer.h"
#include "trace/signal_history.h"
#include "trace/trigger.h"

namespace coroboard::trace {
namespace {

using namespace std::chrono_literals;

time::VirtualTime at(time::Duration time) { return time::powerOn + time; }

class CaptureTest : public testing::Test {
protected:
    CaptureTest()
    {
        add(0, 0ns, 0);
        add(0, 2ms, 1);
        add(0, 4ms, 0);
        add(1, 0ns, 0);
        add(1, 3ms, 1);
        add(2, 1ms, 1650);
        add(2, 5ms, 3300);
        history.add({3, at(6ms), 0.5, 1000, at(6ms)});
    }
    void add(std::size_t signal, time::Duration when, double value) { history.add({signal, at(when), value, 0, {}}); }

    std::string csv(time::Duration from, time::Duration to)
    {
        const SignalCapture capture = history.capture(at(8ms));
        const std::vector<ExportedSignal> signals{{"GP1", "clock"}, {"gone", "gone"}, {"GP26_voltage", "dial"}};
        std::ostringstream stream;
        CsvWriter writer(stream, describeExport(capture, signals));
        EXPECT_EQ(exportCapture(capture, signals, at(from), at(to), writer, never), ExportEnd::Complete);
        writer.finish();
        return stream.str();
    }

    std::atomic<bool> never{false};
    SignalHistory history{{{"GP1", SignalKind::Digital, ""}, {"GP2", SignalKind::Digital, ""}, {"GP26_voltage", SignalKind::Analog, "mV"},
                           {"GP1_pwm", SignalKind::Pwm, ""}}};
};

TEST_F(CaptureTest, aStretchBeginsWithWhatIsInForce)
{
    EXPECT_EQ(csv(3ms, 5ms), "time [s],clock [level],dial [mV]\r\n0.003000000,1,1650\r\n0.004000000,0,1650\r\n");
}

TEST_F(CaptureTest, everythingIsWrittenAndPwmIsPlayed)
{
    EXPECT_EQ(csv(0ns, 1h), "time [s],clock [level],dial [mV]\r\n0.000000000,0,\r\n0.001000000,0,1650\r\n0.002000000,1,1650\r\n"
                            "0.004000000,0,1650\r\n0.005000000,0,3300\r\n0.006000000,1,3300\r\n0.006500000,0,3300\r\n0.007000000,1,3300\r\n"
                            "0.007500000,0,3300\r\n");
}

TEST_F(CaptureTest, anExportCanBeGivenUp)
{
    const SignalCapture capture = history.capture(at(8ms));
    std::atomic<bool> now{true};
    std::ostringstream stream;
    CsvWriter writer(stream, describeExport(capture, {{"GP1", "a"}}));
    EXPECT_EQ(exportCapture(capture, {{"GP1", "a"}}, at(0ns), at(8ms), writer, now), ExportEnd::GivenUp);
}

TEST_F(CaptureTest, aTriggerIsAnEdgeWhileOthersHoldTheirLevels)
{
    const SignalCapture capture = history.capture(at(8ms));
    const auto first = [&](const Trigger& trigger, time::Duration after) { return findTrigger(capture, trigger, at(after), 100).found; };
    EXPECT_EQ(first({"GP1", TriggerEdge::Rising, {}}, 0ns), at(2ms));
    EXPECT_EQ(first({"GP1", TriggerEdge::Rising, {}}, 2ms), at(6ms)) << "later than, not at";
    EXPECT_EQ(first({"GP1", TriggerEdge::Falling, {}}, 0ns), at(4ms));
    EXPECT_EQ(first({"GP1", TriggerEdge::Either, {{"GP2", true}}}, 0ns), at(4ms));
    EXPECT_EQ(first({"GP1", TriggerEdge::Rising, {{"GP2", false}}}, 2ms), std::nullopt);
    EXPECT_EQ(first({"gone", TriggerEdge::Rising, {}}, 0ns), std::nullopt);
    const TriggerSearch little = findTrigger(capture, {"GP1", TriggerEdge::Rising, {{"GP2", true}}}, at(0ns), 1);
    EXPECT_FALSE(little.found);
    EXPECT_EQ(little.reached, at(2ms));
}

}  // namespace
}  // namespace coroboard::trace
