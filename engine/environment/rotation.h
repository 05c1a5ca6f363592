// SPDX-License-Identifier: MIT
#pragma once
// Vectors, and rotations as unit quaternions: turn(q, v) gives in the outer frame what v is in the turned one. Built on exact_math, so
// the same bits everywhere.

namespace coroboard::environment {

struct Vector {
    double x = 0;
    double y = 0;
    double z = 0;

    friend Vector operator+(Vector a, Vector b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
    friend Vector operator-(Vector a, Vector b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    friend Vector operator*(Vector v, double factor) { return {v.x * factor, v.y * factor, v.z * factor}; }
    bool operator==(const Vector&) const = default;
};

double length(Vector v);

struct Quaternion {
    double w = 1;
    double x = 0;
    double y = 0;
    double z = 0;

    // First the right one, then the left one, as seen in the outer frame.
    friend Quaternion operator*(Quaternion a, Quaternion b);
    Quaternion inverse() const { return {w, -x, -y, -z}; }
    bool operator==(const Quaternion&) const = default;
};

Vector turn(Quaternion rotation, Vector v);

// Degrees: yaw about z, then pitch about y, then roll about x.
struct Angles {
    double roll = 0;
    double pitch = 0;
    double yaw = 0;
};
Quaternion fromAngles(Angles angles);
Angles toAngles(Quaternion rotation);  // roll and yaw in (-180, 180], pitch in [-90, 90]

// About the vector's direction by its length in radians; the way back gives the shorter turn, at most π.
Quaternion fromRotationVector(Vector radians);
Vector toRotationVector(Quaternion rotation);

}  // namespace coroboard::environment
