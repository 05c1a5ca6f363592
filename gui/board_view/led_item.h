// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LedItem: a light-emitting diode, of one colour or three: a lens that lights up and a glow around it. The part says how much light there
// is (0…1, smoothed as an eye smooths it); the screen's encoding takes its 2.2th root, so a PWM duty of 10 % is clearly visible.

#include "board_view/part_item.h"

namespace coroboard::gui {

class LedItem final : public PartItem {
    Q_OBJECT

public:
    LedItem(const board::PartProfile& profile, const parts::PartDescription* description);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    QString summary() const override;

    // 0…1 as it is seen.
    double seen() const { return m_seen; }

protected:
    void viewChanged(const parts::PartView& before) override;

private:
    QRectF glowBox() const;
    double light() const;
    void paintLens(QPainter& painter, const QColor& colour) const;

    QColor m_colour;
    bool m_threeColours;
    double m_seen = 0;
};

}  // namespace coroboard::gui
