// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ButtonItem: a push button: held with the mouse or its key, latched with Ctrl-click until the next click. A switch (a control of the
// kind Toggle) goes over with each click.

#include "board_view/part_item.h"

namespace coroboard::gui {

class ButtonItem final : public PartItem {
    Q_OBJECT

public:
    ButtonItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    void press() override;
    void release() override;
    QString summary() const override;
    bool latched() const { return m_latched; }

protected:
    void viewChanged(const parts::PartView& before) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override { mousePressEvent(event); }

private:
    QString controlId() const;
    bool pressed() const;
    bool isSwitch() const;
    void paintSwitch(QPainter& painter, double unit) const;

    bool m_latched = false;
};

}  // namespace coroboard::gui
