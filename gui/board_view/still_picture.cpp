// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/still_picture.h"

namespace coroboard::gui {

namespace {

// Pixels kept at most; larger ones are painted each time, of which few fit on the screen.
constexpr int largest = 600 * 600;

}  // namespace

void StillPicture::paint(QPainter& painter, const QRectF& area, const std::function<void(QPainter&)>& draw)
{
    const QTransform device = painter.deviceTransform();
    const QRect target = device.mapRect(area).toAlignedRect();
    if (target.width() * target.height() > largest || !device.isInvertible()) return draw(painter);
    const QTransform inside = device * QTransform::fromTranslate(-target.x(), -target.y());
    if (m_picture.size() != target.size() || inside != m_made) {
        m_made = inside;
        m_picture = QPixmap(target.size());
        m_picture.fill(Qt::transparent);
        QPainter into(&m_picture);
        into.setRenderHint(QPainter::Antialiasing);
        into.setTransform(inside);
        draw(into);
    }
    // One pixel of the picture is one of the device.
    painter.save();
    painter.setTransform(QTransform::fromTranslate(target.x(), target.y()) * device.inverted() * painter.worldTransform());
    painter.drawPixmap(0, 0, m_picture);
    painter.restore();
}

}  // namespace coroboard::gui
