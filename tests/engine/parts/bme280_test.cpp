// SPDX-License-Identifier: MIT
// BME280 and BMP280: identities, power-on values, modes, times, oversampling, filter, both buses.

#include <cmath>

#include <gmock/gmock.h>

#include "parts/bosch_compensation.h"
#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::Bytes;
using test::ChipBench;
using test::SpiChipBench;
using testing::ElementsAre;

constexpr std::uint8_t at = 0x76;

struct Weather {
    double celsius;
    double hectopascals;
    double percent;
};

Weather weatherOf(const Bytes& data)
{
    const auto twenty = [&](std::size_t i) { return (data[i] << 16 | data[i + 1] << 8 | data[i + 2]) >> 4; };
    const double fine = fineTemperature(boschExample, twenty(3));
    return {celsiusOf(fine), pascalsOf(boschExample, twenty(0), fine) / 100,
            percentOf(boschExample, data[6] << 8 | data[7], fine)};
}

TEST(Bme280, SaysWhoItIsAndSleeps)
{
    ChipBench bench("bme280");
    EXPECT_EQ(bench.byte(at, 0xd0), 0x60);
    EXPECT_EQ(bench.byte(at, 0xf3), 1) << "it still copies its calibration";
    bench.advance(3ms);
    EXPECT_EQ(bench.byte(at, 0xf3), 0);
    EXPECT_EQ(bench.byte(at, 0xf4), 0);
    EXPECT_THAT(bench.read(at, {0xf7}, 8), ElementsAre(0x80, 0, 0, 0x80, 0, 0, 0x80, 0));
    EXPECT_TRUE(bench.read(0x77, {0xd0}, 1).empty()) << "nobody is at the other address";
    EXPECT_TRUE(bench.idle());
}

TEST(Bme280, HandsOutItsCalibration)
{
    ChipBench bench("bme280");
    EXPECT_EQ(bench.wordLowFirst(at, 0x88), boschExample.t1);
    EXPECT_EQ(ChipBench::signedWord(bench.wordLowFirst(at, 0x8c)), boschExample.t3);
    EXPECT_EQ(bench.wordLowFirst(at, 0x8e), boschExample.p1);
    EXPECT_EQ(ChipBench::signedWord(bench.wordLowFirst(at, 0x9e)), 6000);
    EXPECT_EQ(bench.byte(at, 0xa1), boschExample.h1);
    const Bytes humidity = bench.read(at, {0xe1}, 7);
    EXPECT_EQ(ChipBench::least(humidity), boschExample.h2);
    EXPECT_EQ(humidity[3] << 4 | (humidity[4] & 0xf), boschExample.h4);
    EXPECT_EQ(humidity[5] << 4 | humidity[4] >> 4, boschExample.h5);
    EXPECT_EQ(humidity[6], boschExample.h6);
}

TEST(Bme280, MeasuresOnceWhenForcedAndSleepsAgain)
{
    ChipBench bench("bme280");
    bench.set("chip", "temperature", -12.5);
    bench.set("chip", "pressure", 950);
    bench.set("chip", "humidity", 80);
    bench.advance(30s);
    bench.write(at, {0xf2, 0x05, 0xf4, 0xb5});  // two registers in one transfer, sixteenfold oversampling, forced
    EXPECT_EQ(bench.byte(at, 0xf3), 8);
    bench.advance(90ms);
    EXPECT_EQ(bench.byte(at, 0xf3), 8) << "98 ms for 16 times each";
    bench.advance(10ms);
    EXPECT_EQ(bench.byte(at, 0xf3), 0);
    EXPECT_EQ(bench.byte(at, 0xf4), 0xb4) << "asleep";
    const Weather weather = weatherOf(bench.read(at, {0xf7}, 8));
    EXPECT_NEAR(weather.celsius, -12.5, 0.02);
    EXPECT_NEAR(weather.hectopascals, 950, 0.05);
    EXPECT_NEAR(weather.percent, 80, 0.1);
    EXPECT_NEAR(*bench.control("chip", "pressure").lastRead, 950, 0.05);
}

