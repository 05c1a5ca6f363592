// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/motor_item.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace coroboard::gui {

namespace {

constexpr int spokes = 6;
constexpr double blurFrom = 240;     // turns a minute: at 60 frames a second a spoke then moves by 24° a frame
constexpr double blurFull = 600;
constexpr double axlePlace = 0.16;   // of the size, from the middle
constexpr double wheelShare = 0.47;

}  // namespace

MotorItem::MotorItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(140, 100))
{
}

void MotorItem::viewChanged(const parts::PartView& before)
{
    const auto differs = [&](const char* name, double by) { return std::abs(before.value(name) - view().value(name)) > by; };
    if (differs("angle", 0.2) || differs("rpm", 0.05) || differs("braking", 0)) update();
}

// The can, the gear box and the wheel without its spokes.
void MotorItem::paintBody(QPainter& painter) const
{
    const double unit = this->unit();
    const QRectF can(-unit * 0.66, -unit * 0.2, unit * 0.5, unit * 0.4);
    QLinearGradient metal(can.topLeft(), can.bottomLeft());
    metal.setColorAt(0, QColor(0x8d, 0x95, 0xa0));
    metal.setColorAt(0.3, QColor(0xe3, 0xe7, 0xec));
    metal.setColorAt(1, QColor(0x7a, 0x82, 0x8d));
    painter.setPen(QPen(QColor(0, 0, 0, 120), unit * 0.012));
    painter.setBrush(metal);
    painter.drawRoundedRect(can, unit * 0.04, unit * 0.04);
    painter.setBrush(QColor(0xe0, 0xb0, 0x2c));
    painter.drawRoundedRect(QRectF(-unit * 0.2, -unit * 0.25, unit * 0.56, unit * 0.5), unit * 0.05, unit * 0.05);
    const QPointF axle(unit * axlePlace, 0);
    const double radius = unit * wheelShare;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x17, 0x19, 0x1d));
    painter.drawEllipse(axle, radius, radius);
    painter.setBrush(QColor(0xf2, 0xc1, 0x3a));
    painter.drawEllipse(axle, radius * 0.76, radius * 0.76);
    painter.setBrush(QColor(0x2a, 0x2e, 0x35, 40));
    painter.drawEllipse(axle, radius * 0.66, radius * 0.66);
}

// Slow ones are seen one by one; fast ones become a disc.
void MotorItem::paintSpokes(QPainter& painter, double blur, double radius) const
{
    painter.save();
    painter.rotate(view().value("angle"));
    QPainterPath lines;
    for (int i = 0; i < spokes; ++i) {
        const double turn = 2 * std::numbers::pi * i / spokes;
        lines.moveTo(0, 0);
        lines.lineTo(radius * 0.7 * std::sin(turn), -radius * 0.7 * std::cos(turn));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0xf2, 0xc1, 0x3a, static_cast<int>(255 * (1 - 0.85 * blur))), radius * 0.12));
    painter.drawPath(lines);
    // One mark on the tyre, so that slow turning is seen.
    painter.setPen(QPen(QColor(255, 255, 255, static_cast<int>(210 * (1 - blur))), radius * 0.07, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(0, -radius * 0.82), QPointF(0, -radius * 0.94));
    painter.restore();
}

void MotorItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    m_body.paint(*painter, box(), [this](QPainter& still) { paintBody(still); });
    const double unit = this->unit();
    const double radius = unit * wheelShare;
    const double blur = std::clamp((std::abs(view().value("rpm")) - blurFrom) / (blurFull - blurFrom), 0.0, 1.0);
    painter->save();
    painter->translate(unit * axlePlace, 0);
    if (blur > 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(QColor(0x2a, 0x2e, 0x35, static_cast<int>(80 * blur)));
        painter->drawEllipse(QPointF(0, 0), radius * 0.66, radius * 0.66);
    }
    paintSpokes(*painter, blur, radius);
    painter->setPen(QPen(QColor(0, 0, 0, 110), radius * 0.03));
    painter->setBrush(QColor(0xe6, 0xe9, 0xee));
    painter->drawEllipse(QPointF(0, 0), radius * 0.14, radius * 0.14);
    painter->restore();
    // The speed on the can.
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(unit * 0.12)));
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(QColor(0x20, 0x25, 0x2c));
    painter->drawText(QRectF(-unit * 0.66, -unit * 0.2, unit * 0.35, unit * 0.4), Qt::AlignCenter, QString::number(view().value("rpm"), 'f', 0));
}

QString MotorItem::summary() const
{
    QString text = PartItem::summary() + QStringLiteral("<br>") + tr("%1 turns a minute").arg(view().value("rpm"), 0, 'f', 1);
    text += QStringLiteral("<br>") + tr("driven with %1 %").arg(view().value("drive") * 100, 0, 'f', 0);
    if (view().value("braking") > 0) text += QStringLiteral("<br>") + tr("braking");
    return text;
}

}  // namespace coroboard::gui
