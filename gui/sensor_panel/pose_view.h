// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PoseView: the board in space, drawn as it lies and turned by hand: dragging tilts it (roll and pitch), dragging with Shift held or the
// wheel turns it (yaw), a double click lays it flat. Arrow keys, Page Up and Page Down and Home do the same. It says where the hand put it and
// shows where the engine says it is. The frames are those of the quantities: x to the right, y to the top of the board, z out of it.

#include <QQuaternion>
#include <QWidget>

namespace coroboard::gui {

struct PoseAngles {
    double roll = 0;
    double pitch = 0;
    double yaw = 0;
    bool operator==(const PoseAngles&) const = default;
};

class PoseView final : public QWidget {
    Q_OBJECT

public:
    explicit PoseView(QWidget* parent = nullptr);

    // Where it is drawn.
    PoseAngles angles() const { return m_angles; }
    // Where the board is, and where it was put; a hand that holds it goes before.
    void show(const PoseAngles& actual, const PoseAngles& put);
    using QWidget::show;

    QSize sizeHint() const override { return {220, 170}; }

Q_SIGNALS:
    void turned(const coroboard::gui::PoseAngles& angles);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void turn(PoseAngles angles);
    QPointF project(const QVector3D& board) const;
    QVector3D seen(const QVector3D& board) const;
    void drawAxes(QPainter& painter) const;

    PoseAngles m_angles;
    PoseAngles m_put;
    int m_unconfirmed = 0;  // snapshots still to come from before the last turn
    QPointF m_last;
    bool m_held = false;
};

}  // namespace coroboard::gui
