// SPDX-License-Identifier: MIT
#include "modules/bus_access.h"

#include <algorithm>
#include <utility>

#include "modules/micropython_firmware.h"

namespace coroboard::modules {

using peripherals::I2cOutcome;
using peripherals::PinPull;

namespace {

// errno values of MicroPython's py/mperrno.h.
constexpr std::int32_t errorIo = 5;
constexpr std::int32_t errorTimedOut = 110;

// Bytes exchanged in one go: about a millisecond on the wires, so that everything else goes on meanwhile.
constexpr time::Duration blockLength{1'000'000};
constexpr std::size_t largestBlock = 4096;

template <class Map> typename Map::mapped_type& at(Map& map, std::int32_t number)
{
    const auto found = map.find(number);
    if (found == map.end()) throw micropython::HardFault("a controller is used after it was closed");
    return found->second;
}

std::uint32_t flagOf(peripherals::Uart::Event event) { return 1u << static_cast<unsigned>(event); }

}  // namespace

BusAccess::~BusAccess() { m_firmware.board().buses().releaseAll(); }

BusAccess::I2c& BusAccess::i2c(std::int32_t number) { return at(m_i2c, number); }
BusAccess::Spi& BusAccess::spi(std::int32_t number) { return at(m_spi, number); }
BusAccess::Serial& BusAccess::serial(std::int32_t number) { return at(m_serial, number); }

void BusAccess::pass(time::Duration duration) { m_firmware.busyUntil(m_firmware.loop().now() + duration); }

bool BusAccess::hasController(const std::string& name) const
{
    return m_firmware.board().profile().chip.controllers.count(name) != 0;
}

std::int32_t BusAccess::usualPin(const std::string& controller, const std::string& signal) const
{
    const auto& controllers = m_firmware.board().profile().chip.controllers;
    const auto found = controllers.find(controller);
    if (found == controllers.end()) return -1;
    const auto pin = found->second.find(signal);
    return pin == found->second.end() ? -1 : m_firmware.access().pinNumber(pin->second);
}

bool BusAccess::carries(std::int32_t number, const std::string& controller, const std::string& signal) const
{
    const auto& pins = m_firmware.board().chip().pins();
    const std::string wanted = controller + "." + signal;
    const auto isOfController = [&](const std::string& function) { return function.compare(0, controller.size() + 1, controller + ".") == 0; };
    const bool listed = std::any_of(pins.begin(), pins.end(), [&](const auto& pin) {
        const auto& functions = pin->settings().busFunctions;
        return std::any_of(functions.begin(), functions.end(), isOfController);
    });
    const auto& functions = m_firmware.access().pin(number).settings().busFunctions;
    return !listed || std::find(functions.begin(), functions.end(), wanted) != functions.end();
}

void BusAccess::freePin(std::int32_t number, const std::string& function)
{
    peripherals::Pin& pin = m_firmware.access().pin(number);
    if (pin.function() == function) pin.configure(peripherals::PinMode::In, PinPull::None);
}

// -- I2C.

std::int32_t BusAccess::openI2c(std::int32_t sclPin, std::int32_t sdaPin, std::int32_t hertz, std::int32_t timeoutMicroseconds, const std::string& name)
{
    peripherals::Pin& scl = m_firmware.access().pin(sclPin);
    peripherals::Pin& sda = m_firmware.access().pin(sdaPin);
    scl.assign(name + " scl", PinPull::Up);
    sda.assign(name + " sda", PinPull::Up);
    I2c& opened = m_i2c[++m_last];
    opened.bus = &m_firmware.board().buses().i2c(scl.wire(), sda.wire());
    if (opened.bus->isHeld()) opened.bus->release();
    opened.settings.bit = time::Duration{1'000'000'000 / std::max(1, hertz)};
    opened.settings.timeout = std::chrono::microseconds{timeoutMicroseconds};
    return m_last;
}

void BusAccess::closeI2c(std::int32_t number)
{
    if (m_i2c.count(number) && i2c(number).bus->isHeld()) i2c(number).bus->release();
}

std::int32_t BusAccess::run(peripherals::I2cTransfer& transfer)
{
    while (const auto pause = transfer.step()) pass(*pause);
    switch (transfer.outcome()) {
    case I2cOutcome::NoAddress: return -errorIo;
    case I2cOutcome::TimedOut: return -errorTimedOut;
    case I2cOutcome::NoData:
    case I2cOutcome::Done: break;
    }
    return static_cast<std::int32_t>(transfer.acknowledged());
}

template <class Bytes>
std::int32_t BusAccess::transfer(I2c& controller, std::uint8_t address, std::span<Bytes> bytes, peripherals::I2cEnd end)
{
    // The program answers as a target just now: it cannot lead a bus meanwhile.
    if (m_firmware.targets().isAnswering()) return -errorIo;
    peripherals::I2cSettings settings = controller.settings;
    settings.address = address;
    settings.end = end;
    peripherals::I2cTransfer transfer(*controller.bus, settings, bytes);
    return run(transfer);
}

std::int32_t BusAccess::write(std::int32_t number, std::uint8_t address, std::span<const std::uint8_t> bytes, peripherals::I2cEnd end)
{
    return transfer(i2c(number), address, bytes, end);
}

std::int32_t BusAccess::read(std::int32_t number, std::uint8_t address, std::span<std::uint8_t> bytes, peripherals::I2cEnd end)
{
    return transfer(i2c(number), address, bytes, end);
}

std::int32_t BusAccess::startI2c(std::int32_t number)
{
    I2c& controller = i2c(number);
    if (m_firmware.targets().isAnswering()) return -errorIo;
    if (!controller.bus->isHeld() && !controller.bus->isFree()) {
        pass(controller.settings.timeout);
        return -errorTimedOut;
    }
    pass(controller.bus->start(controller.settings.bit));
    controller.raw = I2c::Raw::Started;
    return 0;
}

void BusAccess::stopI2c(std::int32_t number)
{
    I2c& controller = i2c(number);
    pass(controller.bus->stop(controller.settings.bit));
    controller.bus->release();
    controller.raw = I2c::Raw::Idle;
}

std::int32_t BusAccess::writeRaw(std::int32_t number, std::span<const std::uint8_t> bytes)
{
    I2c& controller = i2c(number);
    std::size_t acknowledged = 0;
    if (controller.raw == I2c::Raw::Started && !bytes.empty()) {
        controller.raw = I2c::Raw::Addressed;
        const auto direction = bytes[0] & 1 ? peripherals::I2cDirection::Read : peripherals::I2cDirection::Write;
        const auto called = controller.bus->address(bytes[0] >> 1, direction, controller.settings.bit);
        pass(called.duration + called.stretched);
        if (called.acknowledged == 0) return 0;
        acknowledged = 1;
        bytes = bytes.subspan(1);
    }
    for (std::size_t done = 0; done < bytes.size();) {
        const std::size_t count = std::min(bytes.size() - done, controller.bus->bytesAtOnce());
        const auto written = controller.bus->write(bytes.subspan(done, count), controller.settings.bit);
        pass(written.duration + written.stretched);
        acknowledged += written.acknowledged;
        if (written.acknowledged < count) break;
        done += count;
    }
    return static_cast<std::int32_t>(acknowledged);
}

void BusAccess::readRaw(std::int32_t number, std::span<std::uint8_t> bytes, peripherals::I2cTarget::Last last)
{
    I2c& controller = i2c(number);
    for (std::size_t done = 0; done < bytes.size();) {
        const std::size_t count = std::min(bytes.size() - done, controller.bus->bytesAtOnce());
        const auto whose = done + count == bytes.size() ? last : peripherals::I2cTarget::Last::No;
        pass(controller.bus->read(bytes.subspan(done, count), whose, controller.settings.bit));
        done += count;
    }
}

// -- SPI.

std::int32_t BusAccess::openSpi(std::int32_t sck, std::int32_t mosi, std::int32_t miso, const peripherals::SpiBus::Format& format, const std::string& name)
{
    Spi& opened = m_spi[++m_last];
    opened.format = format;
    const auto take = [&](std::int32_t number, const char* signal) -> peripherals::Wire* {
        if (number < 0) return nullptr;
        peripherals::Pin& pin = m_firmware.access().pin(number);
        pin.assign(name + " " + signal);
        return &pin.wire();
    };
    opened.bus = &m_firmware.board().buses().spi(*take(sck, "sck"));
    opened.format.out = take(mosi, "mosi");
    opened.format.in = take(miso, "miso");
    opened.bus->open(opened.format);
    return m_last;
}

void BusAccess::closeSpi(std::int32_t number)
{
    if (m_spi.count(number)) spi(number).bus->release();
}

void BusAccess::exchange(std::int32_t number, std::span<const std::uint8_t> sent, std::span<std::uint8_t> received)
{
    const Spi& controller = spi(number);
    const auto inTime = static_cast<std::size_t>(blockLength / (controller.format.bit * 8));
    const std::size_t block = std::clamp<std::size_t>(inTime, 1, largestBlock);
    for (std::size_t done = 0; done < sent.size(); done += block) {
        const std::size_t count = std::min(block, sent.size() - done);
        const auto into = received.empty() ? received : received.subspan(done, count);
        pass(controller.bus->exchange(controller.format, sent.subspan(done, count), into));
    }
}

// -- UART.

std::int32_t BusAccess::openUart(const std::string& name, peripherals::Uart::Pins pins, const peripherals::UartSettings& settings)
{
    // One controller, one owner: opening it again takes it over.
    std::erase_if(m_serial, [&](const auto& each) { return each.second.name == name; });
    Serial& opened = m_serial[++m_last];
    opened.name = name;
    opened.uart = std::make_unique<peripherals::Uart>(m_firmware.board().chip().timeline(), pins, settings, name);
    opened.uart->onEvent([this, number = m_last](peripherals::Uart::Event event) {
        Serial& serial = m_serial.at(number);
        serial.flags |= flagOf(event);
        if (serial.interrupts & flagOf(event)) {
            const bool hard = serial.interrupt == Interrupt::Hard;
            m_firmware.raise(InterruptKind::Uart, number, hard ? MicroPythonFirmware::Urgency::Hard : MicroPythonFirmware::Urgency::Soft);
        }
        if (event == peripherals::Uart::Event::Received) m_firmware.wake();
    });
    return m_last;
}

void BusAccess::closeUart(std::int32_t number) { m_serial.erase(number); }
peripherals::Uart& BusAccess::uart(std::int32_t number) { return *serial(number).uart; }
peripherals::Uart* BusAccess::findUart(std::int32_t number) const
{
    const auto found = m_serial.find(number);
    return found == m_serial.end() ? nullptr : found->second.uart.get();
}
void BusAccess::setUartInterrupts(std::int32_t number, std::uint32_t events, Interrupt interrupt)
{
    serial(number).interrupts = events;
    serial(number).interrupt = interrupt;
}
std::uint32_t BusAccess::takeUartFlags(std::int32_t number) { return std::exchange(serial(number).flags, 0); }

}  // namespace coroboard::modules
