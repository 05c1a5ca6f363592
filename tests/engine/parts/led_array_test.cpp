// SPDX-License-Identifier: MIT
// Several LEDs in one body: the 5 × 5 matrix and the bar.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using peripherals::PinMode;
using test::BoardBench;
using test::dotAt;
using test::profileWith;
using namespace std::chrono_literals;

TEST(LedMatrix, LightsWhereARowIsHighAndAColumnLow)
{
    BoardBench bench(profileWith(R"({"id": "m", "model": "led_matrix", "wires": {
        "row1": "GP0", "row2": "GP1", "row3": "GP2", "row4": "GP3", "row5": "GP4",
        "col1": "GP5", "col2": "GP6", "col3": "GP7", "col4": "GP8", "col5": "GP9"}, "parameters": {"colour": "#ff0000"}})"));
    for (int number = 0; number < 10; ++number) {
        auto& pin = bench.pin("GP" + std::to_string(number));
        pin.configure(PinMode::Out);
        pin.write(number >= 5);
    }
    bench.advance(200ms);
    EXPECT_EQ(dotAt(bench.view("m"), 2, 1), "000000");
    bench.pin("GP1").write(true);
    bench.pin("GP7").write(false);
    bench.advance(200ms);
    const auto view = bench.view("m");
    EXPECT_GT(dotAt(view, 2, 1), "e00000");
    EXPECT_EQ(dotAt(view, 1, 1), "000000");
    EXPECT_EQ(dotAt(view, 2, 2), "000000");
    EXPECT_EQ(bench.view("m").pixels, view.pixels);
}

TEST(LedMatrix, RowsInTurnAreSeenTogether)
{
    BoardBench bench(profileWith(R"({"id": "m", "model": "led_matrix", "wires": {
        "row1": "GP0", "row2": "GP1", "row3": "GP2", "row4": "GP3", "row5": "GP4",
        "col1": "GND", "col2": "3V3", "col3": "3V3", "col4": "3V3", "col5": "3V3"}, "parameters": {"colour": "#ff0000"}})"));
    for (int row = 0; row < 5; ++row)
        bench.pin("GP" + std::to_string(row)).configure(PinMode::Out);
    for (int round = 0; round < 100; ++round)
        for (int row = 0; row < 5; ++row) {
            bench.pin("GP" + std::to_string(row)).write(true);
            bench.advance(1ms);
            bench.pin("GP" + std::to_string(row)).write(false);
        }
    for (int row = 0; row < 5; ++row) {
        EXPECT_GT(dotAt(bench.view("m"), 0, row), "600000") << row;
        EXPECT_LT(dotAt(bench.view("m"), 0, row), "d00000") << row;
        EXPECT_EQ(dotAt(bench.view("m"), 1, row), "000000") << row;
    }
}

TEST(LedBar, EachAnodeLightsItsOwnAndUnconnectedOnesStayDark)
{
    BoardBench bench(profileWith(R"({"id": "bar", "model": "led_bar", "wires": {"led1": "GP0", "led10": "GP1"}})"));
    bench.pin("GP0").configure(PinMode::Out);
    bench.pin("GP1").configure(PinMode::Out);
    bench.pin("GP1").write(true);
    bench.advance(200ms);
    EXPECT_EQ(dotAt(bench.view("bar"), 0, 0), "000000");
    EXPECT_GT(dotAt(bench.view("bar"), 9, 0), "e00000");
    EXPECT_EQ(dotAt(bench.view("bar"), 4, 0), "000000");
}

}  // namespace
}  // namespace coroboard::parts
