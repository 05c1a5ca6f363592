// SPDX-License-Identifier: MIT
#include "parts/lsm6.h"

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
    BankAccess = 0x01,
    Interrupt1 = 0x0d,
    WhoAmI = 0x0f,
    AccelerometerControl = 0x10,
    GyroscopeControl = 0x11,
    Control3 = 0x12,
    Status = 0x1e,
    Temperature = 0x20,
    Rotation = 0x22,
    Acceleration = 0x28,
    DataEnd = 0x2e,
};
constexpr std::uint8_t softwareReset = 0x01;
constexpr std::uint8_t boot = 0x80;
constexpr std::uint8_t movesOn = 0x04;
constexpr std::array<double, 4> milliGs = {0.061, 0.488, 0.122, 0.244};  // a digit at ±2, 16, 4 and 8 g
constexpr std::array<double, 4> milliDegrees = {8.75, 17.5, 35, 70};     // at ±250, 500, 1000 and 2000 °/s
constexpr double finestMilliDegrees = 4.375;                             // at ±125 °/s
constexpr time::Duration temperaturePeriod{19'230'769};                  // 52 Hz

// The upper four bits of both control registers (tables 52 and 55): 12.5 Hz and its doubles, 1.6 Hz.
time::Duration period(std::uint8_t control)
{
    static constexpr std::array<double, 12> hertz = {0, 12.5, 26, 52, 104, 208, 416, 833, 1667, 3333, 6667, 1.6};
    const std::size_t setting = control >> 4;
    return setting == 0 || setting >= hertz.size() ? time::Duration{}
                                                   : time::Duration{static_cast<std::int64_t>(1e9 / hertz[setting])};
}

class Lsm6 final : public Part, private RegisterSet {
public:
    Lsm6(const PartModel& model, const PartContext& context, std::uint8_t identity)
        : Part(model, context),
          m_identity(identity),
          m_motion(context.senses, {.noise = 0.0018}, {.noise = 0.08}),
          m_celsius(context.senses, quantity::temperature, {.timeConstant = 5s}),
          m_interrupt(context, "int1", [this] { look(); }),
          m_port(openRegisterPort(context, *this, {}))
    {
        reset();
    }

protected:
    void show(PartView& view) const override { showVector(view, m_motion.acceleration(now())); }

private:
    // One of the three that measure at a beat of their own.
    struct Course {
        ConversionClock clock;
        std::int64_t seen = 0;
        std::int64_t read = 0;

        void restart(time::VirtualTime now, time::Duration period)
        {
            seen = read = 0;
            clock.start(now, period);
        }
        // Whether there is a new result.
        bool advance(time::VirtualTime now)
        {
            const auto ended = clock.ended(now);
            return ended > std::exchange(seen, std::max(seen, ended));
        }
        bool isNew() const { return seen > read; }
    };

    void reset()
    {
        m_registers = {};
        m_banks = {};
        m_counts = {};
        m_registers[Control3] = movesOn;
        m_accelerometer.restart(now(), {});
        m_gyroscope.restart(now(), {});
        m_thermometer.restart(now(), {});
    }

    void restart(std::uint8_t number)
    {
        Course& course = number == AccelerometerControl ? m_accelerometer : m_gyroscope;
        course.restart(now(), period(m_registers[number]));
        if (!m_thermometer.clock.isRunning() && course.clock.isRunning())
            m_thermometer.restart(now(), temperaturePeriod);
    }

    // INT1 says that there is new data of the accelerometer (bit 0) or the gyroscope (bit 1).
    void look()
    {
        measure();
        showInterrupt();
        const bool either = m_registers[Interrupt1] & 3;
        const Course& course = m_registers[Interrupt1] & 1 ? m_accelerometer : m_gyroscope;
        m_interrupt.lookAfter(either ? course.clock : ConversionClock{}, now());
    }
    void showInterrupt()
    {
        const std::uint8_t control = m_registers[Control3];
        const std::uint8_t wanted = m_registers[Interrupt1];
        m_interrupt.show((wanted & 1 && m_accelerometer.isNew()) || (wanted & 2 && m_gyroscope.isNew()),
                         {control & 0x20 ? InterruptStyle::Active::Low : InterruptStyle::Active::High,
                          control & 0x10 ? InterruptStyle::Output::OpenDrain : InterruptStyle::Output::PushPull});
    }

    void readingBegins() override { measure(); }

