// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/plot_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "console/terminal_colours.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

// Of the terminal's named colours, those that are told apart best, one after the other.
constexpr int curveColours[] = {6, 3, 5, 2, 4, 1, 7, 14, 11, 13, 10, 12, 9, 8, 15, 0};

QColor curveColour(std::size_t name, Brightness brightness) { return terminalColour(curveColours[name % std::size(curveColours)], brightness); }

QString numberText(double value) { return QString::number(value, 'g', 6); }

}  // namespace

double roundStep(double span, int lines)
{
    const double rough = span / std::max(1, lines);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 5.0})
        if (step * power >= rough) return step * power;
    return 10 * power;
}

PlotView::PlotView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Plot of printed numbers"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void PlotView::add(const std::vector<Sample>& samples)
{
    for (const Sample& sample : samples) m_series.add(sample);
    if (!samples.empty() && isVisible()) update();
}

std::uint64_t PlotView::to() const { return m_paused ? std::clamp(m_standsAt, m_series.first(), m_series.end()) : m_series.end(); }

std::uint64_t PlotView::from() const
{
    const std::uint64_t end = to();
    return std::max(m_series.first(), end - std::min<std::uint64_t>(end, static_cast<std::uint64_t>(m_shown)));
}

void PlotView::setPaused(bool paused)
{
    if (paused == m_paused) return;
    m_standsAt = m_series.end();
    m_paused = paused;
    update();
    Q_EMIT pausedChanged(paused);
}

void PlotView::clear()
{
    m_series.clear();
    m_standsAt = m_series.end();
    update();
}

