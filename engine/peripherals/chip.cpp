// SPDX-License-Identifier: MIT
#include "peripherals/chip.h"

#include <algorithm>
#include <utility>

#include "base/ensure.h"

namespace coroboard::peripherals {

Chip::Chip(time::Timeline& timeline, ChipSettings settings, Random random)
    : m_timeline(timeline), m_settings(settings), m_random(std::move(random)), m_rtc(timeline)
{}

Pin& Chip::addPin(PinSettings settings, Wire& wire)
{
    ENSURE(!pin(settings.number) && !pin(settings.name), "a pin is on a chip once");
    auto& added = *m_pins.emplace_back(std::make_unique<Pin>(std::move(settings), m_settings.electrics, wire));
    const int channel = added.settings().adcChannel;
    if (channel >= 0) {
        m_adcs.push_back(std::make_unique<Adc>(m_settings.adc, channel, added, m_random.stream("adc " + added.name())));
    }
    if (added.settings().pwm)
        m_pwms.push_back(std::make_unique<Pwm>(m_timeline, added, m_settings.pwm));
    return added;
}

void Chip::addInternalAdc(int channel, Wire& wire)
{
    PinSettings settings;
    settings.name = "ADC" + std::to_string(channel);
    settings.pwm = false;
    auto& inside = *m_internalPins.emplace_back(std::make_unique<Pin>(std::move(settings), m_settings.electrics, wire));
    m_adcs.push_back(std::make_unique<Adc>(m_settings.adc, channel, inside, m_random.stream("adc " + inside.name())));
}

void Chip::reset(ResetCause cause)
{
    m_resetCause = cause;
    for (const auto& pwm : m_pwms)
        pwm->stop();
    for (const auto& pin : m_pins)
        pin->reset();
}

Pin* Chip::pin(int number) const
{
    const auto found =
        std::find_if(m_pins.begin(), m_pins.end(), [&](const auto& pin) { return pin->number() == number; });
    return found == m_pins.end() ? nullptr : found->get();
}

Pin* Chip::pin(std::string_view name) const
{
    const auto found = std::find_if(m_pins.begin(), m_pins.end(), [&](const auto& pin) {
        const auto& aliases = pin->settings().aliases;
        return pin->name() == name || std::find(aliases.begin(), aliases.end(), name) != aliases.end();
    });
    return found == m_pins.end() ? nullptr : found->get();
}

Adc* Chip::adc(const Pin& pin) const
{
    const auto found = std::find_if(m_adcs.begin(), m_adcs.end(), [&](const auto& adc) { return &adc->pin() == &pin; });
    return found == m_adcs.end() ? nullptr : found->get();
}

Adc* Chip::adcChannel(int channel) const
{
    const auto found =
        std::find_if(m_adcs.begin(), m_adcs.end(), [&](const auto& adc) { return adc->channel() == channel; });
    return found == m_adcs.end() ? nullptr : found->get();
}

Pwm* Chip::pwm(const Pin& pin) const
{
    const auto found = std::find_if(m_pwms.begin(), m_pwms.end(), [&](const auto& pwm) { return &pwm->pin() == &pin; });
    return found == m_pwms.end() ? nullptr : found->get();
}

}  // namespace coroboard::peripherals
