// SPDX-License-Identifier: MIT
#pragma once
// The quantities of the physical world that parts sense: their names, units and ranges, fixed here once. A part's control names one of them
// as its `quantity`; a stimulus drives one; a recorded CSV has them as column titles. Values are always in the unit given here.
//
// Frames. Board: x to the right of the picture, y to its top, z out of it towards the viewer. World: x east, y north, z up. At roll, pitch
// and yaw of zero the two agree: the board lies flat, face up, its top to the north. The board is turned by yaw about z, then by pitch
// about y, then by roll about x, each counterclockwise seen against the axis.

#include <string_view>
#include <vector>

namespace coroboard::environment {

namespace quantity {

inline constexpr std::string_view temperature = "temperature";              // of the air
inline constexpr std::string_view boardHeating = "board_heating";           // of the board above the air, once it has settled
inline constexpr std::string_view objectTemperature = "object_temperature"; // of what an infrared thermometer looks at
inline constexpr std::string_view humidity = "humidity";                    // relative
inline constexpr std::string_view pressure = "pressure";                    // of the air where the board is; moves with altitude
inline constexpr std::string_view light = "light";                          // illuminance
inline constexpr std::string_view colourRed = "colour_red";                 // share of each in the light: 1, 1, 1 is white
inline constexpr std::string_view colourGreen = "colour_green";
inline constexpr std::string_view colourBlue = "colour_blue";
inline constexpr std::string_view distance = "distance";                    // to what is in front of the board
inline constexpr std::string_view sound = "sound";                          // sound pressure level
inline constexpr std::string_view eco2 = "eco2";                            // equivalent CO2
inline constexpr std::string_view tvoc = "tvoc";                            // volatile organic compounds
inline constexpr std::string_view weight = "weight";                        // on the scale
inline constexpr std::string_view soilMoisture = "soil_moisture";
inline constexpr std::string_view supplyVoltage = "supply_voltage";         // what feeds the board: battery or USB
inline constexpr std::string_view loadVoltage = "load_voltage";             // of a circuit that a power meter watches
inline constexpr std::string_view loadCurrent = "load_current";

// The board as one rigid body: environment/pose.h makes of these what accelerometer, gyroscope and magnetometer read.
inline constexpr std::string_view roll = "roll";
inline constexpr std::string_view pitch = "pitch";
inline constexpr std::string_view yaw = "yaw";
inline constexpr std::string_view accelerationX = "acceleration_x";         // linear, in the board's frame, without gravity
inline constexpr std::string_view accelerationY = "acceleration_y";
inline constexpr std::string_view accelerationZ = "acceleration_z";
inline constexpr std::string_view rotationX = "rotation_x";                 // steady spin about the board's own axes
inline constexpr std::string_view rotationY = "rotation_y";
inline constexpr std::string_view rotationZ = "rotation_z";
inline constexpr std::string_view gravity = "gravity";                      // 0 while falling
inline constexpr std::string_view magneticField = "magnetic_field";         // strength of the field, to the north
inline constexpr std::string_view magneticInclination = "magnetic_inclination"; // below the horizon

// Where the board is: environment/position.h moves it along its course.
inline constexpr std::string_view latitude = "latitude";
inline constexpr std::string_view longitude = "longitude";
inline constexpr std::string_view altitude = "altitude";                    // above sea level
inline constexpr std::string_view speed = "speed";                          // over ground
inline constexpr std::string_view course = "course";                        // clockwise from north

}  // namespace quantity

struct QuantityDescription {
    std::string_view name;   // "temperature"
    std::string_view label;  // "Air temperature"
    std::string_view unit;   // "°C"; empty for a plain share
    double minimum = 0;      // no stimulus leaves this range
    double maximum = 1;
    double step = 0.01;      // a sensible fineness for a slider
    double initial = 0;      // on a bench indoors
};

// All of them, in the order above.
const std::vector<QuantityDescription>& quantityDescriptions();

// Null if there is no such quantity.
const QuantityDescription* describeQuantity(std::string_view name);

}  // namespace coroboard::environment
