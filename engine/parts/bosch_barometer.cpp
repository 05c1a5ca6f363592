// SPDX-License-Identifier: MIT
#include "parts/bosch_barometer.h"

#include <algorithm>
#include <cmath>

#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Register : std::uint8_t {
    CalibrationFirst = 0x88,
    CalibrationH1 = 0xa1,
    Identity = 0xd0,
    Reset = 0xe0,
    CalibrationHumidity = 0xe1,
    ControlHumidity = 0xf2,
    Status = 0xf3,
    ControlMeasuring = 0xf4,
    Configuration = 0xf5,
    Data = 0xf7,
};
constexpr std::uint8_t resetWord = 0xb6;
constexpr int sleepMode = 0;
constexpr int normalMode = 3;
constexpr time::Duration startUp = 2ms;     // copying the calibration to its registers
constexpr std::int64_t filterMemory = 200;  // measurements; what lies further back no longer shows
constexpr BoschCalibration calibration = boschExample;

constexpr std::array<time::Duration, 8> standbyTimes = {500us, 62'500us, 125ms, 250ms, 500ms, 1s, 2s, 4s};

// The converter's result with the bits that oversampling gives (table "ADC resolution"): 16 to 20.
double rounded(double reading, int setting, bool filtered)
{
    const int dropped = filtered ? 0 : 5 - std::min(setting, 5);
    const double step = 1 << dropped;
    return std::clamp(std::floor(reading / step + 0.5) * step, 0.0, 1048575.0);
}

}  // namespace

BoschBarometer::BoschBarometer(const PartModel& model, const PartContext& context, Barometer kind)
    : Part(model, context),
      m_kind(kind),
      m_celsius(context.senses, quantity::temperature, {.timeConstant = 1s, .noise = 0.003}),
      m_hectopascals(context.senses, quantity::pressure, {.noise = 0.005}),
      m_resetAt(now()),
      m_port(openRegisterPort(context, *this, {.spiOffset = 0x80, .writing = RegisterProtocol::Writing::InPairs}))
{
    if (hasHumidity())
        m_percent.emplace(context.senses, quantity::humidity, environment::Sensing{.timeConstant = 1s, .noise = 0.02});
}

double BoschBarometer::actual(const ControlDescription& control) const
{
    if (control.id == quantity::temperature)
        return m_celsius.element(now());
    return control.id == quantity::pressure ? m_hectopascals.element(now()) : m_percent->element(now());
}

std::optional<double> BoschBarometer::lastRead(const ControlDescription& control) const
{
    if (control.id == quantity::temperature)
        return m_readCelsius;
    return control.id == quantity::pressure ? m_readHectopascals : m_readPercent;
}

void BoschBarometer::show(PartView& view) const
{
    view.values.push_back({"temperature", m_celsius.element(now())});
    view.values.push_back({"pressure", m_hectopascals.element(now())});
    if (m_percent)
        view.values.push_back({"humidity", m_percent->element(now())});
}

// Typical times of a measurement (BME280, 9.1; BMP280, 3.8.1).
time::Duration BoschBarometer::measurementTime() const
{
    const int temperature = oversampling(m_control >> 5);
    const int pressure = oversampling(m_control >> 2 & 7);
    const int humidity = oversampling(m_humiditySetting & 7);
    return 1ms + 2ms * temperature + (pressure ? 2ms * pressure + 500us : 0us) +
           (humidity ? 2ms * humidity + 500us : 0us);
}

time::Duration BoschBarometer::standby() const
{
    const auto setting = static_cast<std::size_t>(m_configuration >> 5);
    if (hasHumidity() && setting >= 6)
        return setting == 6 ? 10ms : 20ms;
    return standbyTimes[setting];
}

void BoschBarometer::reset()
{
    m_controlHumidity = m_humiditySetting = m_control = m_configuration = 0;
    m_resetAt = now();
    m_forcedEnd.reset();
    m_cycles.stop();
    m_readings = {};
    m_filterHolds = false;
}

void BoschBarometer::startMeasuring()
{
    const int mode = m_control & 3;
    const time::Duration cycle = measurementTime() + standby();
    m_forcedEnd.reset();
    m_cycles.stop();
    m_finished = 0;
    if (mode == normalMode)
        m_cycles.start(now() + measurementTime() - cycle, cycle);
    else if (mode != sleepMode)
        m_forcedEnd = now() + measurementTime();
}

// Brings the results up to now; in sleep mode nothing moves.
void BoschBarometer::finishMeasurements()
{
    if (m_forcedEnd && now() >= *m_forcedEnd) {
        measureAt(*m_forcedEnd);
        m_forcedEnd.reset();
        m_control &= 0xfc;
    }
    const std::int64_t ended = m_cycles.ended(now());
    const bool filtered = (m_configuration >> 2 & 7) != 0;
    m_finished = std::max(m_finished, ended - (filtered ? filterMemory : 1));
    while (m_finished < ended) {
        ++m_finished;
        measureAt(m_cycles.lastEnd(now()) - m_cycles.period() * (ended - m_finished));
    }
}

