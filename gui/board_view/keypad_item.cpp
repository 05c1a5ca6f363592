// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/keypad_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>

#include "board_view/module_drawing.h"

namespace coroboard::gui {

namespace {

constexpr int columns = 4;

}  // namespace

KeypadItem::KeypadItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(140, 150))
{
    setCursor(Qt::PointingHandCursor);
}

QRectF KeypadItem::keyBox(int number) const
{
    const double margin = box().width() * 0.07;
    const double width = (box().width() - 2 * margin) / columns;
    const double height = (box().height() - 2 * margin) / columns;
    return QRectF(box().left() + margin + number % columns * width, box().top() + margin + number / columns * height, width, height)
        .adjusted(width * 0.09, height * 0.09, -width * 0.09, -height * 0.09);
}

int KeypadItem::keyAt(QPointF at) const
{
    for (int number = 0; number < static_cast<int>(controls().size()); ++number)
        if (keyBox(number).contains(at)) return number;
    return -1;
}

bool KeypadItem::isDown(int number) const
{
    const auto at = static_cast<std::size_t>(number);
    return at < view().controls.size() && view().controls[at].value > 0;
}

void KeypadItem::viewChanged(const parts::PartView& before)
{
    for (std::size_t i = 0; i < view().controls.size(); ++i)
        if (i >= before.controls.size() || before.controls[i].value != view().controls[i].value) return update();
}

void KeypadItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    const int key = keyAt(event->pos());
    if (event->button() != Qt::LeftButton || key < 0) return event->ignore();
    const bool latch = event->modifiers().testFlag(Qt::ControlModifier) && !m_latched.remove(key);
    if (latch) m_latched.insert(key);
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        m_latched.remove(key);
        m_held = key;
    }
    Q_EMIT moved(QString::fromStdString(controls()[static_cast<std::size_t>(key)].id), latch || m_held == key ? 1 : 0);
}

void KeypadItem::mouseReleaseEvent(QGraphicsSceneMouseEvent*)
{
    if (m_held < 0) return;
    Q_EMIT moved(QString::fromStdString(controls()[static_cast<std::size_t>(m_held)].id), 0);
    m_held = -1;
}

QString KeypadItem::summary() const { return PartItem::summary() + QStringLiteral("<br>") + tr("Ctrl-click keeps a key down"); }

void KeypadItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    painter->setPen(QPen(QColor(0x0d1013), unit * 0.015));
    painter->setBrush(QColor(0x23282f));
    painter->drawRoundedRect(box(), unit * 0.05, unit * 0.05);
    for (int number = 0; number < static_cast<int>(controls().size()); ++number) {
        const QRectF key = keyBox(number);
        const bool down = isDown(number);
        const bool accent = number % columns == columns - 1 || number >= 12;
        QColor colour = number % columns == columns - 1 ? QColor(0xb5433a) : accent ? QColor(0x3f6fb0) : QColor(0x4a78b8);
        painter->setPen(QPen(m_latched.contains(number) ? QColor(0xffb340) : colour.darker(170), unit * 0.012));
        painter->setBrush(down ? colour.darker(160) : colour);
        painter->drawRoundedRect(down ? key.adjusted(unit * 0.006, unit * 0.006, -unit * 0.006, -unit * 0.006) : key, unit * 0.03, unit * 0.03);
        paintPrint(*painter, key, QString::fromStdString(controls()[static_cast<std::size_t>(number)].label), QColor(0xf7fafc), key.height() * 0.62);
    }
}

}  // namespace coroboard::gui
