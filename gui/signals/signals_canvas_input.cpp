// SPDX-License-Identifier: GPL-3.0-or-later
#include <QMouseEvent>
#include <cmath>

#include "signals/signals_canvas.h"

namespace coroboard::gui {

namespace {

constexpr double wheelStep = 1.25;
constexpr double keyShare = 0.1;                             // of the width, for one arrow key
constexpr int grabPixels = 5;
constexpr int snapPixels = 6;

}  // namespace

int SignalsCanvas::laneAt(double y) const
{
    if (y < rulerHeight) return -1;
    for (int row = 0; row < m_lanes.rowCount(); ++row)
        if (const QRect rect = laneRect(row); y >= rect.top() && y < rect.top() + rect.height()) return row;
    return -1;
}

int SignalsCanvas::cursorAt(const QPointF& place) const
{
    for (int number = 0; number < cursorCount; ++number) {
        const auto& cursor = m_cursors[static_cast<std::size_t>(number)];
        if (cursor && std::abs(m_axis.x(*cursor) - place.x()) <= (place.y() < rulerHeight ? 2 * grabPixels : grabPixels)) return number;
    }
    return -1;
}

// The instant under a place; that of an edge of the lane there when one is near.
double SignalsCanvas::snapped(const QPointF& place) const
{
    const double when = std::max(m_axis.at(place.x()), 0.0);
    const int row = place.y() < rulerHeight ? m_current : laneAt(place.y());
    if (row < 0 || m_lanes.lane(row).kind != LaneKind::Digital) return when;
    const auto wave = waveOf(m_capture, m_lanes.lane(row).signal);
    if (!wave) return when;
    const time::VirtualTime instant = m_axis.timeAt(place.x());
    double best = when;
    double distance = snapPixels;
    for (const auto& edge : {wave->edgeAfter(instant - time::Duration{1}), wave->edgeBefore(instant)}) {
        if (!edge) continue;
        const double away = std::abs(m_axis.x(nanoseconds(edge->when)) - place.x());
        if (away >= distance) continue;
        distance = away;
        best = nanoseconds(edge->when);
    }
    return best;
}

void SignalsCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    const QPointF place = event->position();
    m_drag = {Grip::Pan, 0, place, place, false};
    if (const int cursor = cursorAt(place); cursor >= 0) {
        m_drag.grip = Grip::Cursor;
        m_drag.cursor = cursor;
    } else if (place.y() < rulerHeight) {
        m_drag.grip = Grip::Cursor;
        m_drag.cursor = event->modifiers() & Qt::ShiftModifier ? 1 : 0;
        setCursor(m_drag.cursor, snapped(place));
    } else if (event->modifiers() & Qt::ShiftModifier) {
        m_drag.grip = Grip::Mark;
    }
    if (const int row = laneAt(place.y()); row >= 0) setCurrentLane(row);
}

void SignalsCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF place = event->position();
    m_hover = place;
    setToolTip(place.y() < rulerHeight ? tr("Click: cursor A, Shift+click: cursor B") : QString());
    const double step = place.x() - m_drag.last.x();
    m_drag.moved = m_drag.moved || (place - m_drag.began).manhattanLength() >= 3;
    switch (m_drag.grip) {
    case Grip::None: QWidget::setCursor(cursorAt(place) >= 0 ? Qt::SizeHorCursor : place.y() < rulerHeight ? Qt::PointingHandCursor : Qt::ArrowCursor); break;
    case Grip::Pan:
        if (!m_drag.moved) break;
        QWidget::setCursor(Qt::ClosedHandCursor);
        stopFollowing();
        m_axis.pan(-step);
        m_drag.last = place;
        moved();
        break;
    case Grip::Cursor: setCursor(m_drag.cursor, snapped(place)); break;
    case Grip::Mark: break;
    }
    update();
}

void SignalsCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const Drag drag = std::exchange(m_drag, {});
    QWidget::setCursor(Qt::ArrowCursor);
    if (drag.grip != Grip::Mark || !drag.moved) return;
    const double one = m_axis.at(drag.began.x());
    const double other = m_axis.at(event->position().x());
    showSpan(std::min(one, other), std::max(one, other));
}

void SignalsCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || event->position().y() < rulerHeight) return;
    stopFollowing();
    m_axis.zoom(event->modifiers() & Qt::ControlModifier ? 1 / 3.0 : 3.0, event->position().x());
    moved();
}

void SignalsCanvas::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const bool sideways = event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y());
    if (sideways) {
        stopFollowing();
        m_axis.pan(-(turned.x() ? turned.x() : turned.y()) * width() * keyShare / 120);
    } else {
        const bool live = m_following == Following::Live;
        m_axis.zoom(std::pow(wheelStep, turned.y() / 120.0), live ? width() : event->position().x());
    }
    moved();
    event->accept();
}

bool SignalsCanvas::moveByKey(int key, Qt::KeyboardModifiers modifiers)
{
    const double step = width() * (modifiers & Qt::ShiftModifier ? 0.9 : keyShare);
    switch (key) {
    case Qt::Key_Left:
        stopFollowing();
        m_axis.pan(-step);
        break;
    case Qt::Key_Right:
        stopFollowing();
        m_axis.pan(step);
        break;
    case Qt::Key_Home:
        stopFollowing();
        m_axis.pan(-1e18 / m_axis.scale());
        break;
    case Qt::Key_End: setFollowing(Following::Live); break;
    case Qt::Key_Up: setCurrentLane(std::max(m_current - 1, 0)); break;
    case Qt::Key_Down: setCurrentLane(m_current + 1); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); break;
    case Qt::Key_Minus: zoomOut(); break;
    case Qt::Key_F: fitAll(); break;
    default: return false;
    }
    moved();
    return true;
}

void SignalsCanvas::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return QWidget::keyPressEvent(event);
    const double pointed = m_hover ? snapped(*m_hover) : m_axis.at(width() / 2.0);
    switch (event->key()) {
    case Qt::Key_A: setCursor(0, pointed); return;
    case Qt::Key_B: setCursor(1, pointed); return;
    case Qt::Key_T: Q_EMIT triggerAsked(); return;
    case Qt::Key_Period: searchEdge(EdgeSearch::Next); return;
    case Qt::Key_Comma: searchEdge(EdgeSearch::Previous); return;
    case Qt::Key_Escape:
        setCursor(0, std::nullopt);
        setCursor(1, std::nullopt);
        return;
    default:
        if (!moveByKey(event->key(), event->modifiers())) QWidget::keyPressEvent(event);
    }
}

void SignalsCanvas::leaveEvent(QEvent*)
{
    m_hover.reset();
    update();
}

}  // namespace coroboard::gui
