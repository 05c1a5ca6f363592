// SPDX-License-Identifier: MIT
// The colour displays ST7789 and ILI9341 by their data sheets' commands.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using peripherals::PinMode;
using test::BoardBench;
using test::Bytes;
using test::dotAt;
using test::profileWith;
using test::SpiPort;
using namespace std::chrono_literals;

Bytes red() { return {0xf8, 0x00}; }

class Tft : public testing::Test {
protected:
    void use(const std::string& model, const std::string& parameters = "")
    {
        m_bench = std::make_unique<BoardBench>(profileWith(R"({"id": "tft", "model": ")" + model + R"(", "wires": {"sck": "GP2", "mosi": "GP3",
            "miso": "GP4", "dc": "GP5", "cs": "GP1", "res": "GP6", "bl": "GP7"}, "parameters": {)" + parameters + "}}"));
        m_spi = std::make_unique<SpiPort>(*m_bench, "GP2", "GP3", "GP1");
        m_spi->listenOn("GP4");
        for (const char* pin : {"GP5", "GP6", "GP7"})
            m_bench->pin(pin).configure(PinMode::Out);
        m_bench->pin("GP6").write(true);
        m_bench->pin("GP7").write(true);
    }
    void command(std::uint8_t code, const Bytes& parameters = {})
    {
        m_bench->pin("GP5").write(false);
        m_spi->select(true);
        m_spi->exchange({code});
        m_bench->pin("GP5").write(true);
        m_spi->exchange(parameters);
        m_spi->select(false);
    }
    Bytes read(std::uint8_t code, std::size_t count)
    {
        m_bench->pin("GP5").write(false);
        m_spi->select(true);
        m_spi->exchange({code});
        m_bench->pin("GP5").write(true);
        const Bytes bytes = m_spi->exchange(Bytes(count));
        m_spi->select(false);
        return bytes;
    }
    void window(int x0, int y0, int x1, int y1)
    {
        const auto bytes = [](int a, int b) {
            return Bytes{static_cast<std::uint8_t>(a >> 8), static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(b >> 8),
                         static_cast<std::uint8_t>(b)};
        };
        command(0x2a, bytes(x0, x1));
        command(0x2b, bytes(y0, y1));
    }
    // An ST7789 that shows its memory with right colours.
    void wake(std::uint8_t access = 0)
    {
        command(0x11);
        command(0x21);
        command(0x3a, {0x55});
        command(0x36, {access});
        command(0x29);
    }
    std::string dot(int x, int y) { return dotAt(m_bench->view("tft"), x, y); }

    std::unique_ptr<BoardBench> m_bench;
    std::unique_ptr<SpiPort> m_spi;
};

TEST_F(Tft, ShowsNothingAsleepOrSwitchedOff)
{
    use("st7789");
    wake();
    window(0, 0, 0, 0);
    command(0x2c, red());
    EXPECT_EQ(dot(0, 0), "ff0000");
    command(0x28);
    EXPECT_EQ(dot(0, 0), "000000");
    command(0x29);
    command(0x10);
    EXPECT_EQ(dot(0, 0), "000000");
    command(0x11);
    EXPECT_EQ(dot(0, 0), "ff0000");  // the memory survives
    m_bench->pin("GP6").write(false);
    EXPECT_EQ(m_bench->value("tft", "on"), 0);
}

TEST_F(Tft, AWindowFillsRowByRowAndBeginsAnew)
{
    use("st7789");
    wake();
    window(10, 20, 11, 21);
    command(0x2c, {0xf8, 0x00, 0x07, 0xe0, 0x00, 0x1f, 0xff, 0xff, 0xff, 0xe0});
    EXPECT_EQ(dot(10, 20), "ffff00");
    EXPECT_EQ(dot(11, 20), "00ff00");
    EXPECT_EQ(dot(10, 21), "0000ff");
    EXPECT_EQ(dot(11, 21), "ffffff");
    EXPECT_EQ(dot(12, 20), "000000");
    command(0x3c, {0x00, 0x1f});  // goes on where it was
    EXPECT_EQ(dot(11, 20), "0000ff");
}

TEST_F(Tft, PixelsMayComeInPieces)
{
    use("st7789");
    wake();
    window(0, 0, 9, 0);
    command(0x2c, {0xf8});
    m_spi->send({0x00, 0x07});
    m_spi->send({0xe0});
    EXPECT_EQ(dot(0, 0), "ff0000");
    EXPECT_EQ(dot(1, 0), "00ff00");
}

TEST_F(Tft, EighteenAndTwelveBits)
{
    use("st7789");
    wake();
    window(0, 0, 9, 0);
    command(0x3a, {0x66});
    command(0x2c, {0xfc, 0x80, 0x04});
    EXPECT_EQ(dot(0, 0), "ff8204");
    command(0x3a, {0x53});
    command(0x2c, {0xf0, 0x0a, 0xbc});
    EXPECT_EQ(dot(0, 0), "ff0000");
    EXPECT_EQ(dot(1, 0), "aabbcc");
}

