// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/signals_canvas.h"

#include <algorithm>
#include <cmath>

namespace coroboard::gui {

namespace {

constexpr double firstSpan = 2e9;
constexpr double zoomStep = 1.5;
constexpr double triggerShare = 0.25;                        // where the trigger comes to lie

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
    m_decodeOn.setSingleShot(true);
    m_decodeOn.setInterval(16);
    connect(&m_decodeOn, &QTimer::timeout, this, &SignalsCanvas::decode);
    connect(&m_lanes, &LaneModel::changed, this, &SignalsCanvas::decode);
}

void SignalsCanvas::show(const trace::SignalCapture& capture)
{
    const bool afresh = capture.recording != m_capture.recording || capture.signals != m_capture.signals;
    const bool same = !afresh && capture.until == m_capture.until;
    m_capture = capture;
    if (same) return;
    if (afresh) {
        m_cursors.fill(std::nullopt);
        m_trigger.restart();
        Q_EMIT cursorsMoved();
    }
    watchTrigger();
    if (m_following == Following::Live) {
        m_axis.endAt(std::max(knownUntil(), m_axis.span()));
        Q_EMIT spanChanged();
    }
    decode();
}

void SignalsCanvas::arm(const trace::Trigger& trigger, TriggerMode mode)
{
    m_trigger.arm(trigger, mode, m_capture.until);
    setFollowing(Following::Live);
    Q_EMIT triggerChanged();
}

void SignalsCanvas::disarm()
{
    m_trigger.disarm();
    Q_EMIT triggerChanged();
}

void SignalsCanvas::watchTrigger()
{
    const time::Duration holdOff{std::llround(m_axis.span() * (1 - triggerShare))};
    const auto when = m_trigger.advance(m_capture, holdOff);
    if (!when) return;
    stopFollowing();
    m_axis.show(nanoseconds(*when) - m_axis.span() * triggerShare, nanoseconds(*when) + m_axis.span() * (1 - triggerShare));
    moved();
    Q_EMIT triggerChanged();
}

void SignalsCanvas::decode()
{
    if (m_decodings.advance(m_lanes, m_capture) == Decodings::Progress::More) m_decodeOn.start();
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
    const auto found = markBeside(m_lanes.lane(m_current), m_cursors[0].value_or(m_axis.at(width() / 2.0)), direction);
    if (!found) return;
    stopFollowing();
    setCursor(0, *found);
    if (m_axis.x(*found) < 0 || m_axis.x(*found) > width()) m_axis.centreOn(*found);
    moved();
}

// The next edge of a wave, change of a value, or word of a decoder; or the previous one.
std::optional<double> SignalsCanvas::markBeside(const Lane& lane, double start, EdgeSearch direction) const
{
    const bool next = direction == EdgeSearch::Next;
    const time::VirtualTime when = time::powerOn + time::Duration{std::llround(std::max(start, 0.0))};
    if (lane.kind == LaneKind::Decoded) {
        const auto* run = m_decodings.find(lane);
        if (!run) return std::nullopt;
        const auto words = next ? run->within(0, when, m_capture.until) : run->within(0, time::powerOn, when);
        for (const auto& word : words)
            if (next && word.from > when) return nanoseconds(word.from);
        return next || words.empty() ? std::nullopt : std::optional(nanoseconds(words.back().from));
    }
    if (lane.kind == LaneKind::Analog) {
        const auto values = valuesOf(m_capture, lane.signal);
        if (!values) return std::nullopt;
        const std::uint64_t at = values->view.endAt(next ? when : when - time::Duration{1});
        if (next ? at >= values->view.end() : at <= values->view.first()) return std::nullopt;
        return nanoseconds(values->view.time(next ? at : at - 1));
    }
    const auto wave = waveOf(m_capture, lane.signal);
    if (!wave) return std::nullopt;
    const auto edge = next ? wave->edgeAfter(when) : wave->edgeBefore(when);
    return edge ? std::optional(nanoseconds(edge->when)) : std::nullopt;
}

void SignalsCanvas::resizeEvent(QResizeEvent*)
{
    const double end = m_axis.to();
    m_axis.setWidth(width());
    if (m_following == Following::Live) m_axis.endAt(end);
    moved();
}

}  // namespace coroboard::gui
