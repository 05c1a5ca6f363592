// SPDX-License-Identifier: MIT
// The first parts, each as a timeline on a bench: set, advance, expect.

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parts/part_model.h"
#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using peripherals::PinMode;
using peripherals::PinPull;
using test::BoardBench;
using test::profileWith;
using test::WireLog;
using testing::HasSubstr;
using time::powerOn;

constexpr auto led = R"({"id": "red", "model": "led", "wires": {"anode": "GP1"}})";
constexpr auto button = R"({"id": "a", "model": "push_button", "wires": {"signal": "GP3"}})";
constexpr auto dial = R"({"id": "dial", "model": "potentiometer", "wires": {"wiper": "GP6"}})";
constexpr auto lightSensor =
    R"({"id": "light", "model": "photoresistor", "wires": {"signal": "GP7"}, "parameters": {"noise": 0}})";
constexpr auto thermometer =
    R"({"id": "t", "model": "thermistor", "wires": {"signal": "GP8"}, "parameters": {"noise": 0}})";

TEST(Registry, DescribesEveryModelCompletely)
{
    ASSERT_GE(models().size(), 8u);
    for (const PartModel& model : models()) {
        SCOPED_TRACE(model.description.model);
        EXPECT_EQ(findModel(model.description.model), &model);
        EXPECT_FALSE(model.description.title.empty());
        EXPECT_FALSE(model.description.source.empty());
        EXPECT_FALSE(model.description.pins.empty());
        EXPECT_NE(model.make, nullptr);
        for (const auto& control : model.description.controls) {
            EXPECT_LT(control.minimum, control.maximum);
            EXPECT_GE(control.initial, control.minimum);
            EXPECT_LE(control.initial, control.maximum);
            EXPECT_GT(control.step, 0);
        }
        for (const auto& number : model.numbers) {
            EXPECT_GE(number.initial, number.minimum) << number.id;
            EXPECT_LE(number.initial, number.maximum) << number.id;
        }
    }
    EXPECT_EQ(findModel("lamp"), nullptr);
}

TEST(Led, LightsExactlyWhileItsPinIsHigh)
{
    BoardBench bench(profileWith(led));
    WireLog log(bench.wire("GP1"));
    auto& pin = bench.pin("GP1");
    pin.configure(PinMode::Out);
    EXPECT_EQ(bench.value("red", "brightness"), 0);
    bench.advance(5ms);
    pin.write(true);
    EXPECT_EQ(bench.value("red", "brightness"), 1);
    EXPECT_NEAR(bench.value("red", "current"), (3300 - 1800) / 345.0, 0.01);
    bench.advance(7ms);
    pin.write(false);
    EXPECT_EQ(bench.value("red", "brightness"), 0);
    EXPECT_THAT(log.edges(), testing::ElementsAre(5ms, 12ms));
    EXPECT_TRUE(bench.idle());
}

TEST(Led, BrightnessUnderPwmIsTheDuty)
{
    BoardBench bench(profileWith(led));
    auto& pwm = bench.pwm("GP1");
    ASSERT_TRUE(pwm.setFrequency(1000));
    ASSERT_TRUE(pwm.setDutyU16(16384));
    EXPECT_NEAR(bench.value("red", "brightness"), 0.25, 1e-4);
    bench.advance(1s);
    EXPECT_NEAR(bench.value("red", "glow"), 0.25, 1e-4);
    EXPECT_TRUE(bench.idle());
}

TEST(Led, GlowsEvenlyWhenBlinkedFasterThanTheEye)
{
    BoardBench bench(profileWith(led));
    auto& pin = bench.pin("GP1");
    pin.configure(PinMode::Out);
    for (int i = 0; i < 500; ++i) {
        pin.write(true);
        bench.advance(250us);
        pin.write(false);
        bench.advance(750us);
    }
    EXPECT_EQ(bench.value("red", "brightness"), 0);
    EXPECT_NEAR(bench.value("red", "glow"), 0.25, 0.03);
    bench.advance(200ms);
    EXPECT_NEAR(bench.value("red", "glow"), 0, 0.001);
}

TEST(Led, ConnectedToTheSupplyLightsWhenItsPinIsLow)
{
    BoardBench bench(profileWith(R"({"id": "red", "model": "led", "wires": {"anode": "3V3", "cathode": "GP1"}})"));
    EXPECT_EQ(bench.value("red", "brightness"), 0) << "an undriven pin passes no current";
    auto& pin = bench.pin("GP1");
    pin.configure(PinMode::Out);
    EXPECT_NEAR(bench.value("red", "brightness"), 1, 1e-6);
    pin.write(true);
    EXPECT_NEAR(bench.value("red", "brightness"), 0, 1e-6);
}

