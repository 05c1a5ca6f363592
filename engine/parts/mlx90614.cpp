// SPDX-License-Identifier: MIT
// MLX90614: infrared thermometer on SMBus (Melexis MLX90614 data sheet, revision 13, chapter 8). Words, least significant byte first, with a
// packet error code over the whole transfer behind them. RAM 0x06 is its own temperature, 0x07 and 0x08 that of what it looks at, in
// fiftieths of a kelvin; the EEPROM is at 0x20 to 0x3f, and a cell takes a new value only after it was erased to 0.

#include <array>
#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/crc8.h"
#include "parts/i2c_chip.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Opcode : std::uint8_t { Ambient = 0x06, Object1 = 0x07, Object2 = 0x08, Eeprom = 0x20, Flags = 0xf0 };
constexpr double zeroCelsius = 273.15;
constexpr double kelvinPerCount = 0.02;
constexpr time::Duration firstData = 250ms;  // table 5
constexpr time::Duration refresh = 100ms;

class Mlx90614 final : public Part, private CommandChip {
public:
    Mlx90614(const PartModel& model, const PartContext& context)
        : Part(model, context),
          CommandChip(context.i2c(), static_cast<std::uint8_t>(context.number("address"))),
          m_own(context.senses, quantity::temperature, {.timeConstant = 5s, .noise = 0.01}),
          m_object(context.senses, quantity::objectTemperature, {.timeConstant = 100ms, .noise = 0.03})
    {
        m_conversions.start(now() + firstData - refresh, refresh);
        cell(0x20) = 0x9993;
        cell(0x21) = 0x62e3;
        cell(0x22) = 0x0201;
        cell(0x23) = 0xf71c;
        cell(0x24) = 0xffff;  // emissivity 1
        cell(0x25) = 0x9fb4;
        cell(0x2e) = static_cast<std::uint16_t>(0xbe00 | address());
        const std::uint64_t identity = context.random.stream("serial number").seed();
        for (int i = 0; i < 4; ++i)
            cell(0x3c + i) = static_cast<std::uint16_t>(identity >> (i * 16));
    }

protected:
    double actual(const ControlDescription& control) const override
    {
        return control.id == quantity::temperature ? m_own.element(now()) : m_object.element(now());
    }
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        return control.id == quantity::temperature ? m_readOwn : m_readObject;
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"temperature", m_own.element(now())});
        view.values.push_back({"object temperature", m_object.element(now())});
    }

private:
    std::uint16_t& cell(int opcode) { return m_eeprom[static_cast<std::size_t>(opcode & 0x1f)]; }

    void command(std::span<const std::uint8_t> bytes) override
    {
        m_opcode = bytes[0];
        if (bytes.size() < 4 || (m_opcode & 0xe0) != Eeprom)
            return;
        const std::array<std::uint8_t, 4> packet = {static_cast<std::uint8_t>(address() << 1), bytes[0], bytes[1],
                                                    bytes[2]};
        if (smbusCrc.of(packet) != bytes[3])
            return;
        const auto word = static_cast<std::uint16_t>(bytes[2] << 8 | bytes[1]);
        if (word == 0 || cell(m_opcode) == 0)
            cell(m_opcode) = word;
    }

    void beforeRead() override
    {
        const std::uint16_t word = valueOf(m_opcode);
        const auto low = static_cast<std::uint8_t>(word);
        const auto high = static_cast<std::uint8_t>(word >> 8);
        const auto toWrite = static_cast<std::uint8_t>(address() << 1);
        const std::array<std::uint8_t, 5> packet = {toWrite, m_opcode, static_cast<std::uint8_t>(toWrite | 1), low,
                                                    high};
        answer({low, high, smbusCrc.of(packet)});
    }

    std::uint16_t valueOf(std::uint8_t opcode)
    {
        switch (opcode) {
        case Ambient:
            return measured(m_own, m_readOwn);
        case Object1:
        case Object2:
            return measured(m_object, m_readObject);
        case Flags:
            return 0;
        default:
            return (opcode & 0xe0) == Eeprom ? cell(opcode) : std::uint16_t{0};
        }
    }

    // What the last conversion found; 0 before the first.
    std::uint16_t measured(const environment::SensedQuantity& celsius, std::optional<double>& lastRead) const
    {
        if (m_conversions.ended(now()) == 0)
            return 0;
        const double kelvin = celsius.at(m_conversions.lastEnd(now())) + zeroCelsius;
        const auto counts = static_cast<std::uint16_t>(std::lround(std::clamp(kelvin / kelvinPerCount, 0.0, 32767.0)));
        lastRead = counts * kelvinPerCount - zeroCelsius;
        return counts;
    }

    environment::SensedQuantity m_own;
    environment::SensedQuantity m_object;
    ConversionClock m_conversions;
    std::array<std::uint16_t, 32> m_eeprom{};
    std::uint8_t m_opcode = 0;
    std::optional<double> m_readOwn;
    std::optional<double> m_readObject;
};

}  // namespace

PartModel mlx90614Model()
{
    PartModel model;
    model.description = {
        .model = "mlx90614",
        .title = "Infrared thermometer (MLX90614)",
        .source = "Melexis MLX90614 data sheet, revision 13",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}},
        .controls = {quantityControl(quantity::objectTemperature, -70, 380),
                     quantityControl(quantity::temperature, -40, 125)},
        .notModelled = {"emissivity (stored, changes nothing)", "sleep mode", "PWM output", "a second zone",
                        "raw infrared data", "a changed address"},
    };
    model.numbers = {{"address", "I2C address", "", 0x08, 0x77, 0x5a}};
    model.i2cAddresses = [](const PartParameters& given) {
        return std::vector{static_cast<std::uint8_t>(given.numbers.at("address"))};
    };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Mlx90614>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
