// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/servo_item.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

constexpr double visibleTurn = 0.1;  // degrees
constexpr double axleHeight = -0.08; // of the size, from the middle

}  // namespace

ServoItem::ServoItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(120, 120))
{
}

void ServoItem::viewChanged(const parts::PartView& before)
{
    const auto differs = [&](const char* name) { return std::abs(before.value(name) - view().value(name)) > visibleTurn; };
    if (differs("angle") || differs("target") || differs("driven")) update();
}

// Ears, body, gear box.
void ServoItem::paintBody(QPainter& painter) const
{
    const double unit = std::min(box().width(), box().height());
    painter.setPen(QPen(QColor(0x0d, 0x2c, 0x57), unit * 0.012));
    painter.setBrush(QColor(0x1f, 0x57, 0xa4));
    painter.drawRoundedRect(QRectF(-unit * 0.19, -unit * 0.4, unit * 0.38, unit * 0.86), unit * 0.03, unit * 0.03);
    QLinearGradient body(QPointF(-unit * 0.17, 0), QPointF(unit * 0.17, 0));
    body.setColorAt(0, QColor(0x2a, 0x6d, 0xc4));
    body.setColorAt(0.5, QColor(0x3b, 0x82, 0xdd));
    body.setColorAt(1, QColor(0x25, 0x61, 0xb0));
    painter.setBrush(body);
    painter.drawRoundedRect(QRectF(-unit * 0.17, -unit * 0.29, unit * 0.34, unit * 0.64), unit * 0.03, unit * 0.03);
    painter.setBrush(QColor(0x0b, 0x22, 0x45));
    for (const double y : {-0.345, 0.405}) painter.drawEllipse(QPointF(0, unit * y), unit * 0.026, unit * 0.026);
    painter.setBrush(QColor(0x2a, 0x6d, 0xc4));
    painter.drawEllipse(QPointF(0, axleHeight * unit), unit * 0.16, unit * 0.16);
}

void ServoItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    m_body.paint(*painter, box(), [this](QPainter& still) { paintBody(still); });
    const double unit = std::min(box().width(), box().height());
    const QPointF axle(0, axleHeight * unit);
    // How far it can turn, and where it is going.
    const double range = view().value("range", 180);
    const double reach = unit * 0.42;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(QColor(255, 255, 255, 60), unit * 0.014, Qt::SolidLine, Qt::RoundCap));
    painter->drawArc(QRectF(axle.x() - reach, axle.y() - reach, 2 * reach, 2 * reach), static_cast<int>((90 - range / 2) * 16),
                     static_cast<int>(range * 16));
    painter->save();
    painter->translate(axle);
    painter->save();
    painter->rotate(turned(view().value("target", range / 2)));
    painter->setPen(QPen(QColor(0xff, 0xd3, 0x7a, view().value("driven") > 0 ? 230 : 0), unit * 0.03, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(0, -reach + unit * 0.012), QPointF(0, -reach - unit * 0.012));
    painter->restore();
    painter->rotate(turned(view().value("angle", range / 2)));
    // The arm: broad at the axle, with three holes.
    QPainterPath arm;
    arm.moveTo(-unit * 0.075, unit * 0.02);
    arm.cubicTo(-unit * 0.07, -unit * 0.1, -unit * 0.035, -unit * 0.2, -unit * 0.032, -unit * 0.36);
    arm.arcTo(QRectF(-unit * 0.032, -unit * 0.392, unit * 0.064, unit * 0.064), 180, -180);
    arm.cubicTo(unit * 0.035, -unit * 0.2, unit * 0.07, -unit * 0.1, unit * 0.075, unit * 0.02);
    arm.arcTo(QRectF(-unit * 0.075, -unit * 0.055, unit * 0.15, unit * 0.15), 0, -180);
    painter->setPen(QPen(QColor(0x8f, 0x97, 0xa3), unit * 0.01));
    painter->setBrush(QColor(0xf1, 0xf3, 0xf6));
    painter->drawPath(arm);
    painter->setBrush(QColor(0x9a, 0xa2, 0xad));
    for (const double y : {-0.17, -0.25, -0.33}) painter->drawEllipse(QPointF(0, unit * y), unit * 0.014, unit * 0.014);
    painter->setBrush(QColor(0xc3, 0xc9, 0xd1));
    painter->drawEllipse(QPointF(0, 0.02 * unit), unit * 0.045, unit * 0.045);
    painter->restore();
}

QString ServoItem::summary() const
{
    QString text = PartItem::summary() + QStringLiteral("<br>") + tr("At %1°").arg(view().value("angle"), 0, 'f', 1);
    if (view().value("driven") == 0) return text + QStringLiteral("<br>") + tr("no pulses");
    return text + QStringLiteral("<br>") + tr("going to %1° (%2 µs)").arg(view().value("target"), 0, 'f', 1).arg(view().value("pulse"), 0, 'f', 0);
}

}  // namespace coroboard::gui
