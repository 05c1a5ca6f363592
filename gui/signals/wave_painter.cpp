// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/wave_painter.h"

#include <QList>
#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

constexpr time::Duration instant{1};

QColor faded(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

// What a wave is drawn of.
struct WaveShapes {
    QList<QRectF> lines;
    QList<QRectF> high;                      // under a high level
    QList<QRectF> busy;                      // more than one edge a column
};

class WaveTracer {
public:
    WaveTracer(const QRectF& area, const TimeAxis& axis, const trace::DigitalWave& wave, double pixel)
        : m_area(area), m_axis(axis), m_wave(wave), m_pixel(pixel), m_end(std::min(double(axis.width()), axis.x(nanoseconds(wave.until()))))
    {
    }

    WaveShapes trace()
    {
        double x = std::max(0.0, m_axis.x(nanoseconds(m_wave.begin())));
        time::VirtualTime when = std::max(m_axis.timeAt(x), m_wave.begin());
        bool level = m_wave.levelAt(when);
        auto edge = m_wave.edgeAfter(when);
        while (edge && placeOf(*edge) < m_end) {
            const double at = placeOf(*edge);
            const double column = std::floor(at / m_pixel) * m_pixel;
            const auto next = m_wave.edgeAfter(edge->when);
            if (!next || placeOf(*next) >= column + 2 * m_pixel) {
                run(x, column, level);
                m_shapes.lines.append(QRectF(m_area.left() + column, m_area.top(), m_pixel, m_area.height()));
                x = column;
                level = edge->rising;
                edge = next;
                continue;
            }
            run(x, column, level);
            x = busyEnd(column + m_pixel);
            m_shapes.busy.append(QRectF(m_area.left() + column, m_area.top(), x - column, m_area.height()));
            when = std::max(m_axis.timeAt(x) - instant, edge->when);
            level = m_wave.levelAt(when);
            edge = m_wave.edgeAfter(when);
        }
        run(x, m_end, level);
        return std::move(m_shapes);
    }

private:
    double placeOf(const trace::Edge& edge) const { return m_axis.x(nanoseconds(edge.when)); }

    // The first column after x, a column's border, without an edge.
    double busyEnd(double x) const
    {
        while (x < m_end) {
            const auto edge = m_wave.edgeAfter(m_axis.timeAt(x) - instant);
            if (!edge || placeOf(*edge) >= x + m_pixel) return x;
            x += m_pixel;
        }
        return std::max(m_end, 0.0);
    }

    void run(double from, double to, bool level)
    {
        if (to <= from) return;
        const double y = level ? m_area.top() : m_area.bottom() - m_pixel;
        m_shapes.lines.append(QRectF(m_area.left() + from, y, to - from + m_pixel, m_pixel));
        if (level) m_shapes.high.append(QRectF(m_area.left() + from, m_area.top(), to - from, m_area.height()));
    }

    QRectF m_area;
    const TimeAxis& m_axis;
    const trace::DigitalWave& m_wave;
    double m_pixel;
    double m_end;
    WaveShapes m_shapes;
};

double pixelOf(const QPainter& painter) { return 1 / painter.device()->devicePixelRatioF(); }

}  // namespace

void paintWave(QPainter& painter, const QRectF& area, const TimeAxis& axis, const trace::DigitalWave& wave, const QColor& colour)
{
    if (wave.empty()) return;
    const WaveShapes shapes = WaveTracer(area, axis, wave, pixelOf(painter)).trace();
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(colour, 28));
    painter.drawRects(shapes.high);
    painter.setBrush(faded(colour, 120));
    painter.drawRects(shapes.busy);
    painter.setBrush(colour);
    painter.drawRects(shapes.lines);
}

ValueScale scaleOf(const LaneValues& values)
{
    trace::ValueRange range = values.view.range(values.view.first(), values.view.end());
    if (values.unit == QStringLiteral("mV")) range.include({0, 3300});
    if (values.unit == QStringLiteral("%")) range.include({0, 1});
    if (range.empty()) return {};
    // A value that never changed is seen against nothing.
    if (range.least == range.greatest) range.include(range.least == 0 ? trace::ValueRange{0, 1} : trace::ValueRange{0, 0});
    return {range.least * values.factor, range.greatest * values.factor};
}

void paintValues(QPainter& painter, const QRectF& area, const TimeAxis& axis, const LaneValues& values, const ValueScale& scale,
                 double until, const QColor& colour)
{
    const trace::SignalView& view = values.view;
    if (view.empty()) return;
    const double pixel = pixelOf(painter);
    const double thick = std::max(pixel, std::floor(1.5 / pixel) * pixel);
    const double end = std::min(double(axis.width()), axis.x(until));
    const double begin = std::max(0.0, std::floor(axis.x(nanoseconds(view.time(view.first()))) / pixel) * pixel);
    const auto y = [&](double value) {
        const double share = (value * values.factor - scale.bottom) / (scale.top - scale.bottom);
        return std::round((area.bottom() - thick - share * (area.height() - thick)) / pixel) * pixel;
    };
    QList<QRectF> shapes;
    std::uint64_t from = view.endAt(axis.timeAt(begin) - instant);
    double before = 0;
    for (double x = begin; x < end; x += pixel) {
        const std::uint64_t to = view.endAt(axis.timeAt(x + pixel) - instant);
        const std::uint64_t held = from > view.first() ? from - 1 : from;
        if (to > held) {
            const trace::ValueRange range = view.range(held, to);
            const QRectF bar(area.left() + x, y(range.greatest), pixel, y(range.least) - y(range.greatest) + thick);
            // What is held becomes one long bar.
            if (!shapes.isEmpty() && from == to && before == bar.top() && shapes.last().height() == bar.height()) shapes.last().setRight(bar.right());
            else shapes.append(bar);
            before = bar.top();
        }
        from = to;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRects(shapes);
}

}  // namespace coroboard::gui
