// SPDX-License-Identifier: MIT
#include "peripherals/pwm.h"

#include <algorithm>
#include <cmath>

namespace coroboard::peripherals {

namespace {

constexpr std::uint32_t topMaximum = 65534;   // leaves room for a duty of 100 %
constexpr std::uint32_t dividerMinimum = 16;  // 1.0 in sixteenths

}  // namespace

Pwm::Pwm(time::Timeline& timeline, Pin& pin, PwmSettings settings)
    : m_timeline(timeline), m_pin(pin), m_settings(settings)
{}

double Pwm::tickNanoseconds() const
{
    return 1e9 / m_settings.clockHz * m_divider16 / 16;
}

std::string Pwm::allowedFrequencies() const
{
    const std::uint64_t clock16 = std::uint64_t{m_settings.clockHz} * 16;
    const std::uint64_t slowest16 = (std::uint64_t{m_settings.dividerMaximum} * 16 - 1) * topMaximum;
    // A period of one and a half ticks is still rounded to two.
    return std::to_string((clock16 + slowest16 - 1) / slowest16) + " to " + std::to_string(clock16 / 24) + " Hz";
}

Result<void> Pwm::setFrequency(std::uint32_t hertz)
{
    if (hertz == 0)
        return failure("freq too small: " + allowedFrequencies());
    const std::uint64_t clock16 = std::uint64_t{m_settings.clockHz} * 16;
    // The smallest divider whose counter still fits gives the finest duty.
    const std::uint64_t countsAtMost = std::uint64_t{hertz} * topMaximum;
    const std::uint64_t divider16 =
        std::max<std::uint64_t>(dividerMinimum, (clock16 + countsAtMost - 1) / countsAtMost);
    if (divider16 >= std::uint64_t{m_settings.dividerMaximum} * 16)
        return failure("freq too small: " + allowedFrequencies());
    const std::uint64_t perPeriod = divider16 * hertz;
    const std::uint64_t counts = (clock16 + perPeriod / 2) / perPeriod;
    if (counts < 2)
        return failure("freq too large: " + allowedFrequencies());
    const std::uint32_t divider16Before = m_divider16;
    const std::uint32_t topBefore = m_top;
    m_divider16 = static_cast<std::uint32_t>(divider16);
    m_top = static_cast<std::uint32_t>(counts - 1);
    if (m_divider16 != divider16Before || m_top != topBefore)
        m_start = m_timeline.now();
    return applyDuty();
}

Result<void> Pwm::setDutyU16(std::uint32_t duty)
{
    if (duty > 65535)
        return failure("duty_u16 must be 0 to 65535");
    m_dutyUnit = DutyUnit::U16;
    m_duty = duty;
    return applyDuty();
}

Result<void> Pwm::setDutyNanoseconds(std::uint64_t width)
{
    if (m_divider16 && static_cast<double>(width) / tickNanoseconds() > 65535.5)
        return failure("duty larger than period");
    m_dutyUnit = DutyUnit::Nanoseconds;
    m_duty = width;
    return applyDuty();
}

void Pwm::setInverted(bool inverted)
{
    m_inverted = inverted;
    if (m_playing)
        play();
}

Result<void> Pwm::applyDuty()
{
    if (m_dutyUnit == DutyUnit::None || m_divider16 == 0)
        return {};
    if (m_dutyUnit == DutyUnit::U16) {
        m_compare = static_cast<std::uint32_t>((m_duty * (m_top + 1) + 65535 / 2) / 65535);
    } else {
        m_compare = static_cast<std::uint32_t>(
            std::fmin(65535, std::floor(static_cast<double>(m_duty) / tickNanoseconds() + 0.5)));
    }
    play();
    return {};
}

void Pwm::play()
{
    if (m_pin.mode() != PinMode::Alternate)
        m_pin.assign("pwm", m_pin.pull());
    if (!m_playing)
        m_start = m_timeline.now();
    m_playing = true;
    if (m_compare == 0 || m_compare > m_top) {
        m_pin.hold((m_compare != 0) != m_inverted);
        return;
    }
    const double counts = m_top + 1.0;
    DutySignal signal{1e9 / (tickNanoseconds() * counts), m_compare / counts, m_start};
    if (m_inverted) {
        signal.start += time::Duration{std::llround(m_compare * tickNanoseconds())};
        signal.duty = 1 - signal.duty;
    }
    m_pin.play(signal);
}

std::uint32_t Pwm::frequency() const
{
    if (m_divider16 == 0)
        return 0;
    return static_cast<std::uint32_t>(std::llround(1e9 / (tickNanoseconds() * (m_top + 1.0))));
}

std::uint16_t Pwm::dutyU16() const
{
    if (m_divider16 == 0)
        return 0;
    const std::uint64_t counts = std::uint64_t{m_top} + 1;
    return static_cast<std::uint16_t>(
        std::min<std::uint64_t>(65535, (std::uint64_t{m_compare} * 65535 + counts / 2) / counts));
}

std::uint64_t Pwm::dutyNanoseconds() const
{
    return m_divider16 == 0 ? 0 : static_cast<std::uint64_t>(std::llround(m_compare * tickNanoseconds()));
}

void Pwm::stop()
{
    if (!m_playing)
        return;
    m_playing = false;
    m_pin.hold(false);
}

}  // namespace coroboard::peripherals
