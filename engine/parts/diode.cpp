// SPDX-License-Identifier: MIT
#include "parts/diode.h"

#include <algorithm>

namespace coroboard::parts {

namespace {

constexpr time::Duration persistenceOfVision{12'000'000};
constexpr double ownOhms = 15;  // of the junction and its driver

}  // namespace

Diode::Diode(time::Timeline& timeline, peripherals::Wire& anode, peripherals::Wire& cathode, DiodeSettings settings)
    : m_timeline(timeline),
      m_anode(anode),
      m_cathode(cathode),
      m_settings(settings),
      m_anodeProbe(anode, [this](const auto&) { m_glow.follow(brightness(), persistenceOfVision, m_timeline.now()); }),
      m_cathodeProbe(cathode,
                     [this](const auto&) { m_glow.follow(brightness(), persistenceOfVision, m_timeline.now()); })
{
    m_glow.follow(brightness(), {}, timeline.now());
}

double Diode::milliamperesBetween(double anode, double cathode) const
{
    return std::max(0.0, (anode - cathode - m_settings.forwardMillivolts) / (m_settings.ohms + ownOhms));
}

double Diode::milliamperes() const
{
    if (m_anode.floating() || m_cathode.floating())
        return 0;
    const auto anode = m_anode.phases();
    const auto cathode = m_cathode.phases();
    double sum = 0;
    sum += anode.highShare * cathode.highShare * milliamperesBetween(anode.highMillivolts, cathode.highMillivolts);
    sum += anode.highShare * (1 - cathode.highShare) * milliamperesBetween(anode.highMillivolts, cathode.lowMillivolts);
    sum += (1 - anode.highShare) * cathode.highShare * milliamperesBetween(anode.lowMillivolts, cathode.highMillivolts);
    sum += (1 - anode.highShare) * (1 - cathode.highShare) *
           milliamperesBetween(anode.lowMillivolts, cathode.lowMillivolts);
    return sum;
}

double Diode::brightness() const
{
    const double full = milliamperesBetween(m_settings.supplyMillivolts, 0);
    return full > 0 ? std::min(1.0, milliamperes() / full) : 0;
}

double Diode::glow() const
{
    return m_glow.at(m_timeline.now());
}

}  // namespace coroboard::parts
