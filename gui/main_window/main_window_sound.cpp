// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: the sound of the board's buzzers.
#include <algorithm>

#include "main_window/actions.h"
#include "sound/buzzer_sound.h"
#include "sound/sound_button.h"
#include "transport/transport_bar.h"

namespace coroboard::gui {

void MainWindow::buildSound()
{
    QAction* on = m_actions->sound;
    on->setCheckable(true);
    on->setChecked(!m_settings.soundMuted());
    m_sound = new BuzzerSound(makeDeviceOutput, this);
    m_sound->setVolume(m_settings.soundVolume());
    m_sound->setMuted(m_settings.soundMuted());
    auto* button = new SoundButton(*on, m_settings.soundVolume(), m_transport);
    m_transport->addSound(button);
    connect(on, &QAction::toggled, this, [this](bool heard) {
        m_settings.setSoundMuted(!heard);
        m_sound->setMuted(!heard);
    });
    connect(button, &SoundButton::volumeChosen, this, [this](int percent) {
        m_settings.setSoundVolume(percent);
        m_sound->setVolume(percent);
    });
    connect(m_sound, &BuzzerSound::problemChanged, button, [this, button] { button->setProblem(m_sound->problem()); });
    connect(&m_link, &SimulationLink::snapshotTaken, m_sound, [this](const auto& snapshot) { m_sound->show(*snapshot); });
    connect(&m_link, &SimulationLink::boardOpened, this, [this] {
        const auto& parts = m_link.profile().parts;
        m_transport->showSound(std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.model == "buzzer"; }));
    });
}

}  // namespace coroboard::gui
