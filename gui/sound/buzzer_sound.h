// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BuzzerSound: makes the board's buzzers heard: it takes snapshots and sets the tones. The output is opened when something sounds for the
// first time and closed again after a silence; without one everything else goes on, and problem() says why nothing is heard.
// At another speed than 1× a tone keeps its pitch: what is heard is what the buzzer would sound like, for as long as it is seen to sound.

#include <QObject>
#include <QTimer>

#include "simulation/snapshot.h"
#include "sound/sound_output.h"
#include "sound/tone_mixer.h"

namespace coroboard::gui {

class BuzzerSound final : public QObject {
    Q_OBJECT

public:
    using MakeOutput = std::function<std::unique_ptr<SoundOutput>()>;
    explicit BuzzerSound(MakeOutput make = makeDeviceOutput, QObject* parent = nullptr);
    ~BuzzerSound() override;

    void show(const simulation::Snapshot& snapshot);

    // A new try when the last one had a problem.
    void setMuted(bool muted);
    void setVolume(int percent);

    QString problem() const { return m_problem; }
    bool isPlaying() const { return m_output != nullptr; }

Q_SIGNALS:
    void problemChanged();

private:
    void play();
    void rest();

    MakeOutput m_make;
    ToneMixer m_mixer{SoundOutput::sampleRate};
    std::unique_ptr<SoundOutput> m_output;
    std::vector<Tone> m_tones;
    QTimer m_silence;
    QString m_problem;
    bool m_muted = false;
};

}  // namespace coroboard::gui
