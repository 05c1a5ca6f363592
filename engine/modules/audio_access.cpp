// SPDX-License-Identifier: MIT
#include "modules/audio_access.h"

#include "modules/micropython_firmware.h"

namespace coroboard::modules {

std::int32_t AudioAccess::open(const std::string& name, peripherals::I2s::Pins pins, const peripherals::I2sSettings& settings)
{
    const std::int32_t number = ++m_last;
    m_units[number].i2s = std::make_unique<peripherals::I2s>(
        m_firmware.board().chip().timeline(), m_firmware.board().buses().i2s(pins.clock->wire()), pins, settings, name, [this, number] {
            goOn(number);
            m_firmware.wake();
        });
    return number;
}

peripherals::I2s& AudioAccess::unit(std::int32_t number)
{
    const auto found = m_units.find(number);
    if (found == m_units.end()) throw micropython::HardFault("an I2S unit is used after it was closed");
    return *found->second.i2s;
}

std::size_t AudioAccess::move(std::int32_t number, std::uint32_t place, std::uint32_t size)
{
    peripherals::I2s& moving = unit(number);
    const auto buffer = m_firmware.vm().bytes(place, size);
    return moving.settings().mode == peripherals::I2sMode::Transmit ? moving.write(buffer) : moving.read(buffer);
}

void AudioAccess::moveAll(std::int32_t number, std::uint32_t place, std::uint32_t size)
{
    Unit& moving = m_units.at(number);
    moving.place = place;
    moving.left = size;
    goOn(number);
}

void AudioAccess::goOn(std::int32_t number)
{
    Unit& moving = m_units.at(number);
    if (moving.left == 0) return;
    const auto moved = static_cast<std::uint32_t>(move(number, moving.place, moving.left));
    moving.place += moved;
    moving.left -= moved;
    if (moving.left == 0) m_firmware.raise(InterruptKind::I2s, number);
}

}  // namespace coroboard::modules
