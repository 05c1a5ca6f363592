// SPDX-License-Identifier: MIT
#include "parts/bosch_compensation.h"

namespace coroboard::parts {

namespace {

// The reading from 0 to `highest` at which a monotonous formula gives `value`.
template <class Formula> double inverted(Formula formula, double highest, double value)
{
    double low = 0;
    double high = highest;
    const bool rises = formula(high) > formula(low);
    for (int halving = 0; halving < 40; ++halving) {
        const double middle = (low + high) / 2;
        ((formula(middle) < value) == rises ? low : high) = middle;
    }
    return low;
}

constexpr double twentyBits = 0xfffff;
constexpr double sixteenBits = 0xffff;

}  // namespace

double fineTemperature(const BoschCalibration& c, double reading)
{
    const double linear = (reading / 16384 - c.t1 / 1024.0) * c.t2;
    const double difference = reading / 131072 - c.t1 / 8192.0;
    return linear + difference * difference * c.t3;
}

double pascalsOf(const BoschCalibration& c, double reading, double fine)
{
    const auto p = [&](std::size_t number) { return static_cast<double>(c.p2to9[number - 2]); };
    const double t = fine / 2 - 64000;
    const double offset = (t * t * p(6) / 32768 + t * p(5) * 2) / 4 + p(4) * 65536;
    const double slope = (1 + (p(3) * t * t / 524288 + p(2) * t) / 524288 / 32768) * c.p1;
    const double linear = (1048576 - reading - offset / 4096) * 6250 / slope;
    return linear + (p(9) * linear * linear / 2147483648.0 + linear * p(8) / 32768 + p(7)) / 16;
}

double percentOf(const BoschCalibration& c, double reading, double fine)
{
    const double t = fine - 76800;
    const double shifted = reading - (c.h4 * 64.0 + c.h5 / 16384.0 * t);
    const double linear = shifted * (c.h2 / 65536.0 * (1 + c.h6 / 67108864.0 * t * (1 + c.h3 / 67108864.0 * t)));
    return linear * (1 - c.h1 * linear / 524288);
}

double temperatureReading(const BoschCalibration& c, double celsius)
{
    return inverted([&](double reading) { return celsiusOf(fineTemperature(c, reading)); }, twentyBits, celsius);
}

double pressureReading(const BoschCalibration& c, double pascals, double fine)
{
    return inverted([&](double reading) { return pascalsOf(c, reading, fine); }, twentyBits, pascals);
}

double humidityReading(const BoschCalibration& c, double percent, double fine)
{
    return inverted([&](double reading) { return percentOf(c, reading, fine); }, sixteenBits, percent);
}

}  // namespace coroboard::parts
