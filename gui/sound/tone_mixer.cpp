// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/tone_mixer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace coroboard::gui {

namespace {

constexpr double rampSeconds = 0.003;
constexpr double highestTone = 18'000;       // hertz; what is above nobody hears
constexpr double roundness = 7'000;          // hertz; a small disc is dull above
constexpr double loudest = 0.4;              // of full scale: a square wave is loud

// What is added near a step of the height 2 at phase 0, so that it holds no frequencies above half the sample rate.
double blep(double phase, double step)
{
    if (phase < step) {
        const double t = phase / step;
        return t + t - t * t - 1;
    }
    if (phase > 1 - step) {
        const double t = (phase - 1) / step;
        return t * t + t + t + 1;
    }
    return 0;
}

}  // namespace

void ToneMixer::setTones(const std::vector<Tone>& tones)
{
    const std::lock_guard lock(m_mutex);
    if (m_voices.size() < tones.size()) m_voices.resize(tones.size());
    for (std::size_t i = 0; i < m_voices.size(); ++i) m_voices[i].tone = i < tones.size() ? tones[i] : Tone{};
}

void ToneMixer::setVolume(double volume)
{
    const std::lock_guard lock(m_mutex);
    m_volume = std::clamp(volume, 0.0, 1.0);
}

double ToneMixer::next(Voice& voice) const
{
    const bool audible = voice.tone.frequency > 0 && voice.tone.frequency <= highestTone;
    const double ramp = 1 / (rampSeconds * m_rate);
    voice.gain = std::clamp(voice.gain + (audible ? ramp : -ramp), 0.0, 1.0);
    if (!audible) return 0;
    const double step = voice.tone.frequency / m_rate;
    const double duty = std::clamp(voice.tone.duty, step, 1 - step);
    voice.phase += step;
    voice.phase -= std::floor(voice.phase);
    double behindFall = voice.phase - duty;
    behindFall -= std::floor(behindFall);
    const double square = (voice.phase < duty ? 1 : -1) + blep(voice.phase, step) - blep(behindFall, step);
    return (square - (2 * duty - 1)) * voice.gain;
}

void ToneMixer::render(std::span<float> samples)
{
    const std::lock_guard lock(m_mutex);
    const double follow = 1 - std::exp(-2 * std::numbers::pi * roundness / m_rate);
    const double gain = loudest * m_volume * m_volume;
    for (float& sample : samples) {
        double sum = 0;
        for (Voice& voice : m_voices) sum += next(voice);
        m_smoothed += follow * (sum - m_smoothed);
        sample = static_cast<float>(std::clamp(gain * m_smoothed, -1.0, 1.0));
    }
}

}  // namespace coroboard::gui
