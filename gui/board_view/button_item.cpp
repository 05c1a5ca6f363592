// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/button_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>

#include "theme/colours.h"

namespace coroboard::gui {

ButtonItem::ButtonItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(36, 36))
{
    setCursor(Qt::PointingHandCursor);
}

QString ButtonItem::controlId() const
{
    return control() ? QString::fromStdString(control()->id) : QStringLiteral("pressed");
}

bool ButtonItem::pressed() const
{
    if (const auto* state = controlView()) return state->value > 0.5;
    return view().value("pressed") > 0.5;
}

void ButtonItem::viewChanged(const parts::PartView& before)
{
    const auto down = [](const parts::PartView& v) { return v.controls.empty() ? v.value("pressed") : v.controls.front().value; };
    if (down(before) != down(view())) update();
}

bool ButtonItem::isSwitch() const { return control() && control()->kind == parts::ControlKind::Toggle; }

void ButtonItem::press()
{
    if (isSwitch()) {
        Q_EMIT moved(controlId(), pressed() ? 0 : 1);
        return;
    }
    m_latched = false;
    Q_EMIT moved(controlId(), 1);
}

void ButtonItem::release()
{
    if (!m_latched && !isSwitch()) Q_EMIT moved(controlId(), 0);
}

void ButtonItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    if (event->modifiers().testFlag(Qt::ControlModifier) && !isSwitch()) {
        m_latched = !m_latched;
        Q_EMIT moved(controlId(), m_latched ? 1 : 0);
    } else {
        press();
    }
    update();
}

void ButtonItem::mouseReleaseEvent(QGraphicsSceneMouseEvent*) { release(); }

QString ButtonItem::summary() const
{
    QString text = PartItem::summary() + QStringLiteral("<br>") + (pressed() ? tr("Pressed") : tr("Released"));
    return isSwitch() ? text : text + QStringLiteral("<br>") + tr("Ctrl-click keeps it down");
}

void ButtonItem::paintSwitch(QPainter& painter, double unit) const
{
    painter.setPen(QPen(QColor(0x2a2e35), unit * 0.03));
    painter.setBrush(QColor(0xb9bfc8));
    painter.drawRoundedRect(box(), unit * 0.1, unit * 0.1);
    const QRectF slot = box().adjusted(unit * 0.15, box().height() * 0.28, -unit * 0.15, -box().height() * 0.28);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x20242b));
    painter.drawRoundedRect(slot, unit * 0.05, unit * 0.05);
    QRectF lever(slot.left(), slot.top(), slot.width() / 2, slot.height());
    if (pressed()) lever.moveRight(slot.right());
    painter.setBrush(pressed() ? QColor(0xffd37a) : QColor(0x878e99));
    painter.drawRoundedRect(lever.adjusted(unit * 0.03, unit * 0.03, -unit * 0.03, -unit * 0.03), unit * 0.04, unit * 0.04);
}

void ButtonItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    if (isSwitch()) return paintSwitch(*painter, unit);
    const bool down = pressed();

    painter->setPen(QPen(QColor(0x2a2e35), unit * 0.03));
    painter->setBrush(QColor(0xb9bfc8));
    painter->drawRoundedRect(box().adjusted(unit * 0.03, unit * 0.03, -unit * 0.03, -unit * 0.03), unit * 0.1, unit * 0.1);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0x878e99));
    for (double x : {-1.0, 1.0})
        for (double y : {-1.0, 1.0}) painter->drawEllipse(QPointF(x * unit * 0.36, y * unit * 0.36), unit * 0.055, unit * 0.055);
    painter->setBrush(QColor(0, 0, 0, 90));
    painter->drawEllipse(QPointF(0, unit * (down ? 0.0 : 0.025)), unit * 0.32, unit * 0.32);
    painter->setBrush(down ? QColor(0x1b1e24) : QColor(0x30353e));
    painter->drawEllipse(QPointF(0, 0), unit * (down ? 0.275 : 0.3), unit * (down ? 0.275 : 0.3));
    painter->setBrush(QColor(255, 255, 255, down ? 10 : 28));
    painter->drawEllipse(QPointF(-unit * 0.05, -unit * 0.07), unit * 0.19, unit * 0.17);
    if (!m_latched) return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(QColor(0xffb340), unit * 0.06));
    painter->drawEllipse(QPointF(0, 0), unit * 0.34, unit * 0.34);
}

}  // namespace coroboard::gui
