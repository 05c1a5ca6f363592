// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeyCap: the key of the keyboard that presses a part, at the part's corner, upright however the part is turned. Owned by its part.

#include <QGraphicsItem>

namespace coroboard::gui {

class KeyCap final : public QGraphicsItem {
public:
    KeyCap(const QString& key, QPointF corner, QGraphicsItem& part);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QString m_key;
    double m_height;
};

}  // namespace coroboard::gui
