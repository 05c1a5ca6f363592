// SPDX-License-Identifier: MIT
// SHT31: the data sheet's checksum, single shots with their times, clock stretching, periodic measuring, heater, status.

#include <gmock/gmock.h>

#include "parts/crc8.h"
#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::Bytes;
using test::ChipBench;
using testing::ElementsAre;

constexpr std::uint8_t at = 0x44;

double celsius(const Bytes& data)
{
    return ChipBench::most(data) * 175 / 65535.0 - 45;
}
double percent(const Bytes& data)
{
    return (data[3] << 8 | data[4]) * 100 / 65535.0;
}

TEST(SensirionCrc, MeetsTheDataSheetsExample)
{
    EXPECT_EQ(sensirionCrc.of(Bytes{0xbe, 0xef}), 0x92);
}

TEST(Sht31, MeasuresWhenAsked)
{
    ChipBench bench("sht31");
    bench.set("chip", "temperature", 31.5);
    bench.set("chip", "humidity", 70);
    bench.advance(1min);
    EXPECT_TRUE(bench.read(at, 6).empty()) << "nothing was asked";
    EXPECT_TRUE(bench.write(at, {0x24, 0x00}));
    bench.advance(10ms);
    EXPECT_TRUE(bench.read(at, 6).empty()) << "still measuring: it does not acknowledge";
    bench.advance(3ms);
    const Bytes data = bench.read(at, 6);
    ASSERT_EQ(data.size(), 6u);
    EXPECT_NEAR(celsius(data), 31.5, 0.1);
    EXPECT_NEAR(percent(data), 70, 0.2);
    EXPECT_EQ(sensirionCrc.of(std::span(data).first(2)), data[2]);
    EXPECT_EQ(sensirionCrc.of(std::span(data).subspan(3, 2)), data[5]);
    EXPECT_TRUE(bench.read(at, 6).empty()) << "a result is read once";
    EXPECT_NEAR(*bench.control("chip", "temperature").lastRead, celsius(data), 1e-9);
}

TEST(Sht31, HoldsTheClockWhenAskedTo)
{
    ChipBench bench("sht31");
    bench.write(at, {0x2c, 0x06});
    const auto asked = bench.now();
    const Bytes data = bench.read(at, 6);
    ASSERT_EQ(data.size(), 6u);
    EXPECT_GE(bench.now() - asked, 12'500us);
    EXPECT_NEAR(celsius(data), 22, 0.1);
}

TEST(Sht31, MeasuresPeriodically)
{
    ChipBench bench("sht31");
    bench.write(at, {0x27, 0x37});  // ten a second
    bench.advance(5ms);
    bench.write(at, {0xe0, 0x00});
    EXPECT_TRUE(bench.read(at, 6).empty()) << "no result yet";
    bench.advance(20ms);
    bench.write(at, {0xe0, 0x00});
    EXPECT_EQ(bench.read(at, 6).size(), 6u);
    bench.write(at, {0xe0, 0x00});
    EXPECT_TRUE(bench.read(at, 6).empty()) << "fetched already";
    bench.advance(100ms);
    bench.write(at, {0xe0, 0x00});
    EXPECT_EQ(bench.read(at, 6).size(), 6u);
    bench.write(at, {0x30, 0x93});
    bench.advance(1s);
    bench.write(at, {0xe0, 0x00});
    EXPECT_TRUE(bench.read(at, 6).empty()) << "stopped";
}

TEST(Sht31, TellsItsStatusAndHeats)
{
    ChipBench bench("sht31");
    EXPECT_EQ(ChipBench::most(bench.read(at, {0xf3, 0x2d}, 3)), 0x8010);
    bench.write(at, {0x30, 0x41});
    bench.write(at, {0x30, 0x6d});
    EXPECT_EQ(ChipBench::most(bench.read(at, {0xf3, 0x2d}, 3)), 0x2000);
    bench.advance(1min);
    bench.write(at, {0x2c, 0x06});
    EXPECT_NEAR(celsius(bench.read(at, 6)), 25, 0.1) << "three degrees above the air";
    bench.write(at, {0x30, 0xa2});
    EXPECT_EQ(ChipBench::most(bench.read(at, {0xf3, 0x2d}, 3)), 0x8010);
}

}  // namespace
}  // namespace coroboard::parts
