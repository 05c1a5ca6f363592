// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KnobItem: a potentiometer's knob: turned by dragging around its middle, or with the wheel; 270 degrees from stop to stop.

#include "board_view/part_item.h"
#include "board_view/still_picture.h"

namespace coroboard::gui {

class KnobItem final : public PartItem {
    Q_OBJECT

public:
    KnobItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void viewChanged(const parts::PartView& before) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void wheelEvent(QGraphicsSceneWheelEvent* event) override;

private:
    void paintBody(QPainter& painter) const;
    double share() const;        // 0…1 of the way
    void turnTo(double share);

    StillPicture m_body;
    double m_dragged = 0;        // the hand's place while dragging
    double m_lastAngle = 0;
    bool m_dragging = false;
};

}  // namespace coroboard::gui
