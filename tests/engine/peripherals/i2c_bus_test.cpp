// SPDX-License-Identifier: MIT
#include "peripherals/i2c_transfer.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "peripherals/buses.h"

namespace coroboard::peripherals {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using time::powerOn;

// Answers to 0x42; remembers what it was told and gives 1, 2, 3 …
class Recorder : public I2cTarget {
public:
    Acknowledge addressed(std::uint8_t address, I2cDirection direction) override
    {
        if (address != 0x42)
            return Acknowledge::No;
        log.push_back(direction == I2cDirection::Write ? "W" : "R");
        return Acknowledge::Yes;
    }
    Acknowledge written(std::uint8_t byte) override
    {
        log.push_back(std::to_string(byte));
        return byte == refused ? Acknowledge::No : Acknowledge::Yes;
    }
    std::uint8_t read(Last last) override
    {
        log.push_back(last == Last::Yes ? "last" : "more");
        return ++given;
    }
    void stopped() override { log.push_back("stop"); }
    time::Duration stretch() override { return hold; }

    std::vector<std::string> log;
    std::uint8_t given = 0;
    int refused = -1;
    time::Duration hold{};
};

class I2cBusTest : public testing::Test {
protected:
    I2cBusTest()
    {
        bus.attach(target);
        pullScl.drive(3300, 4700);
        pullSda.drive(3300, 4700);
    }
    ~I2cBusTest() override { bus.detach(target); }

    I2cOutcome run(I2cTransfer& transfer)
    {
        while (const auto pause = transfer.step())
            loop.runFor(*pause);
        return transfer.outcome();
    }
    I2cOutcome write(std::uint8_t address, std::vector<std::uint8_t> bytes, I2cEnd end = I2cEnd::Stop)
    {
        I2cTransfer transfer(bus, {.address = address, .bit = 10us, .end = end}, std::span<const std::uint8_t>(bytes));
        const auto outcome = run(transfer);
        acknowledged = transfer.acknowledged();
        return outcome;
    }
    I2cOutcome read(std::uint8_t address, std::vector<std::uint8_t>& bytes)
    {
        I2cTransfer transfer(bus, {.address = address, .bit = 10us}, std::span<std::uint8_t>(bytes));
        return run(transfer);
    }

    time::EventLoop loop;
    time::Timeline timeline{loop};
    Wire scl{timeline, "SCL", 3300};
    Wire sda{timeline, "SDA", 3300};
    WireDriver pullScl{scl};
    WireDriver pullSda{sda};
    Buses buses{timeline};
    I2cBus& bus{buses.i2c(scl, sda)};
    Recorder target;
    std::size_t acknowledged = 0;
};

TEST_F(I2cBusTest, AWriteReachesTheTargetAndTakesItsTime)
{
    EXPECT_EQ(write(0x42, {7, 8}), I2cOutcome::Done);
    EXPECT_THAT(target.log, ElementsAre("W", "7", "8", "stop"));
    EXPECT_EQ(acknowledged, 2u);
    // START half a bit, three bytes of nine bits, STOP one and a half.
    EXPECT_EQ(loop.now(), powerOn + 10us * 29);
    EXPECT_TRUE(scl.level() && sda.level());
}

TEST_F(I2cBusTest, AReadSaysWhichByteIsTheLast)
{
    std::vector<std::uint8_t> bytes(3);
    EXPECT_EQ(read(0x42, bytes), I2cOutcome::Done);
    EXPECT_THAT(bytes, ElementsAre(1, 2, 3));
    EXPECT_THAT(target.log, ElementsAre("R", "more", "more", "last", "stop"));
}

TEST_F(I2cBusTest, ARepeatedStartKeepsTheBus)
{
    std::vector<std::uint8_t> bytes(1);
    EXPECT_EQ(write(0x42, {5}, I2cEnd::KeepBus), I2cOutcome::Done);
    EXPECT_TRUE(bus.isHeld());
    EXPECT_EQ(read(0x42, bytes), I2cOutcome::Done);
    EXPECT_FALSE(bus.isHeld());
    EXPECT_THAT(target.log, ElementsAre("W", "5", "R", "last", "stop"));
}

TEST_F(I2cBusTest, NobodyAtAnAddress)
{
    EXPECT_EQ(write(0x41, {}), I2cOutcome::NoAddress);
    EXPECT_TRUE(target.log.empty());
    EXPECT_FALSE(bus.isHeld());
}

TEST_F(I2cBusTest, AByteThatIsNotAcknowledgedEndsTheWrite)
{
    target.refused = 8;
    EXPECT_EQ(write(0x42, {7, 8, 9}), I2cOutcome::NoData);
    EXPECT_EQ(acknowledged, 1u);
    EXPECT_THAT(target.log, ElementsAre("W", "7", "8", "stop"));
}

TEST_F(I2cBusTest, AStretchedClockTakesLongerOrTooLong)
{
    target.hold = 1ms;
    EXPECT_EQ(write(0x42, {7}), I2cOutcome::Done);
    EXPECT_EQ(loop.now(), powerOn + 2ms + 10us * 20);
    target.hold = 51ms;
    EXPECT_EQ(write(0x42, {7}), I2cOutcome::TimedOut);
}

TEST_F(I2cBusTest, WithoutPullUpOrWithAHeldWireNothingBegins)
{
    pullSda.release();
    EXPECT_EQ(write(0x42, {7}), I2cOutcome::TimedOut);
    pullSda.drive(3300, 4700);
    WireDriver held(scl);
    held.drive(0, 10);
    EXPECT_EQ(write(0x42, {7}), I2cOutcome::TimedOut);
    EXPECT_TRUE(target.log.empty());
}

TEST_F(I2cBusTest, AnAbandonedTransferLetsTheBusGo)
{
    const std::vector<std::uint8_t> bytes(4, 0);
    {
        I2cTransfer transfer(bus, {.address = 0x42}, std::span<const std::uint8_t>(bytes));
        transfer.step();
        transfer.step();
        EXPECT_TRUE(bus.isHeld());
    }
    EXPECT_FALSE(bus.isHeld());
    EXPECT_TRUE(scl.level() && sda.level());
}

// The bits as a logic analyser sees them: data at the rising edges of the clock.
TEST_F(I2cBusTest, TheWiresCarryTheBits)
{
    std::string bits;
    const WireListener listener(scl, WireListener::Hears::Edges, [&](const WireEvent& event) {
        if (event.level)
            bits += sda.level() ? '1' : '0';
    });
    EXPECT_EQ(write(0x42, {0xa5}), I2cOutcome::Done);
    loop.runUntilIdle();
    EXPECT_EQ(bits, std::string("10000100") + "0" + "10100101" + "0" + "0");
}

TEST_F(I2cBusTest, OtherWiresAreAnotherBus)
{
    EXPECT_EQ(&buses.i2c(scl, sda), &bus);
    EXPECT_NE(&buses.i2c(sda, scl), &bus);
}

}  // namespace
}  // namespace coroboard::peripherals
