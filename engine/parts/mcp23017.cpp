// SPDX-License-Identifier: MIT
// MCP23017: sixteen more pins on I2C (Microchip DS20001952D). Two ports of eight, A and B, with eleven registers each (table 3-1): direction, input
// polarity, interrupt on change, default value, interrupt control, configuration, pull-ups, interrupt flag and capture, port, output latch.
// IOCON.BANK says whether the two ports' registers alternate or follow each other.

#include <array>
#include <memory>

#include "parts/i2c_chip.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using peripherals::Wire;
using peripherals::WireDriver;
using peripherals::WireEvent;
using peripherals::WireListener;

enum Register : std::uint8_t { Direction, Polarity, InterruptEnable, DefaultValue, InterruptControl, Configuration, PullUp, InterruptFlag,
                               InterruptCapture, Port, Latch, registersOfPort };
enum ConfigurationBit : std::uint8_t { Bank = 0x80, Mirror = 0x40, Sequential = 0x20, OpenDrain = 0x04, ActiveHigh = 0x02 };

constexpr double pullUpOhms = 100'000;
constexpr double outputOhms = 50;

std::uint8_t addressOf(const std::map<std::string, double>& numbers)
{
    return static_cast<std::uint8_t>(numbers.at("address"));
}

std::string pinName(std::size_t port, int bit)
{
    return (port == 0 ? "gpa" : "gpb") + std::to_string(bit);
}

class Mcp23017 final : public Part, private RegisterChip {
public:
    Mcp23017(const PartModel& model, const PartContext& context)
        : Part(model, context),
          RegisterChip(context.i2c(), addressOf(context.numbers)),
          m_reset(context.wire("reset")),
          m_resetHeard(m_reset, WireListener::Hears::Changes, [this](const WireEvent&) {
              if (isHeld())
                  powerOn();
          })
    {
        for (std::size_t port = 0; port < 2; ++port) {
            m_ports[port].interrupt = std::make_unique<WireDriver>(context.wire(port == 0 ? "inta" : "intb"));
            for (int bit = 0; bit < 8; ++bit) {
                Wire& wire = context.wire(pinName(port, bit));
                Pin& pin = m_ports[port].pins[static_cast<std::size_t>(bit)];
                pin.driver = std::make_unique<WireDriver>(wire);
                pin.heard = std::make_unique<WireListener>(wire, WireListener::Hears::Changes, [this, port](const WireEvent&) { look(port); });
            }
        }
        powerOn();
    }

protected:
    void show(PartView& view) const override
    {
        for (std::size_t port = 0; port < 2; ++port) {
            view.values.push_back({port == 0 ? "levels a" : "levels b", static_cast<double>(levels(port))});
            view.values.push_back({port == 0 ? "outputs a" : "outputs b", static_cast<double>(~m_ports[port].registers[Direction] & 0xff)});
        }
    }

private:
    struct Pin {
        std::unique_ptr<WireDriver> driver;
        std::unique_ptr<WireListener> heard;
    };
    struct PortState {
        std::array<std::uint8_t, registersOfPort> registers{};
        std::uint8_t before = 0;  // the pins as they were when somebody last looked
        std::array<Pin, 8> pins;
        std::unique_ptr<WireDriver> interrupt;
    };

    bool isHeld() const { return !m_reset.floating() && !m_reset.level(); }
    Acknowledge ready(peripherals::I2cDirection) override { return isHeld() ? Acknowledge::No : Acknowledge::Yes; }
    std::uint8_t configuration() const { return m_ports[0].registers[Configuration]; }

    void powerOn()
    {
        for (std::size_t port = 0; port < 2; ++port) {
            m_ports[port].registers.fill(0);
            m_ports[port].registers[Direction] = 0xff;
            drive(port);
            m_ports[port].before = levels(port);
        }
        signalInterrupts();
    }

    std::uint8_t levels(std::size_t port) const
    {
        std::uint8_t levels = 0;
        for (int bit = 0; bit < 8; ++bit)
            if (m_ports[port].pins[static_cast<std::size_t>(bit)].driver->wire().level())
                levels = static_cast<std::uint8_t>(levels | 1 << bit);
        return levels;
    }
    std::uint8_t read(std::size_t port) const { return levels(port) ^ m_ports[port].registers[Polarity]; }

    void drive(std::size_t port)
    {
        const auto& registers = m_ports[port].registers;
        for (int bit = 0; bit < 8; ++bit) {
            WireDriver& driver = *m_ports[port].pins[static_cast<std::size_t>(bit)].driver;
            const double supply = driver.wire().supplyMillivolts();
            if (!(registers[Direction] >> bit & 1))
                driver.drive(registers[Latch] >> bit & 1 ? supply : 0, outputOhms);
            else if (registers[PullUp] >> bit & 1)
                driver.drive(supply, pullUpOhms);
            else
                driver.release();
        }
    }

