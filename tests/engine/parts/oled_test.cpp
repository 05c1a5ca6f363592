// SPDX-License-Identifier: MIT
// The OLED modules, spoken to as the data sheets of SSD1306 and SH1106 say.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using test::BoardBench;
using test::Bytes;
using test::I2cPort;
using test::profileWith;
using test::SpiPort;
using namespace std::chrono_literals;

std::string onI2c(const std::string& model, const std::string& parameters = "")
{
    return R"({"id": "oled", "model": ")" + model + R"(", "wires": {"scl": "GP5", "sda": "GP4"}, "parameters": {)" + parameters + "}}";
}

class Oled : public testing::Test {
protected:
    void use(const std::string& part)
    {
        m_bench = std::make_unique<BoardBench>(profileWith(part));
        m_port = std::make_unique<I2cPort>(*m_bench, "GP5", "GP4", 0x3c);
    }
    void command(const Bytes& bytes)
    {
        Bytes all = {0x00};
        all.insert(all.end(), bytes.begin(), bytes.end());
        ASSERT_EQ(m_port->write(all), peripherals::I2cOutcome::Done);
    }
    void data(const Bytes& bytes)
    {
        Bytes all = {0x40};
        all.insert(all.end(), bytes.begin(), bytes.end());
        ASSERT_EQ(m_port->write(all), peripherals::I2cOutcome::Done);
    }
    bool lit(int x, int y) { return test::dotAt(m_bench->view("oled"), x, y) != "06080b"; }
    // Whole memory dark, written along the pages.
    void clear(int columns = 128)
    {
        for (std::uint8_t page = 0; page < 8; ++page) {
            command({static_cast<std::uint8_t>(0xb0 | page), 0x00, 0x10});
            data(Bytes(static_cast<std::size_t>(columns), 0));
        }
    }
    int count(bool wanted)
    {
        const auto view = m_bench->view("oled");
        int found = 0;
        for (int y = 0; y < view.pixels->height; ++y)
            for (int x = 0; x < view.pixels->width; ++x)
                found += (test::dotAt(view, x, y) != "06080b") == wanted;
        return found;
    }

    std::unique_ptr<BoardBench> m_bench;
    std::unique_ptr<I2cPort> m_port;
};

TEST_F(Oled, StaysDarkUntilItIsSwitchedOnAndThePumpRuns)
{
    use(onI2c("ssd1306"));
    EXPECT_EQ(count(true), 0);
    EXPECT_EQ(m_port->read(1), Bytes{0x40});
    command({0xa5, 0xaf});
    EXPECT_EQ(count(true), 0);
    command({0x8d, 0x14});
    EXPECT_EQ(count(true), 128 * 64);
    EXPECT_EQ(m_port->read(1), Bytes{0x00});
}

TEST_F(Oled, ItsMemoryHoldsNoiseAtPowerOn)
{
    use(onI2c("ssd1306"));
    command({0x8d, 0x14, 0xaf});
    EXPECT_GT(count(true), 1000);
    EXPECT_GT(count(false), 1000);
}

TEST_F(Oled, UprightWithRemappedColumnsAndReversedRows)
{
    use(onI2c("ssd1306"));
    command({0x8d, 0x14, 0xaf, 0xa1, 0xc8});
    clear();
    command({0xb0, 0x03, 0x10});
    data({0x02});
    EXPECT_TRUE(lit(3, 1));
    EXPECT_EQ(count(true), 1);
    // Turned round: the rows change at once, the columns only for what is written from now on (section 10.1.8).
    command({0xc0, 0xa0});
    EXPECT_TRUE(lit(3, 62));
    command({0xb0, 0x03, 0x10});
    data({0x02});
    EXPECT_TRUE(lit(124, 62));
}

TEST_F(Oled, HorizontalAddressingFillsAWindow)
{
    use(onI2c("ssd1306"));
    command({0x8d, 0x14, 0xaf, 0xa1, 0xc8});
    clear();
    command({0x20, 0x00, 0x21, 10, 11, 0x22, 1, 2});
    data({0xff, 0x00, 0x00, 0xff, 0x01});  // the fifth begins anew
    EXPECT_TRUE(lit(10, 8));
    EXPECT_FALSE(lit(10, 9));
    EXPECT_TRUE(lit(11, 16) && lit(11, 23));
    EXPECT_EQ(count(true), 9);
}

TEST_F(Oled, VerticalAddressingGoesDownFirst)
{
    use(onI2c("ssd1306"));
    command({0x8d, 0x14, 0xaf, 0xa1, 0xc8});
    clear();
    command({0x20, 0x01, 0x21, 5, 6, 0x22, 0, 1});
    data({0x01, 0x01, 0x01});
    EXPECT_TRUE(lit(5, 0) && lit(5, 8) && lit(6, 0));
}

TEST_F(Oled, EveryByteMayHaveItsOwnControlByte)
{
    use(onI2c("ssd1306"));
    m_port->write({0x80, 0x8d, 0x80, 0x14, 0x80, 0xaf, 0x80, 0xa5, 0x80, 0xa4});
    clear();
    command({0xa7});
    EXPECT_EQ(count(true), 128 * 64);
    command({0xa1, 0xc8, 0xa6, 0xb0, 0x00, 0x10});
    m_port->write({0xc0, 0x80, 0xc0, 0x40});
    EXPECT_TRUE(lit(0, 7) && lit(1, 6));
}

