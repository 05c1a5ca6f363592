// SPDX-License-Identifier: MIT
#pragma once
// BoschBarometer: what BME280 (BST-BME280-DS002) and BMP280 (BST-BMP280-DS001) have in common, which is nearly everything: registers, modes,
// oversampling, filter, times, compensation. The BME280 also measures humidity. Its file and its twin's only describe the model.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "environment/sensed_quantity.h"
#include "parts/bosch_compensation.h"
#include "parts/conversion_clock.h"
#include "parts/part_model.h"
#include "parts/register_port.h"

namespace coroboard::parts {

enum class Barometer : std::uint8_t { Bmp280, Bme280 };

class BoschBarometer final : public Part, private RegisterSet {
public:
    BoschBarometer(const PartModel& model, const PartContext& context, Barometer kind);

protected:
    double actual(const ControlDescription& control) const override;
    std::optional<double> lastRead(const ControlDescription& control) const override;
    void show(PartView& view) const override;

private:
    // What the data registers hold: readings of the converter, the power-on value where nothing was measured.
    struct Readings {
        double temperature = 0x80000;
        double pressure = 0x80000;
        double humidity = 0x8000;
    };

    std::uint8_t readRegister(std::uint8_t number) override;
    void writeRegister(std::uint8_t number, std::uint8_t value) override;
    void readingBegins() override;

    std::uint8_t calibrationByte(std::uint8_t number) const;
    std::uint8_t dataByte(std::uint8_t number) const;
    std::uint8_t status() const;
    void reset();
    void startMeasuring();
    void finishMeasurements();
    void measureAt(time::VirtualTime when);
    bool hasHumidity() const { return m_kind == Barometer::Bme280; }
    int oversampling(int setting) const { return setting == 0 ? 0 : 1 << (std::min(setting, 5) - 1); }
    time::Duration measurementTime() const;
    time::Duration standby() const;

    Barometer m_kind;
    environment::SensedQuantity m_celsius;
    environment::SensedQuantity m_hectopascals;
    std::optional<environment::SensedQuantity> m_percent;
    std::uint8_t m_controlHumidity = 0;  // as written; takes effect with the next write of the other control register
    std::uint8_t m_humiditySetting = 0;
    std::uint8_t m_control = 0;
    std::uint8_t m_configuration = 0;
    time::VirtualTime m_resetAt{};
    std::optional<time::VirtualTime> m_forcedEnd;
    ConversionClock m_cycles;  // of normal mode; each ends with its measurement
    std::int64_t m_finished = 0;
    Readings m_readings;         // unrounded, so that the filter loses nothing
    bool m_filterHolds = false;  // a first value
    std::optional<double> m_readCelsius;
    std::optional<double> m_readHectopascals;
    std::optional<double> m_readPercent;
    std::unique_ptr<RegisterPort> m_port;
};

}  // namespace coroboard::parts
