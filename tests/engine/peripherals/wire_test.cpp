// SPDX-License-Identifier: MIT
#include "peripherals/wire.h"

#include <optional>

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
using Hears = WireListener::Hears;

class WireTest : public testing::Test {
protected:
    time::EventLoop loop;
    time::Timeline timeline{loop};
    Wire wire{timeline, "N1", 3300};
};

TEST_F(WireTest, UndrivenIsFloatingAndLow)
{
    EXPECT_TRUE(wire.floating());
    EXPECT_FALSE(wire.level());
    EXPECT_EQ(wire.millivolts(), 0);
    EXPECT_FALSE(wire.lastEdge());
}

TEST_F(WireTest, OneSourceSetsTheVoltage)
{
    WireDriver driver(wire);
    driver.drive(3300, 40);
    EXPECT_TRUE(wire.level());
    EXPECT_DOUBLE_EQ(wire.millivolts(), 3300);
    EXPECT_FALSE(wire.floating());
    driver.release();
    EXPECT_TRUE(wire.floating());
    EXPECT_FALSE(wire.level());
}

TEST_F(WireTest, AStrongSourceBeatsAPull)
{
    WireDriver pull(wire), contact(wire);
    pull.drive(3300, 55'000);
    EXPECT_TRUE(wire.level());
    contact.drive(0, 1);
    EXPECT_FALSE(wire.level());
    EXPECT_LT(wire.millivolts(), 0.1);
    EXPECT_FALSE(wire.contention());
}

TEST_F(WireTest, SourcesShareByTheirResistance)
{
    WireDriver divider(wire), pull(wire);
    divider.drive(1000, 10'000);
    pull.drive(3300, 10'000);
    EXPECT_DOUBLE_EQ(wire.millivolts(), 2150);
}

TEST_F(WireTest, TwoStrongSourcesThatDisagreeAreAShortCircuit)
{
    WireDriver one(wire), other(wire);
    one.drive(3300, 40);
    other.drive(3300, 40);
    EXPECT_FALSE(wire.contention());
    other.drive(0, 40);
    EXPECT_TRUE(wire.contention());
    EXPECT_DOUBLE_EQ(wire.millivolts(), 1650);
    other.release();
    EXPECT_FALSE(wire.contention());
}

TEST_F(WireTest, ADestroyedSourceLetsGo)
{
    {
        WireDriver driver(wire);
        driver.drive(3300, 40);
        EXPECT_TRUE(wire.level());
    }
    EXPECT_TRUE(wire.floating());
}

TEST_F(WireTest, RemembersItsLastEdge)
{
    WireDriver driver(wire);
    loop.runFor(5ms);
    driver.drive(3300, 40);
    loop.runFor(5ms);
    EXPECT_EQ(wire.lastEdge(), powerOn + 5ms);
    driver.drive(3000, 40);
    EXPECT_EQ(wire.lastEdge(), powerOn + 5ms) << "no flip, no edge";
    driver.drive(0, 40);
    EXPECT_EQ(wire.lastEdge(), powerOn + 10ms);
}

TEST_F(WireTest, AProbeHearsAtOnce)
{
    WireLog log(wire);
    WireDriver driver(wire);
    driver.drive(3300, 40);
    driver.drive(3300, 40);
    driver.drive(3200, 40);
    ASSERT_EQ(log.events.size(), 2u);
    EXPECT_EQ(log.events[0].kind, Kind::Edge);
    EXPECT_TRUE(log.events[0].level);
    EXPECT_EQ(log.events[1].kind, Kind::Voltage);
    EXPECT_EQ(log.events[1].millivolts, 3200);
}

TEST_F(WireTest, AListenerHearsThroughTheLoopWithTheTimeOfTheChange)
{
    std::vector<WireEvent> heard;
    WireListener listener(wire, Hears::Changes, [&](const WireEvent& event) { heard.push_back(event); });
    WireDriver driver(wire);
    loop.runFor(3ms);
    driver.drive(3300, 40);
    driver.drive(0, 40);
    EXPECT_TRUE(heard.empty()) << "nothing is called inside drive()";
    loop.runFor(1ms);
    ASSERT_EQ(heard.size(), 2u);
    EXPECT_TRUE(heard[0].level);
    EXPECT_FALSE(heard[1].level);
    EXPECT_EQ(heard[0].when, powerOn + 3ms);
}

TEST_F(WireTest, AListenerHearsNothingFromBeforeItsTime)
{
    int first = 0, second = 0;
    WireListener early(wire, Hears::Edges, [&](const WireEvent&) { ++first; });
    WireDriver driver(wire);
    driver.drive(3300, 40);
    WireListener late(wire, Hears::Edges, [&](const WireEvent&) { ++second; });
    loop.runFor(1ms);
    EXPECT_EQ(first, 1);
    EXPECT_EQ(second, 0);
}

TEST_F(WireTest, AListenerMayDriveTheWireItHears)
{
    WireDriver input(wire), answer(wire);
    int heard = 0;
    WireListener listener(wire, Hears::Edges, [&](const WireEvent& event) {
        ++heard;
        if (event.level)
            answer.drive(0, 0.01);
    });
    input.drive(3300, 400);
    loop.runFor(1ms);
    EXPECT_EQ(heard, 2);
    EXPECT_FALSE(wire.level());
}

TEST_F(WireTest, AListenerMayDestroyItselfAndOthers)
{
    std::optional<WireListener> self, other;
    int heard = 0, otherHeard = 0;
    self.emplace(wire, Hears::Edges, [&](const WireEvent&) {
        ++heard;
        other.reset();
        self.reset();
    });
    other.emplace(wire, Hears::Edges, [&](const WireEvent&) { ++otherHeard; });
    WireDriver driver(wire);
    driver.drive(3300, 40);
    driver.drive(0, 40);
    loop.runFor(1ms);
    EXPECT_EQ(heard, 1);
    EXPECT_EQ(otherHeard, 0);
    driver.drive(3300, 40);
    loop.runFor(1ms);
    EXPECT_EQ(heard, 1);
}

TEST_F(WireTest, PwmIsDescribedAndCostsNoEvents)
{
    WireLog log(wire);
    WireDriver driver(wire);
    loop.runFor(1ms);
    driver.play({1000, 0.25, powerOn + 1ms}, 3300, 40);
    EXPECT_EQ(loop.nextDue(), time::never);
    EXPECT_EQ(wire.highShare(), 0.25);
    EXPECT_DOUBLE_EQ(wire.averageMillivolts(), 825);
    ASSERT_TRUE(wire.signal());
    EXPECT_EQ(wire.signal()->frequency, 1000);
    ASSERT_EQ(log.events.size(), 2u) << "the signal, and the edge it begins with";
    EXPECT_EQ(log.events[0].kind, Kind::Duty);
    EXPECT_EQ(log.events[1].kind, Kind::Edge);
}

TEST_F(WireTest, PwmHasALevelAtEveryInstant)
{
    WireDriver driver(wire);
    driver.play({1000, 0.25, powerOn}, 3300, 40);
    const auto levelAt = [&](time::Duration when) {
        loop.runUntil(powerOn + when);
        return wire.level();
    };
    EXPECT_TRUE(levelAt(0us));
    EXPECT_TRUE(levelAt(249us));
    EXPECT_FALSE(levelAt(250us));
    EXPECT_FALSE(levelAt(999us));
    EXPECT_TRUE(levelAt(1000us));
    EXPECT_EQ(wire.lastEdge(), powerOn + 1000us);
    EXPECT_FALSE(levelAt(1300us));
    EXPECT_EQ(wire.lastEdge(), powerOn + 1250us);
    EXPECT_EQ(wire.millivolts(), 0);
}

TEST_F(WireTest, AnEdgeListenerHearsEveryPwmEdgeWhileItListens)
{
    WireDriver driver(wire);
    std::vector<time::Duration> rises, falls;
    {
        WireListener listener(wire, Hears::Edges, [&](const WireEvent& event) {
            (event.level ? rises : falls).push_back(event.when.time_since_epoch());
        });
        driver.play({1000, 0.25, powerOn}, 3300, 40);
        loop.runFor(2100us);
        EXPECT_THAT(rises, ElementsAre(0us, 1000us, 2000us));
        EXPECT_THAT(falls, ElementsAre(250us, 1250us));
    }
    EXPECT_EQ(loop.nextDue(), time::never) << "nobody listens: no events";
}

TEST_F(WireTest, AChangeListenerHearsOfPwmAsADescription)
{
    std::vector<Kind> kinds;
    WireListener edges(wire, Hears::Edges, [](const WireEvent&) {});
    WireListener changes(wire, Hears::Changes, [&](const WireEvent& event) { kinds.push_back(event.kind); });
    WireDriver driver(wire);
    driver.play({1000, 0.5, powerOn}, 3300, 40);
    loop.runFor(10200us);
    driver.play({1000, 0.75, powerOn}, 3300, 40);
    loop.runFor(10200us);
    driver.drive(0, 40);
    loop.runFor(1ms);
    EXPECT_THAT(kinds, ElementsAre(Kind::Duty, Kind::Edge, Kind::Duty, Kind::Duty, Kind::Edge));
}

TEST_F(WireTest, PwmEdgesDoNotDriftAtAnOddFrequency)
{
    const DutySignal signal{440, 0.5, powerOn};
    auto edge = signal.edgeAfter(powerOn - 1ns);
    int count = 0;
    while (edge.when < powerOn + 1h) {
        edge = signal.edgeAfter(edge.when + 1s - 2ms);
        ++count;
    }
    EXPECT_GT(count, 3000);
    const double halfPeriods = static_cast<double>((edge.when - powerOn).count()) * 880 / 1e9;
    EXPECT_NEAR(halfPeriods, std::round(halfPeriods), 1e-5);
    EXPECT_EQ(signal.edgeBefore(edge.when).when, edge.when);
    EXPECT_LT(signal.edgeBefore(edge.when - 1ns).when, edge.when);
}

class Ramp : public AnalogSource {
public:
    Thevenin output(time::VirtualTime when) const override
    {
        return {static_cast<double>((when - powerOn) / 1us) / 10, 1000};  // 100 mV a millisecond
    }
    time::VirtualTime settled() const override { return powerOn + 100ms; }
};

TEST_F(WireTest, AMovingVoltageIsAskedForWhenSomebodyLooks)
{
    Ramp ramp;
    WireDriver driver(wire);
    driver.follow(ramp);
    EXPECT_EQ(loop.nextDue(), time::never);
    loop.runFor(10ms);
    EXPECT_DOUBLE_EQ(wire.millivolts(), 1000);
    EXPECT_FALSE(wire.level());
    loop.runFor(10ms);
    EXPECT_DOUBLE_EQ(wire.millivolts(), 2000);
    EXPECT_TRUE(wire.level());
}

TEST_F(WireTest, AMovingVoltageHasEdgesForThoseWhoListenUntilItSettles)
{
    Ramp ramp;
    WireDriver driver(wire);
    driver.follow(ramp);
    std::vector<time::Duration> edges;
    WireListener listener(wire, Hears::Edges,
                          [&](const WireEvent& event) { edges.push_back(event.when.time_since_epoch()); });
    loop.runFor(1s);
    ASSERT_EQ(edges.size(), 1u);
    EXPECT_GE(edges[0], 16500us);
    EXPECT_LE(edges[0], 17500us);
    EXPECT_EQ(loop.nextDue(), time::never);
}

TEST_F(WireTest, RemembersWhatAConverterRead)
{
    WireLog log(wire);
    EXPECT_FALSE(wire.lastSample());
    loop.runFor(2ms);
    wire.noteSample(1234);
    ASSERT_TRUE(wire.lastSample());
    EXPECT_EQ(wire.lastSample()->millivolts, 1234);
    EXPECT_EQ(wire.lastSample()->when, powerOn + 2ms);
    ASSERT_EQ(log.events.size(), 1u);
    EXPECT_EQ(log.events[0].kind, Kind::Sample);
}

}  // namespace
}  // namespace coroboard::peripherals
