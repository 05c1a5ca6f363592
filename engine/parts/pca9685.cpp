// SPDX-License-Identifier: MIT
// PCA9685: sixteen PWM outputs of 12 bits on I2C (NXP PCA9685 data sheet rev. 4, section 7). One counter runs 0 to 4095 at 25 MHz divided by
// prescale + 1; an output goes high at its ON count and low at its OFF count. What was written counts from the STOP on. Asleep the counter
// stands; a chip that was put to sleep while it ran goes on when RESTART is written.

#include <array>
#include <memory>
#include <optional>

#include "parts/i2c_chip.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using peripherals::DutySignal;
using peripherals::WireDriver;
using peripherals::WireEvent;
using peripherals::WireListener;

enum Register : std::uint8_t { Mode1 = 0x00, Mode2 = 0x01, SubAddress1 = 0x02, AllCall = 0x05, FirstOn = 0x06, LastOutput = 0x45,
                               AllOn = 0xfa, Prescale = 0xfe };
enum Mode1Bit : std::uint8_t { Restart = 0x80, AutoIncrement = 0x20, Sleep = 0x10, RespondAllCall = 0x01 };
enum Mode2Bit : std::uint8_t { Invert = 0x10, NotEnabled = 0x03 };

constexpr double oscillator = 25e6;
constexpr int counts = 4096;
constexpr int full = 0x1000;  // in an ON or OFF word: always
constexpr double outputOhms = 60;
constexpr std::size_t outputs = 16;

std::uint8_t addressOf(const std::map<std::string, double>& numbers)
{
    return static_cast<std::uint8_t>(numbers.at("address"));
}

std::string pinName(std::size_t output)
{
    return "out" + std::to_string(output);
}

class Pca9685 final : public Part, private RegisterChip {
public:
    Pca9685(const PartModel& model, const PartContext& context)
        : Part(model, context),
          RegisterChip(context.i2c(), addressOf(context.numbers)),
          m_outputEnable(context.wire("oe")),
          m_enableHeard(m_outputEnable, WireListener::Hears::Changes, [this](const WireEvent&) { play(); })
    {
        for (std::size_t i = 0; i < outputs; ++i)
            m_outputs[i].driver = std::make_unique<WireDriver>(context.wire(pinName(i)));
        for (std::size_t i = 0; i < outputs; ++i)
            m_registers[FirstOn + 4 * i + 3] = full >> 8;
        play();
    }

protected:
    void show(PartView& view) const override
    {
        static const auto names = [] {
            std::array<std::string, outputs> made;
            for (std::size_t i = 0; i < outputs; ++i)
                made[i] = pinName(i);
            return made;
        }();
        view.values.push_back({"frequency", isAsleep() ? 0 : frequency()});
        for (std::size_t i = 0; i < outputs; ++i)
            view.values.push_back({names[i], m_outputs[i].shown.duty});
    }

private:
    // What an output does: a level, or a wave.
    struct Shape {
        double duty = 0;  // 0 and 1: a level
        bool driven = false;
        double frequency = 0;
        int phase = 0;
        bool operator==(const Shape&) const = default;
    };
    struct Output {
        std::unique_ptr<WireDriver> driver;
        Shape shown;
    };

    bool isAsleep() const { return m_registers[Mode1] & Sleep; }
    double frequency() const { return oscillator / counts / (m_prescale + 1); }

    bool answersTo(std::uint8_t address) const override
    {
        if (address == RegisterChip::address())
            return true;
        if ((m_registers[Mode1] & RespondAllCall) && address == m_registers[AllCall] >> 1)
            return true;
        for (int i = 0; i < 3; ++i)
            if ((m_registers[Mode1] >> (3 - i) & 1) && address == m_registers[static_cast<std::size_t>(SubAddress1 + i)] >> 1)
                return true;
        return false;
    }

