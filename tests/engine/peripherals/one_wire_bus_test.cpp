// SPDX-License-Identifier: MIT
#include "peripherals/one_wire_bus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "peripherals/buses.h"
#include "support/board_bench.h"

namespace coroboard::peripherals {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

class Bits : public OneWireTarget {
public:
    bool reset() override { return present; }
    void write(bool bit) override { written.push_back(bit); }
    bool read() override { return answer; }

    bool present = true;
    bool answer = true;
    std::vector<bool> written;
};

class OneWireBusTest : public testing::Test {
protected:
    OneWireBusTest()
    {
        pull.drive(3300, 4700);
        bus.attach(first);
        bus.attach(second);
    }
    bool pass(OneWireBus::Slot slot)
    {
        loop.runFor(slot.duration);
        return slot.bit;
    }

    time::EventLoop loop;
    time::Timeline timeline{loop};
    Wire wire{timeline, "DQ", 3300};
    WireDriver pull{wire};
    Buses buses{timeline};
    OneWireBus& bus{buses.oneWire(wire)};
    Bits first, second;
};

TEST_F(OneWireBusTest, AResetFindsWhoIsThere)
{
    EXPECT_TRUE(pass(bus.reset()));
    EXPECT_EQ(loop.now(), time::powerOn + 960us);
    first.present = second.present = false;
    EXPECT_FALSE(pass(bus.reset()));
}

TEST_F(OneWireBusTest, AZeroFromAnyoneIsAZero)
{
    EXPECT_TRUE(pass(bus.read()));
    second.answer = false;
    EXPECT_FALSE(pass(bus.read()));
}

TEST_F(OneWireBusTest, EveryoneHearsWhatIsWritten)
{
    pass(bus.write(true));
    pass(bus.write(false));
    EXPECT_THAT(first.written, ElementsAre(true, false));
    EXPECT_EQ(second.written, first.written);
}

TEST_F(OneWireBusTest, WithoutPullUpNobodyAnswers)
{
    pull.release();
    EXPECT_FALSE(pass(bus.reset()));
}

TEST_F(OneWireBusTest, TheWireShowsResetAndPresence)
{
    std::vector<time::Duration> edges;
    const WireListener listener(wire, WireListener::Hears::Edges,
                                [&](const WireEvent& event) { edges.push_back(event.when.time_since_epoch()); });
    pass(bus.reset());
    EXPECT_THAT(edges, ElementsAre(0us, 480us, 510us, 630us));
}

}  // namespace
}  // namespace coroboard::peripherals
