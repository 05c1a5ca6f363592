// SPDX-License-Identifier: MIT
#include "parts/register_port.h"

#include <algorithm>

#include "parts/i2c_chip.h"

namespace coroboard::parts {

namespace {

using peripherals::Acknowledge;

// Where the bytes of one transfer go.
class Cursor {
public:
    Cursor(RegisterSet& registers, RegisterProtocol::Writing writing) : m_registers(registers), m_writing(writing) {}

    void point(std::uint8_t number, bool movesOn)
    {
        m_number = number;
        m_movesOn = movesOn;
    }
    std::uint8_t read()
    {
        const std::uint8_t number = m_number;
        move();
        return m_registers.readRegister(number);
    }
    // Answers whether the next byte names a register again.
    bool write(std::uint8_t byte)
    {
        const std::uint8_t number = m_number;
        move();
        m_registers.writeRegister(number, byte);
        return m_writing == RegisterProtocol::Writing::InPairs;
    }
    RegisterSet& registers() const { return m_registers; }

private:
    void move()
    {
        if (m_movesOn)
            m_number = m_registers.after(m_number);
    }

    RegisterSet& m_registers;
    RegisterProtocol::Writing m_writing;
    std::uint8_t m_number = 0;
    bool m_movesOn = true;
};

class I2cPort final : public RegisterPort, private I2cChip {
public:
    I2cPort(const PartContext& context, RegisterSet& registers, const RegisterProtocol& protocol)
        : I2cChip(context.i2c(), static_cast<std::uint8_t>(context.number("address"))),
          m_cursor(registers, protocol.writing),
          m_increment(protocol.i2cIncrement)
    {}

private:
    void beginWrite() override { m_named = false; }
    Acknowledge take(std::uint8_t byte) override
    {
        if (!m_named)
            m_cursor.point(static_cast<std::uint8_t>(byte & ~m_increment), !m_increment || (byte & m_increment));
        m_named = !m_named || !m_cursor.write(byte);
        return Acknowledge::Yes;
    }
    void beginRead() override { m_cursor.registers().readingBegins(); }
    std::uint8_t give() override { return m_cursor.read(); }

    Cursor m_cursor;
    std::uint8_t m_increment;
    bool m_named = false;
};

class SpiPort final : public RegisterPort, private peripherals::SpiTarget {
public:
    SpiPort(const PartContext& context, RegisterSet& registers, const RegisterProtocol& protocol)
        : m_bus(context.spi()), m_cursor(registers, protocol.writing), m_protocol(protocol)
    {
        m_bus.attach(*this, {&context.wire("cs"), &context.wire("mosi"), &context.wire("miso")});
    }
    ~SpiPort() override { m_bus.detach(*this); }

private:
    static constexpr std::uint8_t reading = 0x80;
    enum class Phase : std::uint8_t { Name, Read, Write };

    Talks talks() const override { return Talks::Yes; }
    void selected() override { m_phase = Phase::Name; }
    std::optional<std::uint8_t> shiftOut() override
    {
        return m_phase == Phase::Read ? std::optional(m_cursor.read()) : std::nullopt;
    }
    void shiftIn(std::uint8_t byte) override
    {
        if (m_phase == Phase::Name) {
            const auto number = static_cast<std::uint8_t>(byte & ~reading & ~m_protocol.spiIncrement);
            m_cursor.point(number | m_protocol.spiOffset, !m_protocol.spiIncrement || (byte & m_protocol.spiIncrement));
            m_phase = byte & reading ? Phase::Read : Phase::Write;
            if (m_phase == Phase::Read)
                m_cursor.registers().readingBegins();
        } else if (m_phase == Phase::Write && m_cursor.write(byte)) {
            m_phase = Phase::Name;
        }
    }

    peripherals::SpiBus& m_bus;
    Cursor m_cursor;
    RegisterProtocol m_protocol;
    Phase m_phase = Phase::Name;
};

bool isOnSpi(const std::map<std::string, std::string>& words)
{
    return words.at("bus") == "spi";
}

}  // namespace

std::unique_ptr<RegisterPort> openRegisterPort(const PartContext& context, RegisterSet& registers,
                                               RegisterProtocol protocol)
{
    if (isOnSpi(context.words))
        return std::make_unique<SpiPort>(context, registers, protocol);
    return std::make_unique<I2cPort>(context, registers, protocol);
}

void describeTwoBuses(PartModel& model, std::uint8_t address, std::uint8_t otherAddress)
{
    const std::vector<PinDescription> pins = {
        {"scl", "I2C clock", PinRole::Load, "NC"},     {"sda", "I2C data", PinRole::Load, "NC"},
        {"sck", "SPI clock", PinRole::Load, "NC"},     {"mosi", "SPI data in", PinRole::Load, "NC"},
        {"miso", "SPI data out", PinRole::Load, "NC"}, {"cs", "SPI select (low)", PinRole::Load, "NC"},
    };
    model.description.pins.insert(model.description.pins.begin(), pins.begin(), pins.end());
    model.words.push_back({"bus", "Bus", "i2c", WordParameter::Kind::Choice, {"i2c", "spi"}});
    const auto [lowest, highest] = std::minmax(address, otherAddress);
    model.numbers.push_back({"address", "I2C address", "", static_cast<double>(lowest), static_cast<double>(highest),
                             static_cast<double>(address)});
    model.neededPins = [](const PartParameters& given) {
        return isOnSpi(given.words) ? std::vector<std::string>{"sck", "mosi", "miso", "cs"}
                                    : std::vector<std::string>{"scl", "sda"};
    };
    model.i2cAddresses = [](const PartParameters& given) {
        return isOnSpi(given.words) ? std::vector<std::uint8_t>{}
                                    : std::vector{static_cast<std::uint8_t>(given.numbers.at("address"))};
    };
}

}  // namespace coroboard::parts
