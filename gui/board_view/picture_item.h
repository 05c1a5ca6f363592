// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PictureItem: the board's SVG, sharp at any zoom: drawn once for each zoom into a pixmap of exactly the device's pixels, then copied.
// Without a readable picture it is a plain green board, so that the parts still have a ground.

#include <QGraphicsItem>
#include <QPixmap>
#include <QSvgRenderer>

namespace coroboard::gui {

class PictureItem final : public QGraphicsItem {
public:
    // The size is in the picture's units, in which all places are given.
    PictureItem(const QString& svgFile, QSizeF size);

    bool readable() const { return m_renderer.isValid(); }
    QRectF boundingRect() const override { return QRectF(QPointF(0, 0), m_size); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void draw(QPainter& painter, const QRectF& target);

    QSvgRenderer m_renderer;
    QSizeF m_size;
    QPixmap m_cache;
};

}  // namespace coroboard::gui
