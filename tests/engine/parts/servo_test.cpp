// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using peripherals::PinMode;
using test::BoardBench;
using test::profileWith;
using namespace std::chrono_literals;

constexpr auto servo = R"({"id": "arm", "model": "servo", "wires": {"signal": "GP0"}, "parameters": {"start": 0}})";

TEST(Servo, GoesWhereThePulseSaysWithItsOwnSpeed)
{
    BoardBench bench(profileWith(servo));
    auto& pwm = bench.pwm("GP0");
    ASSERT_TRUE(pwm.setFrequency(50));
    ASSERT_TRUE(pwm.setDutyU16(4915));  // 1.5 ms of 20 ms
    EXPECT_EQ(bench.value("arm", "driven"), 1);
    EXPECT_NEAR(bench.value("arm", "target"), 90, 0.1);
    bench.advance(100ms);  // 60° in 0.1 s
    EXPECT_NEAR(bench.value("arm", "angle"), 60, 0.1);
    bench.advance(100ms);
    EXPECT_NEAR(bench.value("arm", "angle"), 90, 0.1);
}

TEST(Servo, StaysWhereItIsWhenThePulsesStop)
{
    BoardBench bench(profileWith(servo));
    auto& pin = bench.pin("GP0");
    pin.configure(PinMode::Out);
    for (int i = 0; i < 10; ++i) {
        pin.write(true);
        bench.advance(1ms);  // 500 µs is 0°, 2500 µs is 180°
        pin.write(false);
        bench.advance(19ms);
    }
    EXPECT_NEAR(bench.value("arm", "angle"), 45, 0.01);
    EXPECT_EQ(bench.value("arm", "driven"), 1);
    bench.advance(1s);
    EXPECT_NEAR(bench.value("arm", "angle"), 45, 0.01);
    EXPECT_EQ(bench.value("arm", "driven"), 0);
    EXPECT_TRUE(bench.idle());
}

TEST(Servo, PulsesThatAreNoneAreIgnoredAndLongOnesEndAtTheStop)
{
    BoardBench bench(profileWith(servo));
    auto& pin = bench.pin("GP0");
    pin.configure(PinMode::Out);
    pin.write(true);
    bench.advance(100us);
    pin.write(false);
    EXPECT_EQ(bench.value("arm", "target"), 0);
    pin.write(true);
    bench.advance(3ms);
    pin.write(false);
    EXPECT_EQ(bench.value("arm", "target"), 180);
}

}  // namespace
}  // namespace coroboard::parts
