// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/board_view.h"

#include <QKeyEvent>
#include <QWheelEvent>
#include <algorithm>

#include "board_view/part_item.h"
#include "board_view/pin_item.h"
#include "simulation/part_catalogue.h"
#include "theme/theme.h"

namespace coroboard::gui {

BoardView::BoardView(QWidget* parent) : BoardCanvas(parent) { setAccessibleName(tr("Board")); }

void BoardView::setBoard(const board::BoardProfile& profile)
{
    m_explained = nullptr;
    m_held.clear();
    m_parts.clear();
    m_pins.clear();
    layOut(profile);
    const double radius = pinRadius(profile);
    for (const auto& pin : profile.pins) {
        auto* item = new PinItem(pin, radius);
        scene()->addItem(item);
        m_pins.insert(item->name(), item);
        connect(item, &PinItem::hovered, this, [this, item](bool inside) { explain(inside ? item : nullptr); });
    }
    for (const auto& part : profile.parts) {
        PartItem* item = makePartItem(part, simulation::describeModel(part.model));
        scene()->addItem(item);
        m_parts.insert(item->id(), item);
        connect(item, &PartItem::hovered, this, [this, item](bool inside) { explain(inside ? item : nullptr); });
        connect(item, &PartItem::moved, this,
                [this, id = item->id()](const QString& control, double value) { Q_EMIT moved(id, control, value); });
    }
}

void BoardView::show(const simulation::Snapshot& snapshot)
{
    for (const auto& part : snapshot.parts)
        if (PartItem* item = m_parts.value(QString::fromStdString(part.id))) item->show(part.view);
    for (const auto& pin : snapshot.pins)
        if (PinItem* item = m_pins.value(QString::fromStdString(pin.name))) item->show(pin, snapshot.now);
    if (m_explained) showBubble();
}

void BoardView::zoomed()
{
    setDragMode(fitted() ? QGraphicsView::NoDrag : QGraphicsView::ScrollHandDrag);
    viewport()->unsetCursor();
}

void BoardView::wheelEvent(QWheelEvent* event)
{
    // A knob or a sensor under the pointer takes the wheel, unless Ctrl says it is meant for the picture.
    const QGraphicsItem* under = itemAt(event->position().toPoint());
    const auto* part = under ? dynamic_cast<const PartItem*>(under->toGraphicsObject()) : nullptr;
    if (part && part->takesWheel() && !event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    BoardCanvas::wheelEvent(event);
}

PartItem* BoardView::partOfKey(const QKeyEvent& event) const
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) return nullptr;
    const QString typed = QKeySequence(event.key()).toString();
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const PartItem* part) {
        return !part->key().isEmpty() && part->key().compare(typed, Qt::CaseInsensitive) == 0;
    });
    return found == m_parts.end() ? nullptr : *found;
}

void BoardView::keyPressEvent(QKeyEvent* event)
{
    PartItem* part = partOfKey(*event);
    if (!part) return QGraphicsView::keyPressEvent(event);
    if (!event->isAutoRepeat() && !m_held.contains(part)) {
        m_held.append(part);
        part->press();
    }
    event->accept();
}

void BoardView::keyReleaseEvent(QKeyEvent* event)
{
    PartItem* part = partOfKey(*event);
    if (!part) return QGraphicsView::keyReleaseEvent(event);
    if (!event->isAutoRepeat() && m_held.removeOne(part)) part->release();
    event->accept();
}

void BoardView::focusOutEvent(QFocusEvent* event)
{
    // A key released elsewhere would never be seen: nothing may stay pressed.
    for (PartItem* part : std::exchange(m_held, {})) part->release();
    QGraphicsView::focusOutEvent(event);
}

void BoardView::explain(QGraphicsItem* item)
{
    m_explained = item;
    if (item)
        showBubble();
    else
        tellAt({}, {}, 0);
}

void BoardView::showBubble()
{
    QString text;
    if (const auto* pin = dynamic_cast<const PinItem*>(m_explained)) text = pin->summary();
    const auto* part = dynamic_cast<const PartItem*>(m_explained);
    if (part) text = part->summary();
    const QRect around = mapFromScene(m_explained->sceneBoundingRect()).boundingRect();
    tellAt(text, around, part && part->zValue() >= 10 ? -around.width() / 3 : spacing::normal);
}

}  // namespace coroboard::gui
