// SPDX-License-Identifier: MIT
// INA219: current and power monitor on I2C (Texas Instruments SBOS448G). Registers of two bytes (table 2): 0 configuration, 1 shunt voltage
// in 10 µV, 2 bus voltage in 4 mV with two flags, 3 power, 4 current, 5 calibration. Current and power are worked out from the two
// voltages and the calibration (section 8.5.1).

#include <algorithm>
#include <array>
#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/i2c_chip.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Register : std::uint8_t { Configuration, ShuntVoltage, BusVoltage, Power, Current, Calibration };
constexpr std::uint16_t powerOnConfiguration = 0x399f;
constexpr std::uint16_t resetBit = 0x8000;

// Table 5: one conversion by the four bits of BADC or SADC.
time::Duration conversionTime(int setting)
{
    static constexpr std::array<time::Duration, 4> resolutions = {84us, 148us, 276us, 532us};
    static constexpr std::array<time::Duration, 8> averages = {532us,   1'060us,  2'130us,  4'260us,
                                                               8'510us, 17'020us, 34'050us, 68'100us};
    return setting & 8 ? averages[static_cast<std::size_t>(setting & 7)]
                       : resolutions[static_cast<std::size_t>(setting & 3)];
}

class Ina219 final : public Part, private WordChip {
public:
    Ina219(const PartModel& model, const PartContext& context)
        : Part(model, context),
          WordChip(context.i2c(), static_cast<std::uint8_t>(context.number("address"))),
          m_ohms(context.number("shunt resistance")),
          m_volts(context.senses, quantity::loadVoltage, {.noise = 0.001}),
          m_milliamperes(context.senses, quantity::loadCurrent, {.noise = 0.03})
    {
        restart();
    }

protected:
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        return control.id == quantity::loadVoltage ? m_readVolts : m_readMilliamperes;
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"voltage", m_volts.element(now())});
        view.values.push_back({"current", m_milliamperes.element(now())});
    }

private:
    int mode() const { return m_configuration & 7; }
    bool measuresShunt() const { return mode() & 1; }
    bool measuresBus() const { return mode() & 2; }

    void restart()
    {
        m_seen = 0;
        m_ready = false;
        m_conversions.stop();
        if (!measuresShunt() && !measuresBus())
            return;
        m_conversions.start(now(), (measuresBus() ? conversionTime(m_configuration >> 7 & 0xf) : 0us) +
                                       (measuresShunt() ? conversionTime(m_configuration >> 3 & 0xf) : 0us));
    }

    // Modes 1 to 3 convert once, 5 to 7 go on.
    void measure()
    {
        const bool once = mode() < 4;
        const auto ended = once ? std::min<std::int64_t>(m_conversions.ended(now()), 1) : m_conversions.ended(now());
        if (ended <= m_seen)
            return;
        const auto when = m_conversions.lastEnd(now()) - m_conversions.period() * (m_conversions.ended(now()) - ended);
        if (measuresShunt()) {
            const int limit = 4000 << (m_configuration >> 11 & 3);  // 40 to 320 mV
            m_shunt = static_cast<int>(
                std::clamp(std::floor(m_milliamperes.at(when) * m_ohms * 100 + 0.5), -limit * 1.0, limit * 1.0));
        }
        if (measuresBus()) {
            const double highest = m_configuration & 0x2000 ? 32 : 16;
            m_bus = static_cast<int>(std::clamp(std::floor(m_volts.at(when) * 250 + 0.5), 0.0, highest * 250));
        }
        m_seen = ended;
        m_ready = true;
    }

    // Sections 8.5.1 and 8.6.3.
    int current() const { return m_shunt * (m_calibration & 0xfffe) / 4096; }
    std::int64_t power() const { return std::int64_t{std::abs(current())} * m_bus / 5000; }
    bool overflows() const { return std::abs(current()) > 32767 || power() > 65535; }

    std::uint16_t readWord(std::uint8_t number) override
    {
        measure();
        switch (number) {
        case Configuration:
            return m_configuration;
        case ShuntVoltage:
            m_readMilliamperes = m_shunt / 100.0 / m_ohms;
            return static_cast<std::uint16_t>(m_shunt);
        case BusVoltage:
            m_readVolts = m_bus / 250.0;
            return static_cast<std::uint16_t>(m_bus << 3 | (m_ready ? 2 : 0) | (overflows() ? 1 : 0));
        case Power:
            m_ready = false;
            return static_cast<std::uint16_t>(std::min<std::int64_t>(power(), 65535));
        case Current:
            m_readMilliamperes = m_shunt / 100.0 / m_ohms;
            return static_cast<std::uint16_t>(std::clamp(current(), -32768, 32767));
        case Calibration:
            return m_calibration;
        default:
            return 0;
        }
    }

    void writeWord(std::uint8_t number, std::uint16_t value) override
    {
        measure();
        if (number == Calibration)
            m_calibration = value & 0xfffe;
        if (number != Configuration)
            return;
        m_configuration = value;
        if (value & resetBit) {
            m_configuration = powerOnConfiguration;
            m_calibration = 0;
            m_shunt = m_bus = 0;
        }
        restart();
    }

    double m_ohms;
    environment::SensedQuantity m_volts;
    environment::SensedQuantity m_milliamperes;
    std::uint16_t m_configuration = powerOnConfiguration;
    std::uint16_t m_calibration = 0;
    ConversionClock m_conversions;
    std::int64_t m_seen = 0;
    bool m_ready = false;
    int m_shunt = 0;  // 10 µV
    int m_bus = 0;    // 4 mV
    std::optional<double> m_readVolts;
    std::optional<double> m_readMilliamperes;
};

}  // namespace

PartModel ina219Model()
{
    PartModel model;
    model.description = {
        .model = "ina219",
        .title = "Current and power monitor (INA219)",
        .source = "Texas Instruments INA219 data sheet SBOS448G",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}},
        .controls = {quantityControl(quantity::loadVoltage, 0, 26),
                     quantityControl(quantity::loadCurrent, -3200, 3200)},
        .notModelled = {"a real load on its two inputs: voltage and current are the controls"},
    };
    model.numbers = {{"address", "I2C address", "", 0x40, 0x4f, 0x40},
                     {"shunt resistance", "Shunt resistor", "Ω", 0.001, 10, 0.1}};
    model.i2cAddresses = [](const PartParameters& given) {
        return std::vector{static_cast<std::uint8_t>(given.numbers.at("address"))};
    };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Ina219>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
