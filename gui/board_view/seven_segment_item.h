// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SevenSegmentItem: a row of seven-segment digits behind a dark window. Bits of "segments N": 0…6 are a (top, then clockwise) to g, 7 is the
// point; on a clock of four digits the point of the second one is the colon.

#include <vector>

#include "board_view/part_item.h"

namespace coroboard::gui {

class SevenSegmentItem final : public PartItem {
    Q_OBJECT

public:
    SevenSegmentItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    QString summary() const override;

protected:
    void viewChanged(const parts::PartView& before) override;

private:
    void paintDigit(QPainter& painter, const QRectF& place, int segments, bool withPoint) const;
    QColor shade(bool lit) const;
    bool isClock() const { return m_digits.size() == 4; }

    QColor m_colour{0xff, 0x3b, 0x30};
    std::vector<int> m_digits;
    double m_light = 0;  // as it is seen, 0…1
};

}  // namespace coroboard::gui