TEST(Led, NeedsMoreThanItsForwardVoltage)
{
    BoardBench bench(profileWith(led));
    bench.pin("GP1").configure(PinMode::In, PinPull::None);
    peripherals::WireDriver weak(bench.wire("GP1"));
    weak.drive(1700, 40);
    EXPECT_EQ(bench.value("red", "brightness"), 0);
    weak.drive(2550, 40);
    EXPECT_NEAR(bench.value("red", "brightness"), 0.5, 1e-6);
}

TEST(RgbLed, MixesItsColours)
{
    BoardBench bench(
        profileWith(R"({"id": "rgb", "model": "rgb_led", "wires": {"red": "GP1", "green": "GP2", "blue": "GP3"}})"));
    for (const char* name : {"GP1", "GP2", "GP3"})
        bench.pin(name).configure(PinMode::Out);
    bench.pin("GP1").write(true);
    ASSERT_TRUE(bench.pwm("GP3").setFrequency(500));
    ASSERT_TRUE(bench.pwm("GP3").setDutyU16(32768));
    EXPECT_EQ(bench.value("rgb", "red"), 1);
    EXPECT_EQ(bench.value("rgb", "green"), 0);
    EXPECT_NEAR(bench.value("rgb", "blue"), 0.5, 1e-4);
}

TEST(PushButton, BouncesAndSettles)
{
    BoardBench bench(profileWith(button));
    auto& pin = bench.pin("GP3");
    pin.configure(PinMode::In, PinPull::Up);
    WireLog log(pin.wire());
    bench.advance(100ms);
    EXPECT_TRUE(pin.read());
    bench.set("a", "pressed", 1);
    EXPECT_FALSE(pin.read()) << "the first contact is at once";
    bench.advance(100ms);
    EXPECT_FALSE(pin.read());
    const auto edges = log.edges();
    EXPECT_GE(edges.size(), 5u);
    EXPECT_LE(edges.size(), 9u);
    EXPECT_EQ(edges.size() % 2, 1u);
    EXPECT_EQ(edges.front(), 100ms);
    EXPECT_GT(edges.back() - edges.front(), 200us);
    EXPECT_LE(edges.back() - edges.front(), 3ms);
    EXPECT_EQ(bench.value("a", "pressed"), 1);
    bench.set("a", "pressed", 0);
    bench.advance(100ms);
    EXPECT_TRUE(pin.read());
    EXPECT_TRUE(bench.idle());
}

TEST(PushButton, BouncesTheSameWithTheSameSeedOnly)
{
    const auto edges = [](std::uint64_t seed, const char* others) {
        BoardBench bench(profileWith(std::string(others) + button), {.seed = seed});
        bench.pin("GP3").configure(PinMode::In, PinPull::Up);
        WireLog log(bench.wire("GP3"));
        bench.set("a", "pressed", 1);
        bench.advance(10ms);
        return log.edges();
    };
    EXPECT_EQ(edges(1, ""), edges(1, ""));
    EXPECT_NE(edges(1, ""), edges(2, ""));
    const auto other = R"({"id": "b", "model": "push_button", "wires": {"signal": "GP4"}},)";
    EXPECT_EQ(edges(1, ""), edges(1, other)) << "another part does not change this one's chance";
}

TEST(PushButton, LetGoWhileBouncingEndsOpen)
{
    BoardBench bench(profileWith(button));
    bench.pin("GP3").configure(PinMode::In, PinPull::Up);
    bench.set("a", "pressed", 1);
    bench.advance(300us);
    bench.set("a", "pressed", 0);
    bench.advance(50ms);
    EXPECT_TRUE(bench.pin("GP3").read());
}

TEST(PushButton, OnTheSupplyIsActiveHigh)
{
    BoardBench bench(profileWith(
        R"({"id": "a", "model": "push_button", "wires": {"signal": "GP3", "common": "3V3"}, "parameters": {"bounce": 0, "pull resistor": 10000}})"));
    EXPECT_FALSE(bench.pin("GP3").read());
    EXPECT_FALSE(bench.wire("GP3").floating());
    bench.set("a", "pressed", 1);
    EXPECT_TRUE(bench.pin("GP3").read());
    EXPECT_TRUE(bench.idle()) << "an ideal button does not bounce";
}

