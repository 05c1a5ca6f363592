// SPDX-License-Identifier: MIT
// DS18B20: thermometer on a 1-Wire bus (Maxim 19-7487 Rev 6). Scratchpad: temperature (2), TH, TL, configuration, three reserved, checksum
// (figure 9). A conversion takes 93.75 to 750 ms by resolution (table 2); while it lasts read slots give 0. After power-on it says 85 °C.

#include <algorithm>
#include <array>
#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/one_wire_chip.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Command : std::uint8_t {
    ConvertTemperature = 0x44,
    CopyScratchpad = 0x48,
    WriteScratchpad = 0x4e,
    ReadPowerSupply = 0xb4,
    RecallMemory = 0xb8,
    ReadScratchpad = 0xbe,
};
constexpr std::uint8_t family = 0x28;
constexpr std::int16_t atPowerOn = 85 * 16;
constexpr std::array<std::uint8_t, 3> asDelivered = {0x4b, 0x46, 0x7f};  // TH, TL, configuration
constexpr time::Duration longestConversion = 750ms;
constexpr time::Duration copying = 10ms;

class Ds18b20 final : public Part, private OneWireChip {
public:
    Ds18b20(const PartModel& model, const PartContext& context)
        : Part(model, context),
          OneWireChip(context.oneWire("data"), family, context.random.stream("serial number")),
          m_celsius(context.senses, quantity::temperature,
                    {.timeConstant = 4s, .offset = context.number("offset"), .noise = 0.01}),
          m_pull(context.wire("data")),
          m_memory(context.memory)
    {
        if (m_memory.size() != m_settings.size())
            m_memory.assign(asDelivered.begin(), asDelivered.end());
        recall();
        if (const double ohms = context.number("pull-up resistor"); ohms > 0)
            m_pull.drive(context.supplyMillivolts, ohms);
    }

protected:
    double actual(const ControlDescription&) const override { return m_celsius.element(now()); }
    std::optional<double> lastRead(const ControlDescription&) const override { return m_lastRead; }
    void show(PartView& view) const override { view.values.push_back({"temperature", m_celsius.element(now())}); }

private:
    void command(std::uint8_t code) override
    {
        finish();
        m_writing = -1;
        switch (code) {
        case ConvertTemperature:
            m_busyUntil = now() + longestConversion / (1 << (3 - resolution()));
            m_converting = true;
            break;
        case ReadScratchpad: {
            m_lastRead = m_sixteenths / 16.0;
            std::vector<std::uint8_t> bytes = {static_cast<std::uint8_t>(m_sixteenths),
                                               static_cast<std::uint8_t>(m_sixteenths >> 8),
                                               m_settings[0],
                                               m_settings[1],
                                               m_settings[2],
                                               0xff,
                                               static_cast<std::uint8_t>(16 - (m_sixteenths & 15)),
                                               0x10};
            bytes.push_back(checksum(bytes.data(), bytes.size()));
            send(std::move(bytes));
            break;
        }
        case WriteScratchpad:
            m_writing = 0;
            break;
        case CopyScratchpad:
            m_memory.assign(m_settings.begin(), m_settings.end());
            m_busyUntil = now() + copying;
            break;
        case RecallMemory:
            recall();
            break;
        case ReadPowerSupply:  // idleBit(): it has a supply of its own
        default:
            break;
        }
    }

    void recall() { std::copy(m_memory.begin(), m_memory.end(), m_settings.begin()); }

    void data(std::uint8_t byte) override
    {
        if (m_writing < 0 || m_writing > 2)
            return;
        // Only the two resolution bits of the configuration can be written.
        m_settings[static_cast<std::size_t>(m_writing)] =
            m_writing == 2 ? static_cast<std::uint8_t>((byte & 0x60) | 0x1f) : byte;
        ++m_writing;
    }

    bool idleBit() override
    {
        finish();
        return now() >= m_busyUntil;
    }

    bool alarmed() override
    {
        finish();
        const int celsius = m_sixteenths >> 4;
        return celsius >= static_cast<std::int8_t>(m_settings[0]) || celsius <= static_cast<std::int8_t>(m_settings[1]);
    }

    // 0 (9 bits) to 3 (12 bits).
    int resolution() const { return m_settings[2] >> 5 & 3; }

    // A conversion that has ended leaves what it measured at its end.
    void finish()
    {
        if (!m_converting || now() < m_busyUntil)
            return;
        m_converting = false;
        const double measured = std::clamp(m_celsius.at(m_busyUntil), -55.0, 125.0);
        const int exact = static_cast<int>(std::lround(measured * 16));
        m_sixteenths = static_cast<std::int16_t>(exact & ~((1 << (3 - resolution())) - 1));
    }

    environment::SensedQuantity m_celsius;
    peripherals::WireDriver m_pull;
    std::vector<std::uint8_t>& m_memory;
    std::array<std::uint8_t, 3> m_settings{};  // TH, TL, configuration
    std::int16_t m_sixteenths = atPowerOn;
    bool m_converting = false;
    time::VirtualTime m_busyUntil{};
    int m_writing = -1;
    std::optional<double> m_lastRead;
};

}  // namespace

PartModel ds18b20Model()
{
    PartModel model;
    model.description = {
        .model = "ds18b20",
        .title = "Temperature sensor (DS18B20)",
        .source = "Maxim DS18B20 data sheet 19-7487 Rev 6",
        .pins = {{"data", "Data (DQ)"}},
        .controls = {quantityControl(quantity::temperature, -55, 125)},
        .notModelled = {"parasite power"},
    };
    model.numbers = {{"offset", "Error of this one", "°C", -2, 2, 0}, {"pull-up resistor", "Pull-up resistor", "Ω", 0, 100'000, 4700}};
    model.width = 10;
    model.height = 12;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Ds18b20>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
