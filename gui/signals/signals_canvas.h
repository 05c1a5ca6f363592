// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SignalsCanvas: the plot of the logic analyser: a ruler, the lanes under it, cursors, a read-out where the mouse is. GUI thread.
// It draws an immutable recording (SignalCapture) and moves over it by itself: wheel zooms, dragging moves, keys do everything too.
//
//   wheel, + −       zoom          drag, ← →        move            Shift+drag       zoom to what is marked
//   ruler click, A   cursor A      Shift+click, B   cursor B        Esc              no cursors
//   . ,              next, previous edge of the chosen lane         Home, End, F     beginning, live, everything

#include <QTimer>
#include <QWidget>
#include <array>
#include <optional>

#include "signals/decodings.h"
#include "signals/lane_data.h"
#include "signals/lane_model.h"
#include "signals/time_axis.h"
#include "signals/trigger_watch.h"

namespace coroboard::gui {

enum class Following { Live, Still };
enum class EdgeSearch { Next, Previous };

class SignalsCanvas final : public QWidget {
    Q_OBJECT

public:
    static constexpr int rulerHeight = 28;
    static constexpr int cursorCount = 2;                    // A and B

    SignalsCanvas(LaneModel& lanes, QWidget* parent = nullptr);

    void show(const trace::SignalCapture& capture);
    using QWidget::show;
    const trace::SignalCapture& capture() const { return m_capture; }

    const TimeAxis& axis() const { return m_axis; }
    void showSpan(double from, double to);
    Following following() const { return m_following; }
    void setFollowing(Following following);

    int currentLane() const { return m_current; }
    void setCurrentLane(int row);
    void setScroll(int pixels);                              // of the lanes, downwards
    int lanesHeight() const;

    // An instant in nanoseconds, or none.
    std::optional<double> cursor(int number) const { return m_cursors[static_cast<std::size_t>(number)]; }
    void setCursor(int number, std::optional<double> when);

    // Live until it goes off; then the view stands still with that instant a quarter from the left.
    void arm(const trace::Trigger& trigger, TriggerMode mode);
    void disarm();
    const TriggerWatch& trigger() const { return m_trigger; }

    const Decodings& decodings() const { return m_decodings; }

    // Where a lane lies, in the canvas.
    QRect laneRect(int row) const;

    QSize sizeHint() const override { return {600, 200}; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fitAll();
    // Moves cursor A (the plot's middle if there is none) to the chosen lane's next or previous edge and brings it into view.
    void searchEdge(coroboard::gui::EdgeSearch direction);

Q_SIGNALS:
    void currentLaneChanged(int row);
    void followingChanged(coroboard::gui::Following following);
    void cursorsMoved();
    void spanChanged();
    void triggerChanged();
    void triggerAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Grip { None, Pan, Cursor, Mark };
    struct Drag {
        Grip grip = Grip::None;
        int cursor = 0;
        QPointF began;
        QPointF last;
        bool moved = false;
    };

    // signals_canvas.cpp
    void moved();
    void stopFollowing();
    void watchTrigger();
    void decode();
    std::optional<double> markBeside(const Lane& lane, double start, EdgeSearch direction) const;
    double knownUntil() const { return nanoseconds(m_capture.until); }

    // signals_canvas_input.cpp
    int laneAt(double y) const;
    int cursorAt(const QPointF& place) const;
    double snapped(const QPointF& place) const;
    bool moveByKey(int key, Qt::KeyboardModifiers modifiers);

    // signals_canvas_painting.cpp
    void paintRuler(QPainter& painter, const TimeAxis::Ticks& ticks) const;
    void paintLane(QPainter& painter, int row) const;
    void paintPwm(QPainter& painter, const QRectF& area, const trace::DigitalWave& wave, const QColor& colour) const;
    void paintDecoded(QPainter& painter, const QRectF& area, const Lane& lane) const;
    void paintCursors(QPainter& painter) const;
    void paintTrigger(QPainter& painter) const;
    void paintHover(QPainter& painter) const;
    QStringList hoverLines(const Lane& lane, double when) const;
    QStringList decodedLines(const Lane& lane, time::VirtualTime when) const;

    LaneModel& m_lanes;
    trace::SignalCapture m_capture;
    Decodings m_decodings;
    QTimer m_decodeOn;                                       // while there is more to read than fits a frame
    TimeAxis m_axis;
    Following m_following = Following::Live;
    int m_current = -1;
    int m_scroll = 0;
    std::array<std::optional<double>, cursorCount> m_cursors;
    TriggerWatch m_trigger;
    Drag m_drag;
    std::optional<QPointF> m_hover;
};

}  // namespace coroboard::gui
