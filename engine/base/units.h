// SPDX-License-Identifier: MIT
#pragma once
// Physical quantities as types, so that a lux is not passed where a millivolt is wanted. Each is one double in the unit of its
// name. Same units add, subtract and compare; a number scales; a quotient of the same unit is a number. Time has its own types:
// time/virtual_time.h.

#include <compare>

namespace coroboard {

template <class Unit>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : m_value(value) {}

    constexpr double value() const { return m_value; }
    static constexpr const char* symbol() { return Unit::symbol; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.m_value + b.m_value); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.m_value - b.m_value); }
    friend constexpr Quantity operator-(Quantity a) { return Quantity(-a.m_value); }
    friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity(a.m_value * factor); }
    friend constexpr Quantity operator*(double factor, Quantity a) { return a * factor; }
    friend constexpr Quantity operator/(Quantity a, double divisor) { return Quantity(a.m_value / divisor); }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.m_value / b.m_value; }

private:
    double m_value = 0;
};

struct CelsiusUnit { static constexpr const char* symbol = "°C"; };
struct LuxUnit { static constexpr const char* symbol = "lx"; };
struct PercentUnit { static constexpr const char* symbol = "%"; };
struct MillivoltsUnit { static constexpr const char* symbol = "mV"; };
struct OhmsUnit { static constexpr const char* symbol = "Ω"; };
struct HectopascalsUnit { static constexpr const char* symbol = "hPa"; };
struct HertzUnit { static constexpr const char* symbol = "Hz"; };

using Celsius = Quantity<CelsiusUnit>;
using Lux = Quantity<LuxUnit>;
using Percent = Quantity<PercentUnit>;
using Millivolts = Quantity<MillivoltsUnit>;
using Ohms = Quantity<OhmsUnit>;
using Hectopascals = Quantity<HectopascalsUnit>;
using Hertz = Quantity<HertzUnit>;

}  // namespace coroboard
