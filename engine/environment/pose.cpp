// SPDX-License-Identifier: MIT
#include "environment/pose.h"

#include "base/ensure.h"
#include "base/exact_math.h"
#include "environment/quantities.h"

namespace coroboard::environment {

namespace {

constexpr double degree = 3.14159265358979323846 / 180;
constexpr int arrivedAfter = 40;  // turn times: nothing left in a double

double secondsBetween(time::VirtualTime from, time::VirtualTime to)
{
    return static_cast<double>((to - from).count()) * 1e-9;
}

}  // namespace

Pose::Pose(Environment& environment, const time::Timeline& timeline) : m_environment(environment), m_timeline(timeline)
{
    using namespace quantity;
    const auto follow = [this](std::string_view name, void (Pose::*changed)()) {
        auto& followed = m_environment.quantity(name);
        if (changed)
            m_followings.push_back(
                std::make_unique<Following>(followed, [this, changed](double) { (this->*changed)(); }));
    };
    for (const auto name : {roll, pitch, yaw})
        follow(name, &Pose::aim);
    for (const auto name : {rotationX, rotationY, rotationZ})
        follow(name, &Pose::changeSpin);
    for (const auto name :
         {accelerationX, accelerationY, accelerationZ, gravity, quantity::magneticField, magneticInclination})
        follow(name, nullptr);
    m_target = fromAngles({now(roll), now(pitch), now(yaw)});
    m_spin = Vector{now(rotationX), now(rotationY), now(rotationZ)} * degree;
}

double Pose::now(std::string_view name) const
{
    const Quantity* found = m_environment.find(name);
    ENSURE(found, "a pose made its quantities");
    return found->value();
}

void Pose::aim()
{
    const auto when = m_timeline.now();
    const Quaternion present = orientation(when);
    m_target = fromAngles({now(quantity::roll), now(quantity::pitch), now(quantity::yaw)});
    m_turn = toRotationVector(present.inverse() * m_target);
    m_turnSince = when;
    m_spun = {};
    m_spinSince = when;
}

void Pose::changeSpin()
{
    const auto when = m_timeline.now();
    m_spun = spun(when);
    m_spinSince = when;
    m_spin = Vector{now(quantity::rotationX), now(quantity::rotationY), now(quantity::rotationZ)} * degree;
}

// 1 at the start of the turn, 0 at its end.
double Pose::restOfTurn(time::VirtualTime when) const
{
    if (when >= m_turnSince + arrivedAfter * turnTime)
        return 0;
    return exponential(-static_cast<double>((when - m_turnSince).count()) / static_cast<double>(turnTime.count()));
}

Quaternion Pose::turned(time::VirtualTime when) const
{
    return m_target * fromRotationVector(m_turn * -restOfTurn(when));
}

Quaternion Pose::spun(time::VirtualTime when) const
{
    return m_spun * fromRotationVector(m_spin * secondsBetween(m_spinSince, when));
}

Quaternion Pose::orientation(time::VirtualTime when) const
{
    return turned(when) * spun(when);
}

Vector Pose::acceleration(time::VirtualTime when) const
{
    const Vector support = turn(orientation(when).inverse(), {0, 0, now(quantity::gravity)});
    return support + Vector{now(quantity::accelerationX), now(quantity::accelerationY), now(quantity::accelerationZ)};
}

Vector Pose::rotation(time::VirtualTime when) const
{
    const Vector turning = m_turn * (restOfTurn(when) / (static_cast<double>(turnTime.count()) * 1e-9));
    return (turn(spun(when).inverse(), turning) + m_spin) * (1 / degree);
}

Vector Pose::magneticField(time::VirtualTime when) const
{
    const double strength = now(quantity::magneticField);
    const double inclination = now(quantity::magneticInclination) * degree;
    const Vector field{0, strength * cosine(inclination), -strength * sine(inclination)};
    return turn(orientation(when).inverse(), field);
}

}  // namespace coroboard::environment
