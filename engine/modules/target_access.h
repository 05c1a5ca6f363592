// SPDX-License-Identifier: MIT
#pragma once
// TargetAccess: the I2C units with which the Python program answers others (machine.I2CTarget), by a number of ours. What a handler has to
// decide is asked in the middle of the move, on the program's fibre; what it only hears comes as an interrupt. Owned by the firmware.

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>

#include "peripherals/i2c_target_unit.h"

namespace coroboard::modules {

class MicroPythonFirmware;

class TargetAccess {
public:
    explicit TargetAccess(MicroPythonFirmware& firmware) : m_firmware(firmware) {}
    TargetAccess(const TargetAccess&) = delete;
    TargetAccess& operator=(const TargetAccess&) = delete;

    // The program's buffer, by its place in the interpreter's memory; without bytes: none.
    struct Buffer {
        std::uint32_t place = 0;
        std::uint32_t size = 0;
    };
    struct Opening {
        std::string name;  // of the controller, as the pins tell it
        std::int32_t scl = 0;
        std::int32_t sda = 0;
        std::uint8_t address = 0;
        int addressBytes = 1;
        Buffer memory;
    };
    std::int32_t open(const Opening& opening);
    peripherals::I2cTargetUnit& unit(std::int32_t number);

    // Which events call the handler, and how.
    enum class Interrupt : std::uint8_t { Soft, Hard };
    void setInterrupts(std::int32_t number, std::uint32_t events, Interrupt interrupt);
    // The events of the next call of the handler.
    std::uint32_t takeFlags(std::int32_t number);
    // A handler is being asked.
    bool isAnswering() const { return m_answering; }

private:
    struct Target {
        std::unique_ptr<peripherals::I2cTargetUnit> unit;
        std::uint32_t events = 0;
        Interrupt interrupt = Interrupt::Soft;
        std::deque<std::uint32_t> flags;
    };
    Target& target(std::int32_t number);
    void hear(std::int32_t number, peripherals::I2cTargetUnit::Event event);

    MicroPythonFirmware& m_firmware;
    std::map<std::int32_t, Target> m_targets;
    std::int32_t m_last = 0;
    bool m_answering = false;
};

}  // namespace coroboard::modules
