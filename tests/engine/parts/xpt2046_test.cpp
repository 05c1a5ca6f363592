// SPDX-License-Identifier: MIT
// XPT2046 as in its data sheet (2007.5): figures "Conversion timing, 24 clocks" and "16 clocks", tables 1 and 2.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::BoardBench;
using test::Bytes;

class Xpt2046 : public testing::Test {
protected:
    Xpt2046()
    {
        m_bench.pin("GP1").configure(peripherals::PinMode::Out);
        m_bench.pin("GP1").write(true);
    }
    Bytes exchange(const Bytes& sent)
    {
        auto& bus = m_bench.board().buses().spi(m_bench.wire("GP2"));
        peripherals::SpiBus::Format format;
        format.out = &m_bench.wire("GP3");
        format.in = &m_bench.wire("GP0");
        Bytes received(sent.size());
        bus.open(format);
        m_bench.pin("GP1").write(false);
        m_bench.advance(bus.exchange(format, sent, received));
        m_bench.pin("GP1").write(true);
        bus.release();
        return received;
    }
    // Twelve bits after the busy clock.
    int read(std::uint8_t command)
    {
        const Bytes bytes = exchange({command, 0, 0});
        EXPECT_EQ(bytes[0], 0);
        return (bytes[1] << 8 | bytes[2]) >> 3;
    }

    BoardBench m_bench{test::profileWith(R"({"id": "screen", "model": "xpt2046",
        "wires": {"sck": "GP2", "mosi": "GP3", "miso": "GP0", "cs": "GP1", "irq": "GP4"},
        "parameters": {"noise": 0, "left": 100, "right": 3900, "top": 3800, "bottom": 300}, "controls": {"x": 0.25, "y": 0.2}})")};
};

TEST_F(Xpt2046, SaysWhereItIsTouched)
{
    m_bench.set("screen", "touched", 1);
    EXPECT_EQ(read(0xd0), 1050);
    EXPECT_EQ(read(0x90), 3100);
    const int z1 = read(0xb0);
    const int z2 = read(0xc0);
    EXPECT_GT(z1, 400);
    EXPECT_LT(z2, 3700);
    EXPECT_LT(z1, z2);
}

TEST_F(Xpt2046, UntouchedItsPlanesFloat)
{
    EXPECT_EQ(read(0xd0), 0);
    EXPECT_EQ(read(0x90), 4095);
}

TEST_F(Xpt2046, ANextCommandMayOverlapAndEightBitsComeAlone)
{
    m_bench.set("screen", "touched", 1);
    const Bytes bytes = exchange({0xd0, 0, 0x90, 0, 0});
    EXPECT_EQ((bytes[1] << 8 | bytes[2]) >> 3, 1050);
    EXPECT_EQ((bytes[3] << 8 | bytes[4]) >> 3, 3100);
    const Bytes eight = exchange({0xd8, 0, 0});
    EXPECT_EQ((eight[1] << 8 | eight[2]) >> 7, 1050 >> 4);
}

TEST_F(Xpt2046, ItsInterruptIsLowWhileItSleepsAndIsTouched)
{
    EXPECT_TRUE(m_bench.wire("GP4").level());
    m_bench.set("screen", "touched", 1);
    EXPECT_FALSE(m_bench.wire("GP4").level());
    read(0xd1);  // the converter stays awake
    EXPECT_TRUE(m_bench.wire("GP4").level());
    read(0xd0);
    EXPECT_FALSE(m_bench.wire("GP4").level());
    m_bench.set("screen", "touched", 0);
    EXPECT_TRUE(m_bench.wire("GP4").level());
}

TEST_F(Xpt2046, MeasuresTemperatureAndSupply)
{
    const double difference = (read(0xf6) - read(0x86)) * 2500.0 / 4095;
    EXPECT_NEAR(difference * 2.573 - 273.15, 22, 8) << "1.6 K a count";
    EXPECT_NEAR(read(0xa6) * 2500.0 / 4095 * 4, 3300, 10);
}

}  // namespace
}  // namespace coroboard::parts