    std::uint8_t after(std::uint8_t number) const override
    {
        if (!(m_registers[Mode1] & AutoIncrement))
            return number;
        return number == LastOutput ? 0 : static_cast<std::uint8_t>(number + 1);
    }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        if (number == Prescale)
            return static_cast<std::uint8_t>(m_prescale);
        return number <= LastOutput ? m_registers[number] : 0;
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        if (number == Mode1)
            return writeMode1(value);
        if (number == Prescale) {
            // Only while the oscillator is off; at least 3 (section 7.3.5).
            if (isAsleep())
                m_prescale = std::max<int>(3, value);
        } else if (number >= AllOn && number < Prescale) {
            for (std::size_t i = 0; i < outputs; ++i)
                m_registers[FirstOn + 4 * i + number - AllOn] = value & (number & 1 ? 0x1f : 0xff);
            m_held = false;
        } else if (number >= FirstOn && number <= LastOutput) {
            m_registers[number] = number & 1 ? value & 0x1f : value;
            m_held = false;
        } else if (number == Mode2) {
            m_registers[Mode2] = value & 0x1f;
        } else if (number <= AllCall) {
            m_registers[number] = value & 0xfe;
        }
    }

    // Section 7.3.1.1: sleeping while outputs run sets RESTART; writing it lets them go on.
    void writeMode1(std::uint8_t value)
    {
        const bool wasAsleep = isAsleep();
        const bool restarts = (value & Restart) && m_held;
        m_registers[Mode1] = value & 0x3f;
        if (!wasAsleep && isAsleep())
            m_held = true;
        else if (restarts && !isAsleep())
            m_held = false;
        if (wasAsleep && !isAsleep())
            m_counterStart = now();
        if (m_held)
            m_registers[Mode1] |= Restart;
    }

    void endWrite() override { play(); }

    Shape shapeOf(std::size_t output) const
    {
        Shape shape{0, true, 0, 0};
        if (m_outputEnable.level() && !m_outputEnable.floating()) {
            const int rest = m_registers[Mode2] & NotEnabled;
            shape.driven = rest < 2;
            shape.duty = rest == 1 ? 1 : 0;
            return shape;
        }
        const auto word = [&](std::size_t at) { return m_registers[FirstOn + 4 * output + at] | m_registers[FirstOn + 4 * output + at + 1] << 8; };
        const int on = word(0);
        const int off = word(2);
        if (isAsleep() || m_held || (off & full)) {
            shape.duty = 0;
        } else if (on & full) {
            shape.duty = 1;
        } else if (const int width = (off - on + counts) % counts) {
            shape.duty = static_cast<double>(width) / counts;
            shape.frequency = frequency();
            shape.phase = on;
        }
        if (m_registers[Mode2] & Invert) {
            shape.duty = 1 - shape.duty;
            shape.phase = off & (counts - 1);
        }
        return shape;
    }

    void play()
    {
        for (std::size_t i = 0; i < outputs; ++i) {
            Output& output = m_outputs[i];
            const Shape shape = shapeOf(i);
            if (shape == output.shown)
                continue;
            output.shown = shape;
            const double high = output.driver->wire().supplyMillivolts();
            if (!shape.driven)
                output.driver->release();
            else if (shape.duty == 0 || shape.duty == 1)
                output.driver->drive(shape.duty * high, outputOhms);
            else
                output.driver->play({shape.frequency, shape.duty, startOf(shape)}, high, outputOhms);
        }
    }

    time::VirtualTime startOf(const Shape& shape) const
    {
        return m_counterStart + time::Duration{static_cast<std::int64_t>(shape.phase * 1e9 / (shape.frequency * counts))};
    }

    std::array<std::uint8_t, LastOutput + 1> m_registers = {0x11, 0x04, 0xe2, 0xe4, 0xe8, 0xe0};
    int m_prescale = 0x1e;
    bool m_held = false;  // RESTART: it slept while it ran
    time::VirtualTime m_counterStart{};
    peripherals::Wire& m_outputEnable;
    std::array<Output, outputs> m_outputs;
    WireListener m_enableHeard;
};

}  // namespace

PartModel pca9685Model()
{
    PartModel model;
    model.description = {
        .model = "pca9685",
        .title = "16 PWM outputs (PCA9685)",
        .source = "NXP PCA9685 data sheet rev. 4",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}, {"oe", "Output enable (low)", PinRole::Load, "GND"}},
        .controls = {},
        .notModelled = {"open-drain outputs (MODE2 OUTDRV = 0)", "outputs that change at the acknowledge (MODE2 OCH)", "an external clock",
                        "software reset by the general call", "tolerance of the oscillator"},
    };
    for (std::size_t i = 0; i < outputs; ++i)
        model.description.pins.push_back({pinName(i), "Output " + std::to_string(i), PinRole::Output, "NC"});
    model.numbers = {{"address", "I2C address", "", 0x40, 0x7f, 0x40}};
    model.i2cAddresses = [](const PartParameters& given) { return std::vector{addressOf(given.numbers)}; };
    model.width = 160;
    model.height = 90;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Pca9685>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
