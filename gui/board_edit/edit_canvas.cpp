// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_edit/edit_canvas.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <algorithm>
#include <cmath>

#include "board_view/part_item.h"
#include "simulation/part_catalogue.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

// Knobs and switches as they stand when the board starts; what a sensor feels is not shown here.
parts::PartView atStart(const board::PartProfile& part, const parts::PartDescription& description)
{
    parts::PartView view;
    view.model = part.model;
    for (const auto& control : description.controls) {
        if (!control.quantity.empty()) return {};
        const auto given = part.controls.find(control.id);
        const double value = given == part.controls.end() ? control.initial : given->second;
        view.controls.push_back({control.id, value, value, std::nullopt});
        view.values.push_back({control.id, value});
    }
    return view;
}

}  // namespace

EditCanvas::EditCanvas(BoardEditor& editor, QWidget* parent)
    : BoardCanvas(parent), m_editor(editor), m_rotate(new QAction(icon(QStringLiteral("rotate")), tr("&Rotate the part"), this)),
      m_duplicate(new QAction(icon(QStringLiteral("duplicate")), tr("D&uplicate the part"), this)),
      m_remove(new QAction(icon(QStringLiteral("clear")), tr("Re&move the part or wire"), this))
{
    setAccessibleName(tr("Board in edit mode"));
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    const auto prepare = [this](QAction* action, const char* name, const QList<QKeySequence>& keys, auto slot) {
        action->setObjectName(QLatin1String(name));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    prepare(m_rotate, "rotatePart", {QKeySequence("R")}, [this] { m_editor.turnSelected(90); });
    prepare(m_duplicate, "duplicatePart", {QKeySequence("Ctrl+D")}, [this] { m_editor.duplicateSelected(); });
    prepare(m_remove, "removePart", {QKeySequence("Del"), QKeySequence("Backspace")}, [this] { m_editor.removeSelected(); });
    connect(&m_editor, &BoardEditor::opened, this, &EditCanvas::layOutBoard);
    connect(&m_editor, &BoardEditor::changed, this, &EditCanvas::layOutParts);
    connect(&m_editor, &BoardEditor::selectionChanged, this, [this] {
        updateActions();
        viewport()->update();
    });
    updateActions();
}

void EditCanvas::updateActions()
{
    const bool parts = !m_editor.selection().isEmpty();
    m_rotate->setEnabled(parts);
    m_duplicate->setEnabled(parts);
    m_remove->setEnabled(parts || m_editor.selectedWire());
}

void EditCanvas::layOutBoard()
{
    m_items.clear();
    m_ghost = nullptr;
    layOut(m_editor.isOpen() ? m_editor.profile() : board::BoardProfile{});
    layOutParts();
}

PartItem* EditCanvas::makeItem(const board::PartProfile& part)
{
    const auto* description = simulation::describeModel(part.model);
    PartItem* item = makePartItem(part, description);
    if (description) item->show(atStart(part, *description));
    item->unsetCursor();
    item->setAcceptHoverEvents(false);
    scene()->addItem(item);
    return item;
}

// What the mouse has in the hand may be gone after a change of the draft: Delete and Undo work while the button is down.
void EditCanvas::letGo()
{
    m_doing = Doing::Nothing;
    m_moved = {};
    m_grip.clear();
    m_pulledPad.reset();
    m_pulledPin.clear();
}

void EditCanvas::layOutParts()
{
    letGo();
    m_under = {};
    tellAt({}, {}, 0);
    qDeleteAll(std::exchange(m_items, {}));
    m_pads.clear();
    m_wires.clear();
    if (m_editor.isOpen()) {
        for (const auto& part : m_editor.profile().parts) m_items.insert(QString::fromStdString(part.id), makeItem(part));
        m_pinRadius = pinRadius(m_editor.profile());
        layOutWires(m_editor.profile());
    }
    updateActions();
    viewport()->update();
}

void EditCanvas::layOutWires(const board::BoardProfile& profile)
{
    m_pads = padsOf(profile);
    m_wires = wiresOf(profile, m_pads);
}

const Pad* EditCanvas::padOf(const board::PartPin& pin) const
{
    const auto found = std::find_if(m_pads.begin(), m_pads.end(), [&](const Pad& pad) { return pad.part == pin.part && pad.pin.id == pin.pin; });
    return found == m_pads.end() ? nullptr : &*found;
}

QPoint EditCanvas::placeOfPart(const QString& part) const { return placeOf(m_items.value(part)); }

QPoint EditCanvas::placeOfPad(const QString& part, const QString& pin) const
{
    return mapFromScene(padOf({part.toStdString(), pin.toStdString()})->place);
}

QPoint EditCanvas::placeOfPin(const QString& pin) const
{
    const auto& place = m_editor.profile().pin(pin.toStdString())->place;
    return mapFromScene(QPointF(place.x, place.y));
}

EditCanvas::Target EditCanvas::targetAt(QPoint at) const
{
    Target target;
    if (!m_editor.isOpen()) return target;
    const QPointF place = mapToScene(at);
    const auto within = [&](QPointF middle, double radius) { return QLineF(middle, place).length() <= std::max(radius, 7 * pixel()); };
    for (const Pad& pad : m_pads)
        if (within(pad.place, pad.radius * 1.3) && (!target.pad || QLineF(pad.place, place).length() < QLineF(target.pad->place, place).length())) target.pad = &pad;
    if (target.pad) return target;
    for (const auto& part : m_editor.profile().parts) {
        const QString id = QString::fromStdString(part.id);
        const PartItem* item = m_items.value(id);
        if (item && item->body().contains(item->mapFromScene(place))) target.part = id;
    }
    if (!target.part.isEmpty()) return target;
    for (const auto& pin : m_editor.profile().pins)
        if (within({pin.place.x, pin.place.y}, m_pinRadius * 1.3)) return {nullptr, {}, &pin, nullptr};
    QPainterPathStroker stroker;
    stroker.setWidth(std::max(6.0, 9 * pixel()));
    for (const DrawnWire& wire : m_wires)
        if (stroker.createStroke(wire.path).contains(place)) target.wire = &m_pads[wire.pad];
    return target;
}

QPointF EditCanvas::snapped(QPointF place) const
{
    const double grid = m_editor.grid();
    return {std::round(place.x() / grid) * grid, std::round(place.y() / grid) * grid};
}

void EditCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_editor.isOpen()) return BoardCanvas::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    tellAt({}, {}, 0);
    letGo();
    m_from = m_now = mapToScene(event->position().toPoint());
    const Target target = targetAt(event->position().toPoint());
    const bool adding = event->modifiers().testFlag(Qt::ControlModifier);
    if (target.pad || target.pin) {
        m_doing = Doing::Wiring;
        if (target.pad) m_pulledPad = board::PartPin{target.pad->part, target.pad->pin.id};
        if (target.pin) m_pulledPin = QString::fromStdString(target.pin->name);
    } else if (!target.part.isEmpty()) {
        QStringList selection = m_editor.selection();
        if (adding && selection.removeOne(target.part)) return m_editor.select(selection);
        if (adding)
            selection.append(target.part);
        else if (!selection.contains(target.part))
            selection = {target.part};
        m_grip = target.part;
        m_doing = Doing::Moving;
        m_editor.select(selection);
    } else if (target.wire) {
        m_editor.selectWire({target.wire->part, target.wire->pin.id});
    } else {
        m_doing = Doing::Framing;
        if (!adding) m_editor.select({});
    }
    viewport()->update();
}

