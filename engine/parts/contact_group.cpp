// SPDX-License-Identifier: MIT
#include "parts/contact_group.h"

#include <algorithm>
#include <numeric>

namespace coroboard::parts {

namespace {

constexpr double contactOhms = 0.1;

}  // namespace

ContactGroup::ContactGroup(const std::vector<peripherals::Wire*>& wires)
{
    for (peripherals::Wire* wire : wires)
        m_drivers.push_back(std::make_unique<peripherals::WireDriver>(*wire));
}

bool ContactGroup::closed(std::size_t first, std::size_t second) const
{
    return std::find(m_closed.begin(), m_closed.end(), std::pair{first, second}) != m_closed.end();
}

void ContactGroup::set(std::size_t first, std::size_t second, Contact contact)
{
    if (closed(first, second) == (contact == Contact::Closed))
        return;
    if (contact == Contact::Closed)
        m_closed.emplace_back(first, second);
    else
        std::erase(m_closed, std::pair{first, second});
    if (m_closed.empty()) {
        m_listeners.clear();
    } else if (m_listeners.empty()) {
        for (const auto& driver : m_drivers)
            m_listeners.push_back(std::make_unique<peripherals::WireListener>(
                driver->wire(), peripherals::WireListener::Hears::Changes, [this](const auto&) { show(); }));
    }
    show();
}

// For every wire the number of its group.
std::vector<std::size_t> ContactGroup::groups() const
{
    std::vector<std::size_t> group(m_drivers.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    for (const auto& [first, second] : m_closed) {
        const std::size_t from = group[second];
        const std::size_t to = group[first];
        std::replace(group.begin(), group.end(), from, to);
    }
    return group;
}

void ContactGroup::show()
{
    const auto group = groups();
    std::vector<peripherals::Thevenin> outside;
    for (const auto& driver : m_drivers)
        outside.push_back(driver->wire().without(*driver));
    for (std::size_t i = 0; i < m_drivers.size(); ++i) {
        peripherals::Parallel others;
        for (std::size_t other = 0; other < m_drivers.size(); ++other)
            if (other != i && group[other] == group[i])
                others.add({outside[other].millivolts, outside[other].ohms + contactOhms});
        const peripherals::Thevenin together = others.source();
        m_drivers[i]->drive(together.millivolts, together.ohms);
    }
}

}  // namespace coroboard::parts
