// SPDX-License-Identifier: MIT
#include "peripherals/adc.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace coroboard::peripherals {

Adc::Adc(AdcSettings settings, int channel, Pin& pin, Random random)
    : m_settings(settings), m_channel(channel), m_pin(pin), m_random(std::move(random))
{}

void Adc::setRange(double offsetMillivolts, double spanMillivolts)
{
    m_offset = offsetMillivolts;
    m_settings.referenceMillivolts = spanMillivolts;
}

void Adc::setBits(int bits)
{
    m_settings.bits = std::clamp(bits, 1, m_fullBits);
}

void Adc::enable()
{
    m_pin.configure(PinMode::Analog, PinPull::None);
}

std::uint32_t Adc::convert()
{
    const double steps = static_cast<double>(std::uint32_t{1} << m_settings.bits);
    const double stepMillivolts = m_settings.referenceMillivolts / steps;
    const double noise = m_settings.noise > 0 ? m_random.normal() * m_settings.noise / (1 << (m_fullBits - m_settings.bits)) : 0;
    const double raw = std::clamp(std::floor((m_pin.wire().millivolts() - m_offset) / stepMillivolts + noise), 0.0, steps - 1);
    m_pin.wire().noteSample(m_offset + (raw + 0.5) * stepMillivolts);
    return static_cast<std::uint32_t>(raw);
}

std::uint16_t Adc::readU16()
{
    const std::uint32_t raw = convert();
    const int bits = m_settings.bits;
    if (bits >= 16)
        return static_cast<std::uint16_t>(raw >> (bits - 16));
    std::uint32_t spread = raw << (16 - bits);
    for (int filled = bits; filled < 16; filled += bits)
        spread |= (raw << (16 - bits)) >> filled;
    return static_cast<std::uint16_t>(spread);
}

std::uint32_t Adc::readMicrovolts()
{
    return static_cast<std::uint32_t>(std::llround(m_offset * 1000 + readU16() * m_settings.referenceMillivolts * 1000 / 65535));
}

}  // namespace coroboard::peripherals
