// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EncoderItem: a rotary encoder's knob: turned without end by dragging around its middle or with the wheel, one control step a detent;
// pressed by its middle or its key.

#include <vector>

#include "board_view/part_item.h"

namespace coroboard::gui {

class EncoderItem final : public PartItem {
    Q_OBJECT

public:
    EncoderItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void press() override;
    void release() override;
    QString summary() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void viewChanged(const parts::PartView& before) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void wheelEvent(QGraphicsSceneWheelEvent* event) override;

private:
    void turnBy(int detents);

    double m_lastAngle = 0;      // degrees, of the hand
    double m_turned = 0;         // degrees since the last detent
    bool m_pressing = false;
    std::vector<double> m_asked; // positions asked for that no view has shown yet, oldest first
};

}  // namespace coroboard::gui
