// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/module_drawing.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

const QColor black(0x12161b);
const QColor chipEdge(0x0d1013);
const QColor metal(0xc9ced6);
const QColor gold(0xd9b44a);
const QColor print(0xf2f5f8);

constexpr double smallestPrint = 5;          // of the device's pixels
constexpr double smallestModule = 64;        // in the picture's units

enum class Face { Chip, Can, Window, Eyes, Grille, Transistor, Dome, Lens, Capsule, Probe, Antenna, Patch, Coin, Scale, Axes, Amplifier };

struct Look {
    const char* model;
    QRgb board;
    Face face;
    const char* name;                        // in print
    int pads;
};

constexpr QRgb blue = 0xff1f4f86, violet = 0xff4a2f7a, green = 0xff1f6b45, red = 0xff9c2b2b, dark = 0xff2f353e, white = 0xffe9ecf0, teal = 0xff13666a;

constexpr Look looks[] = {
    {"ads1115", blue, Face::Amplifier, "ADS1115", 10},  {"adxl345", blue, Face::Axes, "ADXL345", 8},
    {"aht20", dark, Face::Can, "AHT20", 4},             {"apds9960", violet, Face::Window, "APDS-9960", 6},
    {"at24c32", green, Face::Chip, "AT24C32", 4},       {"bh1750", blue, Face::Window, "BH1750", 5},
    {"bme280", violet, Face::Can, "BME280", 4},         {"bmp280", violet, Face::Can, "BMP280", 6},
    {"dht11", 0xff2f7fc1, Face::Grille, "DHT11", 3},    {"dht22", white, Face::Grille, "DHT22", 3},
    {"ds18b20", 0, Face::Transistor, "18B20", 3},       {"ds3231", blue, Face::Coin, "DS3231", 6},
    {"gps", red, Face::Patch, "NEO-6M", 4},             {"hc_sr04", blue, Face::Eyes, "HC-SR04", 4},
    {"hx711", green, Face::Scale, "HX711", 4},          {"ina219", violet, Face::Amplifier, "INA219", 6},
    {"lis3dh", dark, Face::Axes, "LIS3DH", 8},          {"lis3mdl", dark, Face::Axes, "LIS3MDL", 6},
    {"lsm6ds3trc", teal, Face::Axes, "LSM6DS3", 6},     {"lsm6dsox", dark, Face::Axes, "LSM6DSOX", 6},
    {"mcp9808", dark, Face::Chip, "MCP9808", 6},        {"mfrc522", blue, Face::Antenna, "RC522", 8},
    {"microphone", violet, Face::Capsule, "MAX9814", 5},{"mlx90614", violet, Face::Lens, "MLX90614", 4},
    {"mpu6050", blue, Face::Axes, "MPU-6050", 8},       {"pir", green, Face::Dome, "HC-SR501", 3},
    {"sgp30", dark, Face::Can, "SGP30", 4},             {"sht31", violet, Face::Can, "SHT31", 6},
    {"soil_probe", dark, Face::Probe, "SOIL", 3},       {"tcs34725", dark, Face::Window, "TCS34725", 7},
    {"veml7700", blue, Face::Window, "VEML7700", 5},    {"vl53l0x", dark, Face::Window, "VL53L0X", 6},
};

const Look* lookOf(const std::string& model)
{
    const auto* found = std::find_if(std::begin(looks), std::end(looks), [&](const Look& look) { return model == look.model; });
    return found == std::end(looks) ? nullptr : found;
}

QRectF around(QPointF middle, double width, double height) { return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height); }

void block(QPainter& painter, const QRectF& box, const QColor& colour, double round)
{
    painter.setPen(QPen(chipEdge, round * 0.35));
    painter.setBrush(colour);
    painter.drawRoundedRect(box, round, round);
}

