// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardView: the board's picture with its living parts. It takes a profile and snapshots, and tells what a person moves; it knows no
// engine. Wheel = zoom around the pointer, drag = pan, keys of the profile press their parts, hovering says what is there.

#include <QGraphicsView>
#include <QHash>
#include <QLabel>

#include "board/board_profile.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class PartItem;
class PinItem;

class BoardView final : public QGraphicsView {
    Q_OBJECT

public:
    explicit BoardView(QWidget* parent = nullptr);

    void setBoard(const board::BoardProfile& profile);
    void show(const simulation::Snapshot& snapshot);
    using QGraphicsView::show;

    // Null if there is no such part or pin.
    PartItem* part(const QString& id) const { return m_parts.value(id); }
    PinItem* pin(const QString& name) const { return m_pins.value(name); }

    // Where an item's middle is, in the viewport: for tests and for tours.
    QPoint placeOf(const QGraphicsItem* item) const;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();

Q_SIGNALS:
    void moved(const QString& part, const QString& control, double value);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    void zoomBy(double factor);
    void refit();
    void dress();
    void explain(QGraphicsItem* item);
    void showBubble();
    PartItem* partOfKey(const QKeyEvent& event) const;

    QGraphicsScene m_scene;
    QHash<QString, PartItem*> m_parts;
    QHash<QString, PinItem*> m_pins;
    QList<PartItem*> m_held;             // pressed by key
    QLabel* m_bubble;
    QGraphicsItem* m_explained = nullptr;
    bool m_fitted = true;
};

}  // namespace coroboard::gui
