// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JoystickItem: a thumb joystick: dragged anywhere within its circle, back in the middle when let go (with Ctrl it stays); pressed
// by the right button or its key.

#include "board_view/part_item.h"

namespace coroboard::gui {

class JoystickItem final : public PartItem {
    Q_OBJECT

public:
    JoystickItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void press() override;
    void release() override;
    bool takesWheel() const override { return false; }
    QString summary() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void viewChanged(const parts::PartView& before) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;

private:
    double reach() const;        // from the middle to where the stick stops, in the picture's units
    void moveTo(QPointF share);  // -1…1 each, upwards is positive
};

}  // namespace coroboard::gui