// A chip with legs on two sides.
void chip(QPainter& painter, const QRectF& box, int legs)
{
    const double pitch = box.height() / legs;
    painter.setPen(QPen(metal, pitch * 0.4));
    for (int i = 0; i < legs; ++i) {
        const double y = box.top() + (i + 0.5) * pitch;
        painter.drawLine(QPointF(box.left() - pitch * 0.45, y), QPointF(box.right() + pitch * 0.45, y));
    }
    block(painter, box, black, pitch * 0.25);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 60));
    painter.drawEllipse(box.topLeft() + QPointF(pitch * 0.6, pitch * 0.6), pitch * 0.2, pitch * 0.2);
}

void disc(QPainter& painter, QPointF middle, double radius, const QColor& fill, const QColor& edge, double width)
{
    painter.setPen(QPen(edge, width));
    painter.setBrush(fill);
    painter.drawEllipse(middle, radius, radius);
}

void eyes(QPainter& painter, const QRectF& area)
{
    const double radius = std::min(area.height() * 0.46, area.width() * 0.23);
    for (double side : {-1.0, 1.0}) {
        const QPointF middle(area.center().x() + side * area.width() * 0.26, area.center().y());
        disc(painter, middle, radius, metal, QColor(0x878e99), radius * 0.06);
        disc(painter, middle, radius * 0.78, QColor(0x2a2f37), QColor(0x5b626d), radius * 0.08);
        painter.setPen(QPen(QColor(0x6b727d), radius * 0.04));
        for (int i = -3; i <= 3; ++i) {
            const double half = radius * 0.7 * std::sqrt(std::max(0.0, 1 - (i / 4.0) * (i / 4.0)));
            painter.drawLine(middle + QPointF(i * radius * 0.18, -half), middle + QPointF(i * radius * 0.18, half));
            painter.drawLine(middle + QPointF(-half, i * radius * 0.18), middle + QPointF(half, i * radius * 0.18));
        }
    }
}

void grille(QPainter& painter, const QRectF& box, const QColor& colour)
{
    block(painter, box, colour, box.width() * 0.05);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour.darker(185));
    const double width = box.width() * 0.72 / 4;
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 4; ++column)
            painter.drawRoundedRect(QRectF(box.left() + box.width() * 0.14 + column * width + width * 0.12, box.top() + box.height() * (0.12 + row * 0.13),
                                           width * 0.76, box.height() * 0.075), width * 0.1, width * 0.1);
}

void dome(QPainter& painter, const QRectF& area, bool lit)
{
    const QPointF middle = area.center();
    const double radius = std::min(area.width(), area.height()) * 0.48;
    QRadialGradient white(middle - QPointF(radius * 0.3, radius * 0.35), radius * 1.5);
    white.setColorAt(0, lit ? QColor(0xfff3d6) : QColor(0xffffff));
    white.setColorAt(1, lit ? QColor(0xffb340) : QColor(0xb9bfc8));
    painter.setPen(QPen(QColor(0x878e99), radius * 0.03));
    painter.setBrush(white);
    painter.drawEllipse(middle, radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 38), radius * 0.025));
    for (double share : {0.3, 0.6, 0.85}) painter.drawEllipse(middle, radius * share, radius * share);
    for (int i = 0; i < 6; ++i) {
        painter.save();
        painter.translate(middle);
        painter.rotate(i * 60);
        painter.drawLine(QPointF(0, radius * 0.3), QPointF(0, radius * 0.97));
        painter.restore();
    }
}

void transistor(QPainter& painter, const QRectF& box)
{
    const double unit = std::min(box.width(), box.height());
    painter.setPen(QPen(metal, unit * 0.05, Qt::SolidLine, Qt::FlatCap));
    for (int i = -1; i <= 1; ++i) painter.drawLine(QPointF(i * unit * 0.18, unit * 0.1), QPointF(i * unit * 0.18, box.bottom()));
    QPainterPath body;
    const QRectF head(-unit * 0.34, box.top() + unit * 0.04, unit * 0.68, unit * 0.62);
    body.moveTo(head.bottomLeft());
    body.lineTo(head.left(), head.top() + unit * 0.2);
    body.arcTo(QRectF(head.left(), head.top(), head.width(), unit * 0.4), 180, -180);
    body.lineTo(head.bottomRight());
    body.closeSubpath();
    painter.setPen(QPen(chipEdge, unit * 0.025));
    painter.setBrush(black);
    painter.drawPath(body);
    paintPrint(painter, head.adjusted(0, unit * 0.12, 0, 0), QStringLiteral("18B20"), QColor(0xaab2bd), unit * 0.16);
}

