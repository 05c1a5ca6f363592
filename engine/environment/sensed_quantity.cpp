// SPDX-License-Identifier: MIT
#include "environment/sensed_quantity.h"

#include <utility>

namespace coroboard::environment {

SensedQuantity::SensedQuantity(Senses& senses, std::string_view quantity, Sensing sensing,
                               std::function<void()> changed)
    : Sense(senses),
      m_sensing(sensing),
      m_changed(std::move(changed)),
      m_noise(senses.random(quantity).seed(), sensing.noiseStep),
      m_drift(senses.random(quantity).stream("drift").seed(), sensing.driftStep),
      m_lag(senses.environment().quantity(quantity).value()),
      m_following(senses.environment().quantity(quantity), [this](double value) { follow(value); })
{}

double SensedQuantity::element(time::VirtualTime when) const
{
    return m_lag.at(when) + m_warmth.at(when);
}

double SensedQuantity::at(time::VirtualTime when) const
{
    if (m_frozen)
        return *m_frozen;
    double value = element(when);
    const double noise = m_sensing.noise + m_sensing.noiseShare * value;
    if (noise != 0)
        value += noise * m_noise.at(when);
    if (m_sensing.drift != 0)
        value += m_sensing.drift * m_drift.at(when);
    return value + m_sensing.offset;
}

void SensedQuantity::follow(double value)
{
    const auto now = senses().timeline().now();
    const bool falls = value < m_lag.at(now) && m_sensing.fallingTimeConstant.count() >= 0;
    m_lag.follow(value, falls ? m_sensing.fallingTimeConstant : m_sensing.timeConstant, now);
    tell();
}

void SensedQuantity::warm(double difference, time::Duration timeConstant)
{
    m_warmth.follow(difference, timeConstant, senses().timeline().now());
    tell();
}

void SensedQuantity::tell() const
{
    if (m_changed)
        m_changed();
}

void SensedQuantity::freezeAt(time::VirtualTime when)
{
    m_frozen = at(when);
    tell();
}

void SensedQuantity::thaw()
{
    m_frozen.reset();
    tell();
}

}  // namespace coroboard::environment
