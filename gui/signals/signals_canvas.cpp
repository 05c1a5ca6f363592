// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/signals_canvas.h"

#include <algorithm>

namespace coroboard::gui {

namespace {

constexpr double firstSpan = 2e9;
constexpr double zoomStep = 1.5;

}  // namespace

SignalsCanvas::SignalsCanvas(LaneModel& lanes, QWidget* parent) : QWidget(parent), m_lanes(lanes)
{
    setObjectName(QStringLiteral("signalsCanvas"));
    setAccessibleName(tr("Signals over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, rulerHeight + Lane::digitalHeight);
    m_axis.show(0, firstSpan);
    connect(&m_lanes, &LaneModel::changed, this, qOverload<>(&QWidget::update));
}

void SignalsCanvas::show(const trace::SignalCapture& capture)
{
    const bool afresh = capture.recording != m_capture.recording || capture.signals != m_capture.signals;
    const bool same = !afresh && capture.until == m_capture.until;
    m_capture = capture;
    if (same) return;
    if (afresh) {
        m_cursors.fill(std::nullopt);
        Q_EMIT cursorsMoved();
    }
    if (m_following == Following::Live) {
        m_axis.endAt(std::max(knownUntil(), m_axis.span()));
        Q_EMIT spanChanged();
    }
    update();
}

void SignalsCanvas::showSpan(double from, double to)
{
    stopFollowing();
    m_axis.show(from, to);
    moved();
}

void SignalsCanvas::setFollowing(Following following)
{
    if (following == m_following) return;
    m_following = following;
    if (following == Following::Live) m_axis.endAt(std::max(knownUntil(), m_axis.span()));
    moved();
    Q_EMIT followingChanged(following);
}

void SignalsCanvas::stopFollowing() { setFollowing(Following::Still); }

void SignalsCanvas::moved()
{
    update();
    Q_EMIT spanChanged();
}

void SignalsCanvas::setCurrentLane(int row)
{
    row = std::clamp(row, -1, m_lanes.rowCount() - 1);
    if (row == m_current) return;
    m_current = row;
    update();
    Q_EMIT currentLaneChanged(row);
}

void SignalsCanvas::setScroll(int pixels)
{
    m_scroll = pixels;
    update();
}

int SignalsCanvas::lanesHeight() const
{
    int height = 0;
    for (const Lane& lane : m_lanes.lanes()) height += lane.height;
    return height;
}

QRect SignalsCanvas::laneRect(int row) const
{
    int y = rulerHeight - m_scroll;
    for (int before = 0; before < row; ++before) y += m_lanes.lane(before).height;
    return {0, y, width(), m_lanes.lane(row).height};
}

void SignalsCanvas::setCursor(int number, std::optional<double> when)
{
    if (when) when = std::max(*when, 0.0);
    m_cursors[static_cast<std::size_t>(number)] = when;
    update();
    Q_EMIT cursorsMoved();
}

// Live, the right end is what one looks at; otherwise the cursor in view, or the middle.
void SignalsCanvas::zoomIn()
{
    m_axis.zoom(zoomStep, m_following == Following::Live ? width() : width() / 2.0);
    moved();
}

void SignalsCanvas::zoomOut()
{
    m_axis.zoom(1 / zoomStep, m_following == Following::Live ? width() : width() / 2.0);
    moved();
}

void SignalsCanvas::fitAll()
{
    double from = knownUntil();
    for (const Lane& lane : m_lanes.lanes()) {
        if (const auto wave = waveOf(m_capture, lane.signal); wave && lane.kind == LaneKind::Digital && !wave->empty())
            from = std::min(from, nanoseconds(wave->begin()));
    }
    const double margin = std::max((knownUntil() - from) * 0.02, 100.0);
    showSpan(from - margin, knownUntil() + margin);
}

void SignalsCanvas::searchEdge(EdgeSearch direction)
{
    if (m_current < 0 && m_lanes.rowCount() > 0) setCurrentLane(0);
    if (m_current < 0) return;
    const auto wave = waveOf(m_capture, m_lanes.lane(m_current).signal);
    if (!wave) return;
    const double middle = m_axis.at(width() / 2.0);
    const double start = m_cursors[0].value_or(middle);
    const time::VirtualTime when = time::powerOn + time::Duration{std::llround(std::max(start, 0.0))};
    const auto edge = direction == EdgeSearch::Next ? wave->edgeAfter(when) : wave->edgeBefore(when);
    if (!edge) return;
    stopFollowing();
    const double found = nanoseconds(edge->when);
    setCursor(0, found);
    if (m_axis.x(found) < 0 || m_axis.x(found) > width()) m_axis.centreOn(found);
    moved();
}

void SignalsCanvas::resizeEvent(QResizeEvent*)
{
    const double end = m_axis.to();
    m_axis.setWidth(width());
    if (m_following == Following::Live) m_axis.endAt(end);
    moved();
}

}  // namespace coroboard::gui
