// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LightGridItem: many small lights in rows and columns or in a ring, each with its glow: NeoPixels, LED matrices, an LED bar. The part's
// pixels say how much light there is (0…255 of a colour); the screen shows the 2.2th root.

#include <QImage>

#include "board_view/part_item.h"

namespace coroboard::gui {

class LightGridItem final : public PartItem {
    Q_OBJECT

public:
    LightGridItem(const board::PartProfile& profile, const parts::PartDescription* description);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    QString summary() const override;

protected:
    void viewChanged(const parts::PartView& before) override;

private:
    enum class Kind { NeoPixel, Dots, Bar, Bare };
    static Kind kindOf(const std::string& model);
    bool isRing() const;
    QSize lightsOf() const;
    QSizeF cell() const;
    void paintGround(QPainter& painter) const;
    void paintLight(QPainter& painter, QPointF middle, double side, const QColor& colour) const;
    void paintGridGlow(QPainter& painter) const;
    void paintRing(QPainter& painter) const;
    bool anyLit() const;

    Kind m_kind;
    QImage m_seen;  // one pixel a light, as it is seen
};

}  // namespace coroboard::gui
