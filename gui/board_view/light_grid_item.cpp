// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/light_grid_item.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace coroboard::gui {

namespace {

constexpr double glowOpacity = 0.55;

// The screen's encoding of an amount of light.
int encoded(int light)
{
    static const std::array<int, 256> table = [] {
        std::array<int, 256> made{};
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = static_cast<int>(std::lround(255 * std::pow(static_cast<double>(i) / 255, 1 / 2.2)));
        return made;
    }();
    return table[static_cast<std::size_t>(light)];
}

// The stronger the light, the less is seen of the unlit body.
QColor mixed(const QColor& off, const QColor& lit)
{
    const int rest = 255 - std::max({lit.red(), lit.green(), lit.blue()});
    return QColor(lit.red() + off.red() * rest / 255, lit.green() + off.green() * rest / 255, lit.blue() + off.blue() * rest / 255);
}

}  // namespace

LightGridItem::Kind LightGridItem::kindOf(const std::string& model)
{
    if (model == "neopixel") return Kind::NeoPixel;
    if (model == "led_bar") return Kind::Bar;
    return model == "led_matrix" ? Kind::Bare : Kind::Dots;
}

LightGridItem::LightGridItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(120, 120)), m_kind(kindOf(profile.model))
{
    setZValue(8);
    m_seen = QImage(lightsOf(), QImage::Format_RGB32);
    m_seen.fill(Qt::black);
}

bool LightGridItem::isRing() const
{
    const auto layout = profile().words.find("layout");
    const bool named = layout != profile().words.end() && layout->second == "ring";
    return m_kind == Kind::NeoPixel && (named || view().value("layout") == 2);
}

// How many lights there are before the part has shown itself.
QSize LightGridItem::lightsOf() const
{
    const auto number = [this](const char* name, int otherwise) {
        const auto found = profile().numbers.find(name);
        return found == profile().numbers.end() ? otherwise : static_cast<int>(found->second);
    };
    const auto layout = profile().words.find("layout");
    switch (m_kind) {
    case Kind::NeoPixel: return {number("columns", 8), layout != profile().words.end() && layout->second == "matrix" ? number("rows", 8) : 1};
    case Kind::Dots: return {8 * number("devices", 1), 8};
    case Kind::Bar: return {10, 1};
    case Kind::Bare: return {5, 5};
    }
    return {1, 1};
}

QSizeF LightGridItem::cell() const
{
    if (m_seen.isNull()) return box().size();
    return QSizeF(box().width() / m_seen.width(), box().height() / m_seen.height());
}

QRectF LightGridItem::boundingRect() const
{
    const double reach = std::max(2.0, std::min(box().width(), box().height()) * 0.5);
    return box().adjusted(-reach, -reach, reach, reach);
}

void LightGridItem::viewChanged(const parts::PartView& before)
{
    if (before.pixels == view().pixels || !view().pixels) return;
    const parts::PixelFrame& frame = *view().pixels;
    m_seen = QImage(frame.width, frame.height, QImage::Format_RGB32);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const auto at = static_cast<std::size_t>(y * frame.width + x) * 3;
            m_seen.setPixel(x, y, qRgb(encoded(frame.rgb[at]), encoded(frame.rgb[at + 1]), encoded(frame.rgb[at + 2])));
        }
    update();
}

bool LightGridItem::anyLit() const
{
    if (!view().pixels) return false;
    const auto& rgb = view().pixels->rgb;
    return std::any_of(rgb.begin(), rgb.end(), [](std::uint8_t part) { return part > 0; });
}

void LightGridItem::paintGround(QPainter& painter) const
{
    const double unit = std::min(box().width(), box().height());
    if (m_kind == Kind::Bare) return;
    painter.setPen(QPen(QColor(0, 0, 0, 140), unit * 0.01));
    painter.setBrush(m_kind == Kind::NeoPixel ? QColor(0x20, 0x24, 0x2b) : QColor(0x14, 0x15, 0x18));
    if (!isRing()) {
        const double corner = std::min(unit * 0.12, std::min(cell().width(), cell().height()) * 0.25);
        painter.drawRoundedRect(box(), corner, corner);
        return;
    }
    QPainterPath ring;
    ring.setFillRule(Qt::OddEvenFill);
    ring.addEllipse(QPointF(0, 0), unit * 0.5, unit * 0.5);
    ring.addEllipse(QPointF(0, 0), unit * 0.31, unit * 0.31);
    painter.drawPath(ring);
}

