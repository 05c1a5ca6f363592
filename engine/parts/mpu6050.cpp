// SPDX-License-Identifier: MIT
// MPU-6050: accelerometer and gyroscope on I2C (InvenSense PS-MPU-6000A-00 and register map RM-MPU-6000A-00, revision 4.2). It sleeps when
// the power comes on. Measurements come at 1 kHz (8 kHz without the low-pass filter) divided by the sample-rate divider; each goes to the
// data registers and, as asked, to the FIFO of 1024 bytes.

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

#include "environment/sensed_motion.h"
#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/i2c_chip.h"
#include "parts/interrupt_pin.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/vector_view.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Register : std::uint8_t {
    Divider = 0x19,
    Configuration = 0x1a,
    GyroscopeRange = 0x1b,
    AccelerometerRange = 0x1c,
    FifoWhat = 0x23,
    InterruptPinSetting = 0x37,
    InterruptEnable = 0x38,
    InterruptStatus = 0x3a,
    Data = 0x3b,
    DataEnd = 0x49,
    SignalReset = 0x68,
    UserControl = 0x6a,
    Power1 = 0x6b,
    FifoCount = 0x72,
    FifoData = 0x74,
    WhoAmI = 0x75,
};
constexpr std::uint8_t deviceReset = 0x80;
constexpr std::uint8_t sleeping = 0x40;
constexpr std::uint8_t fifoEnable = 0x40;
constexpr std::uint8_t fifoReset = 0x04;
constexpr std::uint8_t dataReady = 0x01;
constexpr std::uint8_t fifoOverflow = 0x10;
constexpr time::Duration interruptPulse = 50us;
constexpr std::size_t fifoSize = 1024;
constexpr double accelerometerCounts = 16384;  // of a g at ±2 g
constexpr double gyroscopeCounts = 131;        // of a degree a second at ±250 °/s

class Mpu6050 final : public Part, private RegisterChip {
public:
    Mpu6050(const PartModel& model, const PartContext& context)
        : Part(model, context),
          RegisterChip(context.i2c(), static_cast<std::uint8_t>(context.number("address"))),
          m_motion(context.senses, {.noise = 0.002}, {.noise = 0.03}),
          m_celsius(context.senses, quantity::temperature, {.timeConstant = 5s}),
          m_interrupt(context, "int", [this] { look(); })
    {
        reset();
    }

protected:
    void show(PartView& view) const override { showVector(view, m_motion.acceleration(now())); }

private:
    // What one measurement puts into the registers from Data on.
    using Measurement = std::array<std::uint8_t, DataEnd - Data>;

    void reset()
    {
        m_registers = {};
        m_registers[Power1] = sleeping;
        m_data = {};
        m_fifo.clear();
        restart();
    }

    void restart()
    {
        m_seen = m_filled = 0;
        m_samples.stop();
        m_interrupt.lookNoMore();
        if (m_registers[Power1] & sleeping)
            return;
        const int filter = m_registers[Configuration] & 7;
        m_samples.start(now(), (filter == 0 || filter == 7 ? 125us : 1ms) * (1 + m_registers[Divider]));
    }

    bool saysReady() const { return m_registers[InterruptEnable] & dataReady; }
    InterruptStyle style() const
    {
        const std::uint8_t setting = m_registers[InterruptPinSetting];
        return {setting & 0x80 ? InterruptStyle::Active::Low : InterruptStyle::Active::High,
                setting & 0x40 ? InterruptStyle::Output::OpenDrain : InterruptStyle::Output::PushPull};
    }
    bool latches() const { return m_registers[InterruptPinSetting] & 0x20; }

    void look()
    {
        measure();
        if (latches())
            m_interrupt.show(true, style());
        else
            m_interrupt.pulse(interruptPulse, style());
        askToLook();
    }
    void askToLook() { m_interrupt.lookAfter(saysReady() ? m_samples : ConversionClock{}, now()); }

