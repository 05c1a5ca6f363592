// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/stimulus_editor.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "sensor_panel/live_plot.h"
#include "sensor_panel/wheel_guard.h"
#include "simulation/recorded_world.h"
#include "theme/theme.h"

namespace coroboard::gui {

using environment::Shape;
using environment::Stimulus;

namespace {

constexpr double longestSeconds = 86400;

time::Duration durationOf(double seconds) { return time::Duration{std::llround(seconds * 1e9)}; }

double secondsOf(time::Duration duration) { return std::chrono::duration<double>(duration).count(); }

}  // namespace

QString shapeText(Shape shape)
{
    switch (shape) {
    case Shape::Constant: return StimulusEditor::tr("Constant");
    case Shape::Step: return StimulusEditor::tr("Step");
    case Shape::Ramp: return StimulusEditor::tr("Ramp");
    case Shape::Sine: return StimulusEditor::tr("Sine");
    case Shape::Square: return StimulusEditor::tr("Square");
    case Shape::Triangle: return StimulusEditor::tr("Triangle");
    case Shape::Sawtooth: return StimulusEditor::tr("Sawtooth");
    case Shape::RandomWalk: return StimulusEditor::tr("Random walk");
    case Shape::Recorded: return StimulusEditor::tr("Recorded (CSV)");
    }
    return {};
}

StimulusEditor::StimulusEditor(const parts::ControlDescription& description, const QString& name, QWidget* parent)
    : QWidget(parent), m_description(description)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, spacing::tight, 0, spacing::tight);
    grid->setHorizontalSpacing(spacing::normal);
    grid->setVerticalSpacing(spacing::tight);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);

    m_shape = new QComboBox(this);
    m_shape->setAccessibleName(tr("How %1 moves by itself").arg(name));
    m_shape->addItem(tr("By hand"), -1);
    for (const Shape each : environment::shapes()) m_shape->addItem(shapeText(each), static_cast<int>(each));
    new WheelGuard(m_shape);
    m_file = new QPushButton(tr("File…"), this);
    m_file->setAccessibleName(tr("Recorded file for %1").arg(name));
    grid->addWidget(new QLabel(tr("Moves"), this), 0, 0);
    grid->addWidget(m_shape, 0, 1, 1, 2);
    grid->addWidget(m_file, 0, 3);

    const int decimals = description.step >= 1 ? 0 : description.step >= 0.1 ? 1 : description.step >= 0.01 ? 2 : 4;
    const QString unit = QString::fromStdString(description.unit);
    const double span = description.maximum - description.minimum;
    m_from = spin(tr("%1 from").arg(name), description.minimum, description.maximum, decimals, unit);
    m_to = spin(tr("%1 to").arg(name), description.minimum, description.maximum, decimals, unit);
    m_period = spin(tr("%1 time").arg(name), 0.001, longestSeconds, 3, QStringLiteral("s"));
    m_noise = spin(tr("%1 noise").arg(name), 0, span / 2, std::max(decimals, 1) + 1, unit);
    m_from->setValue(std::clamp(description.initial - span / 10, description.minimum, description.maximum));
    m_to->setValue(std::clamp(description.initial + span / 10, description.minimum, description.maximum));
    m_period->setValue(10);
    const auto label = [&](QWidget* field, int row, int column) {
        auto* text = new QLabel(this);
        text->setBuddy(field);
        grid->addWidget(text, row, column);
        grid->addWidget(field, row, column + 1);
        return text;
    };
    m_fromLabel = label(m_from, 1, 0);
    m_toLabel = label(m_to, 1, 2);
    m_periodLabel = label(m_period, 2, 0);
    m_noiseLabel = label(m_noise, 2, 2);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    grid->addWidget(m_problem, 3, 0, 1, 4);
    m_plot = new LivePlot(this);
    m_plot->setAccessibleName(tr("%1 over the last seconds").arg(name));
    m_plot->setToolTip(tr("Line: what is true. Dots: what the program read."));
    grid->addWidget(m_plot, 4, 0, 1, 4);

    arrange(std::nullopt);
    connect(m_shape, &QComboBox::activated, this, [this] {
        if (shape() == Shape::Recorded && !m_track) askFile();
        else choose();
    });
    connect(m_file, &QPushButton::clicked, this, &StimulusEditor::askFile);
    for (auto* field : {m_from, m_to, m_period, m_noise}) connect(field, &QDoubleSpinBox::valueChanged, this, &StimulusEditor::choose);
}

QDoubleSpinBox* StimulusEditor::spin(const QString& label, double minimum, double maximum, int decimals, const QString& suffix)
{
    auto* made = new QDoubleSpinBox(this);
    made->setAccessibleName(label);
    made->setButtonSymbols(QAbstractSpinBox::NoButtons);
    made->setDecimals(decimals);
    made->setRange(minimum, maximum);
    made->setKeyboardTracking(false);
    made->setMinimumWidth(60);
    new WheelGuard(made);
    if (!suffix.isEmpty()) made->setSuffix(QLatin1Char(' ') + suffix);
    return made;
}

