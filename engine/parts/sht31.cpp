// SPDX-License-Identifier: MIT
// SHT31-DIS: temperature and humidity on I2C (Sensirion SHT3x-DIS data sheet, version 6). Commands of two bytes (chapter 4): single shots
// with and without clock stretching, periodic measuring, heater, status, reset, serial number. It does not acknowledge a read while it has
// nothing to say: it is still measuring, or the last result was fetched already.

#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/i2c_chip.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/sensirion_words.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using peripherals::Acknowledge;
using peripherals::I2cDirection;

enum Command : std::uint16_t {
    ClearStatus = 0x3041,
    HeaterOff = 0x3066,
    HeaterOn = 0x306d,
    Stop = 0x3093,
    SoftReset = 0x30a2,
    SerialNumber = 0x3682,
    SerialNumberStretching = 0x3780,
    Fetch = 0xe000,
    ReadStatus = 0xf32d,
};
constexpr std::uint16_t alertPending = 1 << 15;
constexpr std::uint16_t heaterIsOn = 1 << 13;
constexpr std::uint16_t resetDetected = 1 << 4;
constexpr double heaterWarms = 3;  // a few degrees, section 4.9

// Typical times for a measurement by repeatability (table 4).
constexpr time::Duration highTime = 12'500us;
constexpr time::Duration mediumTime = 4'500us;
constexpr time::Duration lowTime = 2'500us;

// The single shots of table 9.
std::optional<time::Duration> singleShot(std::uint16_t command)
{
    switch (command) {
    case 0x2400:
    case 0x2c06:
        return highTime;
    case 0x240b:
    case 0x2c0d:
        return mediumTime;
    case 0x2416:
    case 0x2c10:
        return lowTime;
    default:
        return std::nullopt;
    }
}

// Periodic measuring (tables 10 and 12): the first byte is the rate, the second the repeatability.
std::optional<time::Duration> period(std::uint16_t command)
{
    switch (command) {
    case 0x2032:
    case 0x2024:
    case 0x202f:
        return 2s;
    case 0x2130:
    case 0x2126:
    case 0x212d:
        return 1s;
    case 0x2236:
    case 0x2220:
    case 0x222b:
        return 500ms;
    case 0x2334:
    case 0x2322:
    case 0x2329:
    case 0x2b32:
        return 250ms;
    case 0x2737:
    case 0x2721:
    case 0x272a:
        return 100ms;
    default:
        return std::nullopt;
    }
}

class Sht31 final : public Part, private CommandChip {
public:
    Sht31(const PartModel& model, const PartContext& context)
        : Part(model, context),
          CommandChip(context.i2c(), static_cast<std::uint8_t>(context.number("address"))),
          m_celsius(context.senses, quantity::temperature, {.timeConstant = 2s, .noise = 0.02}),
          m_percent(context.senses, quantity::humidity, {.timeConstant = 2s, .noise = 0.04}),
          m_serial(static_cast<std::uint32_t>(context.random.stream("serial number").seed()))
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
        view.values.push_back({"heater", m_status & heaterIsOn ? 1.0 : 0.0});
    }

