// SPDX-License-Identifier: MIT
// MCP9808: thermometer on I2C (Microchip DS25095A). Registers of two bytes (section 5.1): 1 configuration, 2 to 4 limits, 5 ambient
// temperature, 6 manufacturer, 7 device, 8 resolution (one byte). It converts all the time; a conversion takes 30 to 250 ms (table 5-2). The
// alert output (section 5.2.3, figure 5-10) compares with the limits at the end of every conversion.

#include <algorithm>
#include <array>
#include <cmath>

#include "environment/lag.h"
#include "parts/conversion_clock.h"
#include "parts/i2c_chip.h"
#include "parts/interrupt_pin.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Register : std::uint8_t { Configuration = 1, UpperLimit, LowerLimit, CriticalLimit, Ambient, Manufacturer, Device, Resolution };
// Of the configuration.
constexpr std::uint16_t interruptMode = 1, alertHigh = 2, criticalOnly = 4, alertEnabled = 8, alertStatus = 16, clearInterrupt = 32;
constexpr std::uint16_t windowLock = 1 << 6, criticalLock = 1 << 7, shutdown = 1 << 8, unused = 0xf800;
constexpr std::array<int, 4> hystereses = {0, 24, 48, 96};  // sixteenths of a degree, by bits 10 and 9
constexpr std::array<time::Duration, 4> conversionTimes = {30ms, 65ms, 130ms, 250ms};
constexpr std::array<int, 4> droppedBits = {3, 2, 1, 0};  // of sixteenths of a degree
constexpr time::Duration timeConstant = 5s;               // of the package in still air

std::uint8_t addressOf(const std::map<std::string, double>& numbers)
{
    return static_cast<std::uint8_t>(numbers.at("address"));
}

class Mcp9808 final : public Part, private WordChip {
public:
    Mcp9808(const PartModel& model, const PartContext& context)
        : Part(model, context), WordChip(context.i2c(), addressOf(context.numbers)), m_celsius(control("temperature")), m_pin(context, "alert", [this] { look(); })
    {
        m_conversions.start(now(), conversionTimes[m_resolution]);
    }

protected:
    void controlMoved(const ControlDescription&, double celsius) override { m_celsius.follow(celsius, timeConstant, now()); }
    double actual(const ControlDescription&) const override { return m_celsius.at(now()); }
    std::optional<double> lastRead(const ControlDescription&) const override { return m_lastRead; }
    void show(PartView& view) const override { view.values.push_back({"temperature", sixteenths() / 16.0}); }

private:
    // What the last conversion found; nothing before the first.
    int sixteenths() const
    {
        if (!m_conversions.isRunning() || m_conversions.ended(now()) == 0)
            return m_kept;
        const int exact = static_cast<int>(std::floor(m_celsius.at(m_conversions.lastEnd(now())) * 16));
        return exact & ~((1 << droppedBits[m_resolution]) - 1);
    }

    // From now on it converts anew, or not at all.
    void restart()
    {
        m_kept = sixteenths();
        if (m_words[Configuration] & shutdown)
            m_conversions.stop();
        else
            m_conversions.start(now(), conversionTimes[m_resolution]);
    }

    std::uint16_t readWord(std::uint8_t number) override
    {
        compare();
        switch (number) {
        case Configuration:
            return static_cast<std::uint16_t>(m_words[Configuration] | (isAlert() ? alertStatus : 0));
        case Ambient:
            m_lastRead = sixteenths() / 16.0;
            return static_cast<std::uint16_t>((sixteenths() & 0x1fff) | comparedWithLimits());
        case Manufacturer:
            return 0x0054;
        case Device:
            return 0x0400;
        case Resolution:
            return static_cast<std::uint16_t>(m_resolution << 8);
        default:
            return number < m_words.size() ? m_words[number] : 0;
        }
    }

    // A limit in sixteenths of a degree.
    int limit(Register number) const
    {
        return static_cast<std::int16_t>(static_cast<std::uint16_t>(m_words[number] << 3)) / 8;
    }

