// SPDX-License-Identifier: MIT
// I2S microphone: INMP441 (InvenSense DS-INMP441-00): 24 bits of which full scale is 120 dB, -26 dB of it at 94 dB (1 Pa); noise of its own of
// 61 dB below that. It speaks in the left half of a frame, or in the right one with its L/R pin high (data sheet, "Pin functions"). The sound
// is noise of the given level.

#include <algorithm>

#include "base/exact_math.h"
#include "environment/sensed_quantity.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using peripherals::I2sFrame;

constexpr double sensitivity = -26;  // dB of full scale at …
constexpr double reference = 94;     // … dB of sound
constexpr double ownNoise = 33;      // dB of sound
constexpr double decibelsPerNeper = 8.685889638065036;
constexpr double fullScale = 8388607;
constexpr time::Duration grain{50'000};  // of the sound: up to 10 kHz

class Inmp441 final : public Part, private peripherals::I2sSource {
public:
    Inmp441(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_level(context.senses, quantity::sound),
          m_sound(context.random.seed(), grain),
          m_channel(context.wire("lr")),
          m_bus(context.buses.i2s(context.wire("sck")))
    {
        m_bus.attach(static_cast<peripherals::I2sSource&>(*this), {&context.wire("ws"), &context.wire("sd")});
    }
    ~Inmp441() override { m_bus.detach(static_cast<peripherals::I2sSource&>(*this)); }

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"level", m_level.element(now())});
        view.values.push_back({"amplitude", amplitude(now())});
    }

private:
    // Effective value of full scale.
    double amplitude(time::VirtualTime when) const
    {
        const double decibels = std::max(m_level.at(when), ownNoise);
        return exponential((sensitivity + decibels - reference) / decibelsPerNeper);
    }

    I2sFrame frame(time::VirtualTime when) override
    {
        const double sample = std::clamp(amplitude(when) * m_sound.at(when), -1.0, 1.0) * fullScale;
        const auto bits = static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::int32_t>(sample)) << 8);
        return m_channel.level() ? I2sFrame{0, bits} : I2sFrame{bits, 0};
    }

    environment::SensedQuantity m_level;
    environment::Noise m_sound;
    peripherals::Wire& m_channel;
    peripherals::I2sBus& m_bus;
};

}  // namespace

PartModel inmp441Model()
{
    PartModel model;
    model.description = {
        .model = "inmp441",
        .title = "I2S microphone (INMP441)",
        .source = "InvenSense DS-INMP441-00",
        .pins = {{"sck", "Bit clock"}, {"ws", "Word select"}, {"sd", "Data", PinRole::Output}, {"lr", "L/R", PinRole::Load, "GND"}},
        .controls = {quantityControl(quantity::sound, 30, 130)},
        .notModelled = {"start-up time after power-on and sleep", "the filter's delay and frequency response", "tones: the sound is noise"},
    };
    model.width = 14;
    model.height = 14;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Inmp441>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
