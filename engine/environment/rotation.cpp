// SPDX-License-Identifier: MIT
#include "environment/rotation.h"

#include <algorithm>
#include <cmath>

#include "base/exact_math.h"

namespace coroboard::environment {

namespace {

constexpr double degree = 3.14159265358979323846 / 180;

}  // namespace

double length(Vector v)
{
    return std::sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
}

Quaternion operator*(Quaternion a, Quaternion b)
{
    return {a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z, a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
            a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x, a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w};
}

Vector turn(Quaternion rotation, Vector v)
{
    const Quaternion turned = rotation * Quaternion{0, v.x, v.y, v.z} * rotation.inverse();
    return {turned.x, turned.y, turned.z};
}

Quaternion fromAngles(Angles angles)
{
    const auto about = [](double degrees, Vector axis) { return fromRotationVector(axis * (degrees * degree)); };
    return about(angles.yaw, {0, 0, 1}) * about(angles.pitch, {0, 1, 0}) * about(angles.roll, {1, 0, 0});
}

Angles toAngles(Quaternion q)
{
    const double sinePitch = std::clamp(2 * (q.w * q.y - q.z * q.x), -1.0, 1.0);
    const double pitch = arctangent(sinePitch, std::sqrt(1 - sinePitch * sinePitch)) / degree;
    if (std::abs(sinePitch) > 1 - 1e-12)  // roll and yaw turn about the same axis: all of it is called yaw
        return {0, pitch, 2 * arctangent(q.z, q.w) / degree};
    return {arctangent(2 * (q.w * q.x + q.y * q.z), 1 - 2 * (q.x * q.x + q.y * q.y)) / degree, pitch,
            arctangent(2 * (q.w * q.z + q.x * q.y), 1 - 2 * (q.y * q.y + q.z * q.z)) / degree};
}

Quaternion fromRotationVector(Vector radians)
{
    const double angle = length(radians);
    if (angle == 0)
        return {};
    const Vector part = radians * (sine(angle / 2) / angle);
    return {cosine(angle / 2), part.x, part.y, part.z};
}

Vector toRotationVector(Quaternion q)
{
    if (q.w < 0)
        q = {-q.w, -q.x, -q.y, -q.z};
    const double half = length({q.x, q.y, q.z});
    if (half == 0)
        return {};
    return Vector{q.x, q.y, q.z} * (2 * arctangent(half, q.w) / half);
}

}  // namespace coroboard::environment