void BoschBarometer::measureAt(time::VirtualTime when)
{
    const int strength = 1 << std::min(m_configuration >> 2 & 7, 4);  // 1, 2, 4, 8, 16
    const auto filtered = [&](double before, double reading) {
        return m_filterHolds ? (before * (strength - 1) + reading) / strength : reading;
    };
    const double temperature = temperatureReading(calibration, m_celsius.at(when));
    const double fine = fineTemperature(calibration, temperature);
    const double pressure = pressureReading(calibration, m_hectopascals.at(when) * 100, fine);
    m_readings.temperature = m_control >> 5 ? filtered(m_readings.temperature, temperature) : 0x80000;
    m_readings.pressure = m_control >> 2 & 7 ? filtered(m_readings.pressure, pressure) : 0x80000;
    m_readings.humidity = m_percent && m_humiditySetting & 7
                              ? std::floor(humidityReading(calibration, m_percent->at(when), fine) + 0.5)
                              : 0x8000;
    m_filterHolds = strength > 1;
}

std::uint8_t BoschBarometer::status() const
{
    std::uint8_t flags = now() - m_resetAt < startUp ? 1 : 0;
    const bool cycleMeasures =
        m_cycles.isRunning() && now() >= m_cycles.lastEnd(now()) + m_cycles.period() - measurementTime();
    if ((m_forcedEnd && now() < *m_forcedEnd) || cycleMeasures)
        flags |= 8;
    return flags;
}

void BoschBarometer::readingBegins()
{
    finishMeasurements();
}

std::uint8_t BoschBarometer::dataByte(std::uint8_t number) const
{
    const bool filtered = (m_configuration >> 2 & 7) != 0;
    const int at = number - Data;
    if (at >= 6) {
        const auto humidity = static_cast<std::uint32_t>(std::clamp(m_readings.humidity, 0.0, 65535.0));
        return static_cast<std::uint8_t>(at == 6 ? humidity >> 8 : humidity);
    }
    const double reading = at < 3 ? rounded(m_readings.pressure, m_control >> 2 & 7, filtered)
                                  : rounded(m_readings.temperature, m_control >> 5, filtered);
    return static_cast<std::uint8_t>(static_cast<std::uint32_t>(reading) << 4 >> (16 - at % 3 * 8));
}

std::uint8_t BoschBarometer::calibrationByte(std::uint8_t number) const
{
    const auto& c = calibration;
    const auto low = [](int word) { return static_cast<std::uint8_t>(word); };
    const auto high = [](int word) { return static_cast<std::uint8_t>(word >> 8); };
    if (number >= CalibrationHumidity) {
        const std::array<std::uint8_t, 7> bytes = {
            low(c.h2),      high(c.h2), c.h3, low(c.h4 >> 4), low((c.h4 & 0xf) | (c.h5 & 0xf) << 4),
            low(c.h5 >> 4), low(c.h6)};
        return bytes[static_cast<std::size_t>(number - CalibrationHumidity)];
    }
    if (number == CalibrationH1)
        return hasHumidity() ? c.h1 : 0;
    const auto at = static_cast<std::size_t>(number - CalibrationFirst);
    if (at / 2 >= 12)
        return 0;
    const std::array<int, 4> first = {c.t1, c.t2, c.t3, c.p1};
    const int word = at / 2 < 4 ? first[at / 2] : c.p2to9[at / 2 - 4];
    return at % 2 ? high(word) : low(word);
}

std::uint8_t BoschBarometer::readRegister(std::uint8_t number)
{
    if ((number >= CalibrationFirst && number <= CalibrationH1) ||
        (hasHumidity() && number >= CalibrationHumidity && number < CalibrationHumidity + 7))
        return calibrationByte(number);
    if (number >= Data && number < Data + (hasHumidity() ? 8 : 6)) {
        const double fine = fineTemperature(calibration, m_readings.temperature);
        if (m_control >> 5)
            m_readCelsius = celsiusOf(fine);
        if (m_control >> 2 & 7)
            m_readHectopascals = pascalsOf(calibration, m_readings.pressure, fine) / 100;
        if (m_humiditySetting)
            m_readPercent = percentOf(calibration, m_readings.humidity, fine);
        return dataByte(number);
    }
    switch (number) {
    case Identity:
        return hasHumidity() ? 0x60 : 0x58;
    case ControlHumidity:
        return m_controlHumidity;
    case Status:
        return status();
    case ControlMeasuring:
        return m_control;
    case Configuration:
        return m_configuration;
    default:
        return 0;
    }
}

void BoschBarometer::writeRegister(std::uint8_t number, std::uint8_t value)
{
    finishMeasurements();
    if (number == Reset && value == resetWord)
        reset();
    else if (number == ControlHumidity && hasHumidity())
        m_controlHumidity = value & 7;
    else if (number == Configuration) {
        m_configuration = value & 0xfd;
        if (m_cycles.isRunning())
            startMeasuring();
    } else if (number == ControlMeasuring) {
        m_control = value;
        m_humiditySetting = m_controlHumidity;
        startMeasuring();
    }
}

}  // namespace coroboard::parts