TEST_F(Tft, RotationsMoveTheCornerAndTheDirections)
{
    use("st7789", R"("size": "240x320")");
    struct Case {
        std::uint8_t access;
        int x0, y0, x1, y1;  // where the pixels (0, 0) and (1, 0) appear
    };
    for (const Case& each : {Case{0x00, 0, 0, 1, 0}, Case{0x60, 239, 0, 239, 1}, Case{0xc0, 239, 319, 238, 319}, Case{0xa0, 0, 319, 0, 318},
                             Case{0x40, 239, 0, 238, 0}, Case{0x80, 0, 319, 1, 319}}) {
        SCOPED_TRACE(int{each.access});
        wake(each.access);
        window(0, 0, 1, 0);
        command(0x2c, {0xf8, 0x00, 0x07, 0xe0});
        EXPECT_EQ(dot(each.x0, each.y0), "ff0000");
        EXPECT_EQ(dot(each.x1, each.y1), "00ff00");
        window(0, 0, 1, 0);
        command(0x2c, {0, 0, 0, 0});
    }
}

TEST_F(Tft, ASmallGlassLiesInTheMiddleOfTheMemory)
{
    use("st7789", R"("size": "135x240")");
    wake();
    window(52, 40, 52, 40);
    command(0x2c, red());
    EXPECT_EQ(dot(0, 0), "ff0000");
    window(186, 279, 186, 279);
    command(0x2c, red());
    EXPECT_EQ(dot(134, 239), "ff0000");
    EXPECT_EQ(m_bench->view("tft").pixels->width, 135);
}

TEST_F(Tft, InversionAndColourOrderAreOfTheGlass)
{
    use("st7789");
    wake();
    window(0, 0, 0, 0);
    command(0x2c, red());
    command(0x20);
    EXPECT_EQ(dot(0, 0), "00ffff");
    command(0x21);
    command(0x36, {0x08});
    EXPECT_EQ(dot(0, 0), "0000ff");
}

TEST_F(Tft, Ili9341HangsMirroredWithBlueFirst)
{
    use("ili9341");
    command(0x11);
    command(0x3a, {0x55});
    command(0x36, {0x48});
    command(0x29);
    window(0, 0, 0, 0);
    command(0x2c, red());
    EXPECT_EQ(dot(0, 0), "ff0000");
    command(0x36, {0x28});  // landscape: x runs down
    window(5, 0, 5, 0);
    command(0x2c, red());
    EXPECT_EQ(dot(239, 5), "ff0000");
    EXPECT_EQ(read(0xd3, 4), (Bytes{0x00, 0x00, 0x93, 0x41}));
}

TEST_F(Tft, ScrollsWithFixedRows)
{
    use("st7789", R"("size": "240x320")");
    wake();
    window(0, 0, 0, 319);
    Bytes rows;
    for (int row = 0; row < 320; ++row) {
        rows.push_back(0);
        rows.push_back(static_cast<std::uint8_t>(row & 0x1f));
    }
    command(0x2c, rows);
    command(0x33, {0, 10, 1, 44, 0, 10});  // 10 fixed, 300 move, 10 fixed
    command(0x37, {0, 13});
    const auto blue = [&](int y) { return dot(0, y).substr(4); };
    const auto expected = [](int row) {
        char text[3];
        std::snprintf(text, sizeof text, "%02x", (row & 0x1f) << 3 | (row & 0x1f) >> 2);
        return std::string(text);
    };
    EXPECT_EQ(blue(9), expected(9));
    EXPECT_EQ(blue(10), expected(13));
    EXPECT_EQ(blue(309), expected(12));
    EXPECT_EQ(blue(310), expected(310));
}

TEST_F(Tft, AnswersQuestions)
{
    use("st7789");
    EXPECT_EQ(read(0x0a, 1), Bytes{0x08});
    wake(0x60);
    EXPECT_EQ(read(0x0a, 1), Bytes{0x9c});
    EXPECT_EQ(read(0x0b, 1), Bytes{0x60});
    EXPECT_EQ(read(0x0c, 1), Bytes{0x55});
    EXPECT_EQ(read(0xda, 1), Bytes{0x85});
    // Three bytes after a dummy clock.
    EXPECT_EQ(read(0x04, 4), (Bytes{0x42, 0xc2, 0xa9, 0x00}));
    command(0x36, {0x00});
    window(3, 3, 4, 3);
    command(0x2c, {0xf8, 0x00, 0x07, 0xe0});
    EXPECT_EQ(read(0x2e, 7), (Bytes{0, 0xfc, 0, 0, 0, 0xfc, 0}));
}

TEST_F(Tft, TheBacklightDimsByPwm)
{
    use("st7789");
    wake();
    window(0, 0, 0, 0);
    command(0x2c, {0xff, 0xff});
    m_bench->pin("GP7").write(false);
    EXPECT_EQ(dot(0, 0), "000000");
    auto& pwm = m_bench->pwm("GP7");
    ASSERT_TRUE(pwm.setFrequency(1000));
    ASSERT_TRUE(pwm.setDutyU16(32768));
    EXPECT_EQ(dot(0, 0), "808080");
}

}  // namespace
}  // namespace coroboard::parts
