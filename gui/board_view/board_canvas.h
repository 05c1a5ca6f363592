// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardCanvas: the ground on which a board lies, to be looked at: zoom around the pointer with the wheel, fitted to the window until
// somebody zooms, dragged with the middle button. What lies on it and what the left button does is the deriving view's.

#include <QGraphicsItem>
#include <QGraphicsView>
#include <QLabel>

#include "board/board_profile.h"

namespace coroboard::gui {

class BoardCanvas : public QGraphicsView {
    Q_OBJECT

public:
    explicit BoardCanvas(QWidget* parent = nullptr);

    // Where a place of the scene is, in the viewport: for tests and for tours.
    QPoint placeOf(const QGraphicsItem* item) const { return mapFromScene(item->scenePos()); }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();

protected:
    // Removes everything and puts the board's picture there, fitted.
    void layOut(const board::BoardProfile& profile);
    // Zooms as the wheel was turned.
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;

    bool fitted() const { return m_fitted; }
    // The view changed its zoom.
    virtual void zoomed() {}

    // Text beside a place, kept inside the view; empty hides it.
    void tellAt(const QString& richText, const QRect& around, int away);

private:
    void zoomBy(double factor);
    void refit();
    void dress();

    QGraphicsScene m_scene;
    QLabel* m_bubble;
    QPoint m_panFrom;
    bool m_panning = false;
    bool m_fitted = true;
};

// How large the dot of a pin is: a share of the distance to its nearest neighbour.
double pinRadius(const board::BoardProfile& profile);

}  // namespace coroboard::gui
