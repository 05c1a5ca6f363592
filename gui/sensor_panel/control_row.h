// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ControlRow: one thing a person can move, built from its ControlDescription: label, slider, exact entry with unit, what is true while it
// still lags behind, and what the program last read. It can move by itself: a stimulus editor opens below it. A momentary control is a
// button held down, a toggle a check box. It says what the user did and shows what the engine says.

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include "parts/part_view.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class SteadyText;
class StimulusEditor;

class ControlRow final : public QWidget {
    Q_OBJECT

public:
    // What a button or switch says: its part's name when it is the part's only control, else its own.
    enum class Says { PartLabel, ControlLabel };
    ControlRow(const parts::ControlDescription& description, const QString& partLabel, Says says = Says::PartLabel,
               QWidget* parent = nullptr);

    const parts::ControlDescription& description() const { return m_description; }
    double value() const { return m_value; }

    // Shows what the engine says; while the user holds the control it does not move under the hand.
    void show(const parts::ControlView& view);
    // The stimulus that moves it, null for none.
    void showStimulus(const environment::Driven* driven, time::VirtualTime now);
    using QWidget::show;

    // Null until it is opened the first time.
    StimulusEditor* stimulusEditor() const { return m_editor; }
    void openStimulusEditor(bool open);

Q_SIGNALS:
    void moved(double value);
    void stimulusChosen(const coroboard::environment::Stimulus& stimulus);
    void stimulusStopped();

private:
    void buildSlider();
    void buildSwitch();
    void take(double value);
    void display(double value);
    int sliderPosition(double value) const;
    double valueAt(int position) const;
    bool held() const;

    parts::ControlDescription m_description;
    QString m_title;
    double m_value = 0;
    int m_decimals = 0;
    int m_unconfirmed = 0;       // snapshots still to come from before the user's last move
    QSlider* m_slider = nullptr;
    QDoubleSpinBox* m_spin = nullptr;
    SteadyText* m_actual = nullptr;
    SteadyText* m_read = nullptr;
    QToolButton* m_wave = nullptr;
    StimulusEditor* m_editor = nullptr;
    parts::ControlView m_view;
    bool m_driven = false;
    QToolButton* m_reset = nullptr;
    QPushButton* m_button = nullptr;
    QCheckBox* m_check = nullptr;
};

// "27.4 °C"; the digits follow the control's step.
QString controlText(const parts::ControlDescription& description, double value);

}  // namespace coroboard::gui
