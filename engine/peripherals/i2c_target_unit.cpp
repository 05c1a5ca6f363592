// SPDX-License-Identifier: MIT
#include "peripherals/i2c_target_unit.h"

#include <algorithm>
#include <utility>

namespace coroboard::peripherals {

I2cTargetUnit::I2cTargetUnit(I2cBus& bus, Settings settings, Listener listener)
    : m_bus(bus), m_settings(std::move(settings)), m_listener(std::move(listener))
{
    m_bus.attach(*this);
}

I2cTargetUnit::~I2cTargetUnit()
{
    m_bus.detach(*this);
}

std::size_t I2cTargetUnit::take(std::span<std::uint8_t> into)
{
    const std::size_t count = std::min(into.size(), m_received.size());
    std::copy_n(m_received.begin(), count, into.begin());
    m_received.erase(m_received.begin(), m_received.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
}

std::size_t I2cTargetUnit::give(std::span<const std::uint8_t> bytes)
{
    const std::size_t count = std::min(bytes.size(), queueLength - std::min(queueLength, m_answer.size()));
    m_answer.insert(m_answer.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
}

// A STOP or a repeated START ends what went on.
void I2cTargetUnit::finish()
{
    const State before = std::exchange(m_state, State::Idle);
    if (before == State::Reading) {
        m_answer.clear();
        m_listener(Event::EndRead);
    } else if (m_direction == I2cDirection::Write && (before == State::Matched || before == State::Writing)) {
        m_listener(Event::EndWrite);
    }
}

Acknowledge I2cTargetUnit::addressed(std::uint8_t address, I2cDirection direction)
{
    if (!m_open || address != m_settings.address)
        return Acknowledge::No;
    finish();
    m_listener(direction == I2cDirection::Read ? Event::MatchRead : Event::MatchWrite);
    m_state = State::Matched;
    m_direction = direction;
    return Acknowledge::Yes;
}

void I2cTargetUnit::chosen()
{
    const auto memory = m_settings.memory();
    m_memoryAddress = memory.empty() ? 0 : m_memoryAddress % static_cast<std::uint32_t>(memory.size());
    m_lastAddress = m_memoryAddress;
    m_addressBytesLeft = 0;
}

std::uint8_t& I2cTargetUnit::next(std::span<std::uint8_t> memory)
{
    const std::uint32_t place = m_memoryAddress % static_cast<std::uint32_t>(memory.size());
    m_memoryAddress = (place + 1) % static_cast<std::uint32_t>(memory.size());
    return memory[place];
}

Acknowledge I2cTargetUnit::written(std::uint8_t byte)
{
    if (m_settings.memory) {
        m_listener(Event::WriteRequest);
        if (m_state == State::Matched) {
            m_state = State::Choosing;
            m_addressBytesLeft = m_settings.addressBytes;
            m_memoryAddress = 0;
        }
        if (m_addressBytesLeft > 0) {
            m_memoryAddress = m_memoryAddress << 8 | byte;
            if (--m_addressBytesLeft == 0)
                chosen();
            return Acknowledge::Yes;
        }
        m_state = State::Writing;
        const auto memory = m_settings.memory();
        if (!memory.empty())
            next(memory) = byte;
        return Acknowledge::Yes;
    }
    m_state = State::Writing;
    m_received.push_back(byte);
    m_listener(Event::WriteRequest);
    if (m_received.size() > queueLength)
        m_received.pop_front();
    return Acknowledge::Yes;
}

std::uint8_t I2cTargetUnit::read(Last)
{
    if (m_settings.memory) {
        m_listener(Event::ReadRequest);
        if (m_addressBytesLeft > 0)
            chosen();
        m_state = State::Reading;
        const auto memory = m_settings.memory();
        return memory.empty() ? 0 : next(memory);
    }
    m_state = State::Reading;
    if (m_answer.empty())
        m_listener(Event::ReadRequest);
    if (m_answer.empty())
        return 0;
    const std::uint8_t byte = m_answer.front();
    m_answer.pop_front();
    return byte;
}

void I2cTargetUnit::stopped()
{
    finish();
}

}  // namespace coroboard::peripherals
