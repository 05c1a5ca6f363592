// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeypadItem: keys in a square, one for each of the part's momentary controls, row by row: held with the mouse, latched with Ctrl-click until
// the next click.

#include <QSet>

#include "board_view/part_item.h"

namespace coroboard::gui {

class KeypadItem final : public PartItem {
    Q_OBJECT

public:
    KeypadItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    bool takesWheel() const override { return false; }
    QString summary() const override;
    // Where a key is, in the item's coordinates.
    QRectF keyBox(int number) const;

protected:
    void viewChanged(const parts::PartView& before) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;

private:
    int keyAt(QPointF at) const;
    bool isDown(int number) const;

    int m_held = -1;
    QSet<int> m_latched;
};

}  // namespace coroboard::gui
