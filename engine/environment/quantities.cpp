// SPDX-License-Identifier: MIT
#include "environment/quantities.h"

namespace coroboard::environment {

const std::vector<QuantityDescription>& quantityDescriptions()
{
    using namespace quantity;
    static const std::vector<QuantityDescription> all = {
        {temperature, "Air temperature", "°C", -60, 150, 0.1, 22},
        {boardHeating, "Board's own heat", "°C", 0, 60, 0.1, 3},
        {objectTemperature, "Object temperature", "°C", -70, 400, 0.1, 25},
        {humidity, "Relative humidity", "%", 0, 100, 0.1, 45},
        {pressure, "Air pressure", "hPa", 100, 1300, 0.1, 1013.25},
        {light, "Light", "lx", 0, 120'000, 1, 300},
        {colourRed, "Red in the light", "", 0, 1, 0.01, 1},
        {colourGreen, "Green in the light", "", 0, 1, 0.01, 1},
        {colourBlue, "Blue in the light", "", 0, 1, 0.01, 1},
        {distance, "Distance", "mm", 0, 10'000, 1, 500},
        {sound, "Sound level", "dB", 20, 140, 0.5, 40},
        {eco2, "Equivalent CO₂", "ppm", 400, 60'000, 1, 420},
        {tvoc, "Volatile organic compounds", "ppb", 0, 60'000, 1, 10},
        {weight, "Weight", "g", -100'000, 100'000, 0.1, 0},
        {soilMoisture, "Soil moisture", "%", 0, 100, 0.5, 40},
        {supplyVoltage, "Supply voltage", "V", 0, 6, 0.01, 5},
        {loadVoltage, "Load voltage", "V", 0, 36, 0.01, 5},
        {loadCurrent, "Load current", "mA", -20'000, 20'000, 0.1, 120},
        {roll, "Roll", "°", -180, 180, 0.5, 0},
        {pitch, "Pitch", "°", -90, 90, 0.5, 0},
        {yaw, "Yaw", "°", -180, 180, 0.5, 0},
        {accelerationX, "Acceleration x", "g", -100, 100, 0.01, 0},
        {accelerationY, "Acceleration y", "g", -100, 100, 0.01, 0},
        {accelerationZ, "Acceleration z", "g", -100, 100, 0.01, 0},
        {rotationX, "Rotation x", "°/s", -4000, 4000, 0.5, 0},
        {rotationY, "Rotation y", "°/s", -4000, 4000, 0.5, 0},
        {rotationZ, "Rotation z", "°/s", -4000, 4000, 0.5, 0},
        {gravity, "Gravity", "g", 0, 3, 0.01, 1},
        {magneticField, "Magnetic field", "µT", 0, 5000, 0.1, 48},
        {magneticInclination, "Magnetic inclination", "°", -90, 90, 1, 65},
        {latitude, "Latitude", "°", -90, 90, 0.0001, 52.52},
        {longitude, "Longitude", "°", -180, 180, 0.0001, 13.405},
        {altitude, "Altitude", "m", -500, 18'000, 1, 0},
        {speed, "Speed", "km/h", 0, 2000, 0.1, 0},
        {course, "Course", "°", 0, 360, 0.5, 0},
    };
    return all;
}

const QuantityDescription* describeQuantity(std::string_view name)
{
    for (const QuantityDescription& each : quantityDescriptions())
        if (each.name == name)
            return &each;
    return nullptr;
}

}  // namespace coroboard::environment
