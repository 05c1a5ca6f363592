// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/key_cap.h"

#include <QPainter>
#include <algorithm>

#include "board_view/module_drawing.h"

namespace coroboard::gui {

namespace {

constexpr double shareOfPart = 0.34;
constexpr double smallest = 12;
constexpr double largest = 24;               // in the picture's units

}  // namespace

KeyCap::KeyCap(const QString& key, QPointF corner, QGraphicsItem& part)
    : QGraphicsItem(&part), m_key(key), m_height(std::clamp(2 * corner.x() * shareOfPart, smallest, largest))
{
    setPos(corner);
    setRotation(-part.rotation());
    setAcceptedMouseButtons(Qt::NoButton);
}

QRectF KeyCap::boundingRect() const
{
    const double width = m_height * (m_key.size() > 1 ? 2.4 : 1);
    return QRectF(-width / 2, -m_height / 2, width, m_height).adjusted(-1, -1, 1, 1);
}

void KeyCap::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF cap = boundingRect().adjusted(1, 1, -1, -1);
    painter->setPen(QPen(QColor(0x3c424c), m_height * 0.06));
    painter->setBrush(QColor(0xaab2bd));
    painter->drawRoundedRect(cap, m_height * 0.2, m_height * 0.2);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0xf2f5f8));
    painter->drawRoundedRect(cap.adjusted(m_height * 0.09, m_height * 0.05, -m_height * 0.09, -m_height * 0.17), m_height * 0.15, m_height * 0.15);
    paintPrint(*painter, cap.adjusted(m_height * 0.2, 0, -m_height * 0.2, -m_height * 0.12), m_key, QColor(0x20242b), m_height * 0.62);
}

}  // namespace coroboard::gui
