// SPDX-License-Identifier: MIT
// LIS3DH: accelerometer on I2C or SPI (ST DocID17530). Results stand left in 16 bits, low byte first, in 8, 10 or 12 bits by its mode. It is
// powered down at first. On I2C bit 7 of the register's number lets the pointer move on, on SPI bit 6. What it finds out by itself (clicks,
// motion, free fall) is in lis3dh_events.h.

#include <algorithm>
#include <array>
#include <cmath>

#include "environment/sensed_motion.h"
#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/interrupt_pin.h"
#include "parts/lis3dh_events.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/register_port.h"
#include "parts/vector_view.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Register : std::uint8_t {
    Auxiliary = 0x08,
    WhoAmI = 0x0f,
    TemperatureConfiguration = 0x1f,
    Control1 = 0x20,
    Control3 = 0x22,
    Control4 = 0x23,
    Control5 = 0x24,
    Control6 = 0x25,
    Status = 0x27,
    Data = 0x28,
    FifoSource = 0x2f,
    Interrupt1Source = 0x31,
    Interrupt2Source = 0x35,
    ClickSource = 0x39,
};
constexpr std::uint8_t lowPower = 0x08;        // of Control1
constexpr std::uint8_t highResolution = 0x08;  // of Control4
constexpr std::uint8_t interruptReady = 0x10;  // of Control3
constexpr std::uint8_t onClick = 0x80, onInterrupt1 = 0x40, onInterrupt2 = 0x20;  // of Control3 for INT1, of Control6 for INT2
constexpr std::uint8_t bigEndian = 0x40;
constexpr std::uint8_t boot = 0x80;  // of Control5

// Table 31; 0 is powered down.
double rate(std::uint8_t control1)
{
    static constexpr std::array<double, 9> rates = {0, 1, 10, 25, 50, 100, 200, 400, 1600};
    const std::size_t setting = control1 >> 4;
    if (setting < rates.size())
        return setting == 8 && !(control1 & lowPower) ? 0 : rates[setting];
    return setting == 9 ? (control1 & lowPower ? 5376 : 1344) : 0;
}

