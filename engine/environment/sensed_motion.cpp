// SPDX-License-Identifier: MIT
#include "environment/sensed_motion.h"

#include "base/random.h"

namespace coroboard::environment {

SensedMotion::Feeling::Feeling(const AxesSensing& axes, const Random& random)
    : m_axes(axes),
      m_x(random.stream("x").seed(), axes.noiseStep),
      m_y(random.stream("y").seed(), axes.noiseStep),
      m_z(random.stream("z").seed(), axes.noiseStep)
{}

Vector SensedMotion::Feeling::at(time::VirtualTime when, Vector truth) const
{
    const Vector felt = truth + m_axes.offset;
    return m_axes.noise == 0 ? felt : felt + Vector{m_x.at(when), m_y.at(when), m_z.at(when)} * m_axes.noise;
}

SensedMotion::SensedMotion(Senses& senses, AxesSensing acceleration, AxesSensing rotation, AxesSensing magneticField)
    : Sense(senses),
      m_pose(senses.environment().pose()),
      m_acceleration(acceleration, senses.random("acceleration")),
      m_rotation(rotation, senses.random("rotation")),
      m_magneticField(magneticField, senses.random("magnetic field"))
{}

Vector SensedMotion::acceleration(time::VirtualTime when) const
{
    return m_frozen ? m_frozen->acceleration : m_acceleration.at(when, m_pose.acceleration(when));
}

Vector SensedMotion::rotation(time::VirtualTime when) const
{
    return m_frozen ? m_frozen->rotation : m_rotation.at(when, m_pose.rotation(when));
}

Vector SensedMotion::magneticField(time::VirtualTime when) const
{
    return m_frozen ? m_frozen->magneticField : m_magneticField.at(when, m_pose.magneticField(when));
}

void SensedMotion::freezeAt(time::VirtualTime when)
{
    m_frozen = Frozen{acceleration(when), rotation(when), magneticField(when)};
}

}  // namespace coroboard::environment
