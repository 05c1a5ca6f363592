// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SensorItem: a sensor, or any part without a drawing of its own: its body and, on a tag under it, what it feels now.
// The wheel over it moves its first quantity; what can be pressed of it is held with the mouse.

#include "board_view/part_item.h"

namespace coroboard::gui {

class SensorItem final : public PartItem {
    Q_OBJECT

public:
    SensorItem(const board::PartProfile& profile, const parts::PartDescription* description);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void viewChanged(const parts::PartView& before) override;
    void wheelEvent(QGraphicsSceneWheelEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;

private:
    QRectF tagBox() const;
    void paintPhotoresistor(QPainter& painter, double unit) const;
    void paintThermistor(QPainter& painter, double unit) const;
    void paintTransistorCase(QPainter& painter, double unit) const;
    bool isActive(const parts::PartView& view) const;

    QString m_tag;
};

}  // namespace coroboard::gui
