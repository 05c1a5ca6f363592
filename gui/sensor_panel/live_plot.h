// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LivePlot: the last seconds of one quantity: a line where it really was, dots where the program read it. It scrolls with virtual time and
// finds its own scale. Keeps at most one point a pixel or so; painting costs the same however long it runs.

#include <QWidget>
#include <deque>
#include <optional>

#include "time/virtual_time.h"

namespace coroboard::gui {

class LivePlot final : public QWidget {
    Q_OBJECT

public:
    explicit LivePlot(QWidget* parent = nullptr);

    // What a whole width shows.
    void setWindow(time::Duration window);
    time::Duration window() const { return m_window; }
    // Values that are always in sight, the two ends of a stimulus for example.
    void setInSight(double low, double high);
    void add(time::VirtualTime when, double value, std::optional<double> read);
    void clear();

    struct Point {
        time::VirtualTime when{};
        double value = 0;
        std::optional<double> read;  // new with this point
    };
    const std::deque<Point>& points() const { return m_points; }

    QSize sizeHint() const override { return {160, 72}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::deque<Point> m_points;
    time::Duration m_window{10'000'000'000};
    double m_low = 0;
    double m_high = 0;
    std::optional<double> m_lastRead;
};

}  // namespace coroboard::gui
