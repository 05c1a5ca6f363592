// SPDX-License-Identifier: MIT
// VEML7700: light sensor on I2C (Vishay data sheet 84286, application note 84323). Registers of two bytes, least significant first:
// 0 configuration, 1 and 2 thresholds, 3 power saving, 4 light, 5 white, 6 interrupt status, 7 identity. 0.0036 lx a count at gain 2 and
// 800 ms, in proportion for other settings. It is shut down when the power comes on.

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

constexpr std::uint8_t chipAddress = 0x10;
enum Register : std::uint8_t {
    Configuration,
    HighThreshold,
    LowThreshold,
    PowerSaving,
    Light,
    White,
    InterruptStatus,
    Identity
};
constexpr std::uint16_t shutDown = 1;
constexpr std::uint16_t interruptEnable = 2;
constexpr double finestLux = 0.0036;

// By the configuration's bits 12 and 11, relative to the strongest.
constexpr std::array<double, 4> gains = {1.0 / 2, 2.0 / 2, 0.125 / 2, 0.25 / 2};

// By its bits 9 to 6.
std::optional<time::Duration> integrationTime(std::uint16_t configuration)
{
    switch (configuration >> 6 & 0xf) {
    case 0b1100:
        return 25ms;
    case 0b1000:
        return 50ms;
    case 0b0000:
        return 100ms;
    case 0b0001:
        return 200ms;
    case 0b0010:
        return 400ms;
    case 0b0011:
        return 800ms;
    default:
        return std::nullopt;
    }
}

std::uint16_t swapped(std::uint16_t word)
{
    return static_cast<std::uint16_t>(word << 8 | word >> 8);
}

class Veml7700 final : public Part, private WordChip {
public:
    Veml7700(const PartModel& model, const PartContext& context)
        : Part(model, context),
          WordChip(context.i2c(), chipAddress),
          m_lux(context.senses, quantity::light, {.noiseShare = 0.001})
    {}

protected:
    std::optional<double> lastRead(const ControlDescription&) const override { return m_lastRead; }
    void show(PartView& view) const override { view.values.push_back({"light", m_lux.element(now())}); }

private:
    std::uint16_t readWord(std::uint8_t number) override { return swapped(valueOf(number)); }
    void writeWord(std::uint8_t number, std::uint16_t word) override { set(number, swapped(word)); }

    std::uint16_t valueOf(std::uint8_t number)
    {
        switch (number) {
        case Light:
            measure();
            if (m_conversions.isRunning())
                m_lastRead = m_counts * luxOfCount();
            return m_counts;
        case White:
            measure();
            return m_counts;
        case InterruptStatus:
            return crossed();
        case Identity:
            return 0xc481;
        default:
            return number < m_words.size() ? m_words[number] : 0;
        }
    }

    void set(std::uint8_t number, std::uint16_t value)
    {
        if (number > PowerSaving)
            return;
        measure();
        m_words[number] = value;
        if (number == Configuration || number == PowerSaving)
            restart();
    }

    void restart()
    {
        m_conversions.stop();
        const auto integration = integrationTime(m_words[Configuration]);
        if (m_words[Configuration] & shutDown || !integration)
            return;
        const std::uint16_t saving = m_words[PowerSaving];
        const time::Duration pause = saving & 1 ? 500ms * (1 << (saving >> 1 & 3)) : 0ms;
        m_conversions.start(now(), *integration + pause);
    }

    double luxOfCount() const
    {
        const auto integration = integrationTime(m_words[Configuration]).value_or(100ms);
        const double gain = gains[m_words[Configuration] >> 11 & 3];
        return finestLux / gain * (std::chrono::duration<double>(800ms) / std::chrono::duration<double>(integration));
    }

    void measure()
    {
        if (m_conversions.ended(now()) == 0)
            return;
        const double counts = m_lux.at(m_conversions.lastEnd(now())) / luxOfCount();
        m_counts = static_cast<std::uint16_t>(std::clamp(counts + 0.5, 0.0, 65535.0));
    }

    // Section "Interrupt status": bit 15 below the low threshold, bit 14 above the high one.
    std::uint16_t crossed()
    {
        measure();
        if (!(m_words[Configuration] & interruptEnable) || m_conversions.ended(now()) == 0)
            return 0;
        return static_cast<std::uint16_t>((m_counts < m_words[LowThreshold] ? 0x8000 : 0) |
                                          (m_counts > m_words[HighThreshold] ? 0x4000 : 0));
    }

    environment::SensedQuantity m_lux;
    std::array<std::uint16_t, 4> m_words = {shutDown, 0, 0, 0};
    ConversionClock m_conversions;
    std::uint16_t m_counts = 0;
    std::optional<double> m_lastRead;
};

}  // namespace

PartModel veml7700Model()
{
    PartModel model;
    model.description = {
        .model = "veml7700",
        .title = "Light sensor (VEML7700)",
        .source = "Vishay VEML7700 data sheet 84286, revision 1.3",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}},
        .controls = {quantityControl(quantity::light)},
        .notModelled = {"persistence of the interrupt", "the white channel's wider spectrum",
                        "non-linearity above 1,000 lx"},
    };
    model.i2cAddresses = [](const PartParameters&) { return std::vector{chipAddress}; };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Veml7700>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