void axes(QPainter& painter, QPointF corner, double length)
{
    painter.setPen(QPen(print, length * 0.09, Qt::SolidLine, Qt::RoundCap));
    for (const QPointF& end : {QPointF(length, 0), QPointF(0, -length)}) {
        painter.drawLine(corner, corner + end);
        const QPointF back = -end * 0.25;
        const QPointF across(-end.y() * 0.16, end.x() * 0.16);
        painter.drawLine(corner + end, corner + end + back + across);
        painter.drawLine(corner + end, corner + end + back - across);
    }
}

void paintFace(QPainter& painter, const Look& look, const QRectF& area, const ModuleState& state)
{
    const double unit = std::min(area.width(), area.height());
    const QPointF middle = area.center();
    switch (look.face) {
    case Face::Chip: return chip(painter, around(middle, unit * 0.42, unit * 0.5), 4);
    case Face::Amplifier:
        chip(painter, around(middle + QPointF(0, unit * 0.06), unit * 0.32, unit * 0.46), 5);
        painter.setPen(Qt::NoPen);
        for (double x : {-0.38, 0.38}) {
            painter.setBrush(QColor(0x8a6a3f));
            painter.drawRect(around(middle + QPointF(x * unit, 0), unit * 0.08, unit * 0.2));
        }
        return;
    case Face::Can: {
        const QRectF can = around(middle, unit * 0.44, unit * 0.44);
        block(painter, can, metal, unit * 0.05);
        return disc(painter, can.center() + QPointF(-unit * 0.1, -unit * 0.1), unit * 0.045, black, QColor(0x878e99), unit * 0.015);
    }
    case Face::Window: {
        const QRectF body = around(middle, unit * 0.42, unit * 0.34);
        block(painter, body, black, unit * 0.04);
        painter.setPen(QPen(QColor(0x5b626d), unit * 0.015));
        painter.setBrush(QColor(0x7d6b9a));
        painter.drawRoundedRect(body.adjusted(unit * 0.06, unit * 0.07, -unit * 0.22, -unit * 0.07), unit * 0.02, unit * 0.02);
        painter.setBrush(QColor(0x3c4450));
        painter.drawEllipse(QPointF(body.right() - unit * 0.09, body.center().y()), unit * 0.05, unit * 0.05);
        return;
    }
    case Face::Eyes: return eyes(painter, area);
    case Face::Dome: return dome(painter, area, state.active);
    case Face::Lens:
        disc(painter, middle, unit * 0.4, metal, QColor(0x878e99), unit * 0.03);
        disc(painter, middle, unit * 0.27, QColor(0xaab2bd), QColor(0x878e99), unit * 0.02);
        return disc(painter, middle, unit * 0.16, QColor(0x2b2440), QColor(0x5b4f86), unit * 0.03);
    case Face::Capsule:
        disc(painter, middle, unit * 0.38, metal, QColor(0x878e99), unit * 0.03);
        disc(painter, middle, unit * 0.3, QColor(0x3c424c), QColor(0x6b727d), unit * 0.02);
        for (double x : {-0.1, 0.1})
            for (double y : {-0.1, 0.1}) disc(painter, middle + QPointF(x * unit, y * unit), unit * 0.035, black, black, 0);
        return;
    case Face::Antenna:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(state.active ? QColor(0xffd37a) : QColor(0xd9b44a), unit * 0.02));
        for (int turn = 0; turn < 4; ++turn) painter.drawRoundedRect(area.adjusted(turn * unit * 0.045, turn * unit * 0.045, -turn * unit * 0.045, -turn * unit * 0.045), unit * 0.08, unit * 0.08);
        if (state.active) {
            block(painter, around(middle, area.width() * 0.62, area.width() * 0.4), QColor(0xe9ecf0), unit * 0.04);
            return chip(painter, around(middle - QPointF(area.width() * 0.16, 0), unit * 0.14, unit * 0.12), 2);
        }
        return chip(painter, around(middle, unit * 0.24, unit * 0.24), 5);
    case Face::Patch:
        block(painter, around(middle, unit * 0.78, unit * 0.78), QColor(0xc8b08a), unit * 0.02);
        painter.setPen(Qt::NoPen);
        painter.setBrush(metal);
        painter.drawRect(around(middle, unit * 0.62, unit * 0.62));
        disc(painter, middle + QPointF(unit * 0.04, unit * 0.04), unit * 0.04, gold, QColor(0x878e99), unit * 0.02);
        return disc(painter, area.topRight() + QPointF(-unit * 0.06, unit * 0.06), unit * 0.04, state.active ? QColor(0x5ee08a) : QColor(0x3c4450), chipEdge, unit * 0.01);
    case Face::Coin:
        chip(painter, around(middle - QPointF(area.width() * 0.27, 0), unit * 0.22, unit * 0.6), 8);
        disc(painter, middle + QPointF(area.width() * 0.16, 0), unit * 0.42, metal, QColor(0x878e99), unit * 0.03);
        return paintPrint(painter, around(middle + QPointF(area.width() * 0.16, 0), unit * 0.6, unit * 0.3), QStringLiteral("+ 3V"), QColor(0x6b727d), unit * 0.16);
    case Face::Scale: {
        const QRectF cell = around(middle - QPointF(0, unit * 0.1), area.width() * 0.9, unit * 0.36);
        block(painter, cell, QColor(0xaab2bd), unit * 0.03);
        disc(painter, cell.center() - QPointF(unit * 0.1, 0), unit * 0.12, QColor(look.board), QColor(0x878e99), unit * 0.02);
        disc(painter, cell.center() + QPointF(unit * 0.1, 0), unit * 0.12, QColor(look.board), QColor(0x878e99), unit * 0.02);
        return chip(painter, around(middle + QPointF(0, unit * 0.32), unit * 0.5, unit * 0.16), 3);
    }
    case Face::Axes:
        chip(painter, around(middle, unit * 0.3, unit * 0.3), 5);
        return axes(painter, area.bottomLeft() + QPointF(unit * 0.1, -unit * 0.06), unit * 0.26);
    case Face::Grille:
    case Face::Transistor:
    case Face::Probe: return;
    }
}

