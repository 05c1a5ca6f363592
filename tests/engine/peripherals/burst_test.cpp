// SPDX-License-Identifier: MIT
#include "peripherals/burst.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::peripherals {
namespace {

using namespace std::chrono_literals;
using test::WireLog;
using testing::ElementsAre;
using time::powerOn;
using Kind = WireEvent::Kind;

TEST(Burst, SaysItsLevelAtEveryInstant)
{
    const auto burst = Burst::make(powerOn + 10us, true, {1us, 3us, 4us});
    EXPECT_TRUE(burst->levelAt(powerOn + 10us));
    EXPECT_FALSE(burst->levelAt(powerOn + 11us));
    EXPECT_FALSE(burst->levelAt(powerOn + 12us));
    EXPECT_TRUE(burst->levelAt(powerOn + 13us));
    EXPECT_FALSE(burst->levelAt(powerOn + 14us));
    EXPECT_FALSE(burst->levelAt(powerOn + 1s));
    EXPECT_EQ(burst->edgeAfter(powerOn + 11us)->when, powerOn + 13us);
    EXPECT_TRUE(burst->edgeAfter(powerOn + 11us)->rising);
    EXPECT_EQ(burst->edgeBefore(powerOn + 1s)->when, powerOn + 14us);
    EXPECT_FALSE(burst->edgeAfter(powerOn + 14us));
    EXPECT_FALSE(burst->edgeBefore(powerOn + 10us));
}

TEST(Burst, IsNotWorkedOutUnlessSomebodyLooksInside)
{
    int rendered = 0;
    const auto burst = Burst::make(powerOn, {.firstLevel = true, .lastLevel = false, .length = 1ms, .digest = 7}, [&] {
        ++rendered;
        return Flips{1ms};
    });
    EXPECT_TRUE(burst->levelAt(powerOn));
    EXPECT_FALSE(burst->levelAt(powerOn + 2ms));
    EXPECT_EQ(rendered, 0);
    EXPECT_TRUE(burst->levelAt(powerOn + 500us));
    EXPECT_EQ(burst->flips().size(), 1u);
    EXPECT_EQ(rendered, 1);
}

TEST(Burst, EqualFlipsHaveEqualDigests)
{
    EXPECT_EQ(Burst::make(powerOn, true, {1us, 2us})->digest(), Burst::make(powerOn + 1s, true, {1us, 2us})->digest());
    EXPECT_NE(Burst::make(powerOn, true, {1us, 2us})->digest(), Burst::make(powerOn, true, {1us, 3us})->digest());
}

class BurstOnWireTest : public testing::Test {
protected:
    time::EventLoop loop;
    time::Timeline timeline{loop};
    Wire wire{timeline, "N1", 3300};
    WireDriver driver{wire};

    void play(bool first, Flips flips) { driver.play(Burst::make(loop.now(), first, std::move(flips)), {3300, 40}, {0, 40}); }
};

TEST_F(BurstOnWireTest, TheWireFollowsItWithoutEvents)
{
    WireLog log(wire);
    play(true, {10us, 30us});
    EXPECT_EQ(loop.nextDue(), time::never);
    EXPECT_TRUE(wire.level());
    loop.runUntil(powerOn + 10us);
    EXPECT_FALSE(wire.level());
    EXPECT_EQ(wire.millivolts(), 0);
    loop.runUntil(powerOn + 40us);
    EXPECT_TRUE(wire.level());
    EXPECT_EQ(wire.lastEdge(), powerOn + 30us);
    ASSERT_EQ(log.events.size(), 1u);
    EXPECT_EQ(log.events[0].kind, Kind::Burst);
    EXPECT_EQ(log.events[0].burst->flips().size(), 2u);
}

TEST_F(BurstOnWireTest, WhoHearsEdgesHearsEveryOne)
{
    std::vector<time::Duration> edges;
    const WireListener listener(wire, WireListener::Hears::Edges,
                                [&](const WireEvent& event) { edges.push_back(event.when.time_since_epoch()); });
    play(true, {10us, 30us, 31us});
    loop.runUntilIdle();
    EXPECT_THAT(edges, ElementsAre(0us, 10us, 30us, 31us));
}

TEST_F(BurstOnWireTest, WhoHearsChangesHearsItOnce)
{
    std::vector<Kind> kinds;
    const WireListener listener(wire, WireListener::Hears::Changes, [&](const WireEvent& event) { kinds.push_back(event.kind); });
    play(true, {10us, 30us});
    loop.runUntilIdle();
    driver.drive(0, 40);
    loop.runUntilIdle();
    EXPECT_THAT(kinds, ElementsAre(Kind::Burst, Kind::Edge));
}

TEST_F(BurstOnWireTest, AnotherInItsMiddleTakesItsPlace)
{
    play(true, {10us, 30us});
    loop.runUntil(powerOn + 20us);
    play(false, {5us});
    EXPECT_FALSE(wire.level());
    loop.runUntil(powerOn + 26us);
    EXPECT_TRUE(wire.level());
    EXPECT_EQ(wire.lastEdge(), powerOn + 25us);
}

TEST_F(BurstOnWireTest, WhenItIsOverItIsALevelLikeAnyOther)
{
    play(true, {10us, 20us});
    loop.runUntil(powerOn + 1ms);
    WireLog log(wire);
    WireDriver other(wire);
    other.drive(0, 1);
    other.release();
    ASSERT_EQ(log.events.size(), 2u);
    EXPECT_EQ(log.events[0].kind, Kind::Edge);
    EXPECT_EQ(log.events[1].kind, Kind::Edge);
    EXPECT_TRUE(wire.level());
}

TEST_F(BurstOnWireTest, AStuckWireShowsNothingOfIt)
{
    WireDriver fault(wire);
    fault.drive(0, 1);
    WireLog log(wire);
    play(true, {10us});
    EXPECT_FALSE(wire.level());
    EXPECT_TRUE(wire.contention());
    for (const auto& event : log.events)
        EXPECT_NE(event.kind, Kind::Burst);
}

}  // namespace
}  // namespace coroboard::peripherals
