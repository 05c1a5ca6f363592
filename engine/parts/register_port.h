// SPDX-License-Identifier: MIT
#pragma once
// RegisterPort: the bus side of a chip with registers of one byte that can be on I2C or on SPI, as the profile's word "bus" says. The part
// implements RegisterSet and keeps the port; it joins its bus when it is opened and leaves it when it goes. Loop's thread only.
//
//   m_port(openRegisterPort(context, *this, {.spiIncrement = 0x40}))
//   describeTwoBuses(model, 0x76, 0x77)
//
// On SPI the first byte of a transfer names the register, with bit 7 for reading (BME280 data sheet, 6.3; LIS3DH data sheet, 6.2).

#include <cstdint>
#include <memory>

#include "parts/part_model.h"

namespace coroboard::parts {

class RegisterSet {
public:
    virtual ~RegisterSet() = default;
    virtual std::uint8_t readRegister(std::uint8_t number) = 0;
    virtual void writeRegister(std::uint8_t number, std::uint8_t value) = 0;
    // Where reading goes on after that register.
    virtual std::uint8_t after(std::uint8_t number) const { return static_cast<std::uint8_t>(number + 1); }
    // Reading begins: a chip that keeps results of one conversion together for a burst takes them now.
    virtual void readingBegins() {}
};

struct RegisterProtocol {
    std::uint8_t i2cIncrement = 0;  // the bit of the first byte that lets the pointer move on; 0: it always does
    std::uint8_t spiIncrement = 0;
    std::uint8_t spiOffset = 0;  // added to what SPI's seven bits can name
    enum class Writing : std::uint8_t { InARow, InPairs };
    Writing writing = Writing::InARow;  // in pairs: every byte of data has its register's number before it
};

class RegisterPort {
public:
    virtual ~RegisterPort() = default;
};

std::unique_ptr<RegisterPort> openRegisterPort(const PartContext& context, RegisterSet& registers,
                                               RegisterProtocol protocol);

// The pins of both buses, the word "bus", and the number "address" with its two values.
void describeTwoBuses(PartModel& model, std::uint8_t address, std::uint8_t otherAddress);

}  // namespace coroboard::parts