// A fork to put into the earth.
void probe(QPainter& painter, const QRectF& box)
{
    const double head = box.height() * 0.34;
    QPainterPath outline;
    outline.addRoundedRect(QRectF(box.left(), box.top(), box.width(), head), head * 0.12, head * 0.12);
    QPainterPath blade;
    blade.moveTo(-box.width() * 0.34, box.top() + head * 0.9);
    blade.lineTo(-box.width() * 0.34, box.bottom() - box.width() * 0.3);
    blade.lineTo(0, box.bottom());
    blade.lineTo(box.width() * 0.34, box.bottom() - box.width() * 0.3);
    blade.lineTo(box.width() * 0.34, box.top() + head * 0.9);
    painter.setPen(QPen(chipEdge, box.width() * 0.02));
    painter.setBrush(QColor(dark));
    painter.drawPath(outline.united(blade));
    painter.setPen(QPen(QColor(0xf2f5f8), box.width() * 0.02));
    painter.drawLine(QPointF(-box.width() * 0.28, box.top() + head * 1.35), QPointF(box.width() * 0.28, box.top() + head * 1.35));
    chip(painter, around({0, box.top() + head * 0.55}, box.width() * 0.18, head * 0.4), 3);
}

// The chip alone, as large as its place.
void paintBare(QPainter& painter, const Look& look, const QRectF& box, const QString& name, const ModuleState& state)
{
    const double unit = std::min(box.width(), box.height());
    if (look.face == Face::Can || look.face == Face::Window || look.face == Face::Lens || look.face == Face::Capsule || look.face == Face::Dome)
        return paintFace(painter, look, around(box.center(), unit * 1.9, unit * 1.9), state);
    chip(painter, around(box.center(), unit * 0.74, unit * 0.84), 4);
    paintPrint(painter, around(box.center(), unit * 0.62, unit * 0.3), name, QColor(0xaab2bd), unit * 0.17);
}

}  // namespace

