// SPDX-License-Identifier: MIT
// AHT20: temperature and humidity on I2C (ASAIR AHT20 data sheet, version 1.1, chapter 5). Three commands; every read gives the status,
// 20 bits of humidity, 20 bits of temperature and a checksum. A measurement takes up to 80 ms, during
// which the status says busy.

#include <array>
#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/crc8.h"
#include "parts/i2c_chip.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr std::uint8_t chipAddress = 0x38;
enum Command : std::uint8_t {
    Status = 0x71,
    Measure = 0xac,
    SoftReset = 0xba,
    Initialise = 0xbe,
    InitialiseAht10 = 0xe1
};
constexpr std::uint8_t busy = 0x80;
constexpr std::uint8_t calibrated = 0x18;  // leaves the factory so
constexpr time::Duration measuringTime = 75ms;
constexpr time::Duration resetTime = 20ms;
constexpr time::Duration initialisingTime = 10ms;
constexpr double fullScale = 1 << 20;

class Aht20 final : public Part, private CommandChip {
public:
    Aht20(const PartModel& model, const PartContext& context)
        : Part(model, context),
          CommandChip(context.i2c(), chipAddress),
          m_celsius(context.senses, quantity::temperature, {.timeConstant = 2s, .noise = 0.01}),
          m_percent(context.senses, quantity::humidity, {.timeConstant = 2s, .noise = 0.02}),
          m_busyUntil(now() + resetTime)
    {}

protected:
    double actual(const ControlDescription& control) const override
    {
        return control.id == quantity::temperature ? m_celsius.element(now()) : m_percent.element(now());
    }
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        return control.id == quantity::temperature ? m_readCelsius : m_readPercent;
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"temperature", m_celsius.element(now())});
        view.values.push_back({"humidity", m_percent.element(now())});
    }

private:
    void command(std::span<const std::uint8_t> bytes) override
    {
        switch (bytes[0]) {
        case Measure:
            m_busyUntil = now() + measuringTime;
            m_measuring = true;
            break;
        case SoftReset:
            m_measuring = false;
            m_humidity = m_temperature = 0;
            m_busyUntil = now() + resetTime;
            break;
        case Initialise:
        case InitialiseAht10:
            m_busyUntil = now() + initialisingTime;
            break;
        default:
            break;  // Status: every read begins with it
        }
    }

    void beforeRead() override
    {
        const bool isBusy = now() < m_busyUntil;
        if (m_measuring && !isBusy) {
            m_measuring = false;
            const auto reading = [](double share) {
                return static_cast<std::uint32_t>(std::lround(std::clamp(share * fullScale, 0.0, fullScale - 1)));
            };
            m_humidity = reading(m_percent.at(m_busyUntil) / 100);
            m_temperature = reading((m_celsius.at(m_busyUntil) + 50) / 200);
        }
        if (!isBusy && m_temperature) {
            m_readPercent = m_humidity / fullScale * 100;
            m_readCelsius = m_temperature / fullScale * 200 - 50;
        }
        const auto byte = [](std::uint32_t word) { return static_cast<std::uint8_t>(word); };
        std::vector<std::uint8_t> bytes = {
            byte(isBusy ? calibrated | busy : calibrated), byte(m_humidity >> 12),   byte(m_humidity >> 4),
            byte(m_humidity << 4 | m_temperature >> 16),   byte(m_temperature >> 8), byte(m_temperature)};
        bytes.push_back(sensirionCrc.of(bytes));
        answer(std::move(bytes));
    }

    environment::SensedQuantity m_celsius;
    environment::SensedQuantity m_percent;
    time::VirtualTime m_busyUntil;
    bool m_measuring = false;
    std::uint32_t m_humidity = 0;
    std::uint32_t m_temperature = 0;
    std::optional<double> m_readCelsius;
    std::optional<double> m_readPercent;
};

}  // namespace

PartModel aht20Model()
{
    PartModel model;
    model.description = {
        .model = "aht20",
        .title = "Temperature and humidity sensor (AHT20)",
        .source = "ASAIR AHT20 data sheet, version 1.1",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}},
        .controls = {quantityControl(quantity::temperature, -40, 85), quantityControl(quantity::humidity)},
        .notModelled = {"the factory's calibration registers 0x1b, 0x1c and 0x1e"},
    };
    model.i2cAddresses = [](const PartParameters&) { return std::vector{chipAddress}; };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Aht20>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