private:
    enum class Waiting : std::uint8_t { Nothing, Answer, SingleShot, StretchedSingleShot, Fetch };

    void command(std::span<const std::uint8_t> bytes) override
    {
        if (bytes.size() < 2)
            return;
        const auto word = static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
        m_waiting = Waiting::Nothing;
        if (const auto duration = singleShot(word)) {
            m_end = now() + *duration;
            m_waiting = word >> 8 == 0x2c ? Waiting::StretchedSingleShot : Waiting::SingleShot;
        } else if (const auto beat = period(word)) {
            m_periodic.start(now() + highTime - *beat, *beat);
            m_fetched = 0;
        } else {
            obey(word);
        }
    }

    void obey(std::uint16_t word)
    {
        switch (word) {
        case Fetch:
            m_waiting = Waiting::Fetch;
            break;
        case Stop:
            m_periodic.stop();
            break;
        case SoftReset:
            m_periodic.stop();
            heat(false);
            m_status = alertPending | resetDetected;
            break;
        case HeaterOn:
        case HeaterOff:
            heat(word == HeaterOn);
            break;
        case ClearStatus:
            m_status &= heaterIsOn;
            break;
        case ReadStatus:
            reply({m_status});
            break;
        case SerialNumber:
        case SerialNumberStretching:
            reply({static_cast<std::uint16_t>(m_serial >> 16), static_cast<std::uint16_t>(m_serial)});
            break;
        default:
            break;
        }
    }

    void reply(std::initializer_list<std::uint16_t> words)
    {
        answer(sensirionWords(words));
        m_waiting = Waiting::Answer;
    }

    void heat(bool on)
    {
        m_celsius.warm(on ? heaterWarms : 0, 5s);
        m_status = static_cast<std::uint16_t>(on ? m_status | heaterIsOn : m_status & ~heaterIsOn);
    }

    Acknowledge ready(I2cDirection direction) override
    {
        m_reading = direction == I2cDirection::Read;
        if (!m_reading)
            return Acknowledge::Yes;
        switch (m_waiting) {
        case Waiting::Nothing:
            return Acknowledge::No;
        case Waiting::SingleShot:
            return now() >= m_end ? Acknowledge::Yes : Acknowledge::No;
        case Waiting::Fetch:
            return m_periodic.ended(now()) > m_fetched ? Acknowledge::Yes : Acknowledge::No;
        case Waiting::Answer:
        case Waiting::StretchedSingleShot:
            break;
        }
        return Acknowledge::Yes;
    }

    // Also of a result that is still being measured: it holds the clock until then.
    void beforeRead() override
    {
        if (m_waiting == Waiting::SingleShot || m_waiting == Waiting::StretchedSingleShot)
            answerMeasured(m_end);
        else if (m_waiting == Waiting::Fetch) {
            m_fetched = m_periodic.ended(now());
            answerMeasured(m_periodic.lastEnd(now()));
        }
        m_waiting = Waiting::Nothing;
    }

    time::Duration stretch() override { return m_reading && now() < m_end ? m_end - now() : time::Duration{}; }

    // Section 4.13.
    void answerMeasured(time::VirtualTime when)
    {
        const auto ticks = [](double share) {
            return static_cast<std::uint16_t>(std::lround(std::clamp(share, 0.0, 1.0) * 65535));
        };
        const std::uint16_t temperature = ticks((m_celsius.at(when) + 45) / 175);
        const std::uint16_t humidity = ticks(m_percent.at(when) / 100);
        m_readCelsius = temperature * 175 / 65535.0 - 45;
        m_readPercent = humidity * 100 / 65535.0;
        answer(sensirionWords({temperature, humidity}));
    }

    environment::SensedQuantity m_celsius;
    environment::SensedQuantity m_percent;
    std::uint32_t m_serial;
    std::uint16_t m_status = alertPending | resetDetected;
    Waiting m_waiting = Waiting::Nothing;
    bool m_reading = false;
    time::VirtualTime m_end{};  // of the last single shot
    ConversionClock m_periodic;
    std::int64_t m_fetched = 0;
    std::optional<double> m_readCelsius;
    std::optional<double> m_readPercent;
};

}  // namespace

PartModel sht31Model()
{
    PartModel model;
    model.description = {
        .model = "sht31",
        .title = "Temperature and humidity sensor (SHT31)",
        .source = "Sensirion SHT3x-DIS data sheet, version 6",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}},
        .controls = {quantityControl(quantity::temperature, -40, 125), quantityControl(quantity::humidity)},
        .notModelled = {"alert limits and the alert pin", "the reset pin", "the general call"},
    };
    model.numbers = {{"address", "I2C address", "", 0x44, 0x45, 0x44}};
    model.i2cAddresses = [](const PartParameters& given) {
        return std::vector{static_cast<std::uint8_t>(given.numbers.at("address"))};
    };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Sht31>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
