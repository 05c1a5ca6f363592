// SPDX-License-Identifier: MIT
#pragma once
// BusAccess: the controllers the Python program has opened: machine.I2C, SPI and UART, by a number of ours. Pins are named by their number
// (machine.Pin). Owned by the firmware: a reset lets go of everything. What takes time on the wires suspends the program for that time.

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "peripherals/i2c_transfer.h"
#include "peripherals/spi_bus.h"
#include "peripherals/uart.h"

namespace coroboard::modules {

class MicroPythonFirmware;

class BusAccess {
public:
    explicit BusAccess(MicroPythonFirmware& firmware) : m_firmware(firmware) {}
    ~BusAccess();
    BusAccess(const BusAccess&) = delete;
    BusAccess& operator=(const BusAccess&) = delete;

    // Whether the chip has a controller of that name ("i2c0"), and the pin it usually takes for a signal (-1: none).
    bool hasController(const std::string& name) const;
    std::int32_t usualPin(const std::string& controller, const std::string& signal) const;
    // Whether a pin can carry a controller's signal. On chips whose profile lists no such function for any pin, every pin can.
    bool carries(std::int32_t pin, const std::string& controller, const std::string& signal) const;

    // -- I2C. Answers are counts of bytes or negative errors (MicroPython's errno).
    std::int32_t openI2c(std::int32_t scl, std::int32_t sda, std::int32_t hertz, std::int32_t timeoutMicroseconds, const std::string& name);
    void closeI2c(std::int32_t number);
    std::int32_t write(std::int32_t number, std::uint8_t address, std::span<const std::uint8_t> bytes, peripherals::I2cEnd end);
    std::int32_t read(std::int32_t number, std::uint8_t address, std::span<std::uint8_t> bytes, peripherals::I2cEnd end);
    // The primitives of SoftI2C; the first byte written after a START is the address.
    std::int32_t startI2c(std::int32_t number);
    void stopI2c(std::int32_t number);
    std::int32_t writeRaw(std::int32_t number, std::span<const std::uint8_t> bytes);
    void readRaw(std::int32_t number, std::span<std::uint8_t> bytes, peripherals::I2cTarget::Last last);

    // -- SPI.
    std::int32_t openSpi(std::int32_t sck, std::int32_t mosi, std::int32_t miso, const peripherals::SpiBus::Format& format, const std::string& name);
    void closeSpi(std::int32_t number);
    void exchange(std::int32_t number, std::span<const std::uint8_t> sent, std::span<std::uint8_t> received);

    // -- UART.
    std::int32_t openUart(const std::string& name, peripherals::Uart::Pins pins, const peripherals::UartSettings& settings);
    void closeUart(std::int32_t number);
    // The first throws HardFault for one that was closed, the other answers null.
    peripherals::Uart& uart(std::int32_t number);
    peripherals::Uart* findUart(std::int32_t number) const;
    // Which events (1 received, 2 idle, 4 sent, 8 break) interrupt the program; what came since last asked.
    enum class Interrupt : std::uint8_t { Soft, Hard };
    void setUartInterrupts(std::int32_t number, std::uint32_t events, Interrupt interrupt);
    std::uint32_t takeUartFlags(std::int32_t number);

private:
    struct I2c {
        peripherals::I2cBus* bus = nullptr;
        peripherals::I2cSettings settings;
        enum class Raw : std::uint8_t { Idle, Started, Addressed } raw = Raw::Idle;
    };
    struct Spi {
        peripherals::SpiBus* bus = nullptr;
        peripherals::SpiBus::Format format;
    };
    struct Serial {
        std::string name;
        std::unique_ptr<peripherals::Uart> uart;
        std::uint32_t interrupts = 0;
        Interrupt interrupt = Interrupt::Soft;
        std::uint32_t flags = 0;
    };
    I2c& i2c(std::int32_t number);
    Spi& spi(std::int32_t number);
    Serial& serial(std::int32_t number);
    template <class Bytes> std::int32_t transfer(I2c& controller, std::uint8_t address, std::span<Bytes> bytes, peripherals::I2cEnd end);
    std::int32_t run(peripherals::I2cTransfer& transfer);
    void pass(time::Duration duration);
    void freePin(std::int32_t number, const std::string& function);

    MicroPythonFirmware& m_firmware;
    std::map<std::int32_t, I2c> m_i2c;
    std::map<std::int32_t, Spi> m_spi;
    std::map<std::int32_t, Serial> m_serial;
    std::int32_t m_last = 0;
};

}  // namespace coroboard::modules