    std::uint8_t after(std::uint8_t number) const override
    {
        return number == FifoData ? number : static_cast<std::uint8_t>((number + 1) & 0x7f);
    }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        measure();
        if (latches() && (number == InterruptStatus || m_registers[InterruptPinSetting] & 0x10))
            m_interrupt.show(false, style());
        if (number >= Data && number < DataEnd)
            return m_data[static_cast<std::size_t>(number - Data)];
        switch (number) {
        case InterruptStatus:
            return std::exchange(m_status, std::uint8_t{0});
        case FifoCount:
            return static_cast<std::uint8_t>(m_fifo.size() >> 8);
        case FifoCount + 1:
            return static_cast<std::uint8_t>(m_fifo.size());
        case FifoData:
            return takeFromFifo();
        case WhoAmI:
            return 0x68;
        default:
            return number < m_registers.size() ? m_registers[number] : 0;
        }
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        measure();
        if (number >= WhoAmI || (number >= InterruptStatus && number < DataEnd) || number == FifoCount ||
            number == FifoCount + 1)
            return;
        if (number == Power1 && value & deviceReset) {
            reset();
            return;
        }
        m_registers[number] = value;
        if (number == UserControl && value & fifoReset) {
            m_fifo.clear();
            m_registers[UserControl] &= static_cast<std::uint8_t>(~fifoReset);
        }
        if (number == Power1 || number == Divider || number == Configuration)
            restart();
        if (number == InterruptPinSetting || number == InterruptEnable)
            m_interrupt.show(false, style());
        askToLook();
    }

    // Brings registers and FIFO up to now. Measurements the FIFO could not hold anyway are left out.
    void measure()
    {
        const auto ended = m_samples.ended(now());
        if (ended > m_seen) {
            m_data = measured(m_samples.lastEnd(now()));
            m_status |= dataReady;
        }
        m_seen = std::max(m_seen, ended);
        const std::size_t bytes = bytesInFifo();
        if (bytes == 0) {
            m_filled = ended;
            return;
        }
        const auto most = static_cast<std::int64_t>(fifoSize / bytes + 1);
        for (m_filled = std::max(m_filled, ended - most); m_filled < ended; ++m_filled)
            fill(measured(m_samples.lastEnd(now()) - m_samples.period() * (ended - m_filled - 1)));
    }

    Measurement measured(time::VirtualTime when) const
    {
        const auto acceleration = m_motion.acceleration(when);
        const auto rotation = m_motion.rotation(when);
        const double perG = accelerometerCounts / (1 << (m_registers[AccelerometerRange] >> 3 & 3));
        const double perDegree = gyroscopeCounts / (1 << (m_registers[GyroscopeRange] >> 3 & 3));
        const std::array<double, 7> values = {
            acceleration.x * perG,  acceleration.y * perG,  acceleration.z * perG, (m_celsius.at(when) - 36.53) * 340,
            rotation.x * perDegree, rotation.y * perDegree, rotation.z * perDegree};
        Measurement bytes{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto word = static_cast<int>(std::lround(std::clamp(values[i], -32768.0, 32767.0)));
            bytes[i * 2] = static_cast<std::uint8_t>(word >> 8);
            bytes[i * 2 + 1] = static_cast<std::uint8_t>(word);
        }
        return bytes;
    }

    // Which words of a measurement go to the FIFO, in the order of the registers.
    bool goesToFifo(std::size_t word) const
    {
        static constexpr std::array<std::uint8_t, 7> bits = {0x08, 0x08, 0x08, 0x80, 0x40, 0x20, 0x10};
        return m_registers[UserControl] & fifoEnable && m_registers[FifoWhat] & bits[word];
    }
    std::size_t bytesInFifo() const
    {
        std::size_t bytes = 0;
        for (std::size_t word = 0; word < 7; ++word)
            bytes += goesToFifo(word) ? 2 : 0;
        return bytes;
    }
    void fill(const Measurement& measurement)
    {
        for (std::size_t word = 0; word < 7; ++word)
            if (goesToFifo(word))
                m_fifo.insert(m_fifo.end(), {measurement[word * 2], measurement[word * 2 + 1]});
        while (m_fifo.size() > fifoSize) {
            m_fifo.pop_front();
            m_status |= fifoOverflow;
        }
    }
    std::uint8_t takeFromFifo()
    {
        if (m_fifo.empty())
            return 0xff;
        const std::uint8_t byte = m_fifo.front();
        m_fifo.pop_front();
        return byte;
    }

    environment::SensedMotion m_motion;
    environment::SensedQuantity m_celsius;
    std::array<std::uint8_t, 128> m_registers{};
    Measurement m_data{};
    ConversionClock m_samples;
    std::int64_t m_seen = 0;
    std::int64_t m_filled = 0;  // measurements that went to the FIFO
    std::deque<std::uint8_t> m_fifo;
    std::uint8_t m_status = 0;
    InterruptPin m_interrupt;
};

}  // namespace

PartModel mpu6050Model()
{
    PartModel model;
    model.description = {
        .model = "mpu6050",
        .title = "Accelerometer and gyroscope (MPU-6050)",
        .source = "InvenSense MPU-6050 product specification and register map, revision 4.2",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}, {"int", "Interrupt", PinRole::Load, "NC"}},
        .controls = motionControls(16, 2000),
        .notModelled = {"the digital motion processor", "self-test", "motion and free-fall interrupts", "cycle mode",
                        "the auxiliary I2C bus", "offset registers", "filters (only their rate)"},
    };
    model.description.controls.push_back(quantityControl(quantity::temperature, -40, 85));
    model.numbers = {{"address", "I2C address", "", 0x68, 0x69, 0x68}};
    model.i2cAddresses = [](const PartParameters& given) {
        return std::vector{static_cast<std::uint8_t>(given.numbers.at("address"))};
    };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Mpu6050>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
