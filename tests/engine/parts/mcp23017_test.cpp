// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using peripherals::I2cOutcome;
using peripherals::PinMode;
using test::BoardBench;
using test::Bytes;
using test::I2cPort;
using test::profileWith;
using namespace std::chrono_literals;

// Registers with IOCON.BANK = 0.
enum : std::uint8_t { iodirA = 0x00, ipolA = 0x02, gpintenA = 0x04, defvalA = 0x06, intconA = 0x08, iocon = 0x0a, gppuA = 0x0c, intfA = 0x0e,
                      intcapA = 0x10, gpioA = 0x12, olatA = 0x14 };

constexpr auto chip = R"({"id": "more", "model": "mcp23017", "wires": {"scl": "GP5", "sda": "GP4", "gpa0": "GP0", "gpa1": "GP1",
    "gpb7": "GP2", "inta": "GP3", "intb": "GP8", "reset": "GP9"}})";

class Mcp23017 : public testing::Test {
protected:
    Mcp23017()
    {
        bench.pin("GP9").configure(PinMode::Out);
        bench.pin("GP9").write(true);
        bench.advance(1ms);
    }
    bool level(const char* pin) { return bench.wire(pin).level(); }
    void outside(const char* pin, bool level)
    {
        bench.pin(pin).configure(PinMode::Out);
        bench.pin(pin).write(level);
        bench.advance(1us);
    }

    BoardBench bench{profileWith(chip)};
    I2cPort port{bench, "GP5", "GP4", 0x20};
};

TEST_F(Mcp23017, PowersOnWithInputsOnly)
{
    EXPECT_EQ(port.readRegister(iodirA), 0xff);
    EXPECT_EQ(port.readRegister(iodirA + 1), 0xff);
    for (std::uint8_t number = 2; number < 0x16; ++number)
        EXPECT_EQ(port.readRegister(number), 0) << int{number};
    EXPECT_TRUE(bench.wire("GP0").floating());
    EXPECT_TRUE(level("GP3"));  // interrupts are active low
}

TEST_F(Mcp23017, OutputsDriveTheirWiresAndTheLatchRemembers)
{
    port.write({gpioA, 0x03});
    EXPECT_TRUE(bench.wire("GP0").floating());
    port.write({iodirA, 0xfe, 0x7f});
    EXPECT_TRUE(level("GP0"));
    EXPECT_TRUE(bench.wire("GP1").floating());
    EXPECT_FALSE(level("GP2"));
    EXPECT_EQ(port.readRegister(olatA), 0x03);
    port.write({olatA, 0x00});
    EXPECT_FALSE(level("GP0"));
}

TEST_F(Mcp23017, InputsWithPullUpAndPolarity)
{
    port.write({gppuA, 0x01});
    EXPECT_EQ(port.readRegister(gpioA) & 3, 1);
    outside("GP0", false);
    EXPECT_EQ(port.readRegister(gpioA) & 3, 0);
    port.write({ipolA, 0x01});
    EXPECT_EQ(port.readRegister(gpioA) & 3, 1);
}

TEST_F(Mcp23017, AnInterruptCapturesTheFirstChangeUntilItIsRead)
{
    outside("GP0", false);
    outside("GP1", false);
    port.write({gpintenA, 0x03});
    outside("GP0", true);
    EXPECT_FALSE(level("GP3"));
    EXPECT_TRUE(level("GP8"));
    EXPECT_EQ(port.readRegister(intfA), 0x01);
    outside("GP1", true);
    EXPECT_EQ(port.readRegister(intfA), 0x01);
    EXPECT_FALSE(level("GP3"));
    EXPECT_EQ(port.readRegister(intcapA), 0x01);
    EXPECT_TRUE(level("GP3"));
    EXPECT_EQ(port.readRegister(intfA), 0x00);
    outside("GP1", false);
    EXPECT_EQ(port.readRegister(intfA), 0x02);
    EXPECT_EQ(port.readRegister(gpioA), 0x01);  // reading the port clears it too
    EXPECT_TRUE(level("GP3"));
}

TEST_F(Mcp23017, ComparedWithADefaultItComesBackWhileItDiffers)
{
    outside("GP0", false);
    port.write({defvalA, 0x01});
    port.write({intconA, 0x01});
    port.write({gpintenA, 0x01});
    EXPECT_FALSE(level("GP3"));
    port.readRegister(intcapA);
    EXPECT_FALSE(level("GP3"));
    outside("GP0", true);
    port.readRegister(intcapA);
    EXPECT_TRUE(level("GP3"));
}

TEST_F(Mcp23017, InterruptsMayBeMirroredInvertedAndOpen)
{
    outside("GP0", false);
    port.write({iocon, 0x42});  // mirrored, active high
    EXPECT_FALSE(level("GP3") || level("GP8"));
    port.write({gpintenA, 0x01});
    outside("GP0", true);
    EXPECT_TRUE(level("GP3") && level("GP8"));
    port.write({iocon, 0x44});
    EXPECT_FALSE(bench.wire("GP3").floating());
    port.readRegister(gpioA);
    EXPECT_TRUE(bench.wire("GP3").floating());
}

TEST_F(Mcp23017, AddressesGoOnOrStayInAPair)
{
    port.write({iodirA, 0x0f, 0xf0});
    EXPECT_EQ(port.read(1), Bytes{0x00});  // the pointer stands at IPOLA
    port.write({0x15, 0x55, 0xaa});        // after the last comes the first
    EXPECT_EQ(port.readRegister(0x15), 0x55);
    EXPECT_EQ(port.readRegister(iodirA), 0xaa);
    port.write({iocon, 0x20});  // byte mode
    port.write({iodirA, 1, 2, 3});
    EXPECT_EQ(port.readRegister(iodirA), 3);
    EXPECT_EQ(port.readRegister(iodirA + 1), 2);
}

TEST_F(Mcp23017, InTheOtherBankThePortsFollowEachOther)
{
    port.write({iocon, 0x80});
    port.write({0x10, 0x12});  // IODIRB
    EXPECT_EQ(port.readRegister(0x10), 0x12);
    EXPECT_EQ(port.readRegister(0x00), 0xff);
    EXPECT_EQ(port.readRegister(0x05), 0x80);
    EXPECT_EQ(port.readRegister(0x0b), 0x00);  // there is no such register
    port.write({0x05, 0x00});
    EXPECT_EQ(port.readRegister(iodirA + 1), 0x12);
}

TEST_F(Mcp23017, ResetForgetsEverything)
{
    port.write({iodirA, 0x00, 0x00});
    bench.pin("GP9").write(false);
    bench.advance(1us);
    EXPECT_EQ(port.write({iodirA}), I2cOutcome::NoAddress);
    bench.pin("GP9").write(true);
    bench.advance(1us);
    EXPECT_EQ(port.readRegister(iodirA), 0xff);
}

}  // namespace
}  // namespace coroboard::parts
