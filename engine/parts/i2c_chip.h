// SPDX-License-Identifier: MIT
#pragma once
// I2cChip: what the I2C face of most chips has in common: it joins the bus when it is made and leaves it when it goes, and answers to
// one address. Three kinds by how they are spoken to:
//   RegisterChip  registers of one byte: the first byte written sets the pointer, every further byte goes to the register there, reading
//                 begins there; the pointer moves on with every byte (BME280, MPU6050, DS3231 …)
//   WordChip      registers of two bytes, most significant first, a pointer that stays (ADS1115, MCP9808, INA219 …)
//   CommandChip   commands of any length, taken when the write ends; answers are read from a buffer (SHT31, AHT20, SGP30, BH1750 …)
// A part derives from Part and from one of these. Not a part by itself; used from the loop's thread only.

#include <cstdint>
#include <span>
#include <vector>

#include "peripherals/i2c_bus.h"

namespace coroboard::parts {

class I2cChip : public peripherals::I2cTarget {
public:
    I2cChip(peripherals::I2cBus& bus, std::uint8_t address);
    ~I2cChip() override;
    I2cChip(const I2cChip&) = delete;
    I2cChip& operator=(const I2cChip&) = delete;

    peripherals::Acknowledge addressed(std::uint8_t address, peripherals::I2cDirection direction) final;
    peripherals::Acknowledge written(std::uint8_t byte) final;
    std::uint8_t read(Last last) final;
    void stopped() final;

    std::uint8_t address() const { return m_address; }

protected:
    using Acknowledge = peripherals::Acknowledge;

    // Whether it answers to its address now: No while it is busy (an EEPROM that writes, a sensor that measures).
    virtual Acknowledge ready(peripherals::I2cDirection) { return Acknowledge::Yes; }
    // Further addresses ("all call").
    virtual bool answersTo(std::uint8_t address) const { return address == m_address; }

    virtual void beginWrite() {}
    virtual Acknowledge take(std::uint8_t byte) = 0;
    virtual void endWrite() {}  // STOP or a repeated START after a write
    virtual void beginRead() {}
    virtual std::uint8_t give() = 0;
    virtual void endRead() {}

private:
    enum class Phase : std::uint8_t { None, Writing, Reading };
    void endPhase();

    peripherals::I2cBus& m_bus;
    std::uint8_t m_address;
    Phase m_phase = Phase::None;
};

class RegisterChip : public I2cChip {
public:
    using I2cChip::I2cChip;

protected:
    virtual std::uint8_t readRegister(std::uint8_t number) = 0;
    virtual void writeRegister(std::uint8_t number, std::uint8_t value) = 0;
    // Where the pointer goes after that register.
    virtual std::uint8_t after(std::uint8_t number) const { return static_cast<std::uint8_t>(number + 1); }
    // The register named by the first byte of a write: some chips keep flags in its top bits.
    virtual std::uint8_t pointed(std::uint8_t first) { return first; }

    std::uint8_t pointer() const { return m_pointer; }

private:
    void beginWrite() final { m_expectsPointer = true; }
    Acknowledge take(std::uint8_t byte) final;
    std::uint8_t give() final;

    std::uint8_t m_pointer = 0;
    bool m_expectsPointer = false;
};

class WordChip : public I2cChip {
public:
    using I2cChip::I2cChip;

protected:
    virtual std::uint16_t readWord(std::uint8_t number) = 0;
    virtual void writeWord(std::uint8_t number, std::uint16_t value) = 0;
    // A write that ended after one byte of data: registers of one byte among the others.
    virtual void writeByte(std::uint8_t, std::uint8_t) {}

private:
    void beginWrite() final { m_taken.clear(); }
    Acknowledge take(std::uint8_t byte) final;
    void endWrite() final;
    void beginRead() final { m_given = 0; }
    std::uint8_t give() final;

    std::uint8_t m_pointer = 0;
    std::vector<std::uint8_t> m_taken;
    std::size_t m_given = 0;
    std::uint16_t m_word = 0;
};

class CommandChip : public I2cChip {
public:
    using I2cChip::I2cChip;

protected:
    // A whole write, after its end. May answer().
    virtual void command(std::span<const std::uint8_t> bytes) = 0;
    // Before the first byte of a read: a last chance to answer().
    virtual void beforeRead() {}
    // What reading gives from now on, from its first byte; 0xff after its end.
    void answer(std::vector<std::uint8_t> bytes);
    virtual Acknowledge accepts(std::span<const std::uint8_t>) { return Acknowledge::Yes; }

private:
    void beginWrite() final { m_taken.clear(); }
    Acknowledge take(std::uint8_t byte) final;
    void endWrite() final;
    void beginRead() final;
    std::uint8_t give() final;

    std::vector<std::uint8_t> m_taken;
    std::vector<std::uint8_t> m_answer;
    std::size_t m_given = 0;
};

}  // namespace coroboard::parts