TEST_F(Oled, StartLineAndOffsetMoveThePicture)
{
    use(onI2c("ssd1306"));
    command({0x8d, 0x14, 0xaf, 0xa1, 0xc8});
    clear();
    command({0xb1, 0x00, 0x10});
    data({0x01});
    EXPECT_TRUE(lit(0, 8));
    command({0x44});
    EXPECT_TRUE(lit(0, 4));
    command({0x40, 0xd3, 3});  // table 10-2: what is shown goes up
    EXPECT_TRUE(lit(0, 5));
}

TEST_F(Oled, ASmallGlassShowsTheMiddleColumns)
{
    use(onI2c("ssd1306", R"("size": "64x48")"));
    command({0x8d, 0x14, 0xaf, 0xa1, 0xc8, 0xa8, 47});
    clear();
    command({0xb0, 0x00, 0x12});  // column 32
    data({0x01});
    EXPECT_TRUE(lit(0, 0));
    EXPECT_EQ(count(true), 1);
}

TEST_F(Oled, TheRowsMustBeConnectedAsTheGlassIs)
{
    use(onI2c("ssd1306", R"("size": "128x32")"));
    command({0x8d, 0x14, 0xaf, 0xa1, 0xc8, 0xa8, 31, 0xda, 0x02, 0xa5});
    EXPECT_EQ(count(true), 128 * 32);
    command({0xda, 0x12});  // half of the rows go to outputs that are not there
    EXPECT_EQ(count(true), 128 * 16);
}

TEST_F(Oled, ScrollsByItselfAStepEveryFewFrames)
{
    use(onI2c("ssd1306"));
    command({0x8d, 0x14, 0xaf, 0xa1, 0xc8});
    clear();
    command({0xb0, 0x00, 0x10});
    data({0x01});
    // Two frames a step; a frame is 54 clocks a row of 370 kHz, 64 rows: 9.34 ms.
    command({0x26, 0, 0, 7, 0, 0, 0xff, 0x2f});
    m_bench->advance(18700us);
    EXPECT_TRUE(lit(1, 0));
    m_bench->advance(18700us * 9);
    EXPECT_TRUE(lit(10, 0));
    command({0x2e});
    m_bench->advance(1s);
    EXPECT_TRUE(lit(10, 0));
}

TEST_F(Oled, AFrameIsMadeAnewOnlyWhenSomethingChanged)
{
    use(onI2c("ssd1306"));
    command({0x8d, 0x14, 0xaf});
    const auto before = m_bench->view("oled").pixels;
    m_bench->advance(1s);
    EXPECT_EQ(m_bench->view("oled").pixels, before);
    data({0xff});
    EXPECT_NE(m_bench->view("oled").pixels, before);
    EXPECT_TRUE(m_bench->idle());
}

TEST_F(Oled, Sh1106HasTwoColumnsBeforeTheGlassAndIsOnWithoutAPump)
{
    use(onI2c("sh1106"));
    command({0xaf, 0xa1, 0xc8});
    clear(132);
    command({0xb0, 0x02, 0x10});
    data({0x01});
    EXPECT_TRUE(lit(0, 0));
    EXPECT_EQ(count(true), 1);
    command({0xad, 0x8a});
    EXPECT_EQ(count(true), 0);
}

TEST_F(Oled, Sh1106DoesNotWrapAtTheEndOfAPage)
{
    use(onI2c("sh1106"));
    command({0xaf, 0xa1, 0xc8});
    clear(132);
    command({0xb0, 0x00, 0x18});  // column 128
    data({1, 1, 1, 1, 1, 1});
    EXPECT_TRUE(lit(126, 0) && lit(127, 0));
    EXPECT_EQ(count(true), 2);
}

TEST_F(Oled, OnSpiThePinDcTellsCommandsFromData)
{
    m_bench = std::make_unique<BoardBench>(profileWith(R"({"id": "oled", "model": "ssd1306_spi",
        "wires": {"sck": "GP2", "mosi": "GP3", "dc": "GP4", "cs": "GP1", "res": "GP5"}})"));
    SpiPort spi(*m_bench, "GP2", "GP3", "GP1");
    auto& dc = m_bench->pin("GP4");
    auto& reset = m_bench->pin("GP5");
    dc.configure(peripherals::PinMode::Out);
    reset.configure(peripherals::PinMode::Out);
    reset.write(true);
    spi.send({0x8d, 0x14, 0xaf, 0xa1, 0xc8, 0x20, 0x00});
    dc.write(true);
    spi.send(Bytes(1024, 0));
    spi.send({0x80});
    EXPECT_TRUE(lit(0, 7));
    EXPECT_EQ(count(true), 1);
    spi.exchange({0xff});  // not selected
    EXPECT_EQ(count(true), 1);
    reset.write(false);
    EXPECT_EQ(count(true), 0);
}

}  // namespace
}  // namespace coroboard::parts
