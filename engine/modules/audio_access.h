// SPDX-License-Identifier: MIT
#pragma once
// AudioAccess: the digital audio units the Python program has opened (machine.I2S), by a number of ours, and the buffers of the program that
// they empty or fill by themselves. Owned by the firmware: a reset lets go of everything.

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "peripherals/i2s.h"

namespace coroboard::modules {

class MicroPythonFirmware;

class AudioAccess {
public:
    explicit AudioAccess(MicroPythonFirmware& firmware) : m_firmware(firmware) {}
    AudioAccess(const AudioAccess&) = delete;
    AudioAccess& operator=(const AudioAccess&) = delete;

    std::int32_t open(const std::string& name, peripherals::I2s::Pins pins, const peripherals::I2sSettings& settings);
    void close(std::int32_t number) { m_units.erase(number); }
    // Throws HardFault for one that was closed: the Python side has checked.
    peripherals::I2s& unit(std::int32_t number);
    // Moves what can be moved at once between the program's buffer and the unit's; how many bytes.
    std::size_t move(std::int32_t number, std::uint32_t place, std::uint32_t size);
    // All of it, as time goes by; then the program's handler is called. Another buffer takes the place of one that is not done.
    void moveAll(std::int32_t number, std::uint32_t place, std::uint32_t size);

private:
    struct Unit {
        std::unique_ptr<peripherals::I2s> i2s;
        std::uint32_t place = 0;  // of what is left of the buffer
        std::uint32_t left = 0;
    };
    void goOn(std::int32_t number);

    MicroPythonFirmware& m_firmware;
    std::map<std::int32_t, Unit> m_units;
    std::int32_t m_last = 0;
};

}  // namespace coroboard::modules
