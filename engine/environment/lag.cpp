// SPDX-License-Identifier: MIT
#include "environment/lag.h"

#include "base/exact_math.h"

namespace coroboard::environment {

namespace {

constexpr int settledAfter = 12;  // time constants: e^-12 = 6e-6
constexpr int arrivedAfter = 40;  // nothing left in a double

}  // namespace

double Lag::at(time::VirtualTime when) const
{
    if (when >= m_since + arrivedAfter * m_timeConstant)
        return m_target;
    if (when <= m_since)
        return m_from;
    const double constants =
        static_cast<double>((when - m_since).count()) / static_cast<double>(m_timeConstant.count());
    return m_target + (m_from - m_target) * exponential(-constants);
}

void Lag::follow(double target, time::Duration timeConstant, time::VirtualTime now)
{
    m_from = at(now);
    m_target = target;
    m_since = now;
    m_timeConstant = timeConstant;
}

time::VirtualTime Lag::settled() const
{
    return m_from == m_target ? m_since : m_since + settledAfter * m_timeConstant;
}

}  // namespace coroboard::environment
