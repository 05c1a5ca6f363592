// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlotView: printed numbers as curves over the sample's number: the last ones, moving; the wheel shows more or fewer, dragging looks back.
// A legend with the newest values; hovering tells the values under the mouse. Cost follows pixels: of many samples on a pixel the extremes
// are drawn.

#include <QWidget>
#include <optional>

#include "console/plot_series.h"

namespace coroboard::gui {

class PlotView final : public QWidget {
    Q_OBJECT

public:
    static constexpr int fewestShown = 10;

    explicit PlotView(QWidget* parent = nullptr);

    void add(const std::vector<Sample>& samples);
    const PlotSeries& series() const { return m_series; }
    bool isPaused() const { return m_paused; }
    int shown() const { return m_shown; }
    // The samples on screen: from … to - 1.
    std::uint64_t from() const;
    std::uint64_t to() const;

    QSize minimumSizeHint() const override { return {160, 80}; }

public Q_SLOTS:
    // Samples are still taken, the picture stands.
    void setPaused(bool paused);
    void clear();

Q_SIGNALS:
    void pausedChanged(bool paused);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Span {
        double low = 0;
        double high = 1;
    };
    Span valueSpan() const;
    QRectF plotArea(const QString& widestLabel) const;
    void paintGrid(QPainter& painter, const QRectF& area, Span span, double step) const;
    void paintCurve(QPainter& painter, const QRectF& area, Span span, std::size_t name) const;
    void paintLegend(QPainter& painter, const QRectF& area) const;
    void zoom(double factor);
    void scroll(std::int64_t samples);

    PlotSeries m_series;
    bool m_paused = false;
    std::uint64_t m_standsAt = 0;        // while paused: one past the newest sample shown
    int m_shown = 200;
    QPointF m_grabbed;
    std::uint64_t m_grabbedAt = 0;
    std::optional<QPointF> m_mouse;
};

// A round distance between lines of a grid, so that about `lines` of them cover the span.
double roundStep(double span, int lines);

}  // namespace coroboard::gui