// Shows the selection where the pointer has it; the draft changes when it is let go.
void EditCanvas::moveTo(QPoint at)
{
    const auto& grip = m_editor.profile().part(m_grip.toStdString())->place;
    const QPointF start(grip.x, grip.y);
    m_under = {};
    m_moved = mapToScene(at) == m_from ? QPointF() : snapped(start + mapToScene(at) - m_from) - start;
    board::BoardProfile shown = m_editor.profile();
    for (auto& part : shown.parts) {
        const QString id = QString::fromStdString(part.id);
        if (!m_editor.selection().contains(id)) continue;
        part.place = {part.place.x + m_moved.x(), part.place.y + m_moved.y()};
        m_items.value(id)->setPos(part.place.x, part.place.y);
    }
    layOutWires(shown);
}

void EditCanvas::mouseMoveEvent(QMouseEvent* event)
{
    BoardCanvas::mouseMoveEvent(event);
    const QPoint at = event->position().toPoint();
    m_now = mapToScene(at);
    if (m_doing == Doing::Moving && (m_moved != QPointF() || QLineF(mapFromScene(m_from), at).length() > 3)) moveTo(at);
    if (m_doing != Doing::Moving) m_under = targetAt(at);
    if (m_doing == Doing::Nothing) explain(m_under);
    viewport()->update();
}

void EditCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return BoardCanvas::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    m_now = mapToScene(at);
    const Doing done = std::exchange(m_doing, Doing::Nothing);
    if (done == Doing::Moving && m_moved != QPointF()) m_editor.moveSelected(m_moved);
    if (done == Doing::Wiring) finishWire(at);
    if (done == Doing::Framing && m_from != m_now) {
        QStringList framed = event->modifiers().testFlag(Qt::ControlModifier) ? m_editor.selection() : QStringList();
        for (auto item = m_items.begin(); item != m_items.end(); ++item)
            if (QRectF(m_from, m_now).normalized().contains(item.value()->pos()) && !framed.contains(item.key())) framed.append(item.key());
        framed.sort();
        m_editor.select(framed);
    }
    viewport()->update();
}

void EditCanvas::finishWire(QPoint at)
{
    const Target end = targetAt(at);
    const std::optional<board::PartPin> pad = end.pad ? std::optional(board::PartPin{end.pad->part, end.pad->pin.id}) : std::nullopt;
    const auto pulledPad = std::exchange(m_pulledPad, std::nullopt);
    const QString pulledPin = std::exchange(m_pulledPin, {});
    if (pulledPad && end.pin) return m_editor.wire(*pulledPad, QString::fromStdString(end.pin->name));
    if (!pulledPin.isEmpty() && pad) return m_editor.wire(*pad, pulledPin);
    if (pulledPad && pad && *pad != *pulledPad) return m_editor.join(*pulledPad, *pad);
    // A click on a pad selects its wire, or its part.
    if (!pulledPad || pad != pulledPad) return;
    if (end.pad->wire.empty())
        m_editor.select({QString::fromStdString(end.pad->part)});
    else
        m_editor.selectWire(*pad);
}

void EditCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
    if (m_doing == Doing::Moving) Q_EMIT inspectAsked();
}

void EditCanvas::leaveEvent(QEvent* event)
{
    BoardCanvas::leaveEvent(event);
    m_under = {};
    tellAt({}, {}, 0);
    viewport()->update();
}

void EditCanvas::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : m_editor.isOpen() ? m_editor.grid() : 0;
    const auto move = [&](double x, double y) {
        if (!m_editor.selection().isEmpty()) m_editor.moveSelected({x * step, y * step});
    };
    switch (event->key()) {
    case Qt::Key_Left: return move(-1, 0);
    case Qt::Key_Right: return move(1, 0);
    case Qt::Key_Up: return move(0, -1);
    case Qt::Key_Down: return move(0, 1);
    case Qt::Key_Escape:
        if (m_doing == Doing::Nothing) m_editor.select({});
        return layOutParts();
    case Qt::Key_A:
        if (event->modifiers() == Qt::ControlModifier) return m_editor.select(QStringList(m_items.keyBegin(), m_items.keyEnd()));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT inspectAsked(); return;
    default: break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void EditCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    const Target target = targetAt(event->pos());
    if (!target.part.isEmpty() && !m_editor.selection().contains(target.part)) m_editor.select({target.part});
    if (target.wire) m_editor.selectWire({target.wire->part, target.wire->pin.id});
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_rotate, m_duplicate, m_remove});
    menu->popup(event->globalPos());
}

void EditCanvas::addInMiddle(const QString& model)
{
    if (m_editor.isOpen()) m_editor.add(model, snapped(mapToScene(viewport()->rect().center())));
}

void EditCanvas::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_editor.isOpen() || !event->mimeData()->hasFormat(QLatin1String(partMimeType))) return event->ignore();
    board::PartProfile part;
    part.model = event->mimeData()->data(QLatin1String(partMimeType)).toStdString();
    part.id = part.model;
    std::tie(part.width, part.height) = m_editor.draft().sizeFor(part.model);
    const QPointF at = snapped(mapToScene(event->position().toPoint()));
    part.place = {at.x(), at.y()};
    m_ghost = makeItem(part);
    m_ghost->setOpacity(0.6);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void EditCanvas::dragMoveEvent(QDragMoveEvent* event)
{
    if (m_ghost) m_ghost->setPos(snapped(mapToScene(event->position().toPoint())));
    event->accept();
}

void EditCanvas::dragLeaveEvent(QDragLeaveEvent*) { delete std::exchange(m_ghost, nullptr); }

void EditCanvas::dropEvent(QDropEvent* event)
{
    delete std::exchange(m_ghost, nullptr);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_editor.add(QString::fromUtf8(event->mimeData()->data(QLatin1String(partMimeType))), snapped(mapToScene(event->position().toPoint())));
    setFocus();
}

}  // namespace coroboard::gui
