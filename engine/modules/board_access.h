// SPDX-License-Identifier: MIT
#pragma once
// BoardAccess: what the Python program holds of the board: which pins raise interrupts for it, which timers run for it.
// Pins are named by their number (machine.Pin), timers by a number of ours. Owned by the firmware: a reset lets go of everything.

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "modules/firmware.h"
#include "peripherals/chip.h"
#include "time/alarm.h"

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
    // What raised the last one, as Pin.irq().flags() tells it.
    peripherals::PinTrigger pinFlags(std::int32_t number) const;
    // The handler returned: a level that is still there interrupts again.
    void servedPin(std::int32_t number);

    std::int32_t newTimer();
    void startTimer(std::int32_t timer, peripherals::TimerMode mode, time::Duration period, Interrupt interrupt);
    void stopTimer(std::int32_t timer);
    // What on this pin ends a sleep; None: nothing. Sleeps are flags, machine.SLEEP and machine.DEEPSLEEP.
    enum class Sleep : std::uint8_t { Light = 2, Deep = 4 };
    void setWakes(std::int32_t number, peripherals::PinTrigger trigger, std::uint32_t sleeps);
    std::vector<Firmware::WakePin> wakePins(Sleep sleep) const;

private:
    struct PinInterrupt {
        peripherals::PinTrigger trigger;
        Interrupt kind;
        peripherals::PinTrigger flags = peripherals::PinTrigger::None;
        std::unique_ptr<time::Alarm> again = nullptr;  // of a level that stays
    };
    struct Waking {
        peripherals::PinTrigger trigger;
        std::uint32_t sleeps;
    };
    void raisePin(std::int32_t number, peripherals::PinTrigger flags);

    MicroPythonFirmware& m_firmware;
    std::map<std::int32_t, PinInterrupt> m_pinInterrupts;
    std::map<std::int32_t, std::unique_ptr<peripherals::Timer>> m_timers;
    std::map<std::int32_t, Waking> m_waking;
    std::int32_t m_lastTimer = 0;
};

}  // namespace coroboard::modules
