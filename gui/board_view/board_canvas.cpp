// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/board_canvas.h"

#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "board_view/picture_item.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr double zoomStep = 1.2;
constexpr double furthest = 0.1;
constexpr double closest = 24;
constexpr double pinShare = 0.3;

}  // namespace

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

BoardCanvas::BoardCanvas(QWidget* parent) : QGraphicsView(parent), m_bubble(new QLabel(viewport()))
{
    setScene(&m_scene);
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

void BoardCanvas::layOut(const board::BoardProfile& profile)
{
    m_bubble->hide();
    m_scene.clear();
    const QSizeF size(std::max(1.0, profile.pictureWidth), std::max(1.0, profile.pictureHeight));
    m_scene.addItem(new PictureItem(QString::fromStdString(profile.picture.string()), size));
    const double margin = size.width() * 0.03;
    m_scene.setSceneRect(QRectF(QPointF(0, 0), size).adjusted(-margin, -margin, margin, margin));
    fit();
}

void BoardCanvas::zoomIn() { zoomBy(zoomStep); }

void BoardCanvas::zoomOut() { zoomBy(1 / zoomStep); }

void BoardCanvas::fit()
{
    m_fitted = true;
    refit();
}

void BoardCanvas::refit()
{
    fitInView(m_scene.sceneRect(), Qt::KeepAspectRatio);
    zoomed();
}

void BoardCanvas::zoomBy(double factor)
{
    const double scaleNow = transform().m11();
    const double wanted = std::clamp(scaleNow * factor, furthest, closest);
    scale(wanted / scaleNow, wanted / scaleNow);
    m_fitted = false;
    zoomed();
}

void BoardCanvas::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0) zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void BoardCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::MiddleButton) return QGraphicsView::mousePressEvent(event);
    m_panning = true;
    m_panFrom = event->position().toPoint();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void BoardCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_panning) return QGraphicsView::mouseMoveEvent(event);
    const QPoint by = event->position().toPoint() - std::exchange(m_panFrom, event->position().toPoint());
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    m_fitted = false;
}

void BoardCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::MiddleButton) return QGraphicsView::mouseReleaseEvent(event);
    m_panning = false;
    viewport()->unsetCursor();
}

void BoardCanvas::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitted) refit();
}

void BoardCanvas::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) dress();
}

void BoardCanvas::dress() { setBackgroundBrush(coloursFor(palette()).sunken); }

void BoardCanvas::drawBackground(QPainter* painter, const QRectF& rect)
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

void BoardCanvas::tellAt(const QString& richText, const QRect& around, int away)
{
    m_bubble->setVisible(!richText.isEmpty());
    if (richText.isEmpty()) return;
    if (m_bubble->text() != richText) {
        m_bubble->setText(richText);
        m_bubble->adjustSize();
    }
    QPoint corner(around.right() + away, around.center().y() - m_bubble->height() / 2);
    if (corner.x() + m_bubble->width() > viewport()->width()) corner.setX(around.left() - away - m_bubble->width());
    corner.setX(std::clamp(corner.x(), 0, std::max(0, viewport()->width() - m_bubble->width())));
    corner.setY(std::clamp(corner.y(), 0, std::max(0, viewport()->height() - m_bubble->height())));
    if (m_bubble->pos() != corner) m_bubble->move(corner);
    m_bubble->raise();
}

}  // namespace coroboard::gui
