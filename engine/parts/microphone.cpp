// SPDX-License-Identifier: MIT
// Microphone with amplifier: MAX9814 module (Maxim 19-0764; CMA-4544PF-W electret, -44 dB re 1 V/Pa): its output swings around 1.25 V, at most
// 2 V peak to peak, by the sound pressure: 94 dB are 1 Pa. The sound is noise of the given level; `envelope` (optional) is its rectified,
// smoothed amplitude, as level modules have it.

#include <algorithm>

#include "base/exact_math.h"
#include "environment/sensed_quantity.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr double bias = 1250;       // millivolts
constexpr double clipping = 1000;   // millivolts away from the bias
constexpr double outputOhms = 50;
constexpr double sensitivity = 6.3;  // millivolts a pascal
constexpr double loudestPascal = 94; // decibels of one pascal
constexpr double decibelsPerNeper = 8.685889638065036;
constexpr time::Duration grain{50'000};  // of the sound: up to 10 kHz

class Microphone final : public Part {
public:
    Microphone(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_gain(power(10, std::stod(context.word("gain")) / 20)),
          m_level(context.senses, quantity::sound, {}, [this] { changed(); }),
          m_attack(context.senses, quantity::sound, {.timeConstant = 10ms, .fallingTimeConstant = 200ms}, [this] { changed(); }),
          m_sound(context.random.seed(), grain),
          m_wave(*this, context.wire("signal"), &Microphone::waveAt),
          m_envelope(*this, context.wire("envelope"), &Microphone::envelopeAt)
    {}

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"level", m_level.element(now())});
        view.values.push_back({"amplitude", swing(m_level, now())});
    }

private:
    // Follows one of the two outputs.
    class Output : private peripherals::AnalogSource {
    public:
        using Voltage = double (Microphone::*)(time::VirtualTime) const;
        Output(const Microphone& owner, peripherals::Wire& wire, Voltage voltage) : m_owner(owner), m_voltage(voltage), m_driver(wire)
        {
            m_driver.follow(*this);
        }
        void changed() { m_driver.changed(); }

    private:
        peripherals::Thevenin output(time::VirtualTime when) const override { return {(m_owner.*m_voltage)(when), outputOhms}; }
        // It never rests, but nobody waits for edges of a sound.
        time::VirtualTime settled() const override { return time::powerOn; }

        const Microphone& m_owner;
        Voltage m_voltage;
        peripherals::WireDriver m_driver;
    };

    // Effective value of the sound in millivolts at the output.
    double swing(const environment::SensedQuantity& level, time::VirtualTime when) const
    {
        const double pascal = exponential((level.at(when) - loudestPascal) / decibelsPerNeper);
        return pascal * sensitivity * m_gain;
    }
    double waveAt(time::VirtualTime when) const
    {
        return bias + std::clamp(swing(m_level, when) * m_sound.at(when), -clipping, clipping);
    }
    double envelopeAt(time::VirtualTime when) const { return std::min(swing(m_attack, when), 2 * clipping); }
    void changed()
    {
        m_wave.changed();
        m_envelope.changed();
    }

    double m_gain;
    environment::SensedQuantity m_level;
    environment::SensedQuantity m_attack;
    environment::Noise m_sound;
    Output m_wave;
    Output m_envelope;
};

}  // namespace

PartModel microphoneModel()
{
    PartModel model;
    model.description = {
        .model = "microphone",
        .title = "Microphone with amplifier (MAX9814)",
        .source = "Maxim MAX9814 19-0764; CUI CMA-4544PF-W",
        .pins = {{"signal", "Output", PinRole::Output, "NC"}, {"envelope", "Level output", PinRole::Output, "NC"}},
        .controls = {quantityControl(quantity::sound, 30, 130)},
        .notModelled = {"automatic gain control", "tones: the sound is noise"},
    };
    model.words = {{"gain", "Gain in dB", "60", WordParameter::Kind::Choice, {"40", "50", "60"}}};
    model.width = 14;
    model.height = 14;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Microphone>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
