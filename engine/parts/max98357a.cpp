// SPDX-License-Identifier: MIT
// Loudspeaker behind an I2S amplifier: MAX98357A (Maxim 19-6778), 3.2 W class D. It plays what comes on its three wires, left, right or the mean
// of both as its `sd_mode` pin is strapped (data sheet, "SD_MODE and shutdown operation"). What it shows is of the last fifty milliseconds:
// level (effective value) and peak of full scale, the tone, and 64 points of the wave for whoever draws or plays it.

#include <algorithm>
#include <cmath>
#include <deque>

#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using peripherals::I2sFormat;
using peripherals::I2sFrame;

constexpr double shownSeconds = 0.05;
constexpr double waveSeconds = 0.02;
constexpr int wavePoints = 64;
constexpr double fullScale = 2147483648.0;

class Max98357a final : public Part, private peripherals::I2sListener {
public:
    Max98357a(const PartModel& model, const PartContext& context)
        : Part(model, context), m_channel(context.word("channel")), m_bus(context.buses.i2s(context.wire("bclk")))
    {
        m_bus.attach(static_cast<peripherals::I2sListener&>(*this), {&context.wire("lrclk"), &context.wire("din")});
    }
    ~Max98357a() override { m_bus.detach(static_cast<peripherals::I2sListener&>(*this)); }

protected:
    void show(PartView& view) const override
    {
        const bool quiet = m_sound.empty() || now() > m_end + time::Duration{static_cast<std::int64_t>(shownSeconds * 1e9)};
        double squares = 0;
        double peak = 0;
        for (const double sample : m_sound) {
            squares += sample * sample;
            peak = std::max(peak, std::fabs(sample));
        }
        const double level = quiet ? 0 : std::sqrt(squares / static_cast<double>(m_sound.size()));
        view.values.push_back({"level", level});
        view.values.push_back({"peak", quiet ? 0 : peak});
        view.values.push_back({"frequency", level > 0 ? tone() : 0});
        view.values.push_back({"sounding", level > 0 ? 1.0 : 0.0});
        view.values.push_back({"rate", static_cast<double>(m_format.rate)});
        const auto shown = std::min(m_sound.size(), static_cast<std::size_t>(m_format.rate * waveSeconds));
        for (std::size_t point = 0; point < wavePoints; ++point) {
            const bool heard = !quiet && shown > 0;
            view.values.push_back({"wave" + std::to_string(point), heard ? m_sound[m_sound.size() - shown + point * shown / wavePoints] : 0});
        }
    }

private:
    void heard(std::span<const I2sFrame> frames, const I2sFormat& format) override
    {
        if (format.rate != m_format.rate)
            m_sound.clear();
        m_format = format;
        for (const I2sFrame& frame : frames)
            m_sound.push_back(mixed(frame));
        const auto kept = static_cast<std::size_t>(format.rate * shownSeconds) + 1;
        if (m_sound.size() > kept)
            m_sound.erase(m_sound.begin(), m_sound.end() - static_cast<std::ptrdiff_t>(kept));
        m_end = now() + format.frames(static_cast<std::int64_t>(frames.size()));
    }

    double mixed(const I2sFrame& frame) const
    {
        if (m_channel == "left")
            return frame.left / fullScale;
        if (m_channel == "right")
            return frame.right / fullScale;
        return (static_cast<double>(frame.left) + frame.right) / (2 * fullScale);
    }

    // From the first to the last rise through zero.
    double tone() const
    {
        std::size_t first = 0;
        std::size_t last = 0;
        int periods = -1;
        for (std::size_t i = 1; i < m_sound.size(); ++i)
            if (m_sound[i - 1] < 0 && m_sound[i] >= 0) {
                if (++periods == 0)
                    first = i;
                last = i;
            }
        return periods > 0 ? periods * static_cast<double>(m_format.rate) / static_cast<double>(last - first) : 0;
    }

    std::string m_channel;
    peripherals::I2sBus& m_bus;
    I2sFormat m_format;
    std::deque<double> m_sound;  // of full scale
    time::VirtualTime m_end{};
};

}  // namespace

PartModel max98357aModel()
{
    PartModel model;
    model.description = {
        .model = "max98357a",
        .title = "I2S amplifier with loudspeaker (MAX98357A)",
        .source = "Maxim MAX98357A 19-6778",
        .pins = {{"bclk", "Bit clock"}, {"lrclk", "Word select"}, {"din", "Data"}},
        .controls = {},
        .notModelled = {"the gain pin: 9 dB, as unconnected", "shutdown by sd_mode", "left-justified and TDM data", "the loudspeaker's frequency response"},
    };
    model.words = {{"channel", "What it plays", "mean", WordParameter::Kind::Choice, {"mean", "left", "right"}}};
    model.width = 24;
    model.height = 24;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Max98357a>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
