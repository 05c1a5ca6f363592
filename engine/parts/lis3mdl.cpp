// SPDX-License-Identifier: MIT
// LIS3MDL: magnetometer on I2C or SPI (ST DocID024204). Results have 16 bits, low byte first, at ±4 to ±16 gauss. It is powered down at first,
// measures once or on and on. On I2C bit 7 of the register's number lets the pointer move on, on SPI bit 6.

#include <algorithm>
#include <array>
#include <cmath>

#include "environment/sensed_motion.h"
#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/interrupt_pin.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/register_port.h"
#include "parts/vector_view.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Register : std::uint8_t {
    WhoAmI = 0x0f,
    Control1 = 0x20,
    Control2,
    Control3,
    Control4,
    Control5,
    Status = 0x27,
    Data,
    Temperature = 0x2e
};
constexpr std::uint8_t temperatureOn = 0x80;
constexpr std::uint8_t fast = 0x02;
constexpr std::uint8_t softReset = 0x04;
constexpr std::uint8_t reboot = 0x08;
constexpr double microteslaPerGauss = 100;
constexpr std::array<double, 4> countsPerGauss = {6842, 3421, 2281, 1711};  // table 3

// Tables 16 and 20: eight rates, or with FAST_ODR the one of the mode of operation.
double rate(std::uint8_t control1)
{
    static constexpr std::array<double, 8> rates = {0.625, 1.25, 2.5, 5, 10, 20, 40, 80};
    static constexpr std::array<double, 4> fastRates = {1000, 560, 300, 155};
    return control1 & fast ? fastRates[control1 >> 5 & 3] : rates[control1 >> 2 & 7];
}

class Lis3mdl final : public Part, private RegisterSet {
public:
    Lis3mdl(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_field(context.senses, {}, {}, {.noise = 0.3}),
          m_celsius(context.senses, quantity::temperature, {.timeConstant = 5s}),
          m_ready(context, "drdy", [this] { look(); }),
          m_port(openRegisterPort(context, *this, {.i2cIncrement = 0x80, .spiIncrement = 0x40}))
    {
        reset();
    }

protected:
    void show(PartView& view) const override { showVector(view, m_field.magneticField(now())); }

private:
    void reset()
    {
        m_registers = {};
        m_registers[Control1] = 0x10;
        m_registers[Control3] = 0x03;
        restart();
    }

    // Mode 0 goes on and on, 1 measures once, 2 and 3 are powered down.
    int mode() const { return m_registers[Control3] & 3; }
    void restart()
    {
        m_seen = m_read = 0;
        m_samples.stop();
        if (mode() < 2)
            m_samples.start(now(), time::Duration{static_cast<std::int64_t>(1e9 / rate(m_registers[Control1]))});
    }

    void look()
    {
        measure();
        m_ready.show(m_seen > m_read, {InterruptStyle::Active::High, InterruptStyle::Output::PushPull});
        m_ready.lookAfter(m_samples, now());
    }

    void readingBegins() override { measure(); }

    void measure()
    {
        const auto ended = m_samples.ended(now());
        if (ended <= m_seen)
            return;
        const auto when =
            mode() == 1 ? m_samples.lastEnd(now()) - m_samples.period() * (ended - 1) : m_samples.lastEnd(now());
        m_seen = ended;
        const double perMicrotesla = countsPerGauss[m_registers[Control2] >> 5 & 3] / microteslaPerGauss;
        const auto field = m_field.magneticField(when);
        const std::array<double, 4> values = {field.x * perMicrotesla, field.y * perMicrotesla, field.z * perMicrotesla,
                                              m_registers[Control1] & temperatureOn ? (m_celsius.at(when) - 25) * 8
                                                                                    : 0};
        for (std::size_t i = 0; i < values.size(); ++i)
            m_counts[i] = static_cast<int>(std::lround(std::clamp(values[i], -32768.0, 32767.0)));
        if (mode() == 1) {
            m_samples.stop();
            m_registers[Control3] |= 3;
        }
    }

    std::uint8_t after(std::uint8_t number) const override { return (number + 1) & 0x7f; }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        if (number >= Data && number < Temperature + 2) {
            m_read = m_seen;
            m_ready.show(false, {InterruptStyle::Active::High, InterruptStyle::Output::PushPull});
            const auto at = static_cast<std::size_t>(number - Data);
            const bool high = (at % 2 == 1) != static_cast<bool>(m_registers[Control4] & 2);
            return static_cast<std::uint8_t>(high ? m_counts[at / 2] >> 8 : m_counts[at / 2]);
        }
        if (number == WhoAmI)
            return 0x3d;
        if (number == Status)
            return static_cast<std::uint8_t>((m_seen > m_read ? 0x0f : 0) | (m_seen > m_read + 1 ? 0xf0 : 0));
        return number < m_registers.size() ? m_registers[number] : 0;
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        measure();
        if (number <= WhoAmI || (number >= Status && number < Temperature + 2) || number >= m_registers.size())
            return;
        if (number == Control2 && value & softReset) {
            reset();
            return;
        }
        m_registers[number] = number == Control2 ? static_cast<std::uint8_t>(value & ~reboot) : value;
        if (number == Control1 || number == Control3)
            restart();
        look();
    }

    environment::SensedMotion m_field;
    environment::SensedQuantity m_celsius;
    std::array<std::uint8_t, 0x40> m_registers{};
    std::array<int, 4> m_counts{};  // x, y, z, temperature
    ConversionClock m_samples;
    std::int64_t m_seen = 0;
    std::int64_t m_read = 0;
    InterruptPin m_ready;
    std::unique_ptr<RegisterPort> m_port;
};

}  // namespace

PartModel lis3mdlModel()
{
    PartModel model;
    model.description = {
        .model = "lis3mdl",
        .title = "Magnetometer (LIS3MDL)",
        .source = "ST LIS3MDL data sheet DocID024204, revision 6",
        .pins = {{"drdy", "Data ready", PinRole::Load, "NC"}},
        .controls = {quantityControl(quantity::roll), quantityControl(quantity::pitch), quantityControl(quantity::yaw),
                     quantityControl(quantity::magneticField, 0, 1600), quantityControl(quantity::magneticInclination),
                     quantityControl(quantity::temperature, -40, 85)},
        .notModelled = {"threshold interrupts", "offset registers", "self-test", "noise by mode of operation"},
    };
    describeTwoBuses(model, 0x1c, 0x1e);
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Lis3mdl>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