    // Section 5.2.4: bits 15 to 13 of the ambient register.
    std::uint16_t comparedWithLimits() const
    {
        const int measured = sixteenths();
        std::uint16_t flags = 0;
        if (measured >= limit(CriticalLimit))
            flags |= 0x8000;
        if (measured > limit(UpperLimit))
            flags |= 0x4000;
        if (measured < limit(LowerLimit))
            flags |= 0x2000;
        return flags;
    }

    // -- The alert output.
    bool isAlert() const
    {
        const std::uint16_t setting = m_words[Configuration];
        if (!(setting & alertEnabled))
            return false;
        if (m_critical || setting & criticalOnly)
            return m_critical;
        return setting & interruptMode ? m_happened : m_hot || m_cold;
    }

    // Hysteresis counts on the way down.
    void compare()
    {
        if (!m_conversions.isRunning() || m_conversions.ended(now()) == 0)
            return;
        const int measured = sixteenths();
        const int hysteresis = hystereses[m_words[Configuration] >> 9 & 3];
        const bool hot = measured > limit(UpperLimit) - (m_hot ? hysteresis : 0);
        const bool cold = measured < limit(LowerLimit) - (m_cold ? 0 : hysteresis);
        m_critical = measured >= limit(CriticalLimit) - (m_critical ? hysteresis : 0);
        m_happened |= hot != m_hot || cold != m_cold;
        m_hot = hot;
        m_cold = cold;
    }

    void look()
    {
        compare();
        const bool high = m_words[Configuration] & alertHigh;
        m_pin.show(isAlert(), {high ? InterruptStyle::Active::High : InterruptStyle::Active::Low, InterruptStyle::Output::OpenDrain});
        m_pin.lookAfter(m_words[Configuration] & alertEnabled ? m_conversions : ConversionClock{}, now());
    }

    void writeWord(std::uint8_t number, std::uint16_t value) override
    {
        const std::uint16_t old = m_words[Configuration];
        if (number == Configuration) {
            // Locked, only the shutdown may end and another lock be set, until the power goes (section 5.2.1).
            constexpr std::uint16_t locks = windowLock | criticalLock;
            const int wanted = old & locks ? (old & ~(shutdown & ~value)) | (value & locks) : int{value};
            m_words[Configuration] = static_cast<std::uint16_t>(wanted & ~(unused | alertStatus | clearInterrupt));
            if (value & clearInterrupt || !(m_words[Configuration] & alertEnabled))
                m_happened = false;
            restart();
        } else if (((number == UpperLimit || number == LowerLimit) && !(old & windowLock)) || (number == CriticalLimit && !(old & criticalLock))) {
            m_words[number] = value & 0x1ffc;
        }
        look();
    }

    void writeByte(std::uint8_t number, std::uint8_t value) override
    {
        if (number != Resolution)
            return;
        m_resolution = value & 3;
        restart();
        look();
    }

    environment::Lag m_celsius;
    std::array<std::uint16_t, 8> m_words{};
    std::size_t m_resolution = 3;
    ConversionClock m_conversions;
    bool m_hot = false;
    bool m_cold = false;
    bool m_critical = false;
    bool m_happened = false;  // a limit was crossed and nobody has said yet that it was seen
    InterruptPin m_pin;
    int m_kept = 0;  // the last result before converting began anew
    std::optional<double> m_lastRead;
};

}  // namespace

PartModel mcp9808Model()
{
    PartModel model;
    model.description = {
        .model = "mcp9808",
        .title = "Temperature sensor (MCP9808)",
        .source = "Microchip MCP9808 data sheet DS25095A",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}, {"alert", "Alert output", PinRole::Load, "NC"}},
        .controls = {{.id = "temperature",
                      .label = "Temperature",
                      .quantity = "temperature",
                      .unit = "°C",
                      .minimum = -40,
                      .maximum = 125,
                      .step = 0.1,
                      .initial = 22}},
        .notModelled = {},
    };
    model.numbers = {{"address", "I2C address", "", 0x18, 0x1f, 0x18}};
    model.i2cAddresses = [](const PartParameters& given) { return std::vector{addressOf(given.numbers)}; };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Mcp9808>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
