// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/motor_item.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

constexpr int spokes = 6;
constexpr double blurFrom = 240;     // turns a minute: at 60 frames a second a spoke then moves by 24° a frame
constexpr double blurFull = 600;

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

void MotorItem::paintWheel(QPainter& painter, QPointF axle, double radius) const
{
    const double blur = std::clamp((std::abs(view().value("rpm")) - blurFrom) / (blurFull - blurFrom), 0.0, 1.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x17, 0x19, 0x1d));
    painter.drawEllipse(axle, radius, radius);
    painter.setBrush(QColor(0xf2, 0xc1, 0x3a));
    painter.drawEllipse(axle, radius * 0.76, radius * 0.76);
    painter.setBrush(QColor(0x2a, 0x2e, 0x35, static_cast<int>(40 + 80 * blur)));
    painter.drawEllipse(axle, radius * 0.66, radius * 0.66);
    painter.save();
    painter.translate(axle);
    painter.rotate(view().value("angle"));
    for (int i = 0; i < spokes; ++i) {
        painter.setPen(QPen(QColor(0xf2, 0xc1, 0x3a, static_cast<int>(255 * (1 - 0.85 * blur))), radius * 0.12));
        painter.drawLine(QPointF(0, 0), QPointF(0, -radius * 0.7));
        painter.rotate(360.0 / spokes);
    }
    // One mark on the tyre, so that slow turning is seen.
    painter.setPen(QPen(QColor(255, 255, 255, static_cast<int>(210 * (1 - blur))), radius * 0.07, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(0, -radius * 0.82), QPointF(0, -radius * 0.94));
    painter.restore();
    painter.setPen(QPen(QColor(0, 0, 0, 110), radius * 0.03));
    painter.setBrush(QColor(0xe6, 0xe9, 0xee));
    painter.drawEllipse(axle, radius * 0.14, radius * 0.14);
}

void MotorItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width() / 1.4, box().height());
    const QRectF can(-unit * 0.66, -unit * 0.2, unit * 0.5, unit * 0.4);
    QLinearGradient metal(can.topLeft(), can.bottomLeft());
    metal.setColorAt(0, QColor(0x8d, 0x95, 0xa0));
    metal.setColorAt(0.3, QColor(0xe3, 0xe7, 0xec));
    metal.setColorAt(1, QColor(0x7a, 0x82, 0x8d));
    painter->setPen(QPen(QColor(0, 0, 0, 120), unit * 0.012));
    painter->setBrush(metal);
    painter->drawRoundedRect(can, unit * 0.04, unit * 0.04);
    painter->setBrush(QColor(0xe0, 0xb0, 0x2c));
    painter->drawRoundedRect(QRectF(-unit * 0.2, -unit * 0.25, unit * 0.56, unit * 0.5), unit * 0.05, unit * 0.05);
    paintWheel(*painter, QPointF(unit * 0.16, 0), unit * 0.47);
    // The speed on the can.
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(unit * 0.12)));
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(QColor(0x20, 0x25, 0x2c));
    painter->drawText(QRectF(can.left(), can.top(), unit * 0.35, can.height()), Qt::AlignCenter, QString::number(view().value("rpm"), 'f', 0));
}

QString MotorItem::summary() const
{
    QString text = PartItem::summary() + QStringLiteral("<br>") + tr("%1 turns a minute").arg(view().value("rpm"), 0, 'f', 1);
    text += QStringLiteral("<br>") + tr("driven with %1 %").arg(view().value("drive") * 100, 0, 'f', 0);
    if (view().value("braking") > 0) text += QStringLiteral("<br>") + tr("braking");
    return text;
}

}  // namespace coroboard::gui
