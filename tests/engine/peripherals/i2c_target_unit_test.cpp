// SPDX-License-Identifier: MIT
#include "peripherals/i2c_target_unit.h"

#include <numeric>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coroboard::peripherals {
namespace {

using testing::ElementsAre;
using Event = I2cTargetUnit::Event;

// A unit alone: what a controller would tell it is said by hand.
class I2cTargetUnitTest : public testing::Test {
protected:
    I2cTargetUnit make(int addressBytes)
    {
        return I2cTargetUnit(bus, {.address = 0x20, .addressBytes = addressBytes, .memory = [this] { return std::span(memory); }},
                             [this](Event event) { events.push_back(event); });
    }
    static void write(I2cTargetUnit& unit, std::vector<std::uint8_t> bytes)
    {
        ASSERT_EQ(unit.addressed(0x20, I2cDirection::Write), Acknowledge::Yes);
        for (const std::uint8_t byte : bytes)
            ASSERT_EQ(unit.written(byte), Acknowledge::Yes);
    }
    static std::vector<int> read(I2cTargetUnit& unit, int count)
    {
        EXPECT_EQ(unit.addressed(0x20, I2cDirection::Read), Acknowledge::Yes);
        std::vector<int> bytes;
        for (int i = 0; i < count; ++i)
            bytes.push_back(unit.read(I2cTarget::Last::No));
        return bytes;
    }

    time::EventLoop loop;
    time::Timeline timeline{loop};
    Wire scl{timeline, "SCL", 3300};
    Wire sda{timeline, "SDA", 3300};
    I2cBus bus{timeline, scl, sda};
    std::vector<std::uint8_t> memory = {0, 10, 20, 30};
    std::vector<Event> events;
};

TEST_F(I2cTargetUnitTest, AMemoryGoesRoundAndRound)
{
    I2cTargetUnit unit = make(1);
    write(unit, {2});
    EXPECT_THAT(read(unit, 3), ElementsAre(20, 30, 0));
    unit.stopped();
    EXPECT_EQ(unit.memoryAddress(), 2u);
    write(unit, {7, 1, 2});
    unit.stopped();
    EXPECT_THAT(memory, ElementsAre(2, 10, 20, 1));
    EXPECT_EQ(unit.memoryAddress(), 3u);
    EXPECT_THAT(events, ElementsAre(Event::MatchWrite, Event::WriteRequest, Event::MatchRead, Event::ReadRequest, Event::ReadRequest,
                                    Event::ReadRequest, Event::EndRead, Event::MatchWrite, Event::WriteRequest, Event::WriteRequest,
                                    Event::WriteRequest, Event::EndWrite));
}

TEST_F(I2cTargetUnitTest, AddressesHaveFourBytesOrNone)
{
    I2cTargetUnit wide = make(4);
    write(wide, {0, 0, 1, 1, 99});
    wide.stopped();
    EXPECT_THAT(memory, ElementsAre(0, 99, 20, 30));
    I2cTargetUnit none = make(0);
    write(none, {5, 6});
    none.stopped();
    EXPECT_THAT(memory, ElementsAre(5, 6, 20, 30));
    EXPECT_THAT(read(none, 1), ElementsAre(20));
}

TEST_F(I2cTargetUnitTest, AMemoryThatShrankIsNotLeft)
{
    I2cTargetUnit unit = make(1);
    write(unit, {3});
    memory.resize(2);
    EXPECT_THAT(read(unit, 2), ElementsAre(10, 0));
    memory.clear();
    EXPECT_THAT(read(unit, 1), ElementsAre(0));
    write(unit, {1, 1});
}

TEST_F(I2cTargetUnitTest, WithoutAMemoryItQueues)
{
    I2cTargetUnit unit(bus, {.address = 0x20}, [](Event) {});
    std::vector<std::uint8_t> bytes(20);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
    write(unit, bytes);
    unit.stopped();
    std::vector<std::uint8_t> got(20);
    EXPECT_EQ(unit.take(got), I2cTargetUnit::queueLength);
    EXPECT_EQ(got[0], 4);
    EXPECT_EQ(unit.give(bytes), I2cTargetUnit::queueLength);
    EXPECT_THAT(read(unit, 2), ElementsAre(0, 1));
    unit.stopped();
    EXPECT_THAT(read(unit, 1), ElementsAre(0));
}

TEST_F(I2cTargetUnitTest, ClosedItAnswersNobody)
{
    I2cTargetUnit unit(bus, {.address = 0x20}, [](Event) {});
    EXPECT_EQ(unit.addressed(0x21, I2cDirection::Read), Acknowledge::No);
    unit.close();
    EXPECT_EQ(unit.addressed(0x20, I2cDirection::Read), Acknowledge::No);
}

}  // namespace
}  // namespace coroboard::peripherals
