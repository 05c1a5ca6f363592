// SPDX-License-Identifier: MIT
#pragma once
// What a sensor of three axes shows of itself: "x", "y" and "z" in its own unit.

#include "environment/pose.h"
#include "parts/part_view.h"

namespace coroboard::parts {

inline void showVector(PartView& view, const environment::Vector& vector)
{
    view.values.push_back({"x", vector.x});
    view.values.push_back({"y", vector.y});
    view.values.push_back({"z", vector.z});
}

}  // namespace coroboard::parts