TEST(PushButton, AgainstAnOutputIsAShortCircuit)
{
    BoardBench bench(profileWith(button));
    bench.pin("GP3").configure(PinMode::Out);
    bench.pin("GP3").write(true);
    EXPECT_FALSE(bench.wire("GP3").contention());
    bench.set("a", "pressed", 1);
    EXPECT_TRUE(bench.wire("GP3").contention());
}

TEST(SlideSwitch, ConnectsToOneRailOrTheOther)
{
    BoardBench bench(profileWith(R"({"id": "s", "model": "slide_switch", "wires": {"signal": "GP2"}})"));
    EXPECT_FALSE(bench.pin("GP2").read());
    bench.set("s", "on", 1);
    EXPECT_TRUE(bench.pin("GP2").read());
    EXPECT_FALSE(bench.board().setControl("s", "on", 0.5)) << "there is nothing between";
}

TEST(Potentiometer, DividesTheSupply)
{
    BoardBench bench(profileWith(dial));
    auto& adc = bench.adc("GP6");
    EXPECT_NEAR(adc.readU16(), 32768, 16);
    bench.set("dial", "position", 25);
    EXPECT_NEAR(adc.readU16(), 16384, 16);
    EXPECT_NEAR(*bench.control("dial", "position").lastRead, 25, 0.05);
    bench.set("dial", "position", 100);
    EXPECT_EQ(adc.readU16(), 65535);
    EXPECT_EQ(bench.value("dial", "angle"), 140);
    EXPECT_EQ(bench.control("dial", "position").value, 100);
}

TEST(Potentiometer, IsLoadedByAPullResistor)
{
    BoardBench bench(profileWith(dial));
    bench.pin("GP6").configure(PinMode::In, PinPull::Up);
    // 2.5 kΩ in the middle of the track against 55 kΩ to the supply.
    EXPECT_NEAR(bench.wire("GP6").millivolts(), (1650 / 2520.0 + 3300 / 55'000.0) / (1 / 2520.0 + 1 / 55'000.0), 0.01);
}

TEST(Photoresistor, FollowsItsDataSheetsPowerLaw)
{
    BoardBench bench(profileWith(lightSensor));
    const auto ohmsAt = [&](double lux) {
        bench.set("light", "light", lux);
        bench.advance(10s);
        return bench.value("light", "resistance");
    };
    EXPECT_NEAR(ohmsAt(10), 9000, 1);
    EXPECT_NEAR(ohmsAt(1000), 400, 2);
    EXPECT_EQ(ohmsAt(0), 1e6);
    EXPECT_TRUE(bench.idle());
}

TEST(Photoresistor, LagsBehindTheLight)
{
    BoardBench bench(profileWith(lightSensor));
    bench.set("light", "light", 0);
    bench.advance(10s);
    bench.set("light", "light", 1000);
    EXPECT_EQ(bench.control("light", "light").value, 1000);
    EXPECT_EQ(bench.control("light", "light").actual, 0);
    bench.advance(18ms);
    EXPECT_NEAR(bench.control("light", "light").actual, 632, 1);
    bench.advance(1s);
    EXPECT_NEAR(bench.control("light", "light").actual, 1000, 0.1);
    bench.set("light", "light", 0);
    bench.advance(120ms);
    EXPECT_NEAR(bench.control("light", "light").actual, 368, 1);
}

TEST(Photoresistor, SaysWhatTheProgramReadOfIt)
{
    BoardBench bench(profileWith(lightSensor));
    EXPECT_FALSE(bench.control("light", "light").lastRead);
    bench.set("light", "light", 120);
    bench.advance(5s);
    bench.adc("GP7").readU16();
    EXPECT_NEAR(*bench.control("light", "light").lastRead, 120, 0.5);
}

