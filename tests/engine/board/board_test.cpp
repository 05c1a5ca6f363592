// SPDX-License-Identifier: MIT
#include "board/board.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::board {
namespace {

using namespace std::chrono_literals;
using peripherals::PinMode;
using peripherals::PinPull;
using peripherals::WireEvent;
using test::BoardBench;

BoardProfile sensorBoard()
{
    return *loadProfile(std::filesystem::path(COROBOARD_SOURCE_DIR) / "boards/sensor-board.json");
}

TEST(Board, ItsWiresReachFromThePartToTheProgram)
{
    BoardBench bench(sensorBoard());
    bench.pin("GP16").configure(PinMode::Out);
    bench.pin("GP16").write(true);
    EXPECT_EQ(bench.value("red", "brightness"), 1);
    EXPECT_EQ(bench.value("green", "brightness"), 0);

    bench.pin("GP14").configure(PinMode::In, PinPull::Up);
    int presses = 0;
    bench.pin("GP14").setInterrupt(peripherals::PinTrigger::Falling, [&](auto&, auto&) { ++presses; });
    bench.set("button_a", "pressed", 1);
    bench.advance(50ms);
    EXPECT_GE(presses, 3) << "it bounces";
    EXPECT_FALSE(bench.pin("GP14").read());

    bench.set("dial", "position", 75);
    EXPECT_NEAR(bench.adc("A0").readU16() / 65535.0, 0.75, 0.005);
    EXPECT_EQ(bench.board().chip().adcChannel(0), &bench.adc("GP26"));
}

TEST(Board, IdleItHasNothingToDo)
{
    BoardBench bench(sensorBoard());
    bench.set("thermometer", "temperature", 80);
    bench.set("light", "light", 0);
    EXPECT_TRUE(bench.idle());
}

TEST(Board, TwoInOneProcessDoNotNoticeEachOther)
{
    BoardBench one(sensorBoard()), other(sensorBoard());
    one.set("dial", "position", 10);
    one.pin("GP16").configure(PinMode::Out);
    one.pin("GP16").write(true);
    EXPECT_EQ(other.control("dial", "position").value, 50);
    EXPECT_EQ(other.value("red", "brightness"), 0);
}

TEST(Board, APowerCycleKeepsWhereTheControlsStand)
{
    BoardBench before(sensorBoard());
    before.set("dial", "position", 12);
    before.set("thermometer", "temperature", 70);
    before.set("button_b", "pressed", 1);
    before.pin("GP16").configure(PinMode::Out);
    before.pin("GP16").write(true);

    BoardBench after(sensorBoard(), {.seed = 1, .controls = before.board().controlPositions()});
    EXPECT_EQ(after.control("dial", "position").value, 12);
    EXPECT_EQ(after.control("thermometer", "temperature").actual, 70) << "the air had time";
    EXPECT_EQ(after.value("button_b", "contact"), 1) << "still held down, without a bounce";
    EXPECT_EQ(after.value("red", "brightness"), 0);
    EXPECT_EQ(after.pin("GP16").function(), "");
}

TEST(Board, ControlPositionsThatDoNotFitArePassedOver)
{
    ControlPositions odd;
    odd["nothing"]["here"] = 1;
    odd["dial"]["position"] = 1e9;
    odd["dial"]["volume"] = 5;
    BoardBench bench(sensorBoard(), {.seed = 1, .controls = odd});
    EXPECT_EQ(bench.control("dial", "position").value, 50);
}

TEST(Board, TellsOneObserverEveryChangeOnItsPins)
{
    BoardBench bench(sensorBoard());
    std::vector<std::string> heard;
    bench.board().observeSignals([&](const peripherals::Wire& wire, const WireEvent& event) {
        heard.push_back(wire.name() + (event.kind == WireEvent::Kind::Duty ? " duty" : event.level ? " high" : " low"));
    });
    bench.pin("GP17").configure(PinMode::Out);
    bench.pin("GP17").write(true);
    bench.pin("GP17").write(false);
    ASSERT_TRUE(bench.pwm("GP18").setFrequency(1000));
    ASSERT_TRUE(bench.pwm("GP18").setDutyU16(30000));
    bench.advance(1s);
    bench.board().observeSignals({});
    bench.pin("GP17").write(true);
    EXPECT_THAT(heard, testing::ElementsAre("GP17 low", "GP17 high", "GP17 low", "GP18 duty", "GP18 high"));
}

TEST(Board, ViewsEveryPartInTheProfilesOrder)
{
    BoardBench bench(sensorBoard());
    const auto views = bench.board().views();
    ASSERT_EQ(views.size(), bench.board().profile().parts.size());
    for (std::size_t i = 0; i < views.size(); ++i) {
        EXPECT_EQ(views[i].id, bench.board().profile().parts[i].id);
        EXPECT_EQ(views[i].view.model, bench.board().profile().parts[i].model);
    }
}

TEST(Board, FindsWiresByPinAliasAndRail)
{
    BoardBench bench(sensorBoard());
    EXPECT_EQ(bench.board().wire("GP26"), bench.board().wire("A0"));
    EXPECT_EQ(bench.board().wire("GND")->millivolts(), 0);
    EXPECT_EQ(bench.board().wire("3V3")->millivolts(), 3300);
    EXPECT_EQ(bench.board().wire("5V"), nullptr);
}

// Any size of slice gives the same history.
class Slices : public testing::TestWithParam<std::chrono::milliseconds> {};

std::vector<std::pair<std::int64_t, double>> historyWithSlicesOf(std::chrono::milliseconds slice)
{
    BoardBench bench(sensorBoard(), {.seed = 5});
    std::vector<std::pair<std::int64_t, double>> history;
    bench.board().observeSignals([&](const peripherals::Wire&, const WireEvent& event) {
        history.emplace_back(event.when.time_since_epoch().count(), event.millivolts);
    });
    bench.pin("GP14").configure(PinMode::In, PinPull::Up);
    auto& adc = bench.adc("GP28");
    auto timer = bench.board().chip().makeTimer();
    timer->start(peripherals::TimerMode::Periodic, 3ms, [&] { adc.readU16(); });
    const auto runTo = [&](time::Duration end) {
        while (bench.now() + slice < time::powerOn + end)
            bench.advance(slice);
        bench.advanceTo(end);
    };
    runTo(100ms);
    bench.set("button_a", "pressed", 1);
    bench.set("thermometer", "temperature", 60);
    runTo(300ms);
    bench.set("button_a", "pressed", 0);
    runTo(1s);
    return history;
}

TEST_P(Slices, GiveTheSameHistory)
{
    const auto history = historyWithSlicesOf(GetParam());
    EXPECT_GT(history.size(), 300u);
    EXPECT_EQ(history, historyWithSlicesOf(1000ms));
}

INSTANTIATE_TEST_SUITE_P(Sizes, Slices, testing::Values(1ms, 7ms, 20ms));

}  // namespace
}  // namespace coroboard::board
