// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/joystick_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace coroboard::gui {

JoystickItem::JoystickItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(80, 80))
{
    setCursor(Qt::OpenHandCursor);
}

double JoystickItem::reach() const { return std::min(box().width(), box().height()) * 0.2; }

void JoystickItem::press() { Q_EMIT moved(QStringLiteral("pressed"), 1); }

void JoystickItem::release() { Q_EMIT moved(QStringLiteral("pressed"), 0); }

void JoystickItem::moveTo(QPointF share)
{
    const auto rounded = [](double value) { return std::round(std::clamp(value, -1.0, 1.0) * 100) / 100; };
    Q_EMIT moved(QStringLiteral("x"), rounded(share.x()));
    Q_EMIT moved(QStringLiteral("y"), rounded(share.y()));
}

void JoystickItem::viewChanged(const parts::PartView& before)
{
    for (const char* name : {"x", "y", "pressed"})
        if (before.value(name) != view().value(name)) return update();
}

void JoystickItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->button() == Qt::RightButton) return press();
    if (event->button() != Qt::LeftButton) return event->ignore();
    setCursor(Qt::ClosedHandCursor);
}

void JoystickItem::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton)) return;
    const QPointF dragged = event->pos() - event->buttonDownPos(Qt::LeftButton);
    QPointF share(dragged.x() / reach(), -dragged.y() / reach());
    if (const double length = std::hypot(share.x(), share.y()); length > 1) share /= length;
    moveTo(share);
}

void JoystickItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->button() == Qt::RightButton) return release();
    setCursor(Qt::OpenHandCursor);
    if (!event->modifiers().testFlag(Qt::ControlModifier)) moveTo({});
}

QString JoystickItem::summary() const
{
    QString text = PartItem::summary();
    if (view().value("pressed") > 0) text += QStringLiteral("<br>") + tr("Pressed");
    return text + QStringLiteral("<br>") + tr("Drag the stick; with Ctrl it stays there. The right button presses it");
}

void JoystickItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    painter->setPen(QPen(QColor(0x0d0f12), unit * 0.012));
    painter->setBrush(QColor(0x23272e));
    painter->drawRoundedRect(QRectF(-unit * 0.48, -unit * 0.48, unit * 0.96, unit * 0.96), unit * 0.07, unit * 0.07);
    painter->setBrush(QColor(0x14171b));
    painter->drawEllipse(QPointF(0, 0), unit * 0.42, unit * 0.42);
    // Four marks around the stick's way.
    painter->setPen(QPen(QColor(255, 255, 255, 90), unit * 0.02, Qt::SolidLine, Qt::RoundCap));
    for (int side = 0; side < 4; ++side) {
        painter->drawLine(QPointF(0, -unit * 0.36), QPointF(0, -unit * 0.39));
        painter->rotate(90);
    }
    const QPointF cap(view().value("x") * reach(), -view().value("y") * reach());
    painter->setPen(QPen(QColor(0x3a4048), unit * 0.14, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(0, 0), cap);
    const bool down = view().value("pressed") > 0;
    QRadialGradient dome(cap - QPointF(unit * 0.06, unit * 0.08), unit * 0.3);
    dome.setColorAt(0, down ? QColor(0x4a515b) : QColor(0x666e79));
    dome.setColorAt(1, down ? QColor(0x23272d) : QColor(0x2d323a));
    painter->setPen(QPen(QColor(0, 0, 0, 150), unit * 0.012));
    painter->setBrush(dome);
    const double radius = unit * (down ? 0.2 : 0.215);
    painter->drawEllipse(cap, radius, radius);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(down ? QColor(0xffb340) : QColor(255, 255, 255, 40), unit * 0.016));
    painter->drawEllipse(cap, radius * 0.72, radius * 0.72);
}

}  // namespace coroboard::gui
