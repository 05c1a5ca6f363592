// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using peripherals::I2cOutcome;
using test::BoardBench;
using test::I2cPort;
using test::profileWith;
using namespace std::chrono_literals;

constexpr auto chip = R"({"id": "pwm", "model": "pca9685", "wires": {"scl": "GP5", "sda": "GP4", "out0": "GP0", "out1": "GP1", "oe": "GP2"}},
    {"id": "arm", "model": "servo", "wires": {"signal": "GP0"}})";

class Pca9685 : public testing::Test {
protected:
    Pca9685()
    {
        bench.pin("GP2").configure(peripherals::PinMode::Out);
        bench.pin("GP2").write(false);
        bench.advance(1ms);
    }
    double duty(const char* pin) { return bench.wire(pin).highShare(); }

    BoardBench bench{profileWith(chip)};
    I2cPort port{bench, "GP5", "GP4", 0x40};
};

TEST_F(Pca9685, PowersOnAsleepWithAllOutputsOff)
{
    EXPECT_EQ(port.readRegister(0x00), 0x11);
    EXPECT_EQ(port.readRegister(0x01), 0x04);
    EXPECT_EQ(port.readRegister(0xfe), 0x1e);
    EXPECT_EQ(port.readRegister(0x09), 0x10);
    EXPECT_EQ(duty("GP0"), 0);
}

TEST_F(Pca9685, TheDataSheetsExampleTenPercentDelayTwentyPercentOn)
{
    // Section 7.3.3, example 1: ON 199h, OFF 4CCh.
    port.write({0x00, 0x21});
    port.write({0x06, 0x99, 0x01, 0xcc, 0x04});
    EXPECT_NEAR(duty("GP0"), 0.2, 0.001);
    ASSERT_TRUE(bench.wire("GP0").signal());
    EXPECT_NEAR(bench.wire("GP0").signal()->frequency, 25e6 / 4096 / 31, 0.01);
    // Example 2: ON B33h, OFF 999h: 90 % with the low part in the middle.
    port.write({0x06, 0x33, 0x0b, 0x99, 0x09});
    EXPECT_NEAR(duty("GP0"), 0.9, 0.001);
}

TEST_F(Pca9685, PrescaleIsTakenOnlyAsleep)
{
    port.write({0xfe, 121});
    EXPECT_EQ(port.readRegister(0xfe), 121);
    port.write({0x00, 0x01});
    port.write({0xfe, 30});
    EXPECT_EQ(port.readRegister(0xfe), 121);
    EXPECT_NEAR(bench.value("pwm", "frequency"), 50.03, 0.01);
}

TEST_F(Pca9685, WithoutAutoIncrementTheAddressStays)
{
    port.write({0x00, 0x01});
    port.write({0x06, 1, 2, 3});
    EXPECT_EQ(port.readRegister(0x06), 3);
    EXPECT_EQ(port.readRegister(0x07), 0);
}

TEST_F(Pca9685, DrivesAServo)
{
    port.write({0xfe, 121});
    port.write({0x00, 0x21});
    port.write({0x06, 0, 0, 307 & 0xff, 307 >> 8});  // 1.5 ms
    bench.advance(1s);
    EXPECT_NEAR(bench.value("arm", "angle"), 90, 0.5);
}

TEST_F(Pca9685, FullOnFullOffAndAllAtOnce)
{
    port.write({0x00, 0x21});
    port.write({0x06, 0, 0x10, 0, 0});
    EXPECT_EQ(duty("GP0"), 1);
    port.write({0x06, 0, 0x10, 0, 0x10});  // off wins
    EXPECT_EQ(duty("GP0"), 0);
    port.write({0xfa, 0, 0, 0, 0x08});
    EXPECT_EQ(duty("GP0"), 0.5);
    EXPECT_EQ(duty("GP1"), 0.5);
    EXPECT_EQ(port.readRegister(0xfa), 0);
}

TEST_F(Pca9685, SleepingWhileRunningWantsARestart)
{
    port.write({0x00, 0x21});
    port.write({0x06, 0, 0, 0, 0x08});
    port.write({0x00, 0x31});
    EXPECT_EQ(port.readRegister(0x00), 0xb1);
    EXPECT_EQ(duty("GP0"), 0);
    port.write({0x00, 0x21});
    EXPECT_EQ(duty("GP0"), 0);
    port.write({0x00, 0xa1});
    EXPECT_EQ(duty("GP0"), 0.5);
    EXPECT_EQ(port.readRegister(0x00), 0x21);
}

TEST_F(Pca9685, InvertsAndObeysOutputEnable)
{
    port.write({0x00, 0x21});
    port.write({0x06, 0, 0, 0, 0x04});
    port.write({0x01, 0x14});
    EXPECT_EQ(duty("GP0"), 0.75);
    bench.pin("GP2").write(true);
    bench.advance(1us);
    EXPECT_EQ(duty("GP0"), 0);
    port.write({0x01, 0x05});
    EXPECT_EQ(duty("GP0"), 1);
    port.write({0x01, 0x06});
    EXPECT_TRUE(bench.wire("GP0").floating());
}

TEST_F(Pca9685, AnswersToAllCallAsLongAsItMay)
{
    I2cPort everyone(bench, "GP5", "GP4", 0x70);
    EXPECT_EQ(everyone.write({0x00, 0x21}), I2cOutcome::Done);
    EXPECT_EQ(port.readRegister(0x00), 0x21);
    port.write({0x00, 0x20});
    EXPECT_EQ(everyone.write({0x00, 0x21}), I2cOutcome::NoAddress);
}

}  // namespace
}  // namespace coroboard::parts
