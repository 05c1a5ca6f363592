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

constexpr std::uint8_t at = 0x38;

TEST(Aht20, IsCalibratedAndIdleAfterItsStart)
{
    ChipBench bench("aht20");
    EXPECT_THAT(bench.read(at, 1), ElementsAre(0x98));
    bench.advance(20ms);
    EXPECT_THAT(bench.read(at, {0x71}, 1), ElementsAre(0x18));
}

TEST(Aht20, MeasuresWithinEightyMilliseconds)
{
    ChipBench bench("aht20");
    bench.set("chip", "temperature", -5);
    bench.set("chip", "humidity", 12);
    bench.advance(1min);
    bench.write(at, {0xac, 0x33, 0x00});
    bench.advance(74ms);
    EXPECT_THAT(bench.read(at, 1), ElementsAre(0x98)) << "busy";
    bench.advance(1ms);
    const Bytes data = bench.read(at, 7);
    EXPECT_EQ(data[0], 0x18);
    const int humidity = data[1] << 12 | data[2] << 4 | data[3] >> 4;
    const int temperature = (data[3] & 0xf) << 16 | data[4] << 8 | data[5];
    EXPECT_NEAR(humidity * 100.0 / (1 << 20), 12, 0.1);
    EXPECT_NEAR(temperature * 200.0 / (1 << 20) - 50, -5, 0.05);
    EXPECT_EQ(sensirionCrc.of(std::span(data).first(6)), data[6]);
    EXPECT_EQ(bench.read(at, 7), data) << "until the next measurement";
    EXPECT_NEAR(*bench.control("chip", "humidity").lastRead, 12, 0.1);
}

TEST(Aht20, ForgetsOnReset)
{
    ChipBench bench("aht20");
    bench.advance(20ms);
    bench.write(at, {0xac, 0x33, 0x00});
    bench.advance(80ms);
    EXPECT_NE(bench.read(at, 2)[1], 0);
    bench.write(at, {0xba});
    EXPECT_THAT(bench.read(at, 2), ElementsAre(0x98, 0));
}

}  // namespace
}  // namespace coroboard::parts
