// SPDX-License-Identifier: MIT
#include "environment/environment.h"

#include <algorithm>
#include <utility>

#include "base/ensure.h"
#include "base/exact_math.h"
#include "environment/board_warmth.h"
#include "environment/pose.h"
#include "environment/position.h"
#include "environment/quantities.h"

namespace coroboard::environment {

namespace {

// The share of the sea level's air pressure that is left at an altitude: the troposphere of the ISO 2533 standard atmosphere.
double pressureShare(double metres)
{
    return power(1 - 2.25577e-5 * metres, 5.25588);
}

}  // namespace

void Quantity::set(double value)
{
    m_value = value;
    for (std::size_t i = 0; i < m_followers.size(); ++i)
        m_followers[i]->m_callback(value);
}

Following::Following(Quantity& quantity, Callback callback) : m_quantity(quantity), m_callback(std::move(callback))
{
    m_quantity.m_followers.push_back(this);
}

Following::~Following()
{
    auto& followers = m_quantity.m_followers;
    followers.erase(std::find(followers.begin(), followers.end(), this));
}

Environment::Environment(const time::Timeline& timeline) : m_timeline(timeline) {}

Environment::~Environment() = default;

Quantity& Environment::quantity(std::string_view name, double initial)
{
    if (Quantity* known = find(name))
        return *known;
    Quantity& made = *m_quantities.emplace(name, std::make_unique<Quantity>(std::string(name), initial)).first->second;
    if (name == quantity::altitude) {
        m_altitude = initial;
        m_climbing = std::make_unique<Following>(made, [this](double metres) { climb(metres); });
    }
    return made;
}

Quantity& Environment::quantity(std::string_view name)
{
    const QuantityDescription* described = describeQuantity(name);
    ENSURE(described, "quantities.h describes what is asked for without a value");
    return quantity(name, described->initial);
}

// Whoever carries the board up takes the air's pressure with him.
void Environment::climb(double metres)
{
    const double from = std::exchange(m_altitude, metres);
    if (Quantity* pressure = find(quantity::pressure); pressure && from != metres) {
        const auto* range = describeQuantity(quantity::pressure);
        const double there = pressure->value() * pressureShare(metres) / pressureShare(from);
        pressure->set(std::clamp(there, range->minimum, range->maximum));
    }
}

Quantity* Environment::find(std::string_view name) const
{
    const auto found = m_quantities.find(name);
    return found == m_quantities.end() ? nullptr : found->second.get();
}

std::vector<Quantity*> Environment::quantities() const
{
    std::vector<Quantity*> all;
    for (const auto& [name, quantity] : m_quantities)
        all.push_back(quantity.get());
    return all;
}

Pose& Environment::pose()
{
    if (!m_pose)
        m_pose = std::make_unique<Pose>(*this, m_timeline);
    return *m_pose;
}

Position& Environment::position()
{
    if (!m_position)
        m_position = std::make_unique<Position>(*this, m_timeline);
    return *m_position;
}

const BoardWarmth& Environment::board()
{
    if (!m_board)
        m_board = std::make_unique<BoardWarmth>(*this, m_timeline);
    return *m_board;
}

}  // namespace coroboard::environment
