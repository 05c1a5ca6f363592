// SPDX-License-Identifier: MIT
#pragma once
// BoardAccess: what the Python program holds of the board: which pins raise interrupts for it, which timers run for it.
// Pins are named by their number (machine.Pin), timers by a number of ours. Owned by the firmware: a reset lets go of everything.

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "peripherals/chip.h"

namespace coroboard::modules {

class MicroPythonFirmware;

class BoardAccess {
public:
    explicit BoardAccess(MicroPythonFirmware& firmware) : m_firmware(firmware) {}
    ~BoardAccess();
    BoardAccess(const BoardAccess&) = delete;
    BoardAccess& operator=(const BoardAccess&) = delete;

    // The pin with that number or name; -1 if there is none.
    std::int32_t pinNumber(std::string_view name) const;
    bool hasPin(std::int32_t number) const;
    // Throws HardFault for a number hasPin() does not know: the Python side has checked.
    peripherals::Pin& pin(std::int32_t number) const;
    // Null where the pin has none.
    peripherals::Adc* adcOfPin(std::int32_t number) const;
    peripherals::Adc* adcChannel(std::int32_t channel) const;
    peripherals::Pwm* pwm(std::int32_t number) const;

    enum class Interrupt : std::uint8_t { Soft, Hard };
    void setPinInterrupt(std::int32_t number, peripherals::PinTrigger trigger, Interrupt interrupt);
    // The edges since last asked, as flags (1 rising, 2 falling), as Pin.irq().flags() tells them.
    std::uint32_t pinFlags(std::int32_t number) const;

    std::int32_t newTimer();
    void startTimer(std::int32_t timer, peripherals::TimerMode mode, time::Duration period, Interrupt interrupt);
    void stopTimer(std::int32_t timer);
    // Edges on this pin end a deep sleep.
    void setWakes(std::int32_t number, bool wakes);
    std::vector<peripherals::Pin*> wakePins() const;

private:
    MicroPythonFirmware& m_firmware;
    std::map<std::int32_t, std::uint32_t> m_pinFlags;
    std::map<std::int32_t, std::unique_ptr<peripherals::Timer>> m_timers;
    std::set<std::int32_t> m_wakePins;
    std::int32_t m_lastTimer = 0;
};

}  // namespace coroboard::modules
