// SPDX-License-Identifier: MIT
#pragma once
// I2cTargetUnit: an I2C unit of the chip that answers instead of leading: machine.I2CTarget. With a memory it is a register chip by itself:
// the first bytes of a write choose an address, further ones and reads go on from there, round and round. Without, whoever hears its events
// takes what came and gives what is asked for; until that is done the clock is stretched, because the events are told inside the move.
// Owned by whoever made it; used from the loop's thread only. https://docs.micropython.org/en/v1.27.0/library/machine.I2CTarget.html

#include <cstdint>
#include <deque>
#include <functional>
#include <span>

#include "peripherals/i2c_bus.h"
#include "peripherals/pin.h"

namespace coroboard::peripherals {

class I2cTargetUnit final : public I2cTarget {
public:
    // In the numbers of machine.I2CTarget.IRQ_….
    enum class Event : std::uint8_t { MatchRead = 1, MatchWrite = 2, ReadRequest = 4, WriteRequest = 8, EndRead = 16, EndWrite = 32 };
    using Listener = std::function<void(Event)>;
    // Where the memory lies now.
    using Memory = std::function<std::span<std::uint8_t>()>;

    struct Settings {
        std::uint8_t address = 0;
        int addressBytes = 1;  // of the memory: 0 to 4, the most significant first
        Memory memory = {};    // empty: none
    };
    static constexpr std::size_t queueLength = 16;  // RP2040 data sheet 4.3.2: 16 bytes each way

    I2cTargetUnit(I2cBus& bus, Settings settings, Listener listener);
    ~I2cTargetUnit() override;
    I2cTargetUnit(const I2cTargetUnit&) = delete;
    I2cTargetUnit& operator=(const I2cTargetUnit&) = delete;

    // Answers nobody any more. May be called by the listener.
    void close() { m_open = false; }

    // What came and was not taken, the latest of it; how many bytes that were.
    std::size_t take(std::span<std::uint8_t> into);
    // What to answer next; as many bytes as there is room for.
    std::size_t give(std::span<const std::uint8_t> bytes);
    // Where the last transfer began in the memory.
    std::uint32_t memoryAddress() const { return m_lastAddress; }

    // -- I2cTarget.
    Acknowledge addressed(std::uint8_t address, I2cDirection direction) override;
    Acknowledge written(std::uint8_t byte) override;
    std::uint8_t read(Last last) override;
    void stopped() override;
    // It answers when its program has: one after the other.
    std::size_t bytesAtOnce() const override { return 1; }

private:
    enum class State : std::uint8_t { Idle, Matched, Choosing, Reading, Writing };
    void finish();
    void chosen();
    std::uint8_t& next(std::span<std::uint8_t> memory);

    I2cBus& m_bus;
    Settings m_settings;
    Listener m_listener;
    bool m_open = true;
    State m_state = State::Idle;
    I2cDirection m_direction = I2cDirection::Write;
    int m_addressBytesLeft = 0;
    std::uint32_t m_memoryAddress = 0;
    std::uint32_t m_lastAddress = 0;
    std::deque<std::uint8_t> m_received;
    std::deque<std::uint8_t> m_answer;
};

}  // namespace coroboard::peripherals
