// SPDX-License-Identifier: MIT
#include "environment/environment.h"

#include <algorithm>
#include <utility>

namespace coroboard::environment {

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

Quantity& Environment::quantity(std::string_view name, double initial)
{
    if (Quantity* known = find(name))
        return *known;
    return *m_quantities.emplace(name, std::make_unique<Quantity>(std::string(name), initial)).first->second;
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

}  // namespace coroboard::environment
