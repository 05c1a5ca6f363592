// SPDX-License-Identifier: MIT
#include "environment/position.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"
#include "base/exact_math.h"
#include "environment/quantities.h"

namespace coroboard::environment {

namespace {

constexpr double degree = 3.14159265358979323846 / 180;
constexpr double metresPerDegree = 6'371'008.8 * degree;
constexpr double furthestNorth = 89.999;  // beyond it there is no east

double aroundTheWorld(double longitude)
{
    return longitude - 360 * std::floor((longitude + 180) / 360);
}

}  // namespace

Position::Position(Environment& environment, const time::Timeline& timeline)
    : m_environment(environment), m_timeline(timeline)
{
    using namespace quantity;
    const auto follow = [this](std::string_view name, auto changed) {
        m_followings.push_back(std::make_unique<Following>(m_environment.quantity(name), changed));
    };
    follow(latitude, [this](double degrees) {
        moved();
        m_latitude = degrees;
        depart();
    });
    follow(longitude, [this](double degrees) {
        moved();
        m_longitude = degrees;
        depart();
    });
    for (const auto name : {quantity::speed, quantity::course})
        follow(name, [this](double) {
            moved();
            depart();
        });
    follow(altitude, [](double) {});
    m_latitude = now(latitude);
    m_longitude = now(longitude);
    m_since = m_timeline.now();
    depart();
}

double Position::now(std::string_view name) const
{
    const Quantity* found = m_environment.find(name);
    ENSURE(found, "a position made its quantities");
    return found->value();
}

double Position::speed() const
{
    return now(quantity::speed);
}

double Position::course() const
{
    return now(quantity::course);
}

void Position::moved()
{
    const Place here = at(m_timeline.now());
    m_latitude = here.latitude;
    m_longitude = here.longitude;
    m_since = m_timeline.now();
}

void Position::depart()
{
    const double degreesPerSecond = speed() / 3.6 / metresPerDegree;
    const double latitude = std::clamp(m_latitude, -furthestNorth, furthestNorth);
    m_northPerSecond = degreesPerSecond * cosine(course() * degree);
    m_eastPerSecond = degreesPerSecond * sine(course() * degree) / cosine(latitude * degree);
}

Place Position::at(time::VirtualTime when) const
{
    const double seconds = static_cast<double>((when - m_since).count()) * 1e-9;
    return {std::clamp(m_latitude + m_northPerSecond * seconds, -90.0, 90.0),
            aroundTheWorld(m_longitude + m_eastPerSecond * seconds), now(quantity::altitude)};
}

}  // namespace coroboard::environment
