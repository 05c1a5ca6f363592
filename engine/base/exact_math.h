// SPDX-License-Identifier: MIT
#pragma once
// exponential, logarithm, power: the same bits on every machine. The C library's exp, log and pow differ in the last place between
// processors and versions; whatever reaches the board or the trace uses these. Relative error below 1e-14 for ordinary arguments.

namespace coroboard {

double exponential(double x);                // e^x
double logarithm(double x);                  // natural; x > 0
double power(double base, double exponent);  // base > 0

}  // namespace coroboard
