// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ServoItem: a hobby servo from above: its body, and the arm at the angle it has reached; a faint line shows where it is going.

#include "board_view/part_item.h"
#include "board_view/still_picture.h"

namespace coroboard::gui {

class ServoItem final : public PartItem {
    Q_OBJECT

public:
    ServoItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    QString summary() const override;

protected:
    void viewChanged(const parts::PartView& before) override;

private:
    void paintBody(QPainter& painter) const;

    // Clockwise from straight up, for an angle of the servo.
    double turned(double angle) const { return angle - view().value("range", 180) / 2; }

    StillPicture m_body;
};

}  // namespace coroboard::gui
