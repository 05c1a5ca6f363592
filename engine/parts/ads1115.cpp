// SPDX-License-Identifier: MIT
// ADS1115: converter of four voltages on I2C (Texas Instruments SBAS444D). Registers of two bytes (section 9.6): 0 conversion, 1
// configuration, 2 and 3 thresholds of the comparator, which drives ALERT/RDY. A pin that is on a wire measures that wire; for one that is
// not there is a control.

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "parts/i2c_chip.h"
#include "parts/part_model.h"
#include "peripherals/wire.h"
#include "time/alarm.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using peripherals::Wire;
using peripherals::WireDriver;

enum Register : std::uint8_t { Conversion, Configuration, LowThreshold, HighThreshold };
constexpr std::uint16_t startBit = 0x8000;
constexpr std::uint16_t singleShot = 0x0100;
constexpr std::uint16_t windowComparator = 0x0010;
constexpr std::uint16_t alertActiveHigh = 0x0008;
constexpr std::uint16_t latching = 0x0004;
constexpr std::uint16_t comparatorOff = 0x0003;
constexpr std::array<int, 8> rates = {8, 16, 32, 64, 128, 250, 475, 860};
constexpr std::array<double, 8> fullScales = {6144, 4096, 2048, 1024, 512, 256, 256, 256};  // mV
constexpr double transistorOhms = 40;
constexpr time::Duration readyPulse = 8us;  // section 9.3.8
const std::array<std::string, 4> inputs = {"ain0", "ain1", "ain2", "ain3"};

class Ads1115 final : public Part, private WordChip {
public:
    Ads1115(const PartModel& model, const PartContext& context)
        : Part(model, context),
          WordChip(context.i2c(), static_cast<std::uint8_t>(context.number("address"))),
          m_alert(context.wire("alert")),
          m_watched(context.isConnected("alert")),
          m_done(timeline(), [this] { finish(); }),
          m_pulseEnd(timeline(), [this] { m_alert.release(); })
    {
        for (std::size_t i = 0; i < inputs.size(); ++i)
            m_inputs[i] = context.isConnected(inputs[i]) ? &context.wire(inputs[i]) : nullptr;
    }

protected:
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        return m_lastRead[static_cast<std::size_t>(control.id.back() - '0')];
    }
    void show(PartView& view) const override
    {
        for (std::size_t i = 0; i < inputs.size(); ++i)
            view.values.push_back({inputs[i], millivolts(i) / 1000});
    }

