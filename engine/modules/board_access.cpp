// SPDX-License-Identifier: MIT
#include "modules/board_access.h"

#include <fmt/format.h>

#include "modules/micropython_firmware.h"

namespace coroboard::modules {

namespace {
// Until a level that is still there interrupts once more.
constexpr time::Duration interruptLatency{2'000};
}  // namespace

BoardAccess::~BoardAccess()
{
    for (const auto& [number, interrupt] : m_pinInterrupts) pin(number).clearInterrupt();
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
    using peripherals::PinTrigger;
    peripherals::Pin& target = pin(number);
    const bool before = target.trigger() != PinTrigger::None;
    const bool after = trigger != PinTrigger::None;
    m_firmware.tasks().setWakeSources(int{after} - int{before});
    m_pinInterrupts.erase(number);
    if (!after) return target.clearInterrupt();
    m_pinInterrupts[number] = {trigger, interrupt};
    target.setInterrupt(trigger, [this, number, trigger](peripherals::Pin&, const peripherals::PinEdge& edge) {
        const auto seen = edge.rising ? std::pair{PinTrigger::Rising, PinTrigger::HighLevel} : std::pair{PinTrigger::Falling, PinTrigger::LowLevel};
        raisePin(number, has(trigger, seen.first) ? seen.first : seen.second);
    });
    servedPin(number);
}

void BoardAccess::raisePin(std::int32_t number, peripherals::PinTrigger flags)
{
    PinInterrupt& interrupt = m_pinInterrupts.at(number);
    interrupt.flags = flags;
    m_firmware.raise(InterruptKind::Pin, number, urgencyOf(interrupt.kind));
}

peripherals::PinTrigger BoardAccess::pinFlags(std::int32_t number) const
{
    const auto found = m_pinInterrupts.find(number);
    return found == m_pinInterrupts.end() ? peripherals::PinTrigger::None : found->second.flags;
}

// A moment later, so that a level that stays for ever leaves the program a bytecode now and then, to switch it off or to be stopped.
void BoardAccess::servedPin(std::int32_t number)
{
    using peripherals::PinTrigger;
    const auto found = m_pinInterrupts.find(number);
    if (found == m_pinInterrupts.end() || !pin(number).isAtLevel(found->second.trigger)) return;
    auto& again = found->second.again;
    if (!again)
        again = std::make_unique<time::Alarm>(m_firmware.loop(), [this, number] {
            const bool high = pin(number).wire().level();
            if (pin(number).isAtLevel(m_pinInterrupts.at(number).trigger)) raisePin(number, high ? PinTrigger::HighLevel : PinTrigger::LowLevel);
        });
    again->setAfter(interruptLatency);
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

void BoardAccess::setWakes(std::int32_t number, peripherals::PinTrigger trigger, std::uint32_t sleeps)
{
    m_waking.erase(number);
    if (trigger != peripherals::PinTrigger::None && sleeps) m_waking[number] = {trigger, sleeps};
}

std::vector<Firmware::WakePin> BoardAccess::wakePins(Sleep sleep) const
{
    std::vector<Firmware::WakePin> pins;
    for (const auto& [number, waking] : m_waking)
        if (waking.sleeps & static_cast<std::uint32_t>(sleep)) pins.push_back({&pin(number), waking.trigger});
    return pins;
}

}  // namespace coroboard::modules