TEST(Bme280, SkipsWhatIsSwitchedOffAndHumidityWaitsForItsCommand)
{
    ChipBench bench("bme280");
    bench.write(at, {0xf4, 0x21});
    bench.write(at, {0xf2, 0x01});
    bench.advance(20ms);
    const Bytes data = bench.read(at, {0xf7}, 8);
    EXPECT_THAT(Bytes(data.begin(), data.begin() + 3), ElementsAre(0x80, 0, 0)) << "no pressure";
    EXPECT_NE(data[3], 0x80) << "a temperature";
    EXPECT_THAT(Bytes(data.begin() + 6, data.end()), ElementsAre(0x80, 0)) << "humidity was set too late";
}

TEST(Bme280, GoesOnByItselfInNormalMode)
{
    ChipBench bench("bme280");
    bench.set("chip", "pressure", 1000);
    bench.write(at, {0xf5, 0x00});  // half a millisecond between two measurements
    bench.write(at, {0xf4, 0x57});  // twice, 16 times
    bench.advance(100ms);
    EXPECT_NEAR(weatherOf(bench.read(at, {0xf7}, 8)).hectopascals, 1000, 0.05);
    bench.set("chip", "pressure", 1010);
    bench.advance(100ms);
    EXPECT_NEAR(weatherOf(bench.read(at, {0xf7}, 8)).hectopascals, 1010, 0.05);
    EXPECT_EQ(bench.byte(at, 0xf4), 0x57);
    EXPECT_TRUE(bench.idle()) << "without an event";
}

TEST(Bme280, FiltersSteps)
{
    ChipBench bench("bme280");
    bench.write(at, {0xf5, 0x10});  // filter 16
    bench.write(at, {0xf4, 0x27});
    bench.advance(1s);
    const double before = weatherOf(bench.read(at, {0xf7}, 8)).hectopascals;
    EXPECT_NEAR(before, 1013.25, 0.1);
    bench.set("chip", "pressure", 1023.25);
    bench.advance(60ms);  // some ten measurements of 6 ms
    const double soon = weatherOf(bench.read(at, {0xf7}, 8)).hectopascals;
    EXPECT_GT(soon, before + 2);
    EXPECT_LT(soon, before + 8);
    bench.advance(2s);
    EXPECT_NEAR(weatherOf(bench.read(at, {0xf7}, 8)).hectopascals, 1023.25, 0.1);
}

TEST(Bme280, ResetsOnItsWordOnly)
{
    ChipBench bench("bme280");
    bench.write(at, {0xf4, 0x27});
    bench.write(at, {0xe0, 0x55});
    EXPECT_EQ(bench.byte(at, 0xf4), 0x27);
    bench.write(at, {0xe0, 0xb6});
    EXPECT_EQ(bench.byte(at, 0xf4), 0);
    EXPECT_EQ(bench.byte(at, 0xf3), 1);
}

TEST(Bme280, AnswersOnSpi)
{
    SpiChipBench bench("bme280");
    EXPECT_THAT(bench.read(0xd0, 1), ElementsAre(0x60));
    bench.exchange({0x72, 0x01, 0x74, 0x25});  // bit 7 away: writing
    bench.advance(20ms);
    const Weather weather = weatherOf(bench.read(0xf7, 8));
    EXPECT_NEAR(weather.celsius, 22, 0.05);
    EXPECT_NEAR(weather.hectopascals, 1013.25, 0.1);
    EXPECT_NEAR(weather.percent, 45, 0.2);
}

TEST(Bmp280, IsTheSameWithoutHumidity)
{
    ChipBench bench("bmp280", R"(, "parameters": {"address": 119})");
    EXPECT_EQ(bench.byte(0x77, 0xd0), 0x58);
    bench.write(0x77, {0xf2, 0x05});
    EXPECT_EQ(bench.byte(0x77, 0xf2), 0);
    bench.write(0x77, {0xf4, 0x25});
    bench.advance(5ms);
    EXPECT_EQ(bench.byte(0x77, 0xf3), 8);
    bench.advance(1ms);
    EXPECT_EQ(bench.byte(0x77, 0xf3), 0) << "5.5 ms for one of each";
    Bytes data = bench.read(0x77, {0xf7}, 6);
    data.resize(8);
    EXPECT_NEAR(weatherOf(data).hectopascals, 1013.25, 0.1);
}

}  // namespace
}  // namespace coroboard::parts
