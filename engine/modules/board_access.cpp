// SPDX-License-Identifier: MIT
#include "modules/board_access.h"

#include <fmt/format.h>

#include "modules/micropython_firmware.h"

namespace coroboard::modules {

BoardAccess::~BoardAccess()
{
    for (const auto& [number, flags] : m_pinFlags) pin(number).clearInterrupt();
}

std::int32_t BoardAccess::pinNumber(std::string_view name) const
{
    const peripherals::Pin* found = m_firmware.board().pin(name);
    return found ? found->number() : -1;
}

bool BoardAccess::hasPin(std::int32_t number) const { return m_firmware.board().pin(number) != nullptr; }

peripherals::Pin& BoardAccess::pin(std::int32_t number) const
{
    peripherals::Pin* found = m_firmware.board().pin(number);
    if (!found) throw micropython::HardFault(fmt::format("there is no pin {}", number));
    return *found;
}

peripherals::Adc* BoardAccess::adcOfPin(std::int32_t number) const { return m_firmware.board().chip().adc(pin(number)); }
peripherals::Adc* BoardAccess::adcChannel(std::int32_t channel) const { return m_firmware.board().chip().adcChannel(channel); }
peripherals::Pwm* BoardAccess::pwm(std::int32_t number) const { return m_firmware.board().chip().pwm(pin(number)); }

namespace {

MicroPythonFirmware::Urgency urgencyOf(BoardAccess::Interrupt interrupt)
{
    return interrupt == BoardAccess::Interrupt::Hard ? MicroPythonFirmware::Urgency::Hard : MicroPythonFirmware::Urgency::Soft;
}

}  // namespace

void BoardAccess::setPinInterrupt(std::int32_t number, peripherals::PinTrigger trigger, Interrupt interrupt)
{
    peripherals::Pin& target = pin(number);
    const bool before = target.trigger() != peripherals::PinTrigger::None;
    if (trigger == peripherals::PinTrigger::None) {
        target.clearInterrupt();
    } else {
        m_pinFlags[number] = 0;
        target.setInterrupt(trigger, [this, number, interrupt](peripherals::Pin&, const peripherals::PinEdge& edge) {
            m_pinFlags[number] = edge.rising ? 1 : 2;
            m_firmware.raise(InterruptKind::Pin, number, urgencyOf(interrupt));
        });
    }
    const bool after = target.trigger() != peripherals::PinTrigger::None;
    m_firmware.tasks().setWakeSources(int{after} - int{before});
}

std::uint32_t BoardAccess::pinFlags(std::int32_t number) const
{
    const auto found = m_pinFlags.find(number);
    return found == m_pinFlags.end() ? 0 : found->second;
}

std::int32_t BoardAccess::newTimer()
{
    m_timers[++m_lastTimer] = m_firmware.board().chip().makeTimer();
    return m_lastTimer;
}

void BoardAccess::startTimer(std::int32_t timer, peripherals::TimerMode mode, time::Duration period, Interrupt interrupt)
{
    peripherals::Timer& target = *m_timers.at(timer);
    if (!target.running()) m_firmware.tasks().setWakeSources(+1);
    target.start(mode, period, [this, timer, mode, interrupt] {
        if (mode == peripherals::TimerMode::OneShot) m_firmware.tasks().setWakeSources(-1);
        m_firmware.raise(InterruptKind::Timer, timer, urgencyOf(interrupt));
    });
}

void BoardAccess::stopTimer(std::int32_t timer)
{
    peripherals::Timer& target = *m_timers.at(timer);
    if (!target.running()) return;
    target.stop();
    m_firmware.tasks().setWakeSources(-1);
}

void BoardAccess::setWakes(std::int32_t number, bool wakes)
{
    if (wakes) {
        m_wakePins.insert(number);
    } else {
        m_wakePins.erase(number);
    }
}

std::vector<peripherals::Pin*> BoardAccess::wakePins() const
{
    std::vector<peripherals::Pin*> pins;
    for (const std::int32_t number : m_wakePins) pins.push_back(&pin(number));
    return pins;
}

}  // namespace coroboard::modules
