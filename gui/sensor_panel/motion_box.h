// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MotionBox: the board's one pose, for boards with a motion sensor: the board in space, to be turned by hand, and the gestures. The angles are
// moved through the controls of the first part that senses them.

#include <QWidget>

#include "parts/part_view.h"
#include "sensor_panel/pose_view.h"
#include "simulation/command.h"

namespace coroboard::gui {

class MotionBox final : public QWidget {
    Q_OBJECT

public:
    explicit MotionBox(QWidget* parent = nullptr);

    void show(const std::vector<parts::ControlView>& controls);
    using QWidget::show;

    PoseView& poseView() const { return *m_pose; }

Q_SIGNALS:
    // A control by its id: "roll", "pitch" or "yaw".
    void moved(const QString& control, double value);
    void asked(const coroboard::simulation::Command& command);

private:
    void turn(const PoseAngles& angles);

    PoseView* m_pose = nullptr;
    PoseAngles m_last;
};

// Whether a control is the pose's; those of several parts are the same.
bool isOfPose(const parts::ControlDescription& control);

}  // namespace coroboard::gui
