// SPDX-License-Identifier: MIT
// What a running board does to its pins arrives in the snapshots of the integration thread.

#include "simulation/live_signals.h"

#include <gtest/gtest.h>

#include "simulation/board_files.h"
#include "simulation/integration_thread.h"
#include "support/snapshot_watch.h"
#include "support/test_bench.h"
#include "trace/digital_wave.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using test::SnapshotWatch;

// High for a millisecond every ten, a thousand times.
time::Task<void> pulses(CoroutineContext& context)
{
    auto& pin = *context.board.pin("GP16");
    pin.setMode(peripherals::PinMode::Out);
    for (int i = 0; i < 1000; ++i) {
        pin.write(true);
        co_await context.loop.delay(1ms);
        pin.write(false);
        co_await context.loop.delay(9ms);
    }
}

IntegrationOptions fast()
{
    IntegrationOptions options;
    options.firmware = coroutineFirmware(pulses);
    options.speed = 0;
    return options;
}

TEST(LiveSignals, everyEdgeArrivesAtItsInstant)
{
    IntegrationThread engine(test::barePins(), nullptr, fast());
    SnapshotWatch watch(engine);
    const auto snapshot = watch.until([](const Snapshot& s) { return s.program == ProgramState::Finished; });
    ASSERT_NE(snapshot, nullptr);
    const auto wave = trace::waveOf(snapshot->signals, "GP16");
    ASSERT_TRUE(wave);
    int rises = 0;
    for (auto edge = wave->edgeAfter(time::powerOn); edge; edge = wave->edgeAfter(edge->when)) {
        EXPECT_EQ((edge->when - time::powerOn) % 10ms, edge->rising ? 0ms : 1ms);
        rises += edge->rising;
    }
    EXPECT_GE(rises, 999);                                   // the first may lie at power-on, where the history begins
    EXPECT_EQ(snapshot->signals.dropped(), 0u);
}

TEST(LiveSignals, aResetBeginsAfresh)
{
    IntegrationThread engine(test::barePins(), nullptr, fast());
    SnapshotWatch watch(engine);
    const auto first = watch.until([](const Snapshot& s) { return s.program == ProgramState::Finished; });
    ASSERT_NE(first, nullptr);
    ASSERT_TRUE(engine.post(ResetBoard{}));
    const auto second = watch.until([&](const Snapshot& s) { return s.powerCycle > first->powerCycle && s.program == ProgramState::Finished; });
    ASSERT_NE(second, nullptr);
    EXPECT_NE(second->signals.recording, first->signals.recording);
    const int pin = first->signals.find("GP16");
    ASSERT_GE(pin, 0);
    EXPECT_EQ(second->signals.views[static_cast<std::size_t>(pin)].end(), first->signals.views[static_cast<std::size_t>(pin)].end());
}

TEST(LiveSignals, controlsAreSignalsToo)
{
    const auto board = findBoard("sensor-board");
    ASSERT_TRUE(board);
    IntegrationThread engine(*board, nullptr, fast());
    SnapshotWatch watch(engine);
    ASSERT_TRUE(engine.post(SetControl{"light", "light", 900}));
    const auto snapshot = watch.until([](const Snapshot& s) {
        const int light = s.signals.find("light.light");
        if (light < 0) return false;
        const auto& view = s.signals.views[static_cast<std::size_t>(light)];
        return !view.empty() && view.value(view.end() - 1) > 899;
    });
    ASSERT_NE(snapshot, nullptr);
    const auto& description = (*snapshot->signals.signals)[static_cast<std::size_t>(snapshot->signals.find("light.light"))];
    EXPECT_EQ(description.unit, "lx");
}

}  // namespace
}  // namespace coroboard::simulation
