// SPDX-License-Identifier: MIT
#pragma once
// Pose: the board as one rigid body, so that accelerometer, gyroscope and magnetometer always tell the same story. It follows the
// quantities roll, pitch, yaw, acceleration_*, rotation_*, gravity, magnetic_* (quantities.h says which way they point).
//
// A new orientation is not jumped to: the board turns there about one axis, the rest of the way shrinking by e every 40 ms, and the
// gyroscope reads exactly that turn, so what a program integrates is the angle it was turned. A spin (rotation_*) goes on about the board's own
// axes until it is set to zero; setting an angle puts the board there first. A pure function of time between two changes.
// Owned by the Environment; used from the loop's thread only.

#include <memory>
#include <vector>

#include "environment/environment.h"
#include "environment/rotation.h"
#include "time/timeline.h"

namespace coroboard::environment {

class Pose {
public:
    static constexpr time::Duration turnTime{40'000'000};

    Pose(Environment& environment, const time::Timeline& timeline);

    // From the board's frame to the world's.
    Quaternion orientation(time::VirtualTime when) const;
    Angles angles(time::VirtualTime when) const { return toAngles(orientation(when)); }

    // What ideal sensors on the board read, in the board's frame.
    Vector acceleration(time::VirtualTime when) const;   // g; lying flat and still it is (0, 0, 1)
    Vector rotation(time::VirtualTime when) const;       // degrees a second
    Vector magneticField(time::VirtualTime when) const;  // µT

private:
    double now(std::string_view name) const;
    void aim();
    void changeSpin();
    Quaternion turned(time::VirtualTime when) const;
    Quaternion spun(time::VirtualTime when) const;
    double restOfTurn(time::VirtualTime when) const;

    Environment& m_environment;
    const time::Timeline& m_timeline;
    Quaternion m_target;
    Vector m_turn;  // the rotation vector that leads to the target, as of m_turnSince
    time::VirtualTime m_turnSince{};
    Quaternion m_spun;  // by the spin, until m_spinSince
    Vector m_spin;      // radians a second
    time::VirtualTime m_spinSince{};
    std::vector<std::unique_ptr<Following>> m_followings;
};

}  // namespace coroboard::environment
