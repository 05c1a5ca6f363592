// SPDX-License-Identifier: MIT
#pragma once
// I2cTransfer: one transfer of a controller on an I2cBus, move by move: START, address, bytes, STOP. It lets no time pass itself; whoever
// drives it does, on a fibre or in a coroutine:
//
//   I2cTransfer transfer(bus, {.address = 0x76, .bit = 2500ns}, bytes);
//   while (const auto pause = transfer.step()) co_await timeline.delay(*pause);
//   if (transfer.outcome() == I2cOutcome::Done) …
//
// The buffers outlive the transfer. Destroying an unfinished one lets the bus go.

#include <cstdint>
#include <optional>
#include <span>

#include "peripherals/i2c_bus.h"

namespace coroboard::peripherals {

enum class I2cOutcome : std::uint8_t {
    Done,
    NoAddress,  // nobody acknowledged the address
    NoData,     // a byte was not acknowledged; acknowledged() says how many were
    TimedOut,   // a wire is held low or has no pull-up, or a target stretches the clock too long
};

enum class I2cEnd : std::uint8_t { Stop, KeepBus };

struct I2cSettings {
    std::uint8_t address = 0;
    time::Duration bit{2'500};             // one period of the clock
    time::Duration timeout{50'000'000};    // longest wait for a free bus or a stretched clock
    I2cEnd end = I2cEnd::Stop;
    I2cDirection direction = I2cDirection::Write;
};

class I2cTransfer {
public:
    I2cTransfer(I2cBus& bus, I2cSettings settings, std::span<const std::uint8_t> written)
        : m_bus(bus), m_settings(settings), m_written(written)
    {
        m_settings.direction = I2cDirection::Write;
    }
    I2cTransfer(I2cBus& bus, I2cSettings settings, std::span<std::uint8_t> read) : m_bus(bus), m_settings(settings), m_read(read)
    {
        m_settings.direction = I2cDirection::Read;
    }
    ~I2cTransfer();
    I2cTransfer(const I2cTransfer&) = delete;
    I2cTransfer& operator=(const I2cTransfer&) = delete;

    // Makes the next move. How long it takes; empty when the transfer is over.
    std::optional<time::Duration> step();

    I2cOutcome outcome() const { return m_outcome; }
    // Data bytes acknowledged by the target.
    std::size_t acknowledged() const { return m_count; }

private:
    enum class State : std::uint8_t { Idle, Address, Data, Stop, Release, Over };
    std::optional<time::Duration> fail(I2cOutcome outcome, time::Duration pause);
    std::optional<time::Duration> finish();
    std::optional<time::Duration> moveData();

    I2cBus& m_bus;
    I2cSettings m_settings;
    std::span<const std::uint8_t> m_written;
    std::span<std::uint8_t> m_read;
    State m_state = State::Idle;
    I2cOutcome m_outcome = I2cOutcome::Done;
    std::size_t m_count = 0;
};

}  // namespace coroboard::peripherals
