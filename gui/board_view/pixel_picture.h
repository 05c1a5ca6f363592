// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PixelPicture: a display's pixels, sharp at any zoom: made once for each frame and each size into a pixmap of exactly the device's pixels.
// Every dot is a whole square first and only then brought to size, so that all dots look alike; large dots show the gaps between them.

#include <QPixmap>
#include <memory>

#include "parts/part_view.h"

class QPainter;

namespace coroboard::gui {

class PixelPicture {
public:
    // The share of a dot that is gap, 0…0.5, in `ground`.
    explicit PixelPicture(double gap = 0, QColor ground = Qt::black) : m_gap(gap), m_ground(ground) {}

    // A frame is known by its pointer: frames never change.
    void setFrame(std::shared_ptr<const parts::PixelFrame> frame);
    const parts::PixelFrame* frame() const { return m_frame.get(); }
    void setGround(const QColor& ground);
    // The colour of one dot of the frame; black without a frame.
    QColor dot(int x, int y) const;

    void draw(QPainter& painter, const QRectF& target);

private:
    QPixmap made(QSize pixels) const;

    double m_gap;
    QColor m_ground;
    std::shared_ptr<const parts::PixelFrame> m_frame;
    QPixmap m_cache;
};

// The largest rectangle of that shape in the middle of another.
QRectF fitted(QSizeF shape, const QRectF& into);

}  // namespace coroboard::gui
