// SPDX-License-Identifier: MIT
// TCS34725: colour light sensor on I2C (ams TCS3472 data sheet, v1-06). The first byte of a write is a command: bit 7 always, bits 6 and 5
// how, the rest which register (page "Command register"). Counts follow ams' application note DN40: at its device factor of 310 the lux it
// works out of a white light's counts is the light there is.

#include <algorithm>
#include <array>

#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/i2c_chip.h"
#include "parts/interrupt_pin.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr std::uint8_t chipAddress = 0x29;
enum Register : std::uint8_t {
    Enable = 0x00,
    IntegrationTime = 0x01,
    WaitTime = 0x03,
    Thresholds = 0x04,
    Persistence = 0x0c,
    Configuration = 0x0d,
    Gain = 0x0f,
    Identity = 0x12,
    Status = 0x13,
    Data = 0x14,
};
constexpr std::uint8_t powerOn = 1;
constexpr std::uint8_t converting = 2;
constexpr std::uint8_t waiting = 8;
constexpr std::uint8_t interrupting = 16;
constexpr std::uint8_t clearInterrupt = 0xe6;
constexpr time::Duration cycle = 2'400us;
constexpr std::array<int, 4> gains = {1, 4, 16, 60};
constexpr double deviceFactor = 310;                // DN40, table 1
constexpr double luxOfWhite = 0.136 + 1.0 - 0.444;  // its coefficients for equal red, green and blue
constexpr std::array<int, 16> persistences = {0, 1, 2, 3, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60};

class Tcs34725 final : public Part, private RegisterChip {
public:
    Tcs34725(const PartModel& model, const PartContext& context)
        : Part(model, context),
          RegisterChip(context.i2c(), chipAddress),
          m_lux(context.senses, quantity::light, {.noiseShare = 0.002}),
          m_shares{environment::SensedQuantity{context.senses, quantity::colourRed},
                   environment::SensedQuantity{context.senses, quantity::colourGreen},
                   environment::SensedQuantity{context.senses, quantity::colourBlue}},
          m_pin(context, "int", [this] { look(); })
    {
        m_registers[IntegrationTime] = m_registers[WaitTime] = 0xff;
    }

protected:
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        if (!m_wasRead || m_counts[0] == 0)
            return std::nullopt;
        if (control.id == quantity::light)
            return m_counts[0] / 3.0 * luxOfWhite / countsPerLux();
        const double strongest = std::max({m_counts[1], m_counts[2], m_counts[3]});
        const std::size_t colour = control.id == quantity::colourRed ? 1 : control.id == quantity::colourGreen ? 2 : 3;
        return strongest > 0 ? m_counts[colour] / strongest : 0.0;
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"light", m_lux.element(now())});
        view.values.push_back({"red", m_shares[0].element(now())});
        view.values.push_back({"green", m_shares[1].element(now())});
        view.values.push_back({"blue", m_shares[2].element(now())});
    }

