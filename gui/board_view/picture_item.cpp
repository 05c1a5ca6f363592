// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/picture_item.h"

#include <QPainter>
#include <cmath>

namespace coroboard::gui {

namespace {

// Above this many pixels the picture is drawn directly: slower, but it does not eat the memory.
constexpr double largestCache = 32e6;

}  // namespace

PictureItem::PictureItem(const QString& svgFile, QSizeF size) : m_size(size)
{
    if (!svgFile.isEmpty()) m_renderer.load(svgFile);
    setZValue(-10);
}

void PictureItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const QTransform device = painter->deviceTransform();
    const double scale = std::hypot(device.m11(), device.m12());
    const QSize pixels(static_cast<int>(std::ceil(m_size.width() * scale)), static_cast<int>(std::ceil(m_size.height() * scale)));
    if (static_cast<double>(pixels.width()) * pixels.height() > largestCache) return draw(*painter, boundingRect());
    if (m_cache.size() != pixels) {
        m_cache = QPixmap(pixels);
        m_cache.fill(Qt::transparent);
        QPainter into(&m_cache);
        into.setRenderHint(QPainter::Antialiasing);
        draw(into, QRectF(0, 0, m_size.width() * scale, m_size.height() * scale));
    }
    // One pixel of the cache is one of the device: nothing to smooth.
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawPixmap(QRectF(QPointF(0, 0), QSizeF(pixels) / scale), m_cache, QRectF(m_cache.rect()));
    painter->restore();
}

void PictureItem::draw(QPainter& painter, const QRectF& target)
{
    if (m_renderer.isValid()) return m_renderer.render(&painter, target);
    const double unit = std::min(target.width(), target.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0x0d3b33), unit * 0.004));
    painter.setBrush(QColor(0x14574a));
    painter.drawRoundedRect(target.adjusted(1, 1, -1, -1), unit * 0.04, unit * 0.04);
}

}  // namespace coroboard::gui
