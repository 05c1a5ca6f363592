// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/board_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWheelEvent>
#include <algorithm>

#include "board_view/part_item.h"
#include "board_view/wires.h"
#include "simulation/part_catalogue.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

QStringList connectedTo(const board::BoardProfile& profile, const std::string& pin)
{
    QStringList parts;
    for (const auto& part : profile.parts)
        for (const auto& [name, wire] : part.wires)
            if (wire == pin) parts.append(QStringLiteral("%1: %2").arg(QString::fromStdString(part.label.empty() ? part.id : part.label), QString::fromStdString(name)));
    return parts;
}

}  // namespace

BoardView::BoardView(QWidget* parent) : BoardCanvas(parent) { setAccessibleName(tr("Board")); }

void BoardView::setBoard(const board::BoardProfile& profile)
{
    m_explained = nullptr;
    m_held.clear();
    m_parts.clear();
    m_pins.clear();
    layOut(profile);
    m_wires = new WiresItem(profile);
    scene()->addItem(m_wires);
    setWiresShown(m_wiresShown);
    const double radius = pinRadius(profile);
    for (const auto& pin : profile.pins) {
        auto* item = new PinItem(pin, radius);
        scene()->addItem(item);
        m_pins.insert(item->name(), item);
        item->setConnected(connectedTo(profile, pin.name));
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
    m_signals = snapshot.signals;
    if (m_explained) showBubble();
}

void BoardView::setWiresShown(WiresShown shown)
{
    m_wiresShown = shown;
    if (m_wires) m_wires->setVisible(shown == WiresShown::Yes);
}

void BoardView::zoomed()
{
    setDragMode(fitted() ? QGraphicsView::NoDrag : QGraphicsView::ScrollHandDrag);
    viewport()->unsetCursor();
}

// Words do not cover what is in the hand.
void BoardView::mousePressEvent(QMouseEvent* event)
{
    BoardCanvas::mousePressEvent(event);
    tellAt({}, {}, 0);
}

void BoardView::mouseReleaseEvent(QMouseEvent* event)
{
    BoardCanvas::mouseReleaseEvent(event);
    if (m_explained) showBubble();
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

// What the recording says of it last; a pin that has a level has no wave.
std::optional<PinItem::Wave> BoardView::waveOf(const PinItem& pin) const
{
    const int signal = m_signals.signals ? m_signals.find(pin.name().toStdString() + "_pwm") : -1;
    if (signal < 0) return {};
    const auto& view = m_signals.views[static_cast<std::size_t>(signal)];
    if (view.empty()) return {};
    const auto last = view.change(view.end() - 1, static_cast<std::size_t>(signal));
    return last.frequency > 0 ? std::optional(PinItem::Wave{last.frequency, last.value}) : std::nullopt;
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
    if (QApplication::mouseButtons() != Qt::NoButton) return;
    QString text;
    if (const auto* pin = dynamic_cast<const PinItem*>(m_explained)) text = pin->summary(waveOf(*pin));
    const auto* part = dynamic_cast<const PartItem*>(m_explained);
    if (part) text = part->summary();
    const QRectF around = part ? part->mapRectToScene(part->body()) : m_explained->sceneBoundingRect();
    tellAt(text, mapFromScene(around).boundingRect(), spacing::normal);
}

}  // namespace coroboard::gui