    // A pin has moved. The first change is captured; the others wait until somebody has read it.
    void look(std::size_t port)
    {
        auto& [registers, before, pins, interrupt] = m_ports[port];
        const std::uint8_t pinsNow = levels(port);
        const auto changed = static_cast<std::uint8_t>((pinsNow ^ before) & ~registers[InterruptControl]);
        const auto differs = static_cast<std::uint8_t>((pinsNow ^ registers[DefaultValue]) & registers[InterruptControl]);
        before = pinsNow;
        const auto cause = static_cast<std::uint8_t>((changed | differs) & registers[InterruptEnable] & registers[Direction]);
        if (cause == 0 || registers[InterruptFlag] != 0)
            return;
        registers[InterruptFlag] = cause;
        registers[InterruptCapture] = read(port);
        signalInterrupts();
    }

    void signalInterrupts()
    {
        const bool a = m_ports[0].registers[InterruptFlag];
        const bool b = m_ports[1].registers[InterruptFlag];
        const bool mirrored = configuration() & Mirror;
        for (std::size_t port = 0; port < 2; ++port) {
            const bool active = mirrored ? a || b : port == 0 ? a : b;
            WireDriver& output = *m_ports[port].interrupt;
            const double supply = output.wire().supplyMillivolts();
            if (configuration() & OpenDrain)
                active ? output.drive(0, outputOhms) : output.release();
            else
                output.drive(active == static_cast<bool>(configuration() & ActiveHigh) ? supply : 0, outputOhms);
        }
    }

    struct Place {
        std::size_t port = 0;
        std::uint8_t number = registersOfPort;  // this: there is no such register
    };
    Place placeOf(std::uint8_t address) const
    {
        if (configuration() & Bank)
            return {address >> 4 & 1u, static_cast<std::uint8_t>(address & 0x0f)};
        return {address & 1u, static_cast<std::uint8_t>(address >> 1)};
    }

    // Section 3.2.1: byte mode stays at the address, or goes back and forth within a pair.
    std::uint8_t after(std::uint8_t address) const override
    {
        const bool banked = configuration() & Bank;
        if (configuration() & Sequential)
            return banked ? address : address ^ 1;
        if (banked)
            return address == 0x1a ? 0x00 : address == 0x0a ? 0x10 : static_cast<std::uint8_t>(address + 1);
        return address == 0x15 ? 0x00 : static_cast<std::uint8_t>(address + 1);
    }

    std::uint8_t readRegister(std::uint8_t address) override
    {
        const auto [port, number] = placeOf(address);
        if (number >= registersOfPort)
            return 0;
        if (number != Port && number != InterruptCapture)
            return m_ports[port].registers[number];
        const std::uint8_t value = number == Port ? read(port) : m_ports[port].registers[InterruptCapture];
        clearInterrupt(port);
        return value;
    }

    // A comparison with the default value that still fails begins anew.
    void clearInterrupt(std::size_t port)
    {
        if (m_ports[port].registers[InterruptFlag] == 0)
            return;
        m_ports[port].registers[InterruptFlag] = 0;
        signalInterrupts();
        look(port);
    }

    void writeRegister(std::uint8_t address, std::uint8_t value) override
    {
        const auto [port, number] = placeOf(address);
        switch (number) {
        case Configuration:
            for (auto& each : m_ports)
                each.registers[Configuration] = value & 0xfe;
            signalInterrupts();
            return;
        case Port:
            m_ports[port].registers[Latch] = value;
            return drive(port);
        case InterruptFlag: case InterruptCapture: case registersOfPort:
            return;
        default:
            if (number > registersOfPort)
                return;
            m_ports[port].registers[number] = value;
            drive(port);
            look(port);
        }
    }

    std::array<PortState, 2> m_ports;
    Wire& m_reset;
    WireListener m_resetHeard;
};

}  // namespace

PartModel mcp23017Model()
{
    PartModel model;
    model.description = {
        .model = "mcp23017",
        .title = "16 more pins (MCP23017)",
        .source = "Microchip MCP23017 data sheet DS20001952D",
        .pins = {{"scl", "Clock"},
                 {"sda", "Data"},
                 {"reset", "Reset (low)", PinRole::Load, "3V3"},
                 {"inta", "Interrupt A", PinRole::Contact, "NC"},
                 {"intb", "Interrupt B", PinRole::Contact, "NC"}},
        .controls = {},
        .notModelled = {"limits of current", "slew rate control", "pins A7 and B7 of revision D, which are outputs only"},
    };
    for (std::size_t port = 0; port < 2; ++port)
        for (int bit = 0; bit < 8; ++bit)
            model.description.pins.push_back({pinName(port, bit), (port == 0 ? "A" : "B") + std::to_string(bit), PinRole::Contact, "NC"});
    model.numbers = {{"address", "I2C address", "", 0x20, 0x27, 0x20}};
    model.i2cAddresses = [](const PartParameters& given) { return std::vector{addressOf(given.numbers)}; };
    model.width = 140;
    model.height = 60;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Mcp23017>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
