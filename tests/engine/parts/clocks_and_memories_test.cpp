// SPDX-License-Identifier: MIT
// DS3231 and AT24C32 over their bus.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "peripherals/i2c_transfer.h"
#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using Bytes = std::vector<std::uint8_t>;
using peripherals::I2cOutcome;

class I2cBench : public test::BoardBench {
public:
    I2cBench(std::string_view parts, board::BoardOptions options = {}) : BoardBench(test::profileWith(parts), std::move(options))
    {
        for (const char* name : {"GP0", "GP1"})
            pin(name).assign("i2c0", peripherals::PinPull::Up);
    }
    I2cOutcome write(std::uint8_t address, Bytes bytes)
    {
        peripherals::I2cTransfer transfer(bus(), {.address = address}, std::span<const std::uint8_t>(bytes));
        while (const auto pause = transfer.step())
            advance(*pause);
        return transfer.outcome();
    }
    Bytes read(std::uint8_t address, Bytes pointer, std::size_t count)
    {
        write(address, pointer);
        Bytes bytes(count);
        peripherals::I2cTransfer transfer(bus(), {.address = address}, std::span<std::uint8_t>(bytes));
        while (const auto pause = transfer.step())
            advance(*pause);
        return bytes;
    }

private:
    peripherals::I2cBus& bus() { return board().buses().i2c(wire("GP1"), wire("GP0")); }
};

constexpr auto clockPart = R"({"id": "clock", "model": "ds3231", "wires": {"scl": "GP1", "sda": "GP0", "int": "GP2"}})";
constexpr auto memoryPart = R"({"id": "memory", "model": "at24c32", "wires": {"scl": "GP1", "sda": "GP0"}})";

TEST(Ds3231, KeepsTimeInBcd)
{
    I2cBench bench(clockPart);
    EXPECT_THAT(bench.read(0x68, {0}, 7), ElementsAre(0x00, 0x00, 0x00, 6, 0x01, 0x01, 0x21));
    // 23:59:58 on Thursday, 31 December 2099
    EXPECT_EQ(bench.write(0x68, {0, 0x58, 0x59, 0x23, 5, 0x31, 0x12, 0x99}), I2cOutcome::Done);
    bench.advance(3s);
    EXPECT_THAT(bench.read(0x68, {0}, 7), ElementsAre(0x01, 0x00, 0x00, 6, 0x01, 0x81, 0x00));
}

TEST(Ds3231, TheDateMayBeWrittenBeforeAMonthThatHasIt)
{
    I2cBench bench(clockPart);
    bench.write(0x68, {5, 0x02});  // February
    bench.write(0x68, {0, 0x00, 0x00, 0x12, 1, 0x31, 0x10, 0x24});
    EXPECT_THAT(bench.read(0x68, {4}, 3), ElementsAre(0x31, 0x10, 0x24));
    bench.write(0x68, {5, 0x02});
    bench.write(0x68, {4, 0x30});
    bench.write(0x68, {5, 0x11});
    EXPECT_THAT(bench.read(0x68, {4}, 3), ElementsAre(0x30, 0x11, 0x24)) << "register by register";
}

TEST(Ds3231, CountsInTwelveHours)
{
    I2cBench bench(clockPart);
    bench.write(0x68, {0, 0x00, 0x30, 0x72});  // 12:30 PM
    EXPECT_EQ(bench.read(0x68, {2}, 1)[0], 0x72);
    bench.advance(1h);
    EXPECT_EQ(bench.read(0x68, {2}, 1)[0], 0x61);
}

TEST(Ds3231, AnAlarmPullsItsPinUntilItsFlagIsCleared)
{
    I2cBench bench(clockPart);
    peripherals::WireDriver pull(bench.wire("GP2"));
    pull.drive(3300, 10'000);
    bench.write(0x68, {7, 0x10, 0x80, 0x80, 0x80});  // when the seconds are 10
    bench.write(0x68, {0x0e, 0x05});
    bench.advanceTo(9900ms);
    EXPECT_TRUE(bench.wire("GP2").level());
    bench.advanceTo(10s + 1ms);
    EXPECT_FALSE(bench.wire("GP2").level());
    EXPECT_EQ(bench.read(0x68, {0x0f}, 1)[0] & 3, 1);
    bench.write(0x68, {0x0f, 0});
    EXPECT_TRUE(bench.wire("GP2").level());
}

TEST(Ds3231, WithoutInterruptsAnAlarmIsAFlagOnly)
{
    I2cBench bench(clockPart);
    bench.write(0x68, {0x0b, 0x01, 0x80, 0x80});  // alarm 2 at the first minute of any hour
    bench.advance(59s);
    EXPECT_EQ(bench.read(0x68, {0x0f}, 1)[0] & 3, 0);
    bench.advance(2s);
    EXPECT_EQ(bench.read(0x68, {0x0f}, 1)[0] & 3, 2);
    EXPECT_TRUE(bench.idle());
}

TEST(Ds3231, ASquareWaveIsDescribed)
{
    I2cBench bench(clockPart);
    peripherals::WireDriver pull(bench.wire("GP2"));
    pull.drive(3300, 10'000);
    bench.write(0x68, {0x0e, 0x08});
    ASSERT_TRUE(bench.wire("GP2").signal());
    EXPECT_EQ(bench.wire("GP2").signal()->frequency, 1024);
}

TEST(At24c32, WritesAPageAndIsBusyMeanwhile)
{
    I2cBench bench(memoryPart);
    EXPECT_EQ(bench.write(0x57, {0x00, 0x1f, 1, 2}), I2cOutcome::Done);
    EXPECT_EQ(bench.write(0x57, {}), I2cOutcome::NoAddress);
    bench.advance(10ms);
    EXPECT_EQ(bench.write(0x57, {}), I2cOutcome::Done);
    // The second byte wrapped to the start of the page.
    EXPECT_THAT(bench.read(0x57, {0x00, 0x1f}, 2), ElementsAre(1, 0xff));
    EXPECT_THAT(bench.read(0x57, {0x00, 0x00}, 1), ElementsAre(2));
}

TEST(At24c32, KeepsItsContentsThroughAPowerCycle)
{
    std::shared_ptr<board::PartMemories> memories;
    {
        I2cBench bench(memoryPart);
        bench.write(0x57, {0x01, 0x00, 42});
        memories = bench.board().memories();
    }
    I2cBench bench(memoryPart, {.memories = memories});
    EXPECT_THAT(bench.read(0x57, {0x01, 0x00}, 1), ElementsAre(42));
}

TEST(TwoChips, OfOneAddressOnOneBusAreRefused)
{
    const auto profile = board::parseProfile(test::profileText(std::string(memoryPart) + "," + R"({"id": "b", "model": "at24c32", "wires": {"scl": "GP1", "sda": "GP0"}})"), "b.json");
    ASSERT_FALSE(profile);
    EXPECT_THAT(profile.error().message, testing::HasSubstr("address on the same I2C bus"));
    EXPECT_TRUE(board::parseProfile(
        test::profileText(std::string(memoryPart) + "," + R"({"id": "b", "model": "at24c32", "wires": {"scl": "GP3", "sda": "GP2"}})"), "b.json"));
}

}  // namespace
}  // namespace coroboard::parts
