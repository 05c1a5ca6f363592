// SPDX-License-Identifier: MIT
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using peripherals::PinMode;
using test::BoardBench;
using test::profileWith;
using test::WireLog;
using namespace std::chrono_literals;

// 120 turns a minute, 100 ms, ten encoder steps a turn.
std::string motor(const std::string& more = "", const std::string& wires = "")
{
    return R"({"id": "m", "model": "dc_motor", "wires": {"in1": "GP0", "in2": "GP1")" + wires +
           R"(}, "parameters": {"speed": 120, "time constant": 0.1, "encoder steps": 10)" + more + "}}";
}

TEST(DcMotor, SpeedFollowsAsAFirstOrderSystem)
{
    BoardBench bench(profileWith(motor()));
    bench.pin("GP0").configure(PinMode::Out);
    bench.pin("GP1").configure(PinMode::Out);
    bench.advance(1s);
    EXPECT_EQ(bench.value("m", "rpm"), 0);
    bench.pin("GP0").write(true);
    bench.advance(100ms);
    EXPECT_NEAR(bench.value("m", "rpm"), 120 * (1 - std::exp(-1)), 0.01);
    bench.advance(2s);
    EXPECT_NEAR(bench.value("m", "rpm"), 120, 0.01);
    // Two turns a second less the one time constant it took to get there.
    EXPECT_NEAR(bench.value("m", "turns"), 2 * (2.1 - 0.1), 0.001);
    EXPECT_TRUE(bench.idle());
    bench.pin("GP0").write(false);
    bench.pin("GP1").write(true);
    bench.advance(2s);
    EXPECT_NEAR(bench.value("m", "rpm"), -120, 0.01);
}

TEST(DcMotor, PwmIsAverageVoltageAndFrictionHoldsASmallOne)
{
    BoardBench bench(profileWith(motor()));
    bench.pin("GP1").configure(PinMode::Out);
    auto& pwm = bench.pwm("GP0");
    ASSERT_TRUE(pwm.setFrequency(1000));
    ASSERT_TRUE(pwm.setDutyU16(32768));
    bench.advance(3s);
    EXPECT_NEAR(bench.value("m", "rpm"), 60, 0.1);
    ASSERT_TRUE(pwm.setDutyU16(2000));
    bench.advance(5s);
    EXPECT_NEAR(bench.value("m", "rpm"), 0, 0.01);
}

TEST(DcMotor, BrakesFasterThanItCoasts)
{
    for (const bool brakes : {false, true}) {
        BoardBench bench(profileWith(motor(R"(, "driver": "DRV8833")")));
        bench.pin("GP0").configure(PinMode::Out);
        bench.pin("GP1").configure(PinMode::Out);
        bench.pin("GP0").write(true);
        bench.advance(5s);
        bench.pin("GP0").write(brakes);
        bench.pin("GP1").write(brakes);
        bench.advance(50ms);
        EXPECT_EQ(bench.value("m", "braking"), brakes ? 1 : 0);
        EXPECT_NEAR(bench.value("m", "rpm"), 120 * std::exp(brakes ? -2.0 : -0.25), 0.5);
    }
}

TEST(DcMotor, TheEncoderCountsTurnsInBothDirections)
{
    BoardBench bench(profileWith(motor("", R"(, "a": "GP2", "b": "GP3")")));
    WireLog a(bench.wire("GP2"));
    WireLog b(bench.wire("GP3"));
    bench.pin("GP0").configure(PinMode::Out);
    bench.pin("GP1").configure(PinMode::Out);
    bench.pin("GP0").write(true);
    bench.advance(2100ms);  // four turns
    EXPECT_NEAR(bench.value("m", "turns"), 4, 0.001);
    EXPECT_NEAR(static_cast<double>(a.edges().size()), 80, 1);
    EXPECT_NEAR(static_cast<double>(b.edges().size()), 80, 1);
    // At full speed an edge of A comes every 25 ms, and B a quarter of a step after A.
    const auto edgesOfA = a.edges();
    const auto edgesOfB = b.edges();
    const auto gap = edgesOfA.back() - edgesOfA[edgesOfA.size() - 2];
    EXPECT_NEAR(static_cast<double>(gap.count()), 25e6, 2e4);
    const auto lag = edgesOfB[edgesOfB.size() - 2] - edgesOfA[edgesOfB.size() - 2];
    EXPECT_NEAR(std::abs(static_cast<double>(lag.count())), 12.5e6, 2e4);
    const std::size_t before = a.edges().size();
    bench.pin("GP0").write(false);
    bench.pin("GP1").write(true);
    bench.advance(2s);
    EXPECT_LT(bench.value("m", "turns"), 1);
    EXPECT_GT(a.edges().size(), before + 50);
    bench.pin("GP1").write(false);
    bench.advance(5s);
    EXPECT_TRUE(bench.idle());
}

}  // namespace
}  // namespace coroboard::parts
