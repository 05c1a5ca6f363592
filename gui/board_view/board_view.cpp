// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/board_view.h"

#include <QKeyEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "board_view/part_item.h"
#include "board_view/picture_item.h"
#include "board_view/pin_item.h"
#include "simulation/part_catalogue.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr double zoomStep = 1.2;
constexpr double furthest = 0.1;
constexpr double closest = 24;
// How large the dot of a pin is beside the distance to its nearest neighbour.
constexpr double pinShare = 0.3;

double pinRadius(const board::BoardProfile& profile)
{
    double nearest = profile.pictureWidth / 20;
    for (std::size_t i = 0; i < profile.pins.size(); ++i)
        for (std::size_t k = i + 1; k < profile.pins.size(); ++k) {
            const double distance = std::hypot(profile.pins[i].place.x - profile.pins[k].place.x,
                                               profile.pins[i].place.y - profile.pins[k].place.y);
            if (distance > 0) nearest = std::min(nearest, distance);
        }
    return nearest * pinShare;
}

}  // namespace

BoardView::BoardView(QWidget* parent) : QGraphicsView(parent), m_bubble(new QLabel(viewport()))
{
    setScene(&m_scene);
    setAccessibleName(tr("Board"));
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setResizeAnchor(QGraphicsView::AnchorViewCenter);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setMinimumSize(200, 150);
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_bubble->setObjectName(QStringLiteral("bubble"));
    m_bubble->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_bubble->setTextFormat(Qt::RichText);
    m_bubble->hide();
    dress();
}

void BoardView::setBoard(const board::BoardProfile& profile)
{
    m_explained = nullptr;
    m_bubble->hide();
    m_held.clear();
    m_parts.clear();
    m_pins.clear();
    m_scene.clear();
    const QSizeF size(std::max(1.0, profile.pictureWidth), std::max(1.0, profile.pictureHeight));
    m_scene.addItem(new PictureItem(QString::fromStdString(profile.picture.string()), size));
    const double radius = pinRadius(profile);
    for (const auto& pin : profile.pins) {
        auto* item = new PinItem(pin, radius);
        m_scene.addItem(item);
        m_pins.insert(item->name(), item);
        connect(item, &PinItem::hovered, this, [this, item](bool inside) { explain(inside ? item : nullptr); });
    }
    for (const auto& part : profile.parts) {
        PartItem* item = makePartItem(part, simulation::describeModel(part.model));
        m_scene.addItem(item);
        m_parts.insert(item->id(), item);
        connect(item, &PartItem::hovered, this, [this, item](bool inside) { explain(inside ? item : nullptr); });
        connect(item, &PartItem::moved, this,
                [this, id = item->id()](const QString& control, double value) { Q_EMIT moved(id, control, value); });
    }
    const double margin = size.width() * 0.03;
    m_scene.setSceneRect(QRectF(QPointF(0, 0), size).adjusted(-margin, -margin, margin, margin));
    fit();
}

void BoardView::show(const simulation::Snapshot& snapshot)
{
    for (const auto& part : snapshot.parts)
        if (PartItem* item = m_parts.value(QString::fromStdString(part.id))) item->show(part.view);
    for (const auto& pin : snapshot.pins)
        if (PinItem* item = m_pins.value(QString::fromStdString(pin.name))) item->show(pin, snapshot.now);
    if (m_explained) showBubble();
}

QPoint BoardView::placeOf(const QGraphicsItem* item) const { return mapFromScene(item->scenePos()); }

void BoardView::zoomIn() { zoomBy(zoomStep); }

void BoardView::zoomOut() { zoomBy(1 / zoomStep); }

void BoardView::fit()
{
    m_fitted = true;
    refit();
}

void BoardView::refit()
{
    setDragMode(QGraphicsView::NoDrag);
    fitInView(m_scene.sceneRect(), Qt::KeepAspectRatio);
}

void BoardView::zoomBy(double factor)
{
    const double scaleNow = transform().m11();
    const double wanted = std::clamp(scaleNow * factor, furthest, closest);
    scale(wanted / scaleNow, wanted / scaleNow);
    m_fitted = false;
    setDragMode(QGraphicsView::ScrollHandDrag);
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
    if (event->angleDelta().y() != 0) zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void BoardView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitted) refit();
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

void BoardView::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) dress();
}

void BoardView::dress()
{
    setBackgroundBrush(coloursFor(palette()).sunken);
}

void BoardView::drawBackground(QPainter* painter, const QRectF& rect)
{
    painter->fillRect(rect, backgroundBrush());
    // The board's shadow on its ground.
    const double reach = m_scene.sceneRect().width() * 0.012;
    const QRectF board = m_scene.sceneRect().adjusted(reach * 2.5, reach * 2.5, -reach * 2.5, -reach * 2.5);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0, 0, 0, 5));
    constexpr int rings = 10;
    for (int ring = rings; ring > 0; --ring) {
        const double grow = reach * 1.6 * ring / rings;
        painter->drawRoundedRect(board.adjusted(-grow, -grow + reach / 2, grow, grow + reach / 2), 2 * reach + grow, 2 * reach + grow);
    }
}

void BoardView::explain(QGraphicsItem* item)
{
    m_explained = item;
    if (item)
        showBubble();
    else
        m_bubble->hide();
}

void BoardView::showBubble()
{
    QString text;
    if (const auto* pin = dynamic_cast<const PinItem*>(m_explained)) text = pin->summary();
    if (const auto* part = dynamic_cast<const PartItem*>(m_explained)) text = part->summary();
    if (m_bubble->text() != text) {
        m_bubble->setText(text);
        m_bubble->adjustSize();
    }
    const QRect around = mapFromScene(m_explained->sceneBoundingRect()).boundingRect();
    const auto* part = dynamic_cast<const PartItem*>(m_explained);
    const int away = part && part->zValue() >= 10 ? -around.width() / 3 : spacing::normal;
    QPoint corner(around.right() + away, around.center().y() - m_bubble->height() / 2);
    if (corner.x() + m_bubble->width() > viewport()->width()) corner.setX(around.left() - away - m_bubble->width());
    corner.setX(std::clamp(corner.x(), 0, std::max(0, viewport()->width() - m_bubble->width())));
    corner.setY(std::clamp(corner.y(), 0, std::max(0, viewport()->height() - m_bubble->height())));
    if (m_bubble->pos() != corner) m_bubble->move(corner);
    m_bubble->show();
    m_bubble->raise();
}

}  // namespace coroboard::gui