PlotView::Span PlotView::valueSpan() const
{
    Span span{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (std::uint64_t row = from(); row < to(); ++row)
        for (std::size_t name = 0; name < static_cast<std::size_t>(m_series.names().size()); ++name) {
            const double value = m_series.value(row, name);
            if (std::isnan(value)) continue;
            span.low = std::min(span.low, value);
            span.high = std::max(span.high, value);
        }
    if (span.low > span.high) return {};
    const double margin = span.high > span.low ? (span.high - span.low) * 0.05 : std::max(1.0, std::abs(span.low) * 0.1);
    return {span.low - margin, span.high + margin};
}

QRectF PlotView::plotArea(const QString& widestLabel) const
{
    const QFontMetricsF metrics(numberFont());
    const double left = metrics.horizontalAdvance(widestLabel) + spacing::normal + spacing::tight;
    return QRectF(rect()).adjusted(left, spacing::normal + metrics.height() + spacing::tight, -spacing::wide, -(metrics.height() + spacing::normal));
}

void PlotView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = coloursFor(palette());
    painter.fillRect(rect(), c.surface);
    painter.setFont(numberFont());
    if (m_series.end() == m_series.first()) {
        painter.setPen(c.muted);
        painter.setFont(font());
        painter.drawText(rect().adjusted(spacing::wide, spacing::normal, -spacing::wide, -spacing::normal), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Numbers the program prints appear here as curves:\nprint(21.5)   print('t:21.5 rh:40')   print((1, 2))"));
        return;
    }
    const Span span = valueSpan();
    const double step = roundStep(span.high - span.low, std::max(2, height() / 48));
    const QString low = numberText(std::ceil(span.low / step) * step);
    const QString high = numberText(std::floor(span.high / step) * step);
    const QRectF area = plotArea(low.size() > high.size() ? low : high);
    if (area.width() < 20 || area.height() < 10) return;
    paintGrid(painter, area, span, step);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(area);
    for (std::size_t name = 0; name < static_cast<std::size_t>(m_series.names().size()); ++name) paintCurve(painter, area, span, name);
    painter.restore();
    paintLegend(painter, area);
}

void PlotView::paintGrid(QPainter& painter, const QRectF& area, Span span, double step) const
{
    const Colours& c = coloursFor(palette());
    const QFontMetricsF metrics(painter.font());
    for (double value = std::ceil(span.low / step) * step; value <= span.high; value += step) {
        const double y = std::round(area.bottom() - (value - span.low) / (span.high - span.low) * area.height()) + 0.5;
        painter.setPen(c.border);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(c.muted);
        const double shown = std::abs(value) < step / 1000 ? 0 : value;
        painter.drawText(QRectF(0, y - metrics.height() / 2, area.left() - spacing::tight, metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                         numberText(shown));
    }
    const double perSample = area.width() / std::max(1, m_shown - 1);
    const auto every = static_cast<std::uint64_t>(std::max(1.0, roundStep(m_shown, std::max(1, width() / 110))));
    for (std::uint64_t row = (from() + every - 1) / every * every; row < to(); row += every) {
        const double x = area.right() - static_cast<double>(to() - 1 - row) * perSample;
        painter.setPen(c.muted);
        painter.drawText(QRectF(x - 60, area.bottom() + spacing::tight, 120, metrics.height()), Qt::AlignHCenter | Qt::AlignTop,
                         QString::number(static_cast<qulonglong>(row)));
    }
}

// Of the samples that fall on one pixel the first, the extremes and the last are drawn.
void PlotView::paintCurve(QPainter& painter, const QRectF& area, Span span, std::size_t name) const
{
    const double perSample = area.width() / std::max(1, m_shown - 1);
    const auto yOf = [&](double value) { return area.bottom() - (value - span.low) / (span.high - span.low) * area.height(); };
    QPainterPath path;
    bool drawing = false;
    for (std::uint64_t row = from(); row < to();) {
        const double x = area.right() - static_cast<double>(to() - 1 - row) * perSample;
        double low = std::numeric_limits<double>::max();
        double high = std::numeric_limits<double>::lowest();
        double last = std::numeric_limits<double>::quiet_NaN();
        const auto pixel = static_cast<std::int64_t>(std::floor(x));
        for (; row < to(); ++row) {
            const double at = area.right() - static_cast<double>(to() - 1 - row) * perSample;
            if (static_cast<std::int64_t>(std::floor(at)) != pixel) break;
            last = m_series.value(row, name);
            if (std::isnan(last)) continue;
            low = std::min(low, last);
            high = std::max(high, last);
        }
        if (low > high) {
            drawing = false;
            continue;
        }
        if (!std::exchange(drawing, true)) path.moveTo(x, yOf(low));
        else path.lineTo(x, yOf(low));
        if (high > low) path.lineTo(x, yOf(high));
        if (!std::isnan(last) && last != high) path.lineTo(x, yOf(last));
    }
    painter.setPen(QPen(curveColour(name, brightnessOf(palette())), 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

// The newest values, or those under the mouse.
void PlotView::paintLegend(QPainter& painter, const QRectF& area) const
{
    const Colours& c = coloursFor(palette());
    const QFontMetricsF metrics(painter.font());
    std::uint64_t row = to() - 1;
    if (m_mouse && area.contains(*m_mouse)) {
        const double perSample = area.width() / std::max(1, m_shown - 1);
        const auto back = static_cast<std::uint64_t>(std::lround((area.right() - m_mouse->x()) / perSample));
        row = std::max(from(), row - std::min(row, back));
        const double x = std::round(area.right() - static_cast<double>(to() - 1 - row) * perSample) + 0.5;
        painter.setPen(c.faint);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    double x = area.left();
    const double y = spacing::tight;
    const double mark = metrics.height() * 0.55;
    for (std::size_t name = 0; name < static_cast<std::size_t>(m_series.names().size()); ++name) {
        const double value = m_series.value(row, name);
        const QString text = m_series.names()[static_cast<qsizetype>(name)] + QStringLiteral("  ") +
                             (std::isnan(value) ? QStringLiteral("–") : numberText(value));
        const double width = mark + spacing::tight + metrics.horizontalAdvance(text);
        if (x + width > rect().right() - spacing::normal) break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(curveColour(name, brightnessOf(palette())));
        painter.drawRoundedRect(QRectF(x, y + (metrics.height() - mark) / 2, mark, mark), 2, 2);
        painter.setPen(c.text);
        painter.drawText(QPointF(x + mark + spacing::tight, y + metrics.ascent()), text);
        x += width + 2 * spacing::wide;
    }
}

void PlotView::zoom(double factor)
{
    m_shown = std::clamp(static_cast<int>(std::lround(m_shown * factor)), fewestShown, static_cast<int>(PlotSeries::capacity));
    update();
}

// Looking back stands still, as pausing does.
void PlotView::scroll(std::int64_t samples)
{
    setPaused(true);
    const auto oldest = static_cast<std::int64_t>(std::min(m_series.end(), m_series.first() + fewestShown));
    m_standsAt = static_cast<std::uint64_t>(std::clamp(static_cast<std::int64_t>(m_standsAt) + samples, oldest, static_cast<std::int64_t>(m_series.end())));
    update();
}

void PlotView::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(0.8, event->angleDelta().y() / 120.0));
    event->accept();
}

void PlotView::mousePressEvent(QMouseEvent* event)
{
    m_grabbed = event->position();
    m_grabbedAt = to();
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    m_mouse = event->position();
    if (event->buttons().testFlag(Qt::LeftButton)) {
        const double samples = (m_grabbed.x() - event->position().x()) / std::max(1, width()) * m_shown;
        if (const auto target = static_cast<std::int64_t>(m_grabbedAt) + std::lround(samples); target != static_cast<std::int64_t>(to()))
            scroll(target - static_cast<std::int64_t>(to()));
    }
    update();
}

void PlotView::leaveEvent(QEvent*)
{
    m_mouse.reset();
    update();
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus: return zoom(0.8);
    case Qt::Key_Minus: return zoom(1.25);
    case Qt::Key_Left: return scroll(-m_shown / 10 - 1);
    case Qt::Key_Right: return scroll(m_shown / 10 + 1);
    case Qt::Key_Space: return setPaused(!m_paused);
    default: event->ignore();
    }
}

}  // namespace coroboard::gui
