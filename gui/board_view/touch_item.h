// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TouchItem: a touch panel: a pane of glass, often over a display, that is touched with the mouse.

#include "board_view/part_item.h"

namespace coroboard::gui {

class TouchItem final : public PartItem {
    Q_OBJECT

public:
    TouchItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    bool takesWheel() const override { return false; }

protected:
    void viewChanged(const parts::PartView& before) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;

private:
    void touch(QPointF at);
};

}  // namespace coroboard::gui