    void measure()
    {
        const auto put = [this](std::size_t at, double value) {
            m_counts[at] = static_cast<int>(std::lround(std::clamp(value, -32768.0, 32767.0)));
        };
        if (m_thermometer.advance(now()))
            put(0, (m_celsius.at(m_thermometer.clock.lastEnd(now())) - 25) * 256);
        if (m_gyroscope.advance(now())) {
            const std::uint8_t control = m_registers[GyroscopeControl];
            const double digit = (control & 2 ? finestMilliDegrees : milliDegrees[control >> 2 & 3]) / 1000;
            const auto rotation = m_motion.rotation(m_gyroscope.clock.lastEnd(now()));
            put(1, rotation.x / digit);
            put(2, rotation.y / digit);
            put(3, rotation.z / digit);
        }
        if (m_accelerometer.advance(now())) {
            const double digit = milliGs[m_registers[AccelerometerControl] >> 2 & 3] / 1000;
            const auto acceleration = m_motion.acceleration(m_accelerometer.clock.lastEnd(now()));
            put(4, acceleration.x / digit);
            put(5, acceleration.y / digit);
            put(6, acceleration.z / digit);
        }
    }

    std::uint8_t after(std::uint8_t number) const override
    {
        return m_registers[Control3] & movesOn ? static_cast<std::uint8_t>((number + 1) & 0x7f) : number;
    }

    // 1: embedded functions, 2: sensor hub; nothing: the ordinary registers.
    std::size_t bank() const { return m_registers[BankAccess] & 0x80 ? 1 : m_registers[BankAccess] & 0x40 ? 2 : 0; }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        if (bank() != 0 && number != BankAccess)
            return m_banks[bank() - 1][number & 0x7f];
        if (number >= Temperature && number < DataEnd)
            return dataByte(number);
        switch (number) {
        case WhoAmI:
            return m_identity;
        case Status:
            return static_cast<std::uint8_t>((m_accelerometer.isNew() ? 1 : 0) | (m_gyroscope.isNew() ? 2 : 0) |
                                             (m_thermometer.isNew() ? 4 : 0));
        default:
            return m_registers[number & 0x7f];
        }
    }

    std::uint8_t dataByte(std::uint8_t number)
    {
        Course& course = number < Rotation ? m_thermometer : number < Acceleration ? m_gyroscope : m_accelerometer;
        course.read = course.seen;
        showInterrupt();
        const auto at = static_cast<std::size_t>(number - Temperature);
        return static_cast<std::uint8_t>(at % 2 ? m_counts[at / 2] >> 8 : m_counts[at / 2]);
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        measure();
        if (number == BankAccess)
            m_registers[BankAccess] = value;
        else if (bank() != 0)
            m_banks[bank() - 1][number & 0x7f] = value;
        else if (number == Control3 && value & softwareReset)
            reset();
        else if (number < 0x80 && number != WhoAmI && !(number > 0x19 && number < DataEnd))
            set(number, value);
    }

    void set(std::uint8_t number, std::uint8_t value)
    {
        m_registers[number] = value;
        if (number == Control3)
            m_registers[Control3] &= static_cast<std::uint8_t>(~boot);
        if (number == AccelerometerControl || number == GyroscopeControl)
            restart(number);
        look();
    }

    std::uint8_t m_identity;
    environment::SensedMotion m_motion;
    environment::SensedQuantity m_celsius;
    std::array<std::uint8_t, 128> m_registers{};
    std::array<std::array<std::uint8_t, 128>, 2> m_banks{};
    std::array<int, 7> m_counts{};  // temperature, rotation, acceleration
    Course m_thermometer;
    Course m_gyroscope;
    Course m_accelerometer;
    InterruptPin m_interrupt;
    std::unique_ptr<RegisterPort> m_port;
};

}  // namespace

PartModel lsm6Model(std::string model, std::string title, std::string source)
{
    PartModel made;
    made.description = {
        .model = std::move(model),
        .title = std::move(title),
        .source = std::move(source),
        .pins = {{"int1", "Interrupt 1", PinRole::Load, "NC"}},
        .controls = motionControls(16, 2000),
        .notModelled = {"the FIFO", "interrupts but that of new data", "the pin INT2",
                        "taps, steps and learnt motions (their registers keep what is written)", "filters", "self-test",
                        "the sensor hub", "timestamps"},
    };
    made.description.controls.push_back(quantityControl(quantity::temperature, -40, 85));
    describeTwoBuses(made, 0x6a, 0x6b);
    made.width = 16;
    made.height = 16;
    return made;
}

std::unique_ptr<Part> makeLsm6(const PartModel& model, const PartContext& context, std::uint8_t identity)
{
    return std::make_unique<Lsm6>(model, context, identity);
}

}  // namespace coroboard::parts
