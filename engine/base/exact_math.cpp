// SPDX-License-Identifier: MIT
#include "base/exact_math.h"

#include <cmath>
#include <limits>

namespace coroboard {

// Only + - * /, frexp, ldexp and floor are used: IEEE 754 defines each to the last bit. CMake forbids fused multiply-add for this folder.

namespace {

constexpr double log2High = 0x1.62e42fee00000p-1;  // ln 2 in two pieces, the first with trailing zeros
constexpr double log2Low = 0x1.a39ef35793c76p-33;
constexpr double log2Inverse = 1.4426950408889634;

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

}  // namespace coroboard
