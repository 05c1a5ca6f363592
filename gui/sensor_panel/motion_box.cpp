// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/motion_box.h"

#include <QGridLayout>
#include <QPushButton>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "theme/theme.h"

namespace coroboard::gui {

using environment::Gesture;

namespace {

QString gestureText(Gesture gesture)
{
    switch (gesture) {
    case Gesture::Shake: return MotionBox::tr("Shake");
    case Gesture::Tilt: return MotionBox::tr("Tilt");
    case Gesture::Tap: return MotionBox::tr("Tap");
    case Gesture::DoubleTap: return MotionBox::tr("Double tap");
    case Gesture::FreeFall: return MotionBox::tr("Drop");
    case Gesture::Rotate: return MotionBox::tr("Turn around");
    }
    return {};
}

}  // namespace

bool isOfPose(const parts::ControlDescription& control)
{
    constexpr std::array<std::string_view, 9> names = {"roll",           "pitch",          "yaw",        "acceleration_x", "acceleration_y",
                                                       "acceleration_z", "rotation_x",     "rotation_y", "rotation_z"};
    return std::find(names.begin(), names.end(), control.quantity) != names.end();
}

MotionBox::MotionBox(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing::tight);
    m_pose = new PoseView(this);
    grid->addWidget(m_pose, 0, 0, 1, 3);
    connect(m_pose, &PoseView::turned, this, &MotionBox::turn);
    int place = 0;
    for (const Gesture gesture : environment::gestures()) {
        auto* button = new QPushButton(gestureText(gesture), this);
        button->setProperty("compact", true);
        button->setAccessibleName(gestureText(gesture));
        button->setObjectName(QString::fromLatin1(environment::gestureName(gesture).data()));
        connect(button, &QPushButton::clicked, this, [this, gesture] { Q_EMIT asked(simulation::PerformGesture{gesture}); });
        grid->addWidget(button, 1 + place / 3, place % 3);
        ++place;
    }
}

void MotionBox::turn(const PoseAngles& angles)
{
    const PoseAngles last = std::exchange(m_last, angles);
    if (angles.roll != last.roll) Q_EMIT moved(QStringLiteral("roll"), angles.roll);
    if (angles.pitch != last.pitch) Q_EMIT moved(QStringLiteral("pitch"), angles.pitch);
    if (angles.yaw != last.yaw) Q_EMIT moved(QStringLiteral("yaw"), angles.yaw);
}

void MotionBox::show(const std::vector<parts::ControlView>& controls)
{
    PoseAngles actual;
    PoseAngles put;
    for (const auto& control : controls) {
        const auto take = [&](double PoseAngles::*angle) {
            actual.*angle = control.actual;
            put.*angle = control.value;
        };
        if (control.id == "roll") take(&PoseAngles::roll);
        if (control.id == "pitch") take(&PoseAngles::pitch);
        if (control.id == "yaw") take(&PoseAngles::yaw);
    }
    m_last = put;
    m_pose->show(actual, put);
}

}  // namespace coroboard::gui
