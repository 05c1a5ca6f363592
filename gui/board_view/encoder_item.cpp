// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/encoder_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QGraphicsSceneWheelEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace coroboard::gui {

namespace {

constexpr double detentDegrees = 18;
constexpr double middleShare = 0.2;  // the radius that presses, of the part's size

double degreesOf(QPointF at) { return std::atan2(at.y(), at.x()) * 180 / std::numbers::pi; }

}  // namespace

EncoderItem::EncoderItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(60, 60))
{
    setCursor(Qt::OpenHandCursor);
}

void EncoderItem::press() { Q_EMIT moved(QStringLiteral("pressed"), 1); }

void EncoderItem::release() { Q_EMIT moved(QStringLiteral("pressed"), 0); }

void EncoderItem::turnBy(int detents)
{
    if (detents == 0 || !control() || !controlView()) return;
    // A hand may be faster than the views.
    const double from = m_asked.empty() ? controlView()->value : m_asked.back();
    const double wanted = std::clamp(from + detents, control()->minimum, control()->maximum);
    if (wanted == from) return;
    m_asked.push_back(wanted);
    Q_EMIT moved(QString::fromStdString(control()->id), wanted);
}

void EncoderItem::viewChanged(const parts::PartView& before)
{
    if (controlView() && !before.controls.empty() && before.controls.front().value != controlView()->value) {
        // One that was not asked for here: somebody else has it in the hand.
        const auto seen = std::find(m_asked.rbegin(), m_asked.rend(), controlView()->value);
        m_asked.erase(m_asked.begin(), seen == m_asked.rend() ? m_asked.end() : seen.base());
    }
    if (before.value("angle") != view().value("angle") || before.value("pressed") != view().value("pressed")) update();
}

void EncoderItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_pressing = std::hypot(event->pos().x(), event->pos().y()) < middleShare * std::min(box().width(), box().height());
    m_lastAngle = degreesOf(event->pos());
    m_turned = 0;
    if (m_pressing) return press();
    setCursor(Qt::ClosedHandCursor);
}

void EncoderItem::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    if (m_pressing) return;
    const double angle = degreesOf(event->pos());
    m_turned += std::remainder(angle - m_lastAngle, 360);
    m_lastAngle = angle;
    const int detents = static_cast<int>(m_turned / detentDegrees);
    m_turned -= detents * detentDegrees;
    turnBy(detents);
}

void EncoderItem::mouseReleaseEvent(QGraphicsSceneMouseEvent*)
{
    if (std::exchange(m_pressing, false)) release();
    setCursor(Qt::OpenHandCursor);
}

void EncoderItem::wheelEvent(QGraphicsSceneWheelEvent* event)
{
    turnBy(event->delta() > 0 ? 1 : -1);
    event->accept();
}

QString EncoderItem::summary() const
{
    QString text = PartItem::summary();
    if (view().value("pressed") > 0) text += QStringLiteral("<br>") + tr("Pressed");
    return text + QStringLiteral("<br>") + tr("Drag to turn, click the middle to press");
}

void EncoderItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    const bool down = view().value("pressed") > 0;
    painter->setPen(QPen(QColor(0x6f757d), unit * 0.015));
    painter->setBrush(QColor(0xb9bfc6));
    painter->drawRoundedRect(QRectF(-unit * 0.42, -unit * 0.42, unit * 0.84, unit * 0.84), unit * 0.08, unit * 0.08);
    painter->save();
    painter->rotate(view().value("angle"));
    QRadialGradient side(0, 0, unit * 0.4);
    side.setColorAt(0.7, QColor(0x2a2e35));
    side.setColorAt(1, QColor(0x14171b));
    painter->setPen(Qt::NoPen);
    painter->setBrush(side);
    painter->drawEllipse(QPointF(0, 0), unit * 0.38, unit * 0.38);
    painter->setPen(QPen(QColor(0, 0, 0, 150), unit * 0.018));
    constexpr int ribs = 30;
    for (int i = 0; i < ribs; ++i) {
        painter->drawLine(QPointF(0, -unit * 0.33), QPointF(0, -unit * 0.375));
        painter->rotate(360.0 / ribs);
    }
    painter->setPen(QPen(QColor(0xffd37a), unit * 0.035, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(0, -unit * 0.25), QPointF(0, -unit * 0.31));
    painter->restore();
    painter->setPen(QPen(QColor(255, 255, 255, 40), unit * 0.012));
    painter->setBrush(down ? QColor(0x22262b) : QColor(0x3a4048));
    const double top = unit * (down ? 0.19 : 0.205);
    painter->drawEllipse(QPointF(0, 0), top, top);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(255, 255, 255, down ? 8 : 24));
    painter->drawEllipse(QPointF(-unit * 0.04, -unit * 0.06), unit * 0.12, unit * 0.1);
}

}  // namespace coroboard::gui