std::optional<Shape> StimulusEditor::shape() const
{
    const int chosen = m_shape->currentData().toInt();
    return chosen < 0 ? std::nullopt : std::optional(static_cast<Shape>(chosen));
}

Stimulus StimulusEditor::stimulus(Shape shape) const
{
    Stimulus made;
    made.shape = shape;
    made.from = m_from->value();
    made.to = m_to->value();
    made.period = durationOf(m_period->value());
    made.noise = m_noise->value();
    if (shape == Shape::Recorded) made.track = m_track;
    return made;
}

void StimulusEditor::choose()
{
    const auto chosen = shape();
    arrange(chosen);
    if (!chosen) {
        m_shown.reset();
        Q_EMIT stopped();
        return;
    }
    if (*chosen == Shape::Recorded && !m_track) return;
    m_shown = stimulus(*chosen);
    Q_EMIT this->chosen(*m_shown);
}

// Only the fields that mean something for the shape are there.
void StimulusEditor::arrange(std::optional<Shape> shape)
{
    const bool driven = shape.has_value();
    const bool twoEnds = driven && *shape != Shape::Constant && *shape != Shape::Recorded;
    const auto give = [](QLabel* label, QWidget* field, bool there, const QString& text) {
        label->setText(text);
        label->setVisible(there);
        field->setVisible(there);
    };
    give(m_fromLabel, m_from, twoEnds, tr("From"));
    give(m_toLabel, m_to, twoEnds || shape == Shape::Constant, shape == Shape::Constant ? tr("Value") : tr("To"));
    const QString period = shape == Shape::Step                             ? tr("After")
                           : shape == Shape::Ramp                           ? tr("In")
                           : shape == Shape::RandomWalk                     ? tr("Step")
                                                                            : tr("Every");
    give(m_periodLabel, m_period, twoEnds, period);
    give(m_noiseLabel, m_noise, driven, tr("Noise"));
    m_file->setVisible(shape == Shape::Recorded);
    if (driven && twoEnds) m_plot->setWindow(durationOf(std::clamp(m_period->value() * 2.5, 1.0, 600.0)));
    if (twoEnds) m_plot->setInSight(m_from->value(), m_to->value());
}

void StimulusEditor::show(const environment::Driven* driven)
{
    if (!driven) {
        if (m_shown) {
            m_shown.reset();
            const QSignalBlocker quiet(m_shape);
            m_shape->setCurrentIndex(0);
            arrange(std::nullopt);
        }
        return;
    }
    if (m_shown && *m_shown == driven->stimulus) return;
    const Stimulus& stimulus = driven->stimulus;
    m_shown = stimulus;
    const QSignalBlocker quietShape(m_shape), quietFrom(m_from), quietTo(m_to), quietPeriod(m_period), quietNoise(m_noise);
    m_shape->setCurrentIndex(m_shape->findData(static_cast<int>(stimulus.shape)));
    m_track = stimulus.track;
    if (stimulus.shape != Shape::Recorded) {
        m_from->setValue(stimulus.from);
        m_to->setValue(stimulus.to);
        m_period->setValue(secondsOf(stimulus.period));
    }
    m_noise->setValue(stimulus.noise);
    arrange(stimulus.shape);
}

void StimulusEditor::plot(time::VirtualTime now, const parts::ControlView& view) { m_plot->add(now, view.actual, view.lastRead); }

void StimulusEditor::askFile()
{
    auto* dialog = new QFileDialog(this, tr("Recorded values for %1").arg(QString::fromStdString(m_description.label)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Recorded values (*.csv)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StimulusEditor::playFile);
    connect(dialog, &QFileDialog::rejected, this, [this] {
        if (m_track) return;
        const QSignalBlocker quiet(m_shape);
        m_shape->setCurrentIndex(0);
        arrange(std::nullopt);
    });
    dialog->open();
}

void StimulusEditor::playFile(const QString& file)
{
    const auto world = simulation::loadRecordedWorld(file.toStdString());
    QString problem = world ? QString() : QString::fromStdString(world.error().message);
    const environment::Stimulus* fitting = nullptr;
    if (world)
        for (const auto& recorded : *world)
            if (recorded.command.target == m_description.quantity || recorded.command.target == m_description.id || world->size() == 1)
                fitting = &recorded.command.stimulus;
    if (world && !fitting)
        problem = tr("%1 has no column \"%2\"").arg(QFileInfo(file).fileName(), QString::fromStdString(m_description.id));
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette red = palette();
    red.setColor(QPalette::WindowText, coloursFor(palette()).failed);
    m_problem->setPalette(red);
    if (!fitting) return;
    m_track = fitting->track;
    const QSignalBlocker quiet(m_shape);
    m_shape->setCurrentIndex(m_shape->findData(static_cast<int>(Shape::Recorded)));
    choose();
}

}  // namespace coroboard::gui
