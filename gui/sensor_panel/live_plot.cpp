// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/live_plot.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int resolution = 400;  // points a width
constexpr double margin = 6;

QString shortNumber(double value) { return QString::number(value, 'g', 4); }

}  // namespace

LivePlot::LivePlot(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(sizeHint().height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LivePlot::setWindow(time::Duration window)
{
    m_window = std::max(window, time::Duration{100'000'000});
    update();
}

void LivePlot::setInSight(double low, double high)
{
    m_low = std::min(low, high);
    m_high = std::max(low, high);
    update();
}

void LivePlot::clear()
{
    m_points.clear();
    m_lastRead.reset();
    update();
}

void LivePlot::add(time::VirtualTime when, double value, std::optional<double> read)
{
    if (!m_points.empty() && when < m_points.back().when) clear();  // the board was reset
    const bool readAnew = read && read != m_lastRead;
    m_lastRead = read;
    if (m_points.size() > 1 && when - m_points[m_points.size() - 2].when < m_window / resolution) {
        m_points.back().when = when;
        m_points.back().value = value;
        if (readAnew) m_points.back().read = read;
    } else {
        m_points.push_back({when, value, readAnew ? read : std::nullopt});
    }
    while (m_points.size() > 2 && m_points[1].when < when - m_window) m_points.pop_front();
    if (isVisible()) update();
}

void LivePlot::paintEvent(QPaintEvent*)
{
    const Colours& c = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(c.border);
    painter.setBrush(c.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    double low = m_low;
    double high = m_high;
    for (const Point& point : m_points) {
        low = std::min({low, point.value, point.read.value_or(point.value)});
        high = std::max({high, point.value, point.read.value_or(point.value)});
    }
    const double span = high > low ? high - low : 1;
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter.setFont(small);
    const int scale = QFontMetrics(small).horizontalAdvance(QStringLiteral("-00.00 "));
    const QRectF area = QRectF(rect()).adjusted(margin + scale, margin, -margin, -margin);
    painter.setPen(c.muted);
    painter.drawText(QRectF(margin, 2, scale, 14), Qt::AlignLeft | Qt::AlignTop, shortNumber(high));
    painter.drawText(QRectF(margin, height() - 16, scale, 14), Qt::AlignLeft | Qt::AlignBottom, shortNumber(low));
    if (m_points.empty()) return;
    const time::VirtualTime end = m_points.back().when;
    const auto place = [&](time::VirtualTime when, double value) {
        const double age = static_cast<double>((end - when).count()) / static_cast<double>(m_window.count());
        return QPointF(area.right() - age * area.width(), area.bottom() - (value - low) / span * area.height());
    };
    QPainterPath line(place(m_points.front().when, m_points.front().value));
    for (const Point& point : m_points) line.lineTo(place(point.when, point.value));
    painter.setClipRect(area.adjusted(-1, -3, 4, 3));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.accent, 1.5));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.ready);
    for (const Point& point : m_points)
        if (point.read) painter.drawEllipse(place(point.when, *point.read), 1.8, 1.8);
}

}  // namespace coroboard::gui
