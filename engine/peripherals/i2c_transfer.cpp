// SPDX-License-Identifier: MIT
#include "peripherals/i2c_transfer.h"

#include <algorithm>

namespace coroboard::peripherals {

I2cTransfer::~I2cTransfer()
{
    if (m_state != State::Idle && m_state != State::Over)
        m_bus.release();
}

std::optional<time::Duration> I2cTransfer::fail(I2cOutcome outcome, time::Duration pause)
{
    m_outcome = outcome;
    m_state = State::Stop;
    return pause;
}

std::optional<time::Duration> I2cTransfer::finish()
{
    if (m_settings.end == I2cEnd::KeepBus) {
        m_state = State::Over;
        return std::nullopt;
    }
    m_state = State::Release;
    return m_bus.stop(m_settings.bit);
}

std::optional<time::Duration> I2cTransfer::moveData()
{
    const time::Duration bit = m_settings.bit;
    if (m_settings.direction == I2cDirection::Read) {
        const std::size_t left = m_read.size() - m_count;
        if (left == 0)
            return finish();
        const std::size_t count = std::min(left, m_bus.bytesAtOnce());
        const auto last = count == left ? I2cTarget::Last::Yes : I2cTarget::Last::No;
        const auto pause = m_bus.read(m_read.subspan(m_count, count), last, bit);
        m_count += count;
        return pause;
    }
    const std::size_t left = m_written.size() - m_count;
    if (left == 0)
        return finish();
    const std::size_t count = std::min(left, m_bus.bytesAtOnce());
    const auto written = m_bus.write(m_written.subspan(m_count, count), bit);
    const bool refused = written.acknowledged < count;
    m_count += written.acknowledged;
    if (written.stretched > m_settings.timeout)
        return fail(I2cOutcome::TimedOut, written.duration + m_settings.timeout);
    if (refused)
        return fail(I2cOutcome::NoData, written.duration + written.stretched);
    return written.duration + written.stretched;
}

std::optional<time::Duration> I2cTransfer::step()
{
    switch (m_state) {
    case State::Idle:
        m_state = State::Address;
        if (!m_bus.isHeld() && !m_bus.isFree()) {
            m_outcome = I2cOutcome::TimedOut;
            m_state = State::Over;
            return m_settings.timeout;
        }
        return m_bus.start(m_settings.bit);
    case State::Address: {
        m_state = State::Data;
        const auto called = m_bus.address(m_settings.address, m_settings.direction, m_settings.bit);
        if (called.acknowledged == 0)
            return fail(I2cOutcome::NoAddress, called.duration);
        if (called.stretched > m_settings.timeout)
            return fail(I2cOutcome::TimedOut, called.duration + m_settings.timeout);
        return called.duration + called.stretched;
    }
    case State::Data:
        return moveData();
    case State::Stop:
        m_state = State::Release;
        return m_bus.stop(m_settings.bit);
    case State::Release:
        m_bus.release();
        m_state = State::Over;
        return std::nullopt;
    case State::Over:
        return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace coroboard::peripherals
