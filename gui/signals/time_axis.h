// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimeAxis: the stretch of virtual time a plot shows, and how it lies on pixels. A plain value; nanoseconds since power-on, in doubles
// (exact for a hundred days). From a tenth of a nanosecond to an hour a pixel; it never shows anything before power-on but a small margin.

#include <vector>

#include "time/virtual_time.h"

namespace coroboard::gui {

class TimeAxis {
public:
    double from() const { return m_from; }
    double to() const { return m_from + m_scale * m_width; }
    double span() const { return m_scale * m_width; }
    double scale() const { return m_scale; }                 // nanoseconds a pixel
    int width() const { return m_width; }

    // Keeps the span's beginning and the scale.
    void setWidth(int pixels);
    void show(double from, double to);
    // The instant under x stays where it is.
    void zoom(double factor, double x);
    void pan(double pixels);
    // The instant becomes the right end; the span stays.
    void endAt(double when);
    void centreOn(double when);

    double x(double when) const { return (when - m_from) / m_scale; }
    double at(double x) const { return m_from + x * m_scale; }
    time::VirtualTime timeAt(double x) const;

    // Instants to mark: multiples of a round step, `apart` pixels or more from each other, within the span.
    struct Ticks {
        double step = 0;
        std::vector<double> at;
    };
    Ticks ticks(double apart) const;

private:
    void bound();

    double m_from = 0;
    double m_scale = 2e6;
    int m_width = 1000;
};

inline double nanoseconds(time::Duration span) { return static_cast<double>(span.count()); }
inline double nanoseconds(time::VirtualTime when) { return static_cast<double>(when.time_since_epoch().count()); }

}  // namespace coroboard::gui
