// SPDX-License-Identifier: MIT
#pragma once
// The control for a quantity of the world, as environment/quantities.h describes it, so that every part that senses it names, measures and
// labels it alike. A part narrows the range to what its data sheet promises:
//
//   .controls = {quantityControl(quantity::temperature, -40, 85), quantityControl(quantity::humidity)}

#include <string_view>
#include <vector>

#include "environment/quantities.h"
#include "parts/part_view.h"

namespace coroboard::parts {

namespace quantity = environment::quantity;

// The control's id is the quantity's name. ENSUREs that quantities.h describes it.
ControlDescription quantityControl(std::string_view quantity);
ControlDescription quantityControl(std::string_view quantity, double minimum, double maximum);

// Those of the board's pose, for motion sensors: roll, pitch, yaw, acceleration_*, and for a gyroscope rotation_*; ranges of the sensor.
std::vector<ControlDescription> motionControls(double highestAcceleration);
std::vector<ControlDescription> motionControls(double highestAcceleration, double highestRotation);

}  // namespace coroboard::parts
