// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/relay_item.h"

#include <QPainter>
#include <algorithm>

#include "board_view/glow.h"

namespace coroboard::gui {

RelayItem::RelayItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(110, 90))
{
}

void RelayItem::viewChanged(const parts::PartView& before)
{
    if (before.value("coil") != view().value("coil") || before.value("on") != view().value("on")) update();
}

void RelayItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    painter->setPen(QPen(QColor(0x0a, 0x1a, 0x33), unit * 0.015));
    painter->setBrush(QColor(0x17, 0x3a, 0x6b));
    painter->drawRoundedRect(box(), unit * 0.06, unit * 0.06);
    const QRectF cube = box().adjusted(unit * 0.1, unit * 0.12, -unit * 0.1, -unit * 0.22);
    QLinearGradient face(cube.topLeft(), cube.bottomLeft());
    face.setColorAt(0, QColor(0x3b, 0x8a, 0xe0));
    face.setColorAt(1, QColor(0x24, 0x64, 0xb4));
    painter->setPen(QPen(QColor(0, 0, 0, 90), unit * 0.012));
    painter->setBrush(face);
    painter->drawRoundedRect(cube, unit * 0.03, unit * 0.03);
    // The contact: com at the left, closed-when-off above, closed-when-on below.
    const bool coil = view().value("coil") > 0;
    const bool on = view().value("on") > 0;
    const double reach = cube.height() * 0.27;
    const QPointF common(cube.center().x() - cube.width() * 0.24, cube.center().y());
    const QPointF above(cube.center().x() + cube.width() * 0.2, cube.center().y() - reach);
    const QPointF below(above.x(), cube.center().y() + reach);
    const QPointF tip = coil != on ? QPointF(above.x(), cube.center().y()) : on ? below : above;
    const QColor ink(255, 255, 255, 225);
    painter->setPen(QPen(ink, unit * 0.022, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(cube.left() + cube.width() * 0.1, common.y()), common);
    painter->drawLine(above, QPointF(cube.right() - cube.width() * 0.1, above.y()));
    painter->drawLine(below, QPointF(cube.right() - cube.width() * 0.1, below.y()));
    painter->setPen(QPen(QColor(0xff, 0xd3, 0x7a), unit * 0.03, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(common, tip);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    for (const QPointF& dot : {common, above, below}) painter->drawEllipse(dot, unit * 0.026, unit * 0.026);
    // The light beside it.
    const QPointF light(box().left() + unit * 0.17, box().bottom() - unit * 0.11);
    painter->setBrush(coil ? QColor(0xff, 0x6a, 0x5e) : QColor(0x5b, 0x1d, 0x1a));
    painter->drawEllipse(light, unit * 0.035, unit * 0.035);
    if (!coil) return;
    painter->setCompositionMode(QPainter::CompositionMode_Plus);
    const QPixmap glow = glowPixmap(QColor(0xff, 0x3b, 0x30));
    const double side = unit * 0.2;
    painter->drawPixmap(QRectF(light.x() - side / 2, light.y() - side / 2, side, side), glow, QRectF(glow.rect()));
}

QString RelayItem::summary() const
{
    const bool on = view().value("on") > 0;
    return PartItem::summary() + QStringLiteral("<br>") +
           (view().value("coil") != view().value("on") ? tr("moving") : on ? tr("on") : tr("off"));
}

}  // namespace coroboard::gui
