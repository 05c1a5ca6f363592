// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RelayItem: a relay on its module: the cube with the contact drawn on it as it stands now, and the light that says the coil is on.

#include "board_view/part_item.h"

namespace coroboard::gui {

class RelayItem final : public PartItem {
    Q_OBJECT

public:
    RelayItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    QString summary() const override;

protected:
    void viewChanged(const parts::PartView& before) override;
};

}  // namespace coroboard::gui
