// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MotorItem: a geared motor with a wheel that turns as the part says, and its speed on a tag; spokes blur when they turn too fast to be seen.

#include "board_view/part_item.h"
#include "board_view/still_picture.h"

namespace coroboard::gui {

class MotorItem final : public PartItem {
    Q_OBJECT

public:
    MotorItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    QString summary() const override;

protected:
    void viewChanged(const parts::PartView& before) override;

private:
    double unit() const { return std::min(box().width() / 1.4, box().height()); }
    void paintBody(QPainter& painter) const;
    void paintSpokes(QPainter& painter, double blur, double radius) const;

    StillPicture m_body;
};

}  // namespace coroboard::gui
