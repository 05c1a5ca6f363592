// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "parts/crc8.h"
#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::Bytes;
using test::ChipBench;
using testing::ElementsAre;

constexpr std::uint8_t at = 0x5a;

double celsius(int word)
{
    return word * 0.02 - 273.15;
}

// Section 8.4.5.1, figure 8: reading RAM 0x07 gives 0x3ad2 with the packet error code 0x30.
TEST(Smbus, PacketErrorCodeOfTheDataSheetsExample)
{
    EXPECT_EQ(smbusCrc.of(Bytes{0xb4, 0x07, 0xb5, 0xd2, 0x3a}), 0x30);
}

TEST(Mlx90614, MeasuresItselfAndWhatItLooksAt)
{
    ChipBench bench("mlx90614");
    EXPECT_EQ(bench.wordLowFirst(at, 0x07), 0) << "a quarter of a second for the first result";
    bench.set("chip", "object_temperature", 36.6);
    bench.set("chip", "temperature", 20);
    bench.advance(1min);
    const Bytes object = bench.read(at, {0x07}, 3);
    EXPECT_NEAR(celsius(ChipBench::least(object)), 36.6, 0.15);
    EXPECT_EQ(object[2], smbusCrc.of(Bytes{0xb4, 0x07, 0xb5, object[0], object[1]}));
    EXPECT_NEAR(celsius(bench.wordLowFirst(at, 0x06)), 20, 0.05);
    EXPECT_NEAR(*bench.control("chip", "object_temperature").lastRead, 36.6, 0.15);
}

TEST(Mlx90614, EepromCellsAreErasedBeforeTheyAreWritten)
{
    ChipBench bench("mlx90614");
    EXPECT_EQ(bench.wordLowFirst(at, 0x24), 0xffff);
    EXPECT_EQ(bench.wordLowFirst(at, 0x2e), 0xbe5a);
    const auto write = [&](std::uint8_t low, std::uint8_t high) {
        bench.write(at, {0x24, low, high, smbusCrc.of(Bytes{0xb4, 0x24, low, high})});
    };
    write(0x33, 0xf3);
    EXPECT_EQ(bench.wordLowFirst(at, 0x24), 0xffff);
    bench.write(at, {0x24, 0, 0, 0x99});
    EXPECT_EQ(bench.wordLowFirst(at, 0x24), 0xffff) << "a wrong packet error code";
    write(0, 0);
    write(0x33, 0xf3);
    EXPECT_EQ(bench.wordLowFirst(at, 0x24), 0xf333);
}

}  // namespace
}  // namespace coroboard::parts
