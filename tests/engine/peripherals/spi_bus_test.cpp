// SPDX-License-Identifier: MIT
#include "peripherals/spi_bus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "peripherals/buses.h"

namespace coroboard::peripherals {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using time::powerOn;

// Gives 0x81, 0x82 … while it takes.
class Echo : public SpiTarget {
public:
    void selected() override { log.push_back(-1); }
    void deselected() override { log.push_back(-2); }
    std::optional<std::uint8_t> shiftOut() override { return static_cast<std::uint8_t>(0x80 + ++given); }
    void shiftIn(std::uint8_t byte) override { log.push_back(byte); }
    Talks talks() const override { return Talks::Yes; }
    bool samplesRising() const override { return rising; }

    std::vector<int> log;
    int given = 0;
    bool rising = true;
};

class SpiBusTest : public testing::Test {
protected:
    SpiBusTest()
    {
        selectDriver.drive(3300, 40);
        bus.attach(target, {&select, &mosi, &miso});
    }
    ~SpiBusTest() override { bus.detach(target); }

    std::vector<std::uint8_t> exchange(std::vector<std::uint8_t> sent)
    {
        std::vector<std::uint8_t> received(sent.size());
        loop.runFor(bus.exchange(format, sent, received));
        return received;
    }
    void choose(bool chosen) { selectDriver.drive(chosen ? 0 : 3300, 40); }

    time::EventLoop loop;
    time::Timeline timeline{loop};
    Wire sck{timeline, "SCK", 3300};
    Wire mosi{timeline, "MOSI", 3300};
    Wire miso{timeline, "MISO", 3300};
    Wire select{timeline, "CS", 3300};
    WireDriver selectDriver{select};
    Buses buses{timeline};
    SpiBus& bus{buses.spi(sck)};
    Echo target;
    SpiBus::Format format{&mosi, &miso, {}, BitOrder::MostSignificantFirst, 1us};
};

TEST_F(SpiBusTest, BytesGoBothWaysWhileItIsSelected)
{
    choose(true);
    EXPECT_THAT(exchange({0x12, 0x34}), ElementsAre(0x81, 0x82));
    EXPECT_EQ(loop.now(), powerOn + 16us);
    choose(false);
    EXPECT_THAT(exchange({0x56}), ElementsAre(0x00));
    EXPECT_THAT(target.log, ElementsAre(-1, 0x12, 0x34, -2));
}

TEST_F(SpiBusTest, LeastSignificantFirstMirrorsBothWays)
{
    choose(true);
    format.order = BitOrder::LeastSignificantFirst;
    EXPECT_THAT(exchange({0x01}), ElementsAre(0x81));
    EXPECT_THAT(target.log, ElementsAre(-1, 0x80));
}

TEST_F(SpiBusTest, TheWrongPhaseReadsABitLate)
{
    choose(true);
    format.mode = {.idleHigh = false, .secondEdge = true};
    exchange({0xff, 0x00});
    EXPECT_THAT(target.log, ElementsAre(-1, 0x7f, 0x80));
}

TEST_F(SpiBusTest, ModeThreeIsAsGoodAsModeZero)
{
    choose(true);
    format.mode = {.idleHigh = true, .secondEdge = true};
    EXPECT_THAT(exchange({0x12}), ElementsAre(0x81));
    EXPECT_THAT(target.log, ElementsAre(-1, 0x12));
    EXPECT_TRUE(sck.level());
}

TEST_F(SpiBusTest, TheWiresCarryTheBits)
{
    std::string sent, answered;
    choose(true);
    bus.open(format);
    const WireListener listener(sck, WireListener::Hears::Edges, [&](const WireEvent& event) {
        if (!event.level)
            return;
        sent += mosi.level() ? '1' : '0';
        answered += miso.level() ? '1' : '0';
    });
    exchange({0xa5});
    EXPECT_EQ(sent, "10100101");
    EXPECT_EQ(answered, "10000001");
}

// A program that has no controller and toggles the pins itself.
TEST_F(SpiBusTest, AToggledClockShiftsToo)
{
    WireDriver clock(sck), data(mosi);
    clock.drive(0, 40);
    choose(true);
    std::string answered;
    for (int bit = 7; bit >= 0; --bit) {
        data.drive(0xa5 >> bit & 1 ? 3300 : 0, 40);
        clock.drive(3300, 40);
        loop.runFor(1us);
        answered += miso.level() ? '1' : '0';
        clock.drive(0, 40);
        loop.runFor(1us);
    }
    EXPECT_THAT(target.log, ElementsAre(-1, 0xa5));
    EXPECT_EQ(answered, "10000001");
    choose(false);
    loop.runFor(1us);
    EXPECT_TRUE(miso.floating());
}

}  // namespace
}  // namespace coroboard::peripherals
