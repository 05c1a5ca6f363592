// SPDX-License-Identifier: MIT
#include "board/faults.h"

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::board {
namespace {

using peripherals::I2cDirection;
using peripherals::PinMode;
using testing::HasSubstr;
using namespace std::chrono_literals;

constexpr const char* someParts = R"({"id": "red", "model": "led", "wires": {"anode": "GP1", "cathode": "GND"}},
{"id": "thermometer", "model": "thermistor", "wires": {"signal": "GP6"}, "parameters": {"noise": 0, "time constant": 0}},
{"id": "digital", "model": "mcp9808", "wires": {"scl": "GP5", "sda": "GP4"}},
{"id": "button", "model": "push_button", "wires": {"signal": "GP2"}, "parameters": {"bounce": 0, "pull resistor": 10000}})";

class FaultsTest : public testing::Test {
protected:
    FaultsTest()
    {
        bench.wire("GP4");
        pullUp.emplace_back(std::make_unique<peripherals::WireDriver>(bench.wire("GP4")))->drive(3300, 4700);
        pullUp.emplace_back(std::make_unique<peripherals::WireDriver>(bench.wire("GP5")))->drive(3300, 4700);
    }
    void set(FaultKind kind, std::string place, double oneIn = 100)
    {
        const Fault fault{kind, std::move(place), oneIn};
        ASSERT_TRUE(faults.check(fault)) << faults.check(fault).error().message;
        faults.set(fault);
    }
    void clear(FaultKind kind, std::string place) { faults.clear({kind, std::move(place)}); }
    bool answers()
    {
        auto& bus = bench.board().buses().i2c(bench.wire("GP5"), bench.wire("GP4"));
        bench.advance(bus.start(2500ns));
        const auto written = bus.address(0x18, I2cDirection::Write, 2500ns);
        bench.advance(written.duration);
        bench.advance(bus.stop(2500ns));
        bus.release();
        return written.acknowledged == 1;
    }
    std::string refusal(Fault fault)
    {
        const auto checked = faults.check(fault);
        return checked ? "accepted" : checked.error().message;
    }

    test::BoardBench bench{test::profileWith(someParts)};
    Faults& faults = bench.board().faults();
    std::vector<std::unique_ptr<peripherals::WireDriver>> pullUp;
};

TEST_F(FaultsTest, AnLedWithItsWireCutStaysDarkUntilItIsRepaired)
{
    bench.pin("GP1").setMode(PinMode::Out);
    bench.pin("GP1").write(true);
    EXPECT_GT(bench.value("red", "brightness"), 0.1);
    set(FaultKind::WireCut, "red.anode");
    EXPECT_EQ(bench.value("red", "brightness"), 0);
    clear(FaultKind::WireCut, "red.anode");
    EXPECT_GT(bench.value("red", "brightness"), 0.1);
}

TEST_F(FaultsTest, AChipThatIsNotThereDoesNotAnswer)
{
    EXPECT_TRUE(answers());
    set(FaultKind::PartAbsent, "digital");
    EXPECT_FALSE(answers());
    clear(FaultKind::PartAbsent, "digital");
    EXPECT_TRUE(answers());
    set(FaultKind::WireCut, "digital.sda");
    EXPECT_FALSE(answers());
}

TEST_F(FaultsTest, AnAbsentPartIsNoLoadAndNoSource)
{
    EXPECT_GT(bench.wire("GP2").millivolts(), 3000);  // the button's pull-up
    set(FaultKind::PartAbsent, "button");
    EXPECT_TRUE(bench.wire("GP2").floating());
    clear(FaultKind::PartAbsent, "button");
    EXPECT_GT(bench.wire("GP2").millivolts(), 3000);
}

TEST_F(FaultsTest, ControlsStayWhereTheyAre)
{
    bench.set("thermometer", "temperature", 55);
    set(FaultKind::PartAbsent, "thermometer");
    EXPECT_EQ(bench.control("thermometer", "temperature").value, 55);
    bench.set("thermometer", "temperature", 60);
    clear(FaultKind::PartAbsent, "thermometer");
    EXPECT_EQ(bench.control("thermometer", "temperature").value, 60);
}

TEST_F(FaultsTest, AStuckLineWinsOverAPinAndABus)
{
    set(FaultKind::StuckHigh, "GP1");
    bench.pin("GP1").setMode(PinMode::Out);
    bench.pin("GP1").write(false);
    EXPECT_TRUE(bench.wire("GP1").level());
    EXPECT_TRUE(bench.wire("GP1").contention());
    clear(FaultKind::StuckHigh, "GP1");
    EXPECT_FALSE(bench.wire("GP1").level());
    set(FaultKind::StuckHigh, "GP4");
    EXPECT_FALSE(answers());
    set(FaultKind::StuckLow, "GP4");  // the one that happened last is felt
    EXPECT_FALSE(bench.board().buses().i2c(bench.wire("GP5"), bench.wire("GP4")).isFree());
    faults.clearAll();
    EXPECT_TRUE(answers());
}

TEST_F(FaultsTest, NoiseFlipsOneBitInSoMany)
{
    set(FaultKind::BusNoise, "GP4", 50);
    int flipped = 0;
    for (int i = 0; i < 10'000; ++i)
        for (unsigned difference = bench.wire("GP4").carried(std::uint8_t{0x5a}) ^ 0x5au; difference; difference >>= 1)
            flipped += difference & 1;
    EXPECT_NEAR(flipped, 80'000 / 50, 150);
    int answered = 0;
    for (int i = 0; i < 200; ++i)
        answered += answers();
    EXPECT_LT(answered, 195);  // seven address bits each time: 13 % are somebody else's
    EXPECT_GT(answered, 140);
    clear(FaultKind::BusNoise, "GP4");
    EXPECT_EQ(bench.wire("GP4").carried(std::uint8_t{0x5a}), 0x5a);
}

TEST_F(FaultsTest, AFrozenSensorKeepsItsLastValue)
{
    auto& adc = bench.adc("GP6");
    (void)adc;
    bench.set("thermometer", "temperature", 40);
    bench.advance(1s);
    const double before = bench.wire("GP6").millivolts();
    set(FaultKind::SensorFrozen, "thermometer");
    bench.set("thermometer", "temperature", 0);
    bench.advance(1s);
    EXPECT_EQ(bench.wire("GP6").millivolts(), before);
    clear(FaultKind::SensorFrozen, "thermometer");
    EXPECT_GT(bench.wire("GP6").millivolts(), before + 500);
}

TEST_F(FaultsTest, AStimulusGoesOnMovingAPartThatIsPutBack)
{
    bench.board().stimuli().play("button.pressed",
                                 {.shape = environment::Shape::Square, .from = 0, .to = 1, .period = 2s});
    set(FaultKind::PartAbsent, "button");
    bench.advance(500ms);
    clear(FaultKind::PartAbsent, "button");
    bench.advance(1s);
    EXPECT_EQ(bench.control("button", "pressed").value, 1);
    EXPECT_LT(bench.wire("GP2").millivolts(), 100);
}

TEST_F(FaultsTest, SaysWhatThereIsToBreak)
{
    EXPECT_THAT(refusal({FaultKind::PartAbsent, "rad"}), HasSubstr("did you mean \"red\""));
    EXPECT_THAT(refusal({FaultKind::WireCut, "red"}), HasSubstr("write PART.PIN"));
    EXPECT_THAT(refusal({FaultKind::WireCut, "red.cathod"}), HasSubstr("did you mean \"cathode\""));
    EXPECT_THAT(refusal({FaultKind::StuckLow, "GP99"}), HasSubstr("no wire \"GP99\""));
    EXPECT_THAT(refusal({FaultKind::StuckLow, "3V3"}), HasSubstr("is a supply"));
    EXPECT_THAT(refusal({FaultKind::BusNoise, "GP4", 0}), HasSubstr("1 to 1e12 is allowed"));
    EXPECT_EQ(refusal({FaultKind::BrownOut, ""}), "accepted");
    set(FaultKind::PartAbsent, "red");
    set(FaultKind::PartAbsent, "red");
    EXPECT_EQ(faults.all().size(), 1u);
}

}  // namespace
}  // namespace coroboard::board
