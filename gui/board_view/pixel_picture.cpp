// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/pixel_picture.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

constexpr int smallestGapped = 4;    // device pixels of a dot, below which a gap would only make it dim
constexpr double largest = 4096;

}  // namespace

void PixelPicture::setFrame(std::shared_ptr<const parts::PixelFrame> frame)
{
    if (frame == m_frame) return;
    m_frame = std::move(frame);
    m_cache = QPixmap();
}

void PixelPicture::setGround(const QColor& ground)
{
    if (ground == m_ground) return;
    m_ground = ground;
    m_cache = QPixmap();
}

QColor PixelPicture::dot(int x, int y) const
{
    if (!m_frame || x < 0 || y < 0 || x >= m_frame->width || y >= m_frame->height) return Qt::black;
    const auto at = static_cast<std::size_t>(y * m_frame->width + x) * 3;
    return QColor(m_frame->rgb[at], m_frame->rgb[at + 1], m_frame->rgb[at + 2]);
}

QPixmap PixelPicture::made(QSize pixels) const
{
    const QImage frame(m_frame->rgb.data(), m_frame->width, m_frame->height, m_frame->width * 3, QImage::Format_RGB888);
    const int side = std::max(1, static_cast<int>(std::ceil(static_cast<double>(pixels.width()) / m_frame->width)));
    QImage dots = frame.convertToFormat(QImage::Format_RGB32).scaled(frame.width() * side, frame.height() * side);
    const int gap = side >= smallestGapped ? static_cast<int>(std::lround(side * m_gap)) : 0;
    if (gap > 0) {
        QPainter painter(&dots);
        for (int x = 0; x < frame.width(); ++x) painter.fillRect(x * side + side - gap, 0, gap, dots.height(), m_ground);
        for (int y = 0; y < frame.height(); ++y) painter.fillRect(0, y * side + side - gap, dots.width(), gap, m_ground);
    }
    if (dots.size() != pixels) dots = dots.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return QPixmap::fromImage(std::move(dots));
}

void PixelPicture::draw(QPainter& painter, const QRectF& target)
{
    if (!m_frame || m_frame->width <= 0 || m_frame->height <= 0) return;
    const QTransform device = painter.deviceTransform();
    const double scale = std::hypot(device.m11(), device.m12());
    const auto along = [&](double length) { return std::max(1, static_cast<int>(std::lround(std::min(largest, length * scale)))); };
    const QSize pixels(along(target.width()), along(target.height()));
    if (m_cache.size() != pixels) m_cache = made(pixels);
    painter.drawPixmap(target, m_cache, QRectF(m_cache.rect()));
}

QRectF fitted(QSizeF shape, const QRectF& into)
{
    const QSizeF size = shape.scaled(into.size(), Qt::KeepAspectRatio);
    return QRectF(into.center() - QPointF(size.width() / 2, size.height() / 2), size);
}

}  // namespace coroboard::gui
