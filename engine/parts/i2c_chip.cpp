// SPDX-License-Identifier: MIT
#include "parts/i2c_chip.h"

#include <utility>

namespace coroboard::parts {

using peripherals::Acknowledge;
using peripherals::I2cDirection;

I2cChip::I2cChip(peripherals::I2cBus& bus, std::uint8_t address) : m_bus(bus), m_address(address)
{
    m_bus.attach(*this);
}

I2cChip::~I2cChip()
{
    m_bus.detach(*this);
}

Acknowledge I2cChip::addressed(std::uint8_t address, I2cDirection direction)
{
    endPhase();
    if (!answersTo(address) || ready(direction) == Acknowledge::No)
        return Acknowledge::No;
    if (direction == I2cDirection::Write) {
        m_phase = Phase::Writing;
        beginWrite();
    } else {
        m_phase = Phase::Reading;
        beginRead();
    }
    return Acknowledge::Yes;
}

Acknowledge I2cChip::written(std::uint8_t byte)
{
    return take(byte);
}

std::uint8_t I2cChip::read(Last)
{
    return give();
}

void I2cChip::stopped()
{
    endPhase();
}

void I2cChip::endPhase()
{
    switch (std::exchange(m_phase, Phase::None)) {
    case Phase::Writing:
        endWrite();
        break;
    case Phase::Reading:
        endRead();
        break;
    case Phase::None:
        break;
    }
}

Acknowledge RegisterChip::take(std::uint8_t byte)
{
    if (std::exchange(m_expectsPointer, false)) {
        m_pointer = pointed(byte);
        return Acknowledge::Yes;
    }
    const std::uint8_t number = m_pointer;
    m_pointer = after(number);
    writeRegister(number, byte);
    return Acknowledge::Yes;
}

std::uint8_t RegisterChip::give()
{
    const std::uint8_t number = m_pointer;
    m_pointer = after(number);
    return readRegister(number);
}

Acknowledge WordChip::take(std::uint8_t byte)
{
    m_taken.push_back(byte);
    if (m_taken.size() == 1)
        m_pointer = byte;
    if (m_taken.size() == 3)
        writeWord(m_pointer, static_cast<std::uint16_t>(m_taken[1] << 8 | m_taken[2]));
    return Acknowledge::Yes;
}

void WordChip::endWrite()
{
    if (m_taken.size() == 2)
        writeByte(m_pointer, m_taken[1]);
}

std::uint8_t WordChip::give()
{
    if (m_given % 2 == 0)
        m_word = readWord(m_pointer);
    return static_cast<std::uint8_t>(m_given++ % 2 == 0 ? m_word >> 8 : m_word);
}

Acknowledge CommandChip::take(std::uint8_t byte)
{
    m_taken.push_back(byte);
    return accepts(m_taken);
}

void CommandChip::endWrite()
{
    if (!m_taken.empty())
        command(m_taken);
}

void CommandChip::beginRead()
{
    m_given = 0;
    beforeRead();
}

std::uint8_t CommandChip::give()
{
    return m_given < m_answer.size() ? m_answer[m_given++] : 0xff;
}

void CommandChip::answer(std::vector<std::uint8_t> bytes)
{
    m_answer = std::move(bytes);
    m_given = 0;
}

}  // namespace coroboard::parts
