// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/touch_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <algorithm>

namespace coroboard::gui {

TouchItem::TouchItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(160, 200))
{
    setCursor(Qt::PointingHandCursor);
    setZValue(6);
}

void TouchItem::viewChanged(const parts::PartView& before)
{
    for (const char* name : {"touched", "x", "y"})
        if (before.value(name) != view().value(name)) return update();
}

void TouchItem::touch(QPointF at)
{
    Q_EMIT moved(QStringLiteral("x"), std::clamp((at.x() - box().left()) / box().width(), 0.0, 1.0));
    Q_EMIT moved(QStringLiteral("y"), std::clamp((at.y() - box().top()) / box().height(), 0.0, 1.0));
}

void TouchItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    touch(event->pos());
    press();
}

void TouchItem::mouseMoveEvent(QGraphicsSceneMouseEvent* event) { touch(event->pos()); }

void TouchItem::mouseReleaseEvent(QGraphicsSceneMouseEvent*) { release(); }

void TouchItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    painter->setPen(QPen(QColor(0x9fb4c8), unit * 0.012));
    painter->setBrush(QColor(140, 180, 220, 28));
    painter->drawRoundedRect(box(), unit * 0.03, unit * 0.03);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(255, 255, 255, 22));
    const QPointF shine[] = {box().topLeft() + QPointF(box().width() * 0.1, 0), box().topLeft() + QPointF(box().width() * 0.4, 0),
                             box().topLeft() + QPointF(0, box().height() * 0.4), box().topLeft() + QPointF(0, box().height() * 0.1)};
    painter->drawPolygon(shine, 4);
    if (view().value("touched") <= 0) return;
    const QPointF at(box().left() + view().value("x") * box().width(), box().top() + view().value("y") * box().height());
    painter->setPen(QPen(QColor(0xffd37a), unit * 0.02));
    painter->setBrush(QColor(255, 211, 122, 90));
    painter->drawEllipse(at, unit * 0.07, unit * 0.07);
}

}  // namespace coroboard::gui
