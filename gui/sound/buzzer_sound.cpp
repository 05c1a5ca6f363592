// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/buzzer_sound.h"

#include <algorithm>

namespace coroboard::gui {

namespace {

constexpr int silenceMilliseconds = 3000;    // then the device is given back

std::vector<Tone> tonesOf(const simulation::Snapshot& snapshot)
{
    std::vector<Tone> tones;
    for (const simulation::PartSnapshot& part : snapshot.parts) {
        if (part.view.model != "buzzer") continue;
        const bool sounds = !snapshot.paused && part.view.value("sounding") > 0;
        tones.push_back(sounds ? Tone{part.view.value("frequency"), part.view.value("duty", 0.5)} : Tone{});
    }
    return tones;
}

}  // namespace

BuzzerSound::BuzzerSound(MakeOutput make, QObject* parent) : QObject(parent), m_make(std::move(make))
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceMilliseconds);
    connect(&m_silence, &QTimer::timeout, this, &BuzzerSound::rest);
}

BuzzerSound::~BuzzerSound() { rest(); }

void BuzzerSound::show(const simulation::Snapshot& snapshot)
{
    std::vector<Tone> tones = tonesOf(snapshot);
    if (tones == m_tones) return;
    m_tones = std::move(tones);
    play();
}

void BuzzerSound::setMuted(bool muted)
{
    m_muted = muted;
    if (!muted && !m_problem.isEmpty()) {
        m_problem.clear();
        Q_EMIT problemChanged();
    }
    play();
}

void BuzzerSound::setVolume(int percent) { m_mixer.setVolume(percent / 100.0); }

void BuzzerSound::play()
{
    const bool sounds = !m_muted && std::any_of(m_tones.begin(), m_tones.end(), [](const Tone& tone) { return tone.frequency > 0; });
    m_mixer.setTones(sounds ? m_tones : std::vector<Tone>{});
    if (!sounds) {
        if (m_output && !m_silence.isActive()) m_silence.start();
        return;
    }
    m_silence.stop();
    if (m_output || !m_problem.isEmpty()) return;
    auto output = m_make();
    m_problem = output->start([this](std::span<float> samples) { m_mixer.render(samples); });
    if (m_problem.isEmpty())
        m_output = std::move(output);
    else
        Q_EMIT problemChanged();
}

void BuzzerSound::rest()
{
    if (m_output) m_output->stop();
    m_output.reset();
}

}  // namespace coroboard::gui
