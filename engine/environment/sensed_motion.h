// SPDX-License-Identifier: MIT
#pragma once
// SensedMotion: the board's pose as one motion sensor feels it: acceleration, rotation and magnetic field, each with offset and noise of the
// sensor. A pure function of time between two changes. It freezes with its Senses. Owned by the part; used from the loop's thread only.

#include <optional>

#include "environment/noise.h"
#include "environment/pose.h"
#include "environment/senses.h"

namespace coroboard::environment {

// The three axes of one kind of sensor.
struct AxesSensing {
    Vector offset = {};
    double noise = 0;  // standard deviation
    time::Duration noiseStep{1'000'000};
};

class SensedMotion final : private Sense {
public:
    SensedMotion(Senses& senses, AxesSensing acceleration, AxesSensing rotation = {}, AxesSensing magneticField = {});

    Vector acceleration(time::VirtualTime when) const;   // g
    Vector rotation(time::VirtualTime when) const;       // degrees a second
    Vector magneticField(time::VirtualTime when) const;  // µT
    const Pose& pose() const { return m_pose; }

private:
    void freezeAt(time::VirtualTime when) override;
    void thaw() override { m_frozen.reset(); }

    class Feeling {
    public:
        Feeling(const AxesSensing& axes, const Random& random);
        Vector at(time::VirtualTime when, Vector truth) const;

    private:
        AxesSensing m_axes;
        Noise m_x;
        Noise m_y;
        Noise m_z;
    };
    struct Frozen {
        Vector acceleration;
        Vector rotation;
        Vector magneticField;
    };

    Pose& m_pose;
    Feeling m_acceleration;
    Feeling m_rotation;
    Feeling m_magneticField;
    std::optional<Frozen> m_frozen;
};

}  // namespace coroboard::environment