class Lis3dh final : public Part, private RegisterSet {
public:
    Lis3dh(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_motion(context.senses, {.noise = 0.002}),
          m_celsius(context.senses, quantity::temperature, {.timeConstant = 5s}),
          m_interrupt(context, "int1", [this] { look(); }),
          m_interrupt2(context, "int2", [] {}),
          m_events(context.timeline, context.environment, m_registers, [this] { return m_motion.acceleration(now()); }, [this] { showInterrupt(); }),
          m_port(openRegisterPort(context, *this, {.i2cIncrement = 0x80, .spiIncrement = 0x40}))
    {
        reset();
    }

protected:
    void show(PartView& view) const override { showVector(view, m_motion.acceleration(now())); }

private:
    void reset()
    {
        m_registers = {};
        m_registers[Control1] = 0x07;
        restart();
    }

    void restart()
    {
        m_seen = m_read = 0;
        m_samples.stop();
        if (const double hertz = rate(m_registers[Control1]); hertz > 0)
            m_samples.start(now(), time::Duration{static_cast<std::int64_t>(1e9 / hertz)});
        m_events.begin(m_samples.period());
    }

    void look()
    {
        measure();
        showInterrupt();
        m_interrupt.lookAfter(saysReady() ? m_samples : ConversionClock{}, now());
    }
    bool saysReady() const { return m_registers[Control3] & interruptReady; }
    void showInterrupt()
    {
        const auto active = m_registers[Control6] & 2 ? InterruptStyle::Active::Low : InterruptStyle::Active::High;
        const InterruptStyle style{active, InterruptStyle::Output::PushPull};
        m_interrupt.show((saysReady() && m_seen > m_read) || isFound(m_registers[Control3]), style);
        m_interrupt2.show(isFound(m_registers[Control6]), style);
    }
    // Whether there is something that this register puts on its pin.
    bool isFound(std::uint8_t routing) const
    {
        return (routing & onClick && m_events.hasClick()) || (routing & onInterrupt1 && m_events.hasInterrupt(0)) ||
               (routing & onInterrupt2 && m_events.hasInterrupt(1));
    }

    void readingBegins() override { measure(); }

    void measure()
    {
        const auto ended = m_samples.ended(now());
        if (ended <= m_seen)
            return;
        m_seen = ended;
        const auto when = m_samples.lastEnd(now());
        const auto acceleration = m_motion.acceleration(when);
        const std::array<double, 3> axes = {acceleration.x, acceleration.y, acceleration.z};
        for (std::size_t i = 0; i < axes.size(); ++i)
            m_counts[i] = m_registers[Control1] >> i & 1 ? counts(axes[i]) : 0;
        m_temperature = static_cast<int>(std::clamp(std::lround(m_celsius.at(when)) - 25, -128L, 127L)) * 256;
    }

    // Table 4: milli-g a digit at ±2, 4, 8 and 16 g with 12 bits; four times that with 10, sixteen times with 8.
    int counts(double g) const
    {
        static constexpr std::array<double, 4> milliGs = {1, 2, 4, 12};
        const int bits = m_registers[Control1] & lowPower ? 8 : m_registers[Control4] & highResolution ? 12 : 10;
        const double digit = milliGs[m_registers[Control4] >> 4 & 3] * (1 << (12 - bits));
        const double limit = 1 << (bits - 1);
        return static_cast<int>(std::clamp(std::floor(g * 1000 / digit + 0.5), -limit, limit - 1)) * (1 << (16 - bits));
    }

    std::uint8_t after(std::uint8_t number) const override
    {
        return static_cast<std::uint8_t>(number == Data + 5 ? int{Data} : (number + 1) & 0x7f);
    }

    std::uint8_t byteOf(int word, bool high) const { return static_cast<std::uint8_t>(high ? word >> 8 : word); }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        if (number >= Data && number < Data + 6) {
            m_read = m_seen;
            showInterrupt();
            const auto at = static_cast<std::size_t>(number - Data);
            return byteOf(m_counts[at / 2], (at % 2 == 1) != static_cast<bool>(m_registers[Control4] & bigEndian));
        }
        switch (number) {
        case WhoAmI:
            return 0x33;
        case Status:
            return m_seen > m_read ? m_seen > m_read + 1 && m_read > 0 ? 0xff : 0x0f : 0;
        case Auxiliary + 4:
        case Auxiliary + 5:
            return m_registers[TemperatureConfiguration] & 0x40 ? byteOf(m_temperature, number == Auxiliary + 5) : 0;
        case FifoSource:
            return 0x20;  // empty
        case Interrupt1Source:
            return m_events.readInterrupt(0);
        case Interrupt2Source:
            return m_events.readInterrupt(1);
        case ClickSource:
            return m_events.readClick();
        default:
            return number < m_registers.size() ? m_registers[number] : 0;
        }
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        measure();
        if (number < 0x1e || (number >= Status && number < Data + 6) || number == FifoSource || number == Interrupt1Source ||
            number == Interrupt2Source || number == ClickSource || number >= m_registers.size())
            return;
        m_registers[number] = value;
        if (number == Control5 && value & boot)
            m_registers[Control5] &= 0x7f;
        if (number == Control1)
            restart();
        else
            m_events.begin(m_samples.period());
        look();
    }

    environment::SensedMotion m_motion;
    environment::SensedQuantity m_celsius;
    std::array<std::uint8_t, 0x40> m_registers{};
    std::array<int, 3> m_counts{};
    int m_temperature = 0;
    ConversionClock m_samples;
    std::int64_t m_seen = 0;
    std::int64_t m_read = 0;
    InterruptPin m_interrupt;
    InterruptPin m_interrupt2;
    Lis3dhEvents m_events;
    std::unique_ptr<RegisterPort> m_port;
};

}  // namespace

PartModel lis3dhModel()
{
    PartModel model;
    model.description = {
        .model = "lis3dh",
        .title = "Accelerometer (LIS3DH)",
        .source = "ST LIS3DH data sheet DocID17530, revision 2",
        .pins = {{"int1", "Interrupt 1", PinRole::Load, "NC"}, {"int2", "Interrupt 2", PinRole::Load, "NC"}},
        .controls = motionControls(16),
        .notModelled = {"recognition of six directions", "the FIFO", "the high-pass filter", "sleep to wake", "self-test",
                        "the analogue inputs 1 and 2"},
    };
    model.description.controls.push_back(quantityControl(quantity::temperature, -40, 85));
    describeTwoBuses(model, 0x18, 0x19);
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Lis3dh>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