private:
    // Both of the data sheet's protocols move the pointer on in the silicon: drivers read words with either.
    std::uint8_t pointed(std::uint8_t command) override
    {
        if (command == clearInterrupt) {
            measure();
            m_interrupt = false;
            m_outside = 0;
            showInterrupt();
        }
        return command & 0x1f;
    }
    std::uint8_t after(std::uint8_t number) const override { return (number + 1) & 0x1f; }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        measure();
        if (number >= Data && number < Data + 8)
            return dataByte(static_cast<std::size_t>(number - Data));
        switch (number) {
        case Identity:
            return 0x44;
        case Status:
            return static_cast<std::uint8_t>((m_conversions.ended(now()) > 0 ? 1 : 0) | (m_interrupt ? 0x10 : 0));
        default:
            return m_registers[number];
        }
    }

    // Reading a low byte keeps its high byte as it was at that time.
    std::uint8_t dataByte(std::size_t at)
    {
        m_wasRead = true;
        if (at % 2 == 0)
            m_held = m_counts[at / 2];
        return static_cast<std::uint8_t>(at % 2 == 0 ? m_held : m_held >> 8);
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        measure();
        if (number >= Identity)
            return;
        m_registers[number] = value;
        if (number == Enable || number == IntegrationTime || number == WaitTime || number == Configuration ||
            number == Gain)
            restart();
        look();
    }

    void look()
    {
        measure();
        showInterrupt();
        m_pin.lookAfter(m_registers[Enable] & interrupting ? m_conversions : ConversionClock{}, now());
    }
    void showInterrupt() { m_pin.show(m_interrupt && m_registers[Enable] & interrupting, {}); }

    int cycles() const { return 256 - m_registers[IntegrationTime]; }

    void restart()
    {
        m_seen = 0;
        m_conversions.stop();
        const std::uint8_t enable = m_registers[Enable];
        if ((enable & (powerOn | converting)) != (powerOn | converting))
            return;
        const int slower = m_registers[Configuration] & 2 ? 12 : 1;
        const time::Duration wait = enable & waiting ? cycle * (256 - m_registers[WaitTime]) * slower : 0us;
        const time::Duration integration = cycle * cycles() + cycle;  // one cycle of initialisation
        m_conversions.start(now() - wait, integration + wait);
    }

    double countsPerLux() const
    {
        const double milliseconds = 2.4 * cycles();
        return milliseconds * gains[m_registers[Gain] & 3] / deviceFactor;
    }

    void measure()
    {
        const auto ended = m_conversions.ended(now());
        if (ended <= m_seen)
            return;
        const auto when = m_conversions.lastEnd(now());
        const double full = std::min(65535, 1024 * cycles());
        const double each = m_lux.at(when) / luxOfWhite * countsPerLux();
        double sum = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const double counts = each * m_shares[i].at(when);
            sum += counts;
            m_counts[i + 1] = static_cast<std::uint16_t>(std::clamp(counts + 0.5, 0.0, full));
        }
        m_counts[0] = static_cast<std::uint16_t>(std::clamp(sum + 0.5, 0.0, full));
        compare(ended - m_seen);
        m_seen = ended;
    }

    void compare(std::int64_t conversions)
    {
        const auto word = [&](int number) {
            return m_registers[static_cast<std::size_t>(number)] | m_registers[static_cast<std::size_t>(number + 1)]
                                                                       << 8;
        };
        const bool outside = m_counts[0] < word(Thresholds) || m_counts[0] > word(Thresholds + 2);
        m_outside = outside ? m_outside + conversions : 0;
        const int wanted = persistences[m_registers[Persistence] & 0xf];
        if (wanted == 0 || (outside && m_outside >= wanted))
            m_interrupt = true;
    }

    environment::SensedQuantity m_lux;
    std::array<environment::SensedQuantity, 3> m_shares;
    std::array<std::uint8_t, 0x20> m_registers{};
    ConversionClock m_conversions;
    std::int64_t m_seen = 0;
    std::array<std::uint16_t, 4> m_counts{};  // clear, red, green, blue
    std::uint16_t m_held = 0;
    bool m_wasRead = false;
    bool m_interrupt = false;
    std::int64_t m_outside = 0;  // conversions in a row
    InterruptPin m_pin;
};

}  // namespace

PartModel tcs34725Model()
{
    PartModel model;
    model.description = {
        .model = "tcs34725",
        .title = "Colour sensor (TCS34725)",
        .source = "ams TCS3472 data sheet v1-06 and application note DN40",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}, {"int", "Interrupt", PinRole::Load, "NC"}},
        .controls = {quantityControl(quantity::light), quantityControl(quantity::colourRed),
                     quantityControl(quantity::colourGreen), quantityControl(quantity::colourBlue)},
        .notModelled = {"infrared light", "the board's white LED"},
    };
    model.i2cAddresses = [](const PartParameters&) { return std::vector{chipAddress}; };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Tcs34725>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