private:
    double millivolts(std::size_t input) const
    {
        return m_inputs[input] ? m_inputs[input]->averageMillivolts() : control(inputs[input]) * 1000;
    }

    bool isContinuous() const { return !(m_configuration & singleShot); }
    time::Duration period() const { return time::Duration{1'000'000'000 / rates[m_configuration >> 5 & 7]}; }
    bool comparatorWorks() const { return (m_configuration & 3) != comparatorOff; }

    std::uint16_t readWord(std::uint8_t number) override
    {
        switch (number & 3) {
        case Conversion:
            if (isContinuous() && !m_done.isSet() && now() >= m_started + period())
                convert();
            if (m_configuration & latching)
                driveAlert(false);
            return m_conversion;
        case Configuration:
            return static_cast<std::uint16_t>((m_configuration & ~startBit) | (isConverting() ? 0 : startBit));
        default:
            return m_thresholds[number & 1];
        }
    }

    bool isConverting() const { return isContinuous() || m_done.isSet(); }

    void writeWord(std::uint8_t number, std::uint16_t value) override
    {
        switch (number & 3) {
        case Conversion:
            break;
        case Configuration:
            configure(value);
            break;
        default:
            m_thresholds[number & 1] = value;
        }
    }

    // Continuous converting needs no events unless somebody waits for the alert pin.
    void configure(std::uint16_t value)
    {
        if (m_done.isSet() && isContinuous())
            m_done.cancel();
        const bool begins = !(value & singleShot) || (value & startBit);
        m_configuration = value;
        if (!begins)
            return;
        m_started = now();
        m_beyond = 0;
        if (value & singleShot || (m_watched && comparatorWorks()))
            m_done.setAfter(period());
    }

    void finish()
    {
        convert();
        if (comparatorWorks() && m_watched)
            compare();
        if (isContinuous())
            m_done.setAfter(period());
    }

    // Inputs by the multiplexer's setting (table 8).
    void convert()
    {
        static constexpr std::array<std::size_t, 4> positives = {0, 0, 1, 2};
        static constexpr std::array<std::size_t, 4> negatives = {1, 3, 3, 3};
        const std::size_t setting = m_configuration >> 12 & 7;
        const double fullScale = fullScales[m_configuration >> 9 & 7];
        const std::size_t positive = setting & 4 ? setting & 3 : positives[setting];
        double difference = millivolts(positive);
        if (!(setting & 4))
            difference -= millivolts(negatives[setting]);
        const double counts = std::clamp(std::floor(difference / fullScale * 32768 + 0.5), -32768.0, 32767.0);
        m_conversion = static_cast<std::uint16_t>(static_cast<int>(counts));
        if (m_inputs[positive])
            m_inputs[positive]->noteSample(millivolts(positive));
        if (setting & 4)
            m_lastRead[positive] = counts / 32768 * fullScale / 1000;
    }

    // Sections 9.3.7 and 9.3.8: with the thresholds' top bits at 1 and 0 the pin says "ready".
    void compare()
    {
        const auto low = static_cast<std::int16_t>(m_thresholds[LowThreshold & 1]);
        const auto high = static_cast<std::int16_t>(m_thresholds[HighThreshold & 1]);
        if (high < 0 && low >= 0) {
            driveAlert(true);
            if (isContinuous())
                m_pulseEnd.setAfter(readyPulse);
            return;
        }
        const auto value = static_cast<std::int16_t>(m_conversion);
        const bool isWindow = m_configuration & windowComparator;
        const bool beyond = value > high || (isWindow && value < low);
        const bool back = isWindow ? !beyond : value < low;
        m_beyond = beyond ? m_beyond + 1 : 0;
        if (beyond && m_beyond >= 1 << (m_configuration & 3))
            driveAlert(true);
        else if (back && !(m_configuration & latching))
            driveAlert(false);
    }

    // Open drain: low when it alerts, unless the polarity says otherwise.
    void driveAlert(bool active)
    {
        if (active != static_cast<bool>(m_configuration & alertActiveHigh))
            m_alert.drive(0, transistorOhms);
        else
            m_alert.release();
    }

    std::array<Wire*, 4> m_inputs{};  // null: not connected
    WireDriver m_alert;
    bool m_watched;
    std::uint16_t m_configuration = 0x8583;
    std::uint16_t m_conversion = 0;
    std::array<std::uint16_t, 2> m_thresholds = {0x8000, 0x7fff};
    time::VirtualTime m_started{};
    int m_beyond = 0;  // conversions in a row
    std::array<std::optional<double>, 4> m_lastRead;
    time::Alarm m_done;
    time::Alarm m_pulseEnd;
};

ControlDescription voltageControl(const std::string& input)
{
    return {.id = input,
            .label = "Voltage at A" + input.substr(3) + " when nothing is wired there",
            .quantity = {},
            .unit = "V",
            .minimum = 0,
            .maximum = 5,
            .step = 0.01,
            .initial = 0,
            .kind = ControlKind::Slider};
}

}  // namespace

PartModel ads1115Model()
{
    PartModel model;
    model.description = {
        .model = "ads1115",
        .title = "Four-channel converter (ADS1115)",
        .source = "Texas Instruments ADS1115 data sheet SBAS444D",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}, {"alert", "Alert or ready", PinRole::Load, "NC"}},
        .controls = {},
        .notModelled = {"noise of the converter", "input impedance", "the general call", "high-speed mode"},
    };
    for (const std::string& input : inputs) {
        model.description.pins.push_back({input, "Input A" + input.substr(3), PinRole::Load, "NC"});
        model.description.controls.push_back(voltageControl(input));
    }
    model.numbers = {{"address", "I2C address", "", 0x48, 0x4b, 0x48}};
    model.i2cAddresses = [](const PartParameters& given) {
        return std::vector{static_cast<std::uint8_t>(given.numbers.at("address"))};
    };
    model.width = 20;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Ads1115>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
