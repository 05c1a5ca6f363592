// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::Bytes;
using test::ChipBench;
using testing::ElementsAre;

constexpr std::uint8_t at = 0x58;

Bytes asked(ChipBench& bench, const Bytes& command, std::size_t count, time::Duration wait)
{
    bench.write(at, command);
    bench.advance(wait);
    return bench.read(at, count);
}

TEST(Sgp30, SaysWhoItIs)
{
    ChipBench bench("sgp30");
    EXPECT_EQ(ChipBench::most(asked(bench, {0x20, 0x2f}, 3, 10ms)), 0x20);
    EXPECT_EQ(asked(bench, {0x36, 0x82}, 9, 1ms), asked(bench, {0x36, 0x82}, 9, 1ms)) << "a serial number stays";
    EXPECT_EQ(ChipBench::most(asked(bench, {0x20, 0x32}, 3, 220ms)), 0xd400) << "the self-test passes";
}

TEST(Sgp30, DoesNotAnswerWhileItMeasures)
{
    ChipBench bench("sgp30");
    EXPECT_TRUE(bench.read(at, 6).empty()) << "nothing was asked";
    bench.write(at, {0x20, 0x08});
    bench.advance(9ms);
    EXPECT_TRUE(bench.read(at, 6).empty());
    bench.advance(2ms);
    EXPECT_EQ(bench.read(at, 6).size(), 6u);
}

TEST(Sgp30, WarmsUpForFifteenSeconds)
{
    ChipBench bench("sgp30");
    bench.set("chip", "eco2", 900);
    bench.set("chip", "tvoc", 250);
    EXPECT_TRUE(bench.write(at, {0x20, 0x03}));
    bench.advance(14s);
    const Bytes early = asked(bench, {0x20, 0x08}, 6, 12ms);
    EXPECT_EQ(ChipBench::most(early), 400);
    EXPECT_EQ(early[3] << 8 | early[4], 0);
    bench.advance(1s);
    const Bytes air = asked(bench, {0x20, 0x08}, 6, 12ms);
    EXPECT_NEAR(ChipBench::most(air), 900, 12);
    EXPECT_NEAR(air[3] << 8 | air[4], 250, 6);
    EXPECT_NEAR(*bench.control("chip", "tvoc").lastRead, 250, 6);
}

TEST(Sgp30, TakesABaselineWithRightChecksumsOnly)
{
    ChipBench bench("sgp30");
    bench.write(at, {0x20, 0x1e, 0xbe, 0xef, 0x92, 0xbe, 0xef, 0x92});
    bench.advance(10ms);
    EXPECT_THAT(asked(bench, {0x20, 0x15}, 6, 10ms), ElementsAre(0xbe, 0xef, 0x92, 0xbe, 0xef, 0x92));
    bench.write(at, {0x20, 0x1e, 0x12, 0x34, 0x00, 0x12, 0x34, 0x00});
    bench.advance(10ms);
    EXPECT_EQ(ChipBench::most(asked(bench, {0x20, 0x15}, 6, 10ms)), 0xbeef);
}

}  // namespace
}  // namespace coroboard::parts
