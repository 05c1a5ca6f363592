// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/time_axis.h"

#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

constexpr double finest = 0.1;
constexpr double coarsest = 3600e9;
// So that an edge at power-on is not glued to the frame.
constexpr double marginPixels = 24;

}  // namespace

void TimeAxis::setWidth(int pixels)
{
    m_width = std::max(pixels, 1);
    bound();
}

void TimeAxis::show(double from, double to)
{
    m_scale = std::clamp((to - from) / m_width, finest, coarsest);
    m_from = (from + to) / 2 - m_scale * m_width / 2;
    bound();
}

void TimeAxis::zoom(double factor, double x)
{
    const double instant = at(x);
    m_scale = std::clamp(m_scale / factor, finest, coarsest);
    m_from = instant - x * m_scale;
    bound();
}

void TimeAxis::pan(double pixels)
{
    m_from += pixels * m_scale;
    bound();
}

void TimeAxis::endAt(double when) { m_from = when - span(); }

void TimeAxis::centreOn(double when)
{
    m_from = when - span() / 2;
    bound();
}

void TimeAxis::bound() { m_from = std::max(m_from, -marginPixels * m_scale); }

time::VirtualTime TimeAxis::timeAt(double x) const
{
    return time::powerOn + time::Duration{std::llround(std::max(at(x), 0.0))};
}

TimeAxis::Ticks TimeAxis::ticks(double apart) const
{
    const double least = std::max(apart * m_scale, 1.0);
    const double decade = std::pow(10, std::floor(std::log10(least)));
    Ticks result{decade * 10, {}};
    for (const double digit : {1, 2, 5}) {
        if (decade * digit < least) continue;
        result.step = decade * digit;
        break;
    }
    for (double at = std::max(std::ceil(m_from / result.step), 0.0) * result.step; at <= to(); at += result.step) result.at.push_back(at);
    return result;
}

}  // namespace coroboard::gui
