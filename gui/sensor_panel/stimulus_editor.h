// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StimulusEditor: how one control moves by itself: shape, the two ends, time, noise or a recorded CSV file, and a live plot of what comes of
// it. Every change takes effect at once. Says what the user chose, shows what the engine says.

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <optional>

#include "parts/part_view.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class LivePlot;

class StimulusEditor final : public QWidget {
    Q_OBJECT

public:
    StimulusEditor(const parts::ControlDescription& description, const QString& name, QWidget* parent = nullptr);

    // Null: nothing moves it.
    void show(const environment::Driven* driven);
    void plot(time::VirtualTime now, const parts::ControlView& view);
    using QWidget::show;

    // Plays the column of a CSV file that fits this control; what is wrong with the file is shown in place.
    void playFile(const QString& file);

Q_SIGNALS:
    void chosen(const coroboard::environment::Stimulus& stimulus);
    void stopped();

private:
    QDoubleSpinBox* spin(const QString& label, double minimum, double maximum, int decimals, const QString& suffix);
    void choose();
    void arrange(std::optional<environment::Shape> shape);
    void askFile();
    environment::Stimulus stimulus(environment::Shape shape) const;
    std::optional<environment::Shape> shape() const;

    parts::ControlDescription m_description;
    QComboBox* m_shape = nullptr;
    QLabel* m_fromLabel = nullptr;
    QLabel* m_toLabel = nullptr;
    QLabel* m_periodLabel = nullptr;
    QLabel* m_noiseLabel = nullptr;
    QDoubleSpinBox* m_from = nullptr;
    QDoubleSpinBox* m_to = nullptr;
    QDoubleSpinBox* m_period = nullptr;
    QDoubleSpinBox* m_noise = nullptr;
    QPushButton* m_file = nullptr;
    QLabel* m_problem = nullptr;
    LivePlot* m_plot = nullptr;
    std::shared_ptr<const environment::Track> m_track;
    std::optional<environment::Stimulus> m_shown;
};

// What a shape is called on screen.
QString shapeText(environment::Shape shape);

}  // namespace coroboard::gui
