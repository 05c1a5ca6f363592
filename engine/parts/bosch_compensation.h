// SPDX-License-Identifier: MIT
#pragma once
// The compensation formulas of Bosch's pressure sensors (BMP280 data sheet BST-BMP280-DS001, 3.11.3 and 8.1; BME280 data sheet
// BST-BME280-DS002, 4.2.3 and 8.1), forwards as a driver computes them, and backwards: which reading of the converter means a value.
// Celsius, pascals, percent.

#include <array>
#include <cstdint>

namespace coroboard::parts {

struct BoschCalibration {
    std::uint16_t t1;
    std::int16_t t2, t3;
    std::uint16_t p1;
    std::array<std::int16_t, 8> p2to9;
    std::uint8_t h1;
    std::int16_t h2;
    std::uint8_t h3;
    std::int16_t h4, h5;
    std::int8_t h6;
};

// The set of the data sheet's worked example (BMP280, 3.12), and a usual one for humidity, of which the data sheet has no example.
inline constexpr BoschCalibration boschExample = {
    27504, 26435, -1000, 36477, {-10685, 3024, 2855, 140, -7, 15500, -14600, 6000}, 75, 370, 0, 313, 50, 30};

// "t_fine", which the other two depend on; a fiftieth of a hundredth of a degree: 5120 to a degree.
double fineTemperature(const BoschCalibration& calibration, double reading);
inline double celsiusOf(double fine)
{
    return fine / 5120;
}
double pascalsOf(const BoschCalibration& calibration, double reading, double fine);
double percentOf(const BoschCalibration& calibration, double reading, double fine);

double temperatureReading(const BoschCalibration& calibration, double celsius);
double pressureReading(const BoschCalibration& calibration, double pascals, double fine);
double humidityReading(const BoschCalibration& calibration, double percent, double fine);

}  // namespace coroboard::parts