void LightGridItem::paintLight(QPainter& painter, QPointF middle, double side, const QColor& colour) const
{
    const bool lit = colour.red() + colour.green() + colour.blue() > 0;
    switch (m_kind) {
    case Kind::NeoPixel: {
        // A white body with a round window.
        const double body = side * 0.66;
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(QColor(0x9d, 0xa1, 0xa6), colour.darker(180)));
        painter.drawRoundedRect(QRectF(middle.x() - body / 2, middle.y() - body / 2, body, body), body * 0.1, body * 0.1);
        painter.setBrush(lit ? colour.lighter(125) : QColor(0x5d, 0x60, 0x62));
        painter.drawEllipse(middle, body * 0.4, body * 0.4);
        return;
    }
    case Kind::Dots:
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(QColor(0x3a, 0x20, 0x20), colour));
        painter.drawEllipse(middle, side * 0.42, side * 0.42);
        return;
    case Kind::Bar: {
        const QRectF bar(middle.x() - cell().width() * 0.34, middle.y() - cell().height() * 0.36, cell().width() * 0.68, cell().height() * 0.72);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(QColor(0x34, 0x36, 0x3a), colour));
        painter.drawRoundedRect(bar, side * 0.08, side * 0.08);
        return;
    }
    case Kind::Bare: {
        const QRectF die(middle.x() - side * 0.14, middle.y() - side * 0.24, side * 0.28, side * 0.48);
        painter.setPen(QPen(QColor(0, 0, 0, 90), side * 0.02));
        painter.setBrush(mixed(QColor(0x6a, 0x5d, 0x5b), colour));
        painter.drawRoundedRect(die, side * 0.03, side * 0.03);
        return;
    }
    }
}

// All lights as a small picture with a dark rim, enlarged smoothly and added: one drawing for any number of lights.
void LightGridItem::paintGridGlow(QPainter& painter) const
{
    QImage rimmed(m_seen.width() + 2, m_seen.height() + 2, QImage::Format_RGB32);
    rimmed.fill(Qt::black);
    QPainter into(&rimmed);
    into.drawImage(1, 1, m_seen);
    into.end();
    constexpr int finer = 8;
    const QImage soft = rimmed.scaled(rimmed.size() * finer, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(box().adjusted(-cell().width(), -cell().height(), cell().width(), cell().height()).intersected(boundingRect()),
                      soft, QRectF(soft.rect()));
}

void LightGridItem::paintRing(QPainter& painter) const
{
    const double unit = std::min(box().width(), box().height());
    const int count = m_seen.width();
    const double radius = unit * 0.405;
    const double side = std::min(unit * 0.19, 2 * std::numbers::pi * radius / count);
    const auto place = [&](int i) {
        const double angle = 2 * std::numbers::pi * i / count - std::numbers::pi / 2;
        return QPointF(std::cos(angle), std::sin(angle)) * radius;
    };
    for (int i = 0; i < count; ++i) paintLight(painter, place(i), side, m_seen.pixelColor(i, 0));
    painter.setCompositionMode(QPainter::CompositionMode_Plus);
    painter.setOpacity(glowOpacity);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < count; ++i) {
        const QColor colour = m_seen.pixelColor(i, 0);
        if (colour == QColor(Qt::black)) continue;
        QRadialGradient glow(place(i), side * 1.5);
        QColor edge = colour;
        edge.setAlpha(0);
        glow.setColorAt(0, colour);
        glow.setColorAt(1, edge);
        painter.setBrush(glow);
        painter.drawEllipse(place(i), side * 1.5, side * 1.5);
    }
}

void LightGridItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    paintGround(*painter);
    if (m_seen.isNull()) return;
    if (isRing()) return paintRing(*painter);
    const double side = std::min(cell().width(), cell().height());
    for (int y = 0; y < m_seen.height(); ++y)
        for (int x = 0; x < m_seen.width(); ++x)
            paintLight(*painter, box().topLeft() + QPointF((x + 0.5) * cell().width(), (y + 0.5) * cell().height()), side, m_seen.pixelColor(x, y));
    if (!anyLit()) return;
    painter->setCompositionMode(QPainter::CompositionMode_Plus);
    painter->setOpacity(m_kind == Kind::NeoPixel ? glowOpacity : glowOpacity * 0.5);
    paintGridGlow(*painter);
}

QString LightGridItem::summary() const
{
    QString text = PartItem::summary();
    if (!m_seen.isNull()) text += QStringLiteral("<br>") + tr("%1 lights").arg(m_seen.width() * m_seen.height());
    if (const double current = view().value("current"); current > 0)
        text += QStringLiteral("<br>") + tr("takes %1 mA").arg(current, 0, 'f', 0);
    if (const double bits = view().value("bits out of tolerance"); bits > 0)
        text += QStringLiteral("<br>") + tr("bits outside the data sheet's times: %1").arg(bits);
    return text;
}

}  // namespace coroboard::gui
