// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/knob_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QGraphicsSceneWheelEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace coroboard::gui {

namespace {

constexpr double sweep = 270;
constexpr double ringShare = 0.42;
constexpr double wheelStep = 0.02;

double degreesOf(QPointF at) { return std::atan2(at.y(), at.x()) * 180 / std::numbers::pi; }

}  // namespace

KnobItem::KnobItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(48, 48))
{
    setCursor(Qt::OpenHandCursor);
}

double KnobItem::share() const
{
    if (m_dragging) return m_dragged;
    if (!control() || !controlView() || control()->maximum <= control()->minimum) return 0;
    return std::clamp((controlView()->value - control()->minimum) / (control()->maximum - control()->minimum), 0.0, 1.0);
}

void KnobItem::turnTo(double share)
{
    if (!control()) return;
    const double step = control()->step > 0 ? control()->step : 1e-3;
    const double span = control()->maximum - control()->minimum;
    const double value = control()->minimum + std::round(std::clamp(share, 0.0, 1.0) * span / step) * step;
    Q_EMIT moved(QString::fromStdString(control()->id), std::clamp(value, control()->minimum, control()->maximum));
}

void KnobItem::viewChanged(const parts::PartView& before)
{
    const auto value = [](const parts::PartView& v) { return v.controls.empty() ? 0.0 : v.controls.front().value; };
    if (value(before) != value(view())) update();
}

void KnobItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_dragged = share();
    m_dragging = true;
    m_lastAngle = degreesOf(event->pos());
    setCursor(Qt::ClosedHandCursor);
}

void KnobItem::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    const double angle = degreesOf(event->pos());
    const double turned = std::remainder(angle - m_lastAngle, 360);
    m_lastAngle = angle;
    m_dragged = std::clamp(m_dragged + turned / sweep, 0.0, 1.0);
    turnTo(m_dragged);
    update();
}

void KnobItem::mouseReleaseEvent(QGraphicsSceneMouseEvent*)
{
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
    update();
}

void KnobItem::wheelEvent(QGraphicsSceneWheelEvent* event)
{
    turnTo(share() + (event->delta() > 0 ? wheelStep : -wheelStep));
    event->accept();
}

void KnobItem::paintBody(QPainter& painter) const
{
    const double unit = std::min(box().width(), box().height());
    const double ring = unit * ringShare;
    painter.setPen(QPen(QColor(0x1d5c8f), unit * 0.02));
    painter.setBrush(QColor(0x2c7cba));
    painter.drawRoundedRect(box().adjusted(unit * 0.03, unit * 0.03, -unit * 0.03, -unit * 0.03), unit * 0.08, unit * 0.08);
    painter.setPen(QPen(QColor(255, 255, 255, 80), unit * 0.035, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(-ring, -ring, 2 * ring, 2 * ring), 225 * 16, static_cast<int>(-sweep * 16));
    painter.setPen(QPen(QColor(0x9aa2ad), unit * 0.015));
    painter.setBrush(QColor(0xe9ecf0));
    painter.drawEllipse(QPointF(0, 0), unit * 0.31, unit * 0.31);
    painter.setBrush(QColor(0xd3d8de));
    painter.drawEllipse(QPointF(0, 0), unit * 0.22, unit * 0.22);
}

void KnobItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    m_body.paint(*painter, box(), [this](QPainter& still) { paintBody(still); });
    const double unit = std::min(box().width(), box().height());
    const double ring = unit * ringShare;
    painter->setPen(QPen(QColor(0xffd37a), unit * 0.045, Qt::SolidLine, Qt::RoundCap));
    if (share() > 0) painter->drawArc(QRectF(-ring, -ring, 2 * ring, 2 * ring), 225 * 16, static_cast<int>(-sweep * 16 * share()));
    painter->save();
    painter->rotate(-135 + sweep * share());
    painter->setPen(QPen(QColor(0x30353e), unit * 0.05, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(0, -unit * 0.11), QPointF(0, -unit * 0.27));
    painter->restore();
}

}  // namespace coroboard::gui
