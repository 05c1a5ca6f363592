// SPDX-License-Identifier: MIT
// ADXL345: accelerometer on I2C or SPI (Analog Devices data sheet, revision E). It stands by until its measure bit is set. Results have 10
// bits, or 10 to 13 in full resolution, right or left in 16, low byte first. On SPI bit 6 of the first byte lets the pointer move on. What it
// finds out by itself (taps, activity, free fall) is in adxl345_events.h.

#include <algorithm>
#include <array>
#include <cmath>

#include "environment/sensed_motion.h"
#include "parts/adxl345_events.h"
#include "parts/conversion_clock.h"
#include "parts/interrupt_pin.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/register_port.h"
#include "parts/vector_view.h"

namespace coroboard::parts {

namespace {

enum Register : std::uint8_t {
    DeviceId = 0x00,
    TapThreshold = 0x1d,
    Offsets = 0x1e,
    TapStatus = 0x2b,
    Rate = 0x2c,
    PowerControl = 0x2d,
    InterruptEnable = 0x2e,
    InterruptMap = 0x2f,
    InterruptSource = 0x30,
    DataFormat = 0x31,
    Data = 0x32,
    FifoControl = 0x38,
    FifoStatus = 0x39,
};
constexpr std::uint8_t measuring = 0x08;
constexpr std::uint8_t fullResolution = 0x08;
constexpr std::uint8_t interruptActiveLow = 0x20;
constexpr std::uint8_t justifiedLeft = 0x04;
constexpr std::uint8_t dataReady = 0x80;
constexpr std::uint8_t overrun = 0x01;
constexpr double countsPerG = 256;  // at ±2 g and in full resolution
constexpr double gPerOffsetCount = 0.0156;

class Adxl345 final : public Part, private RegisterSet {
public:
    Adxl345(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_motion(context.senses, {.noise = 0.003}),
          m_interrupt1(context, "int1", [this] { look(); }),
          m_interrupt2(context, "int2", [this] { look(); }),
          m_events(context.timeline, context.environment, m_registers, [this] { return felt(now()); }, [this] { showInterrupt(); }),
          m_port(openRegisterPort(context, *this, {.spiIncrement = 0x40}))
    {
        m_registers[Rate] = 0x0a;
    }

protected:
    void show(PartView& view) const override { showVector(view, m_motion.acceleration(now())); }

private:
    // Table 7: 3200 Hz and its halves.
    void restart()
    {
        m_seen = m_read = 0;
        m_samples.stop();
        m_events.begin();
        if (m_registers[PowerControl] & measuring)
            m_samples.start(now(), time::Duration{312'500} * (1 << (15 - (m_registers[Rate] & 0xf))));
    }

    // "New data" goes to one of the two pins.
    InterruptPin& pinOfReady() { return m_registers[InterruptMap] & dataReady ? m_interrupt2 : m_interrupt1; }
    bool saysReady() const { return m_registers[InterruptEnable] & dataReady; }

    void look()
    {
        measure();
        showInterrupt();
        pinOfReady().lookAfter(saysReady() ? m_samples : ConversionClock{}, now());
    }
    void showInterrupt()
    {
        const auto active =
            m_registers[DataFormat] & interruptActiveLow ? InterruptStyle::Active::Low : InterruptStyle::Active::High;
        const int wanted = source() & m_registers[InterruptEnable];
        const int second = m_registers[InterruptMap];
        m_interrupt1.show((wanted & ~second) != 0, {active, InterruptStyle::Output::PushPull});
        m_interrupt2.show((wanted & second) != 0, {active, InterruptStyle::Output::PushPull});
    }
    std::uint8_t source() const
    {
        return static_cast<std::uint8_t>((m_seen > m_read ? dataReady : 0) | (m_seen > m_read + 1 ? overrun : 0) | m_events.source());
    }

    // In g, with the offsets that the program set.
    environment::Vector felt(time::VirtualTime when) const
    {
        const auto offset = [this](std::size_t axis) { return static_cast<std::int8_t>(m_registers[Offsets + axis]) * gPerOffsetCount; };
        return m_motion.acceleration(when) + environment::Vector{offset(0), offset(1), offset(2)};
    }

    void readingBegins() override { measure(); }

    void measure()
    {
        const auto ended = m_samples.ended(now());
        if (ended <= m_seen)
            return;
        m_seen = ended;
        const auto acceleration = felt(m_samples.lastEnd(now()));
        m_counts = {counts(acceleration.x), counts(acceleration.y), counts(acceleration.z)};
    }

    int counts(double g) const
    {
        const std::uint8_t format = m_registers[DataFormat];
        const int range = format & 3;
        const bool full = format & fullResolution;
        const int bits = full ? 10 + range : 10;
        const double limit = 1 << (bits - 1);
        const double perG = full ? countsPerG : countsPerG / (1 << range);
        const auto value = static_cast<int>(std::clamp(std::floor(g * perG + 0.5), -limit, limit - 1));
        return format & justifiedLeft ? value * (1 << (16 - bits)) : value;
    }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        if (number >= Data && number < Data + 6) {
            m_read = m_seen;
            showInterrupt();
            const auto at = static_cast<std::size_t>(number - Data);
            return static_cast<std::uint8_t>(at % 2 ? m_counts[at / 2] >> 8 : m_counts[at / 2]);
        }
        switch (number) {
        case DeviceId:
            return 0xe5;
        case TapStatus:
            return m_events.axes();
        case InterruptSource: {
            const std::uint8_t found = source();
            m_events.wasRead();
            showInterrupt();
            return found;
        }
        case FifoStatus:
            return m_seen > m_read ? 1 : 0;
        default:
            return number < m_registers.size() ? m_registers[number] : 0;
        }
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        measure();
        const bool readOnly = number < TapThreshold || number == TapStatus || number == InterruptSource ||
                              (number >= Data && number < FifoControl) || number >= FifoStatus;
        if (readOnly)
            return;
        m_registers[number] = value;
        if (number == PowerControl || number == Rate)
            restart();
        else if (number != InterruptMap && number != DataFormat)
            m_events.begin();
        look();
    }

    environment::SensedMotion m_motion;
    std::array<std::uint8_t, 0x3a> m_registers{};
    std::array<int, 3> m_counts{};
    ConversionClock m_samples;
    std::int64_t m_seen = 0;
    std::int64_t m_read = 0;
    InterruptPin m_interrupt1;
    InterruptPin m_interrupt2;
    Adxl345Events m_events;
    std::unique_ptr<RegisterPort> m_port;
};

}  // namespace

PartModel adxl345Model()
{
    PartModel model;
    model.description = {
        .model = "adxl345",
        .title = "Accelerometer (ADXL345)",
        .source = "Analog Devices ADXL345 data sheet, revision E",
        .pins = {{"int1", "Interrupt 1", PinRole::Load, "NC"}, {"int2", "Interrupt 2", PinRole::Load, "NC"}},
        .controls = motionControls(16),
        .notModelled = {"the FIFO beyond one entry", "suppression of double taps", "the link of activity and inactivity", "sleep mode",
                        "self-test"},
    };
    describeTwoBuses(model, 0x53, 0x1d);
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Adxl345>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
