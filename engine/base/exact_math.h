// SPDX-License-Identifier: MIT
#pragma once
// Functions with the same bits on every machine. The C library's exp, log, pow and sin differ in the last place between
// processors and versions; whatever reaches the board or the trace uses these. Relative error below 1e-14 for ordinary arguments.

namespace coroboard {

double exponential(double x);                // e^x
double logarithm(double x);                  // natural; x > 0
double power(double base, double exponent);  // base > 0
double sine(double radians);                 // |radians| < 1e6
double cosine(double radians);
double arctangent(double y, double x);  // of y / x in the right quadrant, (-π, π]; 0 for 0, 0

}  // namespace coroboard
