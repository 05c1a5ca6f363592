// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings of displays: what a part's pixels say is what is painted.
#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include "board_view/part_item.h"
#include "board_view/pixel_picture.h"

namespace coroboard::gui {

namespace {

std::shared_ptr<const parts::PixelFrame> chessboard(int width, int height)
{
    auto frame = std::make_shared<parts::PixelFrame>();
    frame->width = width;
    frame->height = height;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int part = 0; part < 3; ++part) frame->rgb.push_back((x + y) % 2 ? 255 : 0);
    return frame;
}

QImage painted(PixelPicture& picture, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    picture.draw(painter, QRectF(QPointF(0, 0), size));
    return image;
}

std::unique_ptr<PartItem> itemFor(const char* model)
{
    board::PartProfile profile;
    profile.id = model;
    profile.model = model;
    profile.width = profile.height = 100;
    return std::unique_ptr<PartItem>(makePartItem(profile, nullptr));
}

QImage painted(PartItem& item)
{
    QImage image(160, 160, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QPainter painter(&image);
    painter.translate(80, 80);
    item.paint(&painter, nullptr, nullptr);
    return image;
}

TEST(PixelPicture, EveryDotIsSharpAtWholeSizes)
{
    PixelPicture picture;
    picture.setFrame(chessboard(4, 2));
    const QImage image = painted(picture, QSize(12, 6));
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 12; ++x) EXPECT_EQ(image.pixelColor(x, y), (x / 3 + y / 3) % 2 ? QColor(Qt::white) : QColor(Qt::black));
}

TEST(PixelPicture, ALargeDotHasAGap)
{
    PixelPicture picture(0.2, Qt::blue);
    picture.setFrame(chessboard(2, 2));
    const QImage image = painted(picture, QSize(20, 20));
    EXPECT_EQ(image.pixelColor(10, 7), QColor(Qt::white));
    EXPECT_EQ(image.pixelColor(18, 7), QColor(Qt::blue));
    EXPECT_EQ(image.pixelColor(12, 9), QColor(Qt::blue));
    EXPECT_EQ(painted(picture, QSize(4, 4)).pixelColor(2, 1), QColor(Qt::white));
}

TEST(DisplayItems, EveryDisplayPaintsItsPixels)
{
    for (const char* model : {"ssd1306", "sh1106_spi", "hd44780_pcf8574", "neopixel", "st7789", "ili9341", "max7219", "led_matrix", "led_bar"}) {
        SCOPED_TRACE(model);
        const auto item = itemFor(model);
        parts::PartView view;
        view.model = model;
        const auto dark = std::make_shared<parts::PixelFrame>(parts::PixelFrame{8, 8, std::vector<std::uint8_t>(8 * 8 * 3, 0)});
        view.pixels = dark;
        item->show(view);
        const QImage before = painted(*item);
        view.pixels = chessboard(8, 8);
        item->show(view);
        EXPECT_NE(painted(*item), before);
        view.pixels = std::make_shared<parts::PixelFrame>(*dark);
        item->show(view);
        EXPECT_EQ(painted(*item), before);
    }
}

TEST(DisplayItems, ARingOfNeoPixelsIsNotAStrip)
{
    const auto item = itemFor("neopixel");
    parts::PartView view;
    view.pixels = chessboard(8, 1);
    item->show(view);
    const QImage strip = painted(*item);
    view.values.push_back({"layout", 2});
    view.pixels = chessboard(8, 1);
    item->show(view);
    EXPECT_NE(painted(*item), strip);
}

TEST(DisplayItems, SevenSegmentsFollowTheirBits)
{
    const auto item = itemFor("tm1637");
    parts::PartView view;
    view.values = {{"digits", 4}, {"brightness", 1}, {"segments 0", 0}};
    item->show(view);
    const QImage dark = painted(*item);
    view.values[2].value = 0x08;
    item->show(view);
    const QImage lit = painted(*item);
    EXPECT_NE(lit, dark);
    view.values[1].value = 0;
    item->show(view);
    EXPECT_EQ(painted(*item), dark);
}

TEST(DisplayItems, MotorAndRelayShowWhatTheyDo)
{
    const auto motor = itemFor("dc_motor");
    parts::PartView view;
    view.values = {{"angle", 0}, {"rpm", 20}};
    motor->show(view);
    const QImage before = painted(*motor);
    view.values[0].value = 30;
    motor->show(view);
    EXPECT_NE(painted(*motor), before);

    const auto relay = itemFor("relay");
    view.values = {{"coil", 0}, {"on", 0}};
    relay->show(view);
    const QImage off = painted(*relay);
    view.values[0].value = 1;
    relay->show(view);
    const QImage moving = painted(*relay);
    EXPECT_NE(moving, off);
    view.values[1].value = 1;
    relay->show(view);
    EXPECT_NE(painted(*relay), moving);
}

TEST(DisplayItems, AServosArmTurns)
{
    const auto item = itemFor("servo");
    parts::PartView view;
    view.values = {{"angle", 90}, {"target", 90}, {"range", 180}};
    item->show(view);
    const QImage middle = painted(*item);
    view.values[0].value = 20;
    item->show(view);
    EXPECT_NE(painted(*item), middle);
    EXPECT_TRUE(item->summary().contains(QStringLiteral("20.0°")));
}

}  // namespace

}  // namespace coroboard::gui