TEST(Thermistor, FollowsTheBetaEquationOfItsDataSheet)
{
    BoardBench bench(profileWith(thermometer));
    const auto ohmsAt = [&](double celsius) {
        bench.set("t", "temperature", celsius);
        bench.advance(300s);
        return bench.value("t", "resistance");
    };
    EXPECT_NEAR(ohmsAt(25), 10'000, 0.1);
    // The data sheet's table.
    EXPECT_NEAR(ohmsAt(0) / 32'298, 1, 0.06);
    EXPECT_NEAR(ohmsAt(40) / 5311, 1, 0.06);
    EXPECT_NEAR(ohmsAt(80) / 1256, 1, 0.06);
    EXPECT_NEAR(ohmsAt(85) / 1089, 1, 0.06);
}

TEST(Thermistor, WarmsUpWithItsTimeConstant)
{
    BoardBench bench(profileWith(thermometer));
    EXPECT_EQ(bench.control("t", "temperature").actual, 22);
    bench.set("t", "temperature", 62);
    bench.advance(4s);
    EXPECT_NEAR(bench.control("t", "temperature").actual, 22 + 40 * (1 - std::exp(-1.0)), 1e-6);
    auto& adc = bench.adc("GP8");
    adc.readU16();
    EXPECT_NEAR(*bench.control("t", "temperature").lastRead, bench.control("t", "temperature").actual, 0.05);
    bench.advance(1h);
    EXPECT_EQ(bench.control("t", "temperature").actual, 62);
    EXPECT_TRUE(bench.idle());
}

TEST(Thermistor, ItsNoiseIsSeededAndLookingChangesNothing)
{
    const auto readings = [](std::uint64_t seed, bool looking) {
        BoardBench bench(
            profileWith(
                R"({"id": "t", "model": "thermistor", "wires": {"signal": "GP8"}, "parameters": {"noise": 0.5}})"),
            {.seed = seed});
        std::vector<std::uint16_t> read;
        auto& adc = bench.adc("GP8");
        for (int i = 0; i < 50; ++i) {
            bench.advance(25ms);
            if (looking)
                bench.board().views();
            read.push_back(adc.readU16());
        }
        return read;
    };
    EXPECT_EQ(readings(1, false), readings(1, true));
    EXPECT_NE(readings(1, false), readings(2, false));
    const auto read = readings(1, false);
    EXPECT_NE(*std::min_element(read.begin(), read.end()), *std::max_element(read.begin(), read.end()));
}

TEST(Thermistor, TwoOfThemFeelTheSameAir)
{
    BoardBench bench(profileWith(
        R"({"id": "t", "model": "thermistor", "wires": {"signal": "GP8"}, "parameters": {"time constant": 0}},
        {"id": "u", "model": "thermistor", "wires": {"signal": "GP9"}, "parameters": {"time constant": 0}})"));
    bench.set("t", "temperature", 50);
    EXPECT_EQ(bench.control("u", "temperature").value, 50);
    EXPECT_EQ(bench.control("u", "temperature").actual, 50);
}

TEST(Buzzer, SoundsWithTheToneOnItsWire)
{
    BoardBench bench(profileWith(R"({"id": "z", "model": "buzzer", "wires": {"signal": "GP2"}})"));
    EXPECT_EQ(bench.value("z", "sounding"), 0);
    auto& pwm = bench.pwm("GP2");
    ASSERT_TRUE(pwm.setFrequency(440));
    ASSERT_TRUE(pwm.setDutyU16(32768));
    EXPECT_NEAR(bench.value("z", "frequency"), 440, 0.05);
    EXPECT_NEAR(bench.value("z", "duty"), 0.5, 0.001);
    ASSERT_TRUE(pwm.setDutyU16(0));
    EXPECT_EQ(bench.value("z", "frequency"), 0);
}

TEST(Buzzer, SoundsWhenAProgramTogglesIt)
{
    BoardBench bench(profileWith(R"({"id": "z", "model": "buzzer", "wires": {"signal": "GP2"}})"));
    auto& pin = bench.pin("GP2");
    pin.configure(PinMode::Out);
    for (int i = 0; i < 20; ++i) {
        pin.write(i % 2 == 0);
        bench.advance(500us);
    }
    EXPECT_NEAR(bench.value("z", "frequency"), 1000, 0.01);
    bench.advance(100ms);
    EXPECT_EQ(bench.value("z", "frequency"), 0);
}

TEST(Controls, RefuseWhatIsOutOfRangeNotFiniteOrUnknown)
{
    BoardBench bench(profileWith(thermometer));
    const auto refusal = [&](const char* part, const char* control, double value) {
        const auto done = bench.board().setControl(part, control, value);
        return done ? std::string("accepted") : done.error().message;
    };
    EXPECT_EQ(refusal("t", "temperature", 200), "t: temperature cannot be 200: -40 to 125 °C is allowed");
    EXPECT_THAT(refusal("t", "temperature", std::numeric_limits<double>::quiet_NaN()), HasSubstr("cannot be nan"));
    EXPECT_THAT(refusal("t", "temperature", std::numeric_limits<double>::infinity()), HasSubstr("-40 to 125"));
    EXPECT_EQ(refusal("t", "humidity", 5), "t: no control \"humidity\": a thermistor has temperature");
    EXPECT_EQ(refusal("u", "temperature", 5), "no part \"u\" on this board: it has t");
    EXPECT_EQ(bench.control("t", "temperature").value, 22) << "nothing moved";
}

}  // namespace
}  // namespace coroboard::parts
