// SPDX-License-Identifier: MIT
#include "base/exact_math.h"

#include <cmath>
#include <limits>

namespace coroboard {

// Only + - * /, square root, frexp, ldexp and floor are used: IEEE 754 defines each to the last bit. CMake forbids fused multiply-add for this folder.

namespace {

constexpr double log2High = 0x1.62e42fee00000p-1;  // ln 2 in two pieces, the first with trailing zeros
constexpr double log2Low = 0x1.a39ef35793c76p-33;
constexpr double log2Inverse = 1.4426950408889634;
constexpr double pi = 3.14159265358979323846;
constexpr double quarterHigh = 0x1.921fb54400000p+0;  // π/2 in three pieces, the first two with trailing zeros
constexpr double quarterMiddle = 0x1.0b4611a600000p-34;
constexpr double quarterLow = 0x1.3198a2e037073p-69;

// Both for |x| <= π/4.
double sineSeries(double x)
{
    const double square = x * x;
    double sum = 1;
    for (int n = 18; n >= 2; n -= 2)
        sum = 1 - sum * square / (n * (n + 1));
    return x * sum;
}

double cosineSeries(double x)
{
    const double square = x * x;
    double sum = 1;
    for (int n = 19; n >= 1; n -= 2)
        sum = 1 - sum * square / (n * (n + 1));
    return sum;
}

// sin(x + quarters · π/2)
double turned(double x, int quarters)
{
    const double count = std::floor(x * (2 / pi) + 0.5);
    const double rest = ((x - count * quarterHigh) - count * quarterMiddle) - count * quarterLow;
    switch ((static_cast<long long>(count) + quarters) & 3) {
    case 0: return sineSeries(rest);
    case 1: return cosineSeries(rest);
    case 2: return -sineSeries(rest);
    default: return -cosineSeries(rest);
    }
}

}  // namespace

double exponential(double x)
{
    if (std::isnan(x))
        return x;
    if (x > 709.0)
        return std::numeric_limits<double>::infinity();
    if (x < -745.0)
        return 0;
    const double count = std::floor(x * log2Inverse + 0.5);
    const double rest = (x - count * log2High) - count * log2Low;
    double sum = 1;
    for (int n = 18; n >= 1; --n)
        sum = 1 + sum * rest / n;
    return std::ldexp(sum, static_cast<int>(count));
}

double logarithm(double x)
{
    if (std::isnan(x) || x < 0)
        return std::numeric_limits<double>::quiet_NaN();
    if (x == 0)
        return -std::numeric_limits<double>::infinity();
    if (std::isinf(x))
        return x;
    int binary = 0;
    double mantissa = std::frexp(x, &binary);  // [0.5, 1)
    if (mantissa < 0.70710678118654752) {
        mantissa *= 2;
        --binary;
    }
    const double ratio = (mantissa - 1) / (mantissa + 1);  // |ratio| < 0.172
    const double square = ratio * ratio;
    double sum = 0;
    for (int n = 23; n >= 1; n -= 2)
        sum = 1.0 / n + square * sum;
    return binary * log2High + (2 * ratio * sum + binary * log2Low);
}

double power(double base, double exponent)
{
    return exponential(exponent * logarithm(base));
}

double sine(double radians)
{
    return turned(radians, 0);
}

double cosine(double radians)
{
    return turned(radians, 1);
}

double arctangent(double y, double x)
{
    if (x == 0 && y == 0)
        return 0;
    const bool steep = std::abs(y) > std::abs(x);
    double ratio = steep ? std::abs(x / y) : std::abs(y / x);
    for (int halved = 0; halved < 2; ++halved)  // to at most tan(π/16)
        ratio = ratio / (1 + std::sqrt(1 + ratio * ratio));
    const double square = ratio * ratio;
    double sum = 0;
    for (int n = 25; n >= 1; n -= 2)
        sum = 1.0 / n - square * sum;
    double angle = 4 * ratio * sum;
    if (steep)
        angle = pi / 2 - angle;
    if (x < 0)
        angle = pi - angle;
    return y < 0 ? -angle : angle;
}

}  // namespace coroboard
