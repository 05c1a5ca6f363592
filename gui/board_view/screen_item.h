// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScreenItem: a display with pixels on its module: an OLED, a colour TFT, or a character LCD whose dots are pixels in cells of 5 × 8.

#include "board_view/part_item.h"
#include "board_view/pixel_picture.h"

namespace coroboard::gui {

class ScreenItem final : public PartItem {
    Q_OBJECT

public:
    ScreenItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    QString summary() const override;

protected:
    void viewChanged(const parts::PartView& before) override;

private:
    enum class Kind { Oled, Tft, Characters };
    static Kind kindOf(const std::string& model);
    QRectF glassBox() const;
    void paintModule(QPainter& painter, const QColor& board) const;
    void paintGlass(QPainter& painter, const QRectF& glass) const;

    Kind m_kind;
    PixelPicture m_picture;
};

}  // namespace coroboard::gui
