// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using test::BoardBench;
using test::Bytes;
using test::dotAt;
using test::profileWith;
using test::SpiPort;

class Max7219 : public testing::Test {
protected:
    void use(const std::string& parameters)
    {
        m_bench = std::make_unique<BoardBench>(profileWith(
            R"({"id": "m", "model": "max7219", "wires": {"sck": "GP2", "mosi": "GP3", "cs": "GP1"}, "parameters": {)" + parameters + "}}"));
        m_spi = std::make_unique<SpiPort>(*m_bench, "GP2", "GP3", "GP1");
    }
    bool lit(int x, int y) { return dotAt(m_bench->view("m"), x, y) != "000000"; }
    void start(int devices)
    {
        for (const Bytes& pair : {Bytes{9, 0}, Bytes{10, 15}, Bytes{11, 7}, Bytes{15, 0}, Bytes{12, 1}}) {
            Bytes all;
            for (int i = 0; i < devices; ++i)
                all.insert(all.end(), pair.begin(), pair.end());
            m_spi->send(all);
        }
    }

    std::unique_ptr<BoardBench> m_bench;
    std::unique_ptr<SpiPort> m_spi;
};

TEST_F(Max7219, IsDarkAtPowerOnAndInShutdown)
{
    use("");
    m_spi->send({1, 0xff});
    EXPECT_FALSE(lit(0, 0));
    m_spi->send({12, 1});
    EXPECT_TRUE(lit(0, 0));
    m_spi->send({2, 0xff});
    EXPECT_FALSE(lit(0, 1));  // scan limit 0: only the first digit
    m_spi->send({11, 7});
    EXPECT_TRUE(lit(0, 1));
    m_spi->send({12, 0});
    EXPECT_FALSE(lit(0, 0));
    m_spi->send({15, 1});  // the display test overrides shutdown
    EXPECT_TRUE(lit(7, 7));
}

TEST_F(Max7219, TheHighestBitIsAtTheLeftAndIntensityCounts)
{
    use("");
    start(1);
    m_spi->send({3, 0x81});
    EXPECT_TRUE(lit(0, 2) && lit(7, 2));
    EXPECT_FALSE(lit(1, 2));
    EXPECT_EQ(dotAt(m_bench->view("m"), 0, 2).substr(0, 2), "f7");  // 31/32
    m_spi->send({10, 0});
    EXPECT_EQ(dotAt(m_bench->view("m"), 0, 2).substr(0, 2), "07");  // 1/32
}

TEST_F(Max7219, InAChainTheFirstSentGoesFurthest)
{
    use(R"("devices": 4)");
    start(4);
    m_spi->send({1, 0x80, 0, 0, 0, 0, 1, 0x01});  // no operation for the two in the middle
    EXPECT_TRUE(lit(0, 0) && lit(31, 0));
    EXPECT_FALSE(lit(8, 0) || lit(16, 0));
    // Two bytes go to the nearest chip; the others see what moves through.
    m_spi->send({1, 0x02});
    EXPECT_TRUE(lit(30, 0));
    EXPECT_TRUE(lit(23, 0));
}

TEST_F(Max7219, NothingCountsBeforeLoadRises)
{
    use("");
    start(1);
    m_spi->select(true);
    m_spi->exchange({1, 0xff});
    EXPECT_FALSE(lit(0, 0));
    m_spi->select(false);
    EXPECT_TRUE(lit(0, 0));
}

TEST_F(Max7219, DigitsInCodeB)
{
    use(R"("layout": "digits")");
    start(1);
    m_spi->send({9, 0xff});
    for (int digit = 0; digit < 8; ++digit)
        m_spi->send({static_cast<std::uint8_t>(8 - digit), static_cast<std::uint8_t>(digit + (digit == 2 ? 0x80 : 0))});
    EXPECT_EQ(m_bench->view("m").text, "012.34567");
    m_spi->send({1, 12});
    EXPECT_EQ(m_bench->view("m").text, "012.3456H");
    m_spi->send({9, 0x00});
    m_spi->send({8, 0x01});
    EXPECT_EQ(m_bench->value("m", "segments 0"), 0x40);  // the chip's bit 0 is segment g
}

}  // namespace
}  // namespace coroboard::parts
