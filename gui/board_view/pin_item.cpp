// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/pin_item.h"

#include <QPainter>

#include "transport/time_text.h"

namespace coroboard::gui {

namespace {

QString frequencyText(double hertz) { return hertz >= 10'000 ? QStringLiteral("%1 kHz").arg(hertz / 1000, 0, 'g', 4) : QStringLiteral("%1 Hz").arg(hertz, 0, 'g', 5); }

}  // namespace

PinItem::PinItem(const board::PinProfile& profile, double radius) : m_profile(profile), m_radius(radius)
{
    setPos(profile.place.x, profile.place.y);
    setAcceptHoverEvents(true);
    setZValue(5);
    setObjectName(name());
}

void PinItem::show(const simulation::PinSnapshot& pin, time::VirtualTime now)
{
    const bool seen = pin.level != m_pin.level || pin.function != m_pin.function;
    m_pin = pin;
    m_now = now;
    if (seen) update();
}

QString PinItem::summary(const std::optional<Wave>& wave) const
{
    QString text = QStringLiteral("<b>%1</b>").arg(name());
    for (const std::string& alias : m_profile.aliases) text += QStringLiteral(" · ") + QString::fromStdString(alias).toHtmlEscaped();
    const QString function = m_pin.function.empty() ? tr("not used by the program") : QString::fromStdString(m_pin.function);
    text += QStringLiteral("<br>") + function;
    if (wave && wave->frequency > 0) text += QStringLiteral(" · %1 · %2 %").arg(frequencyText(wave->frequency)).arg(wave->duty * 100, 0, 'f', 1);
    text += QStringLiteral("<br>") + (m_pin.level ? tr("high") : tr("low")) +
            QStringLiteral(" · %1 mV").arg(m_pin.millivolts, 0, 'f', 0);
    if (m_pin.lastEdge)
        text += QStringLiteral("<br>") + tr("last edge at %1 (%2 ago)").arg(clockText(*m_pin.lastEdge), durationText(m_now - *m_pin.lastEdge));
    for (const QString& part : m_connected) text += QStringLiteral("<br>→ ") + part.toHtmlEscaped();
    return text;
}

QRectF PinItem::boundingRect() const
{
    const double reach = m_radius * 1.6;
    return QRectF(-reach, -reach, 2 * reach, 2 * reach);
}

void PinItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const bool used = !m_pin.function.empty();
    if (!used && !m_hovered) return;
    painter->setRenderHint(QPainter::Antialiasing);
    if (used) {
        painter->setPen(QPen(QColor(0, 0, 0, 120), m_radius * 0.2));
        painter->setBrush(m_pin.level ? QColor(0xffc04d) : QColor(0x3a4250));
        painter->drawEllipse(QPointF(0, 0), m_radius * 0.72, m_radius * 0.72);
    }
    if (!m_hovered) return;
    painter->setPen(QPen(QColor(0xffffff), m_radius * 0.28));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(QPointF(0, 0), m_radius * 1.25, m_radius * 1.25);
}

void PinItem::hoverEnterEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = true;
    update();
    Q_EMIT hovered(true);
}

void PinItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = false;
    update();
    Q_EMIT hovered(false);
}

}  // namespace coroboard::gui
