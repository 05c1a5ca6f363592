// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BuzzerItem: a piezo disc; while it sounds, waves leave it, and a tag under it shows the wave of its wire (its duty) and the frequency.

#include "board_view/part_item.h"
#include "board_view/still_picture.h"

namespace coroboard::gui {

class BuzzerItem final : public PartItem {
    Q_OBJECT

public:
    BuzzerItem(const board::PartProfile& profile, const parts::PartDescription* description);

    QRectF boundingRect() const override;
    QString summary() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void viewChanged(const parts::PartView& before) override;

private:
    bool sounds() const { return view().value("sounding") > 0; }
    QRectF tagBox() const;
    void paintBody(QPainter& painter) const;
    void paintTag(QPainter& painter) const;

    StillPicture m_body;
};

}  // namespace coroboard::gui
