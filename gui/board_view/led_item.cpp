// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/led_item.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "board_view/glow.h"

namespace coroboard::gui {

namespace {

constexpr double gamma = 2.2;
constexpr double glowReach = 6;      // the glow's size in lens sizes
constexpr double visibleStep = 1.0 / 256;

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

}  // namespace

LedItem::LedItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(20, 20)), m_colour(0xff, 0x3b, 0x2f), m_threeColours(profile.model == "rgb_led")
{
    if (const auto colour = profile.words.find("colour"); colour != profile.words.end()) {
        const QColor named(QString::fromStdString(colour->second));
        if (named.isValid()) m_colour = named;
    }
    setZValue(10);
}

QRectF LedItem::glowBox() const
{
    const double side = std::min(box().width(), box().height()) * glowReach;
    return QRectF(-side / 2, -side / 2, side, side);
}

QRectF LedItem::boundingRect() const { return glowBox(); }

double LedItem::light() const
{
    if (!m_threeColours) return view().value("glow", view().value("brightness"));
    return std::max({view().value("red glow"), view().value("green glow"), view().value("blue glow")});
}

void LedItem::viewChanged(const parts::PartView&)
{
    QColor colour = m_colour;
    if (m_threeColours && light() > 0) {
        const auto part = [this](const char* name) { return std::pow(std::clamp(view().value(name) / light(), 0.0, 1.0), 1 / gamma); };
        // In few steps, so that the glow's cached pictures stay few.
        const auto level = [](double share) { return static_cast<int>(std::lround(share * 15)) * 17; };
        colour = QColor(level(part("red glow")), level(part("green glow")), level(part("blue glow")));
    }
    const double seen = std::pow(std::clamp(light(), 0.0, 1.0), 1 / gamma);
    if (std::abs(seen - m_seen) < visibleStep && (seen > 0) == (m_seen > 0) && colour == m_colour) return;
    m_colour = colour;
    m_seen = seen;
    update();
}

void LedItem::paintLens(QPainter& painter, const QColor& colour) const
{
    painter.setBrush(colour);
    if (std::abs(box().width() - box().height()) < 1)
        painter.drawEllipse(box());
    else
        painter.drawRoundedRect(box(), box().height() * 0.2, box().height() * 0.2);
}

void LedItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const double unit = std::min(box().width(), box().height());
    const QColor body = m_threeColours ? QColor(0xe6e9ee) : m_colour;
    const QColor off = mixed(mixed(body, Qt::black, 0.62), Qt::gray, 0.18);
    const QColor lit = mixed(m_colour, Qt::white, 0.30);

    painter->setPen(QPen(QColor(0, 0, 0, 90), unit * 0.06));
    paintLens(*painter, mixed(off, lit, m_seen));
    // The hot core when lit, and the reflection of the room.
    painter->setPen(Qt::NoPen);
    QColor core = mixed(m_colour, Qt::white, 0.85);
    core.setAlphaF(static_cast<float>(0.9 * m_seen));
    painter->setBrush(core);
    painter->drawEllipse(QPointF(0, 0), unit * 0.27, unit * 0.27);
    painter->setBrush(QColor(255, 255, 255, 70));
    painter->drawEllipse(QPointF(-unit * 0.17, -unit * 0.2), unit * 0.12, unit * 0.08);
    if (m_seen <= 0) return;
    painter->setCompositionMode(QPainter::CompositionMode_Plus);
    painter->setOpacity(m_seen);
    const QPixmap glow = glowPixmap(m_colour);
    painter->drawPixmap(glowBox(), glow, QRectF(glow.rect()));
}

QString LedItem::summary() const
{
    const double brightness = m_threeColours ? light() : view().value("brightness");
    return PartItem::summary() + QStringLiteral("<br>") +
           tr("Brightness: %1 %").arg(brightness * 100, 0, 'f', brightness < 0.1 ? 1 : 0);
}

}  // namespace coroboard::gui
