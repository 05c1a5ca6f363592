// SPDX-License-Identifier: MIT
#include "parts/quantity_control.h"

#include <algorithm>
#include <string>

#include "base/ensure.h"

namespace coroboard::parts {

ControlDescription quantityControl(std::string_view name)
{
    const auto* described = environment::describeQuantity(name);
    ENSURE(described, "quantities.h describes the quantity of every control");
    return {.id = std::string(name),
            .label = std::string(described->label),
            .quantity = std::string(name),
            .unit = std::string(described->unit),
            .minimum = described->minimum,
            .maximum = described->maximum,
            .step = described->step,
            .initial = described->initial,
            .kind = ControlKind::Slider};
}

ControlDescription quantityControl(std::string_view name, double minimum, double maximum)
{
    ControlDescription control = quantityControl(name);
    ENSURE(minimum >= control.minimum && maximum <= control.maximum, "a part senses less than there is in the world");
    control.minimum = minimum;
    control.maximum = maximum;
    control.initial = std::clamp(control.initial, minimum, maximum);
    return control;
}

std::vector<ControlDescription> motionControls(double highestAcceleration)
{
    std::vector<ControlDescription> controls = {quantityControl(quantity::roll), quantityControl(quantity::pitch),
                                                quantityControl(quantity::yaw)};
    for (const auto axis : {quantity::accelerationX, quantity::accelerationY, quantity::accelerationZ})
        controls.push_back(quantityControl(axis, -highestAcceleration, highestAcceleration));
    return controls;
}

std::vector<ControlDescription> motionControls(double highestAcceleration, double highestRotation)
{
    std::vector<ControlDescription> controls = motionControls(highestAcceleration);
    for (const auto axis : {quantity::rotationX, quantity::rotationY, quantity::rotationZ})
        controls.push_back(quantityControl(axis, -highestRotation, highestRotation));
    return controls;
}

}  // namespace coroboard::parts
