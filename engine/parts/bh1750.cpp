// SPDX-License-Identifier: MIT
// BH1750FVI: light sensor on I2C (ROHM technical note 11046EDT01). Commands of one byte; every read gives two bytes: lux times 1.2, times
// what the measurement-time register differs from 69. After a single measurement it powers itself down and keeps the result.

#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/i2c_chip.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Command : std::uint8_t { PowerDown = 0x00, PowerOn = 0x01, Reset = 0x07 };
constexpr int usualTime = 69;  // the measurement-time register's
constexpr int shortestTime = 31;
constexpr int longestTime = 254;
constexpr double countsPerLux = 1.2;
// A little less than the data sheet's typical 120 and 16 ms, for which programs wait.
constexpr time::Duration highResolutionTime = 117ms;
constexpr time::Duration lowResolutionTime = 15'500us;

// What a measuring command says: 0001 xxxx goes on and on, 0010 xxxx measures once; xxxx is the resolution.
struct Mode {
    bool once = false;
    int countsPerCount = 1;  // two in high-resolution mode 2
    int coarseness = 1;      // low resolution: 4 lx
    time::Duration usual = highResolutionTime;
};

std::optional<Mode> modeOf(std::uint8_t command)
{
    const int repetition = command >> 4;
    if (repetition != 1 && repetition != 2)
        return std::nullopt;
    const bool once = repetition == 2;
    switch (command & 0xf) {
    case 0:
        return Mode{once};
    case 1:
        return Mode{once, 2};
    case 3:
        return Mode{once, 1, 4, lowResolutionTime};
    default:
        return std::nullopt;
    }
}

class Bh1750 final : public Part, private CommandChip {
public:
    Bh1750(const PartModel& model, const PartContext& context)
        : Part(model, context),
          CommandChip(context.i2c(), static_cast<std::uint8_t>(context.number("address"))),
          m_lux(context.senses, quantity::light, {.noiseShare = 0.001})
    {}

protected:
    std::optional<double> lastRead(const ControlDescription&) const override { return m_lastRead; }
    void show(PartView& view) const override { view.values.push_back({"light", m_lux.element(now())}); }

private:
    void command(std::span<const std::uint8_t> bytes) override
    {
        for (const std::uint8_t byte : bytes)
            obey(byte);
    }

    void obey(std::uint8_t byte)
    {
        finish();
        if (const auto mode = modeOf(byte)) {
            m_mode = *mode;
            m_clock.start(now(), duration());
        } else if (byte >> 3 == 0b01000) {
            m_time = static_cast<std::uint8_t>((byte & 7) << 5 | (m_time & 0x1f));
        } else if (byte >> 5 == 0b011) {
            m_time = static_cast<std::uint8_t>((m_time & 0xe0) | (byte & 0x1f));
        } else if (byte == PowerDown) {
            m_clock.stop();
            m_powered = false;
        } else if (byte == PowerOn) {
            m_powered = true;
        } else if (byte == Reset && (m_powered || m_clock.isRunning())) {
            m_counts = 0;
        }
    }

    time::Duration duration() const { return m_mode.usual * sensitivity() / usualTime; }
    int sensitivity() const { return std::clamp<int>(m_time, shortestTime, longestTime); }

    // Brings the data register up to now.
    void finish()
    {
        if (m_clock.ended(now()) == 0)
            return;
        const auto when = m_mode.once ? m_clock.lastEnd(now()) - m_clock.period() * (m_clock.ended(now()) - 1)
                                      : m_clock.lastEnd(now());
        const double counts = m_lux.at(when) * countsPerLux * sensitivity() / usualTime * m_mode.countsPerCount;
        m_counts = static_cast<std::uint16_t>(std::clamp(counts + 0.5, 0.0, 65535.0));
        m_counts = static_cast<std::uint16_t>(m_counts - m_counts % m_mode.coarseness);
        m_measuredIn = m_mode;
        if (m_mode.once) {
            m_clock.stop();
            m_powered = false;
        }
    }

    void beforeRead() override
    {
        finish();
        m_lastRead = m_counts / countsPerLux * usualTime / sensitivity() / m_measuredIn.countsPerCount;
        answer({static_cast<std::uint8_t>(m_counts >> 8), static_cast<std::uint8_t>(m_counts)});
    }

    environment::SensedQuantity m_lux;
    Mode m_mode;
    Mode m_measuredIn;
    ConversionClock m_clock;
    std::uint8_t m_time = usualTime;
    std::uint16_t m_counts = 0;
    bool m_powered = false;
    std::optional<double> m_lastRead;
};

}  // namespace

PartModel bh1750Model()
{
    PartModel model;
    model.description = {
        .model = "bh1750",
        .title = "Light sensor (BH1750)",
        .source = "ROHM BH1750FVI technical note 11046EDT01",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}},
        .controls = {quantityControl(quantity::light)},
        .notModelled = {"the DVI reset pin", "the spectral response"},
    };
    model.numbers = {{"address", "I2C address", "", 0x23, 0x5c, 0x23}};
    model.i2cAddresses = [](const PartParameters& given) {
        return std::vector{static_cast<std::uint8_t>(given.numbers.at("address"))};
    };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Bh1750>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