void paintPrint(QPainter& painter, const QRectF& place, const QString& text, const QColor& colour, double height)
{
    QFont font = QApplication::font();
    font.setPixelSize(100);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double scale = std::min(height, place.width() * 100 / std::max(1.0, metrics.horizontalAdvance(text))) / 100;
    // Print too small to read would only be dirt.
    const QTransform device = painter.deviceTransform();
    if (100 * scale * std::hypot(device.m11(), device.m12()) < smallestPrint) return;
    painter.save();
    painter.translate(place.center());
    painter.scale(scale, scale);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QRectF(-2000, -100, 4000, 200), Qt::AlignCenter, text);
    painter.restore();
}

QRectF paintModuleBoard(QPainter& painter, const QRectF& box, const QColor& colour, int pads)
{
    const double unit = std::min(box.width(), box.height());
    painter.setPen(QPen(colour.darker(160), unit * 0.02));
    painter.setBrush(colour);
    painter.drawRoundedRect(box.adjusted(unit * 0.01, unit * 0.01, -unit * 0.01, -unit * 0.01), unit * 0.07, unit * 0.07);
    const double hole = unit * 0.055;
    for (double x : {box.left() + unit * 0.1, box.right() - unit * 0.1}) disc(painter, {x, box.top() + unit * 0.1}, hole, colour.darker(220), gold, hole * 0.45);
    const double pitch = std::min(unit * 0.13, box.width() * 0.9 / std::max(1, pads));
    for (int i = 0; i < pads; ++i)
        disc(painter, {(i - (pads - 1) / 2.0) * pitch, box.bottom() - unit * 0.09}, pitch * 0.24, colour.darker(230), gold, pitch * 0.2);
    return box.adjusted(unit * 0.08, unit * 0.08, -unit * 0.08, -unit * 0.18);
}

void paintModule(QPainter& painter, const QRectF& box, const std::string& model, const QString& label, const ModuleState& state)
{
    static constexpr Look unknown{"", dark, Face::Chip, "", 4};
    const Look& look = lookOf(model) ? *lookOf(model) : unknown;
    if (look.face == Face::Transistor) return transistor(painter, box);
    if (look.face == Face::Probe) return probe(painter, box);
    const double unit = std::min(box.width(), box.height());
    const QString name = *look.name ? QString::fromLatin1(look.name) : label;
    if (look.face == Face::Grille) {
        grille(painter, box, QColor(look.board));
        return paintPrint(painter, QRectF(box.left(), box.bottom() - unit * 0.26, box.width(), unit * 0.2), name, QColor(look.board == white ? 0x3c424c : 0xf2f5f8), unit * 0.15);
    }
    if (unit < smallestModule) return paintBare(painter, look, box, name, state);
    const QRectF free = paintModuleBoard(painter, box, QColor(look.board), look.pads);
    const bool fills = look.face == Face::Eyes || look.face == Face::Antenna || look.face == Face::Dome;
    const double printed = unit * 0.13;
    const QRectF place(free.left(), fills ? free.bottom() - printed * 0.55 : free.top() - printed * 0.1, free.width(), printed);
    const QRectF area = fills ? free.adjusted(0, -unit * 0.02, 0, -printed * 0.7) : free.adjusted(0, printed, 0, 0);
    paintFace(painter, look, area, state);
    paintPrint(painter, place.adjusted(unit * 0.14, 0, -unit * 0.14, 0), name, print, printed);
}

}  // namespace coroboard::gui
