// SPDX-License-Identifier: MIT
// SGP30: gas sensor on I2C (Sensirion SGP30 data sheet, version 1.0, chapter 6): equivalent CO2 and volatile organic compounds. Commands of
// two bytes, answers after their own time; until then it does not acknowledge a read. For 15 s after "init air quality" it says
// 400 ppm and 0 ppb.

#include <cmath>
#include <optional>

#include "base/exact_math.h"
#include "environment/sensed_quantity.h"
#include "parts/i2c_chip.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/sensirion_words.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using peripherals::Acknowledge;
using peripherals::I2cDirection;

constexpr std::uint8_t chipAddress = 0x58;
enum Command : std::uint16_t {
    SoftReset = 0x0006,
    InitialiseAirQuality = 0x2003,
    MeasureAirQuality = 0x2008,
    GetBaseline = 0x2015,
    SetBaseline = 0x201e,
    GetFeatures = 0x202f,
    MeasureTest = 0x2032,
    MeasureRaw = 0x2050,
    SetHumidity = 0x2061,
    GetSerial = 0x3682,
};
constexpr time::Duration warmUp = 15s;
// Typical times (table 10).
constexpr time::Duration measuringTime = 10ms;
constexpr time::Duration rawTime = 20ms;
constexpr time::Duration testTime = 200ms;
constexpr time::Duration shortTime = 1ms;
constexpr std::uint16_t features = 0x0020;
constexpr std::uint16_t testPassed = 0xd400;

// Signals of hydrogen and ethanol in 1/512 of a natural logarithm (section 3): where they stand in clean air.
constexpr double cleanHydrogen = 13500;
constexpr double cleanEthanol = 18500;

class Sgp30 final : public Part, private CommandChip {
public:
    Sgp30(const PartModel& model, const PartContext& context)
        : Part(model, context),
          CommandChip(context.i2c(), chipAddress),
          m_eco2(context.senses, quantity::eco2, {.timeConstant = 2s, .noiseShare = 0.003}),
          m_tvoc(context.senses, quantity::tvoc, {.timeConstant = 2s, .noise = 0.3, .noiseShare = 0.003}),
          m_serial(context.random.stream("serial number").seed())
    {}

protected:
    double actual(const ControlDescription& control) const override
    {
        return control.id == quantity::eco2 ? m_eco2.element(now()) : m_tvoc.element(now());
    }
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        return control.id == quantity::eco2 ? m_readEco2 : m_readTvoc;
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"eco2", m_eco2.element(now())});
        view.values.push_back({"tvoc", m_tvoc.element(now())});
    }

private:
    void command(std::span<const std::uint8_t> bytes) override
    {
        if (bytes.size() < 2)
            return;
        m_hasAnswer = false;
        const auto word = static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
        const auto words = wordsBehind(bytes.subspan(2));
        switch (word) {
        case SoftReset:
            m_initialised.reset();
            m_baseline = {};
            break;
        case InitialiseAirQuality:
            m_initialised = now();
            m_busyUntil = now() + 2ms;
            break;
        case MeasureAirQuality:
            measureAirQuality();
            break;
        case MeasureRaw:
            reply(rawTime, {rawSignal(cleanHydrogen, m_eco2.at(now() + rawTime) / 400),
                            rawSignal(cleanEthanol, 1 + m_tvoc.at(now() + rawTime) / 100)});
            break;
        case MeasureTest:
            reply(testTime, {testPassed});
            m_initialised.reset();
            break;
        case GetBaseline:
            reply(shortTime, {m_baseline.eco2, m_baseline.tvoc});
            break;
        case SetBaseline:  // the other way round than they are read
            if (words.size() == 2)
                m_baseline = {words[1], words[0]};
            m_busyUntil = now() + shortTime;
            break;
        case SetHumidity:
            m_busyUntil = now() + shortTime;
            break;
        case GetFeatures:
            reply(shortTime, {features});
            break;
        case GetSerial:
            reply(500us, {static_cast<std::uint16_t>(m_serial >> 32), static_cast<std::uint16_t>(m_serial >> 16),
                          static_cast<std::uint16_t>(m_serial)});
            break;
        default:
            break;
        }
    }

    // Words with a right checksum; wrong ones end the list.
    static std::vector<std::uint16_t> wordsBehind(std::span<const std::uint8_t> bytes)
    {
        std::vector<std::uint16_t> words;
        for (; bytes.size() >= 3 && sensirionCrc.of(bytes.first(2)) == bytes[2]; bytes = bytes.subspan(3))
            words.push_back(static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]));
        return words;
    }

    void measureAirQuality()
    {
        const auto when = now() + measuringTime;
        std::uint16_t eco2 = 400;
        std::uint16_t tvoc = 0;
        if (m_initialised && when >= *m_initialised + warmUp) {
            eco2 = static_cast<std::uint16_t>(std::lround(std::clamp(m_eco2.at(when), 400.0, 60'000.0)));
            tvoc = static_cast<std::uint16_t>(std::lround(std::clamp(m_tvoc.at(when), 0.0, 60'000.0)));
            m_baseline = {0x8a4e, 0x8e68};
        }
        m_readEco2 = eco2;
        m_readTvoc = tvoc;
        reply(measuringTime, {eco2, tvoc});
    }

    static std::uint16_t rawSignal(double clean, double timesClean)
    {
        return static_cast<std::uint16_t>(
            std::lround(std::clamp(clean - 512 * logarithm(std::max(timesClean, 0.01)), 0.0, 65535.0)));
    }

    void reply(time::Duration after, std::initializer_list<std::uint16_t> words)
    {
        answer(sensirionWords(words));
        m_hasAnswer = true;
        m_busyUntil = now() + after;
    }

    Acknowledge ready(I2cDirection direction) override
    {
        return now() >= m_busyUntil && (direction == I2cDirection::Write || m_hasAnswer) ? Acknowledge::Yes
                                                                                         : Acknowledge::No;
    }

    struct Baseline {
        std::uint16_t eco2 = 0;
        std::uint16_t tvoc = 0;
    };
    environment::SensedQuantity m_eco2;
    environment::SensedQuantity m_tvoc;
    std::uint64_t m_serial;
    Baseline m_baseline;
    std::optional<time::VirtualTime> m_initialised;
    time::VirtualTime m_busyUntil{};
    bool m_hasAnswer = false;
    std::optional<double> m_readEco2;
    std::optional<double> m_readTvoc;
};

}  // namespace

PartModel sgp30Model()
{
    PartModel model;
    model.description = {
        .model = "sgp30",
        .title = "Gas sensor (SGP30)",
        .source = "Sensirion SGP30 data sheet, version 1.0",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}},
        .controls = {quantityControl(quantity::eco2), quantityControl(quantity::tvoc)},
        .notModelled = {"humidity compensation (accepted, changes nothing)",
                        "learning of the baseline (one value, kept as set)",
                        "the inceptive baseline of feature set 0x22", "the general call"},
    };
    model.i2cAddresses = [](const PartParameters&) { return std::vector{chipAddress}; };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Sgp30>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
