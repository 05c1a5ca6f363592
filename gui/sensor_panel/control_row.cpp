// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/control_row.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "sensor_panel/motion_box.h"
#include "sensor_panel/steady_text.h"
#include "sensor_panel/stimulus_editor.h"
#include "sensor_panel/wheel_guard.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

// A slider has at most this many positions; the spin box is exact.
constexpr int finest = 4000;
// How many snapshots may pass before the engine's value is believed again after the user moved the control.
constexpr int confirmAfter = 6;

int decimalsOf(double step)
{
    int decimals = 0;
    for (double shifted = step; decimals < 6 && std::abs(shifted - std::round(shifted)) > 1e-9; shifted *= 10) ++decimals;
    return decimals;
}

// Wide ranges of light and the like are felt by ratio: the slider is then logarithmic.
bool byRatio(const parts::ControlDescription& d) { return d.minimum >= 0 && d.maximum >= 5000 && d.unit == "lx"; }

double longestValue(const parts::ControlDescription& d)
{
    return -d.minimum > d.maximum / 10 ? d.minimum : d.maximum;
}

}  // namespace

QString controlText(const parts::ControlDescription& description, double value)
{
    const QString number = QStringLiteral("%1").arg(value, 0, 'f', decimalsOf(description.step));
    return description.unit.empty() ? number : QStringLiteral("%1 %2").arg(number, QString::fromStdString(description.unit));
}

ControlRow::ControlRow(const parts::ControlDescription& description, const QString& partLabel, Says says, QWidget* parent)
    : QWidget(parent), m_description(description),
      m_title(says == Says::PartLabel ? partLabel : QString::fromStdString(description.label)), m_value(description.initial), m_decimals(decimalsOf(description.step))
{
    setAccessibleName(QStringLiteral("%1: %2").arg(partLabel, QString::fromStdString(description.label)));
    if (description.kind == parts::ControlKind::Slider)
        buildSlider();
    else
        buildSwitch();
    display(m_value);
}

void ControlRow::buildSlider()
{
    const QString label = QString::fromStdString(m_description.label);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::normal);
    grid->setVerticalSpacing(spacing::tight);

    auto* name = new SteadyText(Qt::AlignLeft, this);
    name->setText(label, SteadyText::Tone::Plain);
    name->setToolTip(label);
    m_actual = new SteadyText(Qt::AlignRight, this);
    m_actual->setObjectName(QStringLiteral("actual"));
    m_actual->setToolTip(tr("What is true: it follows with its own inertia"));
    m_read = new SteadyText(Qt::AlignRight, this);
    m_read->setObjectName(QStringLiteral("lastRead"));
    m_read->setToolTip(tr("What the program last read"));
    const QString longest = tr("read %1").arg(controlText(m_description, longestValue(m_description)));
    m_read->setSample(std::max(longest, tr("not read yet"), [](const QString& a, const QString& b) { return a.size() < b.size(); }));
    auto* words = new QHBoxLayout;
    words->setSpacing(spacing::normal);
    words->addWidget(name, 2);
    words->addWidget(m_actual, 1);
    words->addWidget(m_read);
    grid->addLayout(words, 0, 0, 1, 4);

    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setAccessibleName(accessibleName());
    const double steps = m_description.step > 0 ? (m_description.maximum - m_description.minimum) / m_description.step : finest;
    m_slider->setRange(0, byRatio(m_description) ? finest : static_cast<int>(std::clamp(std::round(steps), 1.0, double(finest))));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 20));
    m_slider->setSingleStep(std::max(1, m_slider->maximum() / 200));
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) { take(valueAt(position)); });

    m_spin = new QDoubleSpinBox(this);
    m_spin->setAccessibleName(accessibleName());
    m_spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_spin->setDecimals(m_decimals);
    m_spin->setRange(m_description.minimum, m_description.maximum);
    m_spin->setSingleStep(m_description.step);
    m_spin->setKeyboardTracking(false);
    m_spin->setAlignment(Qt::AlignRight);
    m_spin->setFixedWidth(92);
    if (!m_description.unit.empty()) m_spin->setSuffix(QStringLiteral(" ") + QString::fromStdString(m_description.unit));
    connect(m_spin, &QDoubleSpinBox::valueChanged, this, &ControlRow::take);

    new WheelGuard(m_slider);
    new WheelGuard(m_spin);

    m_reset = new QToolButton(this);
    m_reset->setIcon(icon(QStringLiteral("reset-value")));
    m_reset->setObjectName(QStringLiteral("reset"));
    m_reset->setIconSize(QSize(14, 14));
    m_reset->setAutoRaise(true);
    m_reset->setToolTip(tr("Back to %1").arg(controlText(m_description, m_description.initial)));
    m_reset->setAccessibleName(tr("Reset %1").arg(label));
    connect(m_reset, &QToolButton::clicked, this, [this] { take(m_description.initial); });

    m_wave = new QToolButton(this);
    m_wave->setIcon(icon(QStringLiteral("wave")));
    m_wave->setIconSize(QSize(14, 14));
    m_wave->setAutoRaise(true);
    m_wave->setCheckable(true);
    m_wave->setObjectName(QStringLiteral("wave"));
    m_wave->setToolTip(tr("Let it move by itself"));
    m_wave->setAccessibleName(tr("Let %1 move by itself").arg(label));
    connect(m_wave, &QToolButton::toggled, this, &ControlRow::openStimulusEditor);

    grid->addWidget(m_slider, 1, 0);
    grid->addWidget(m_spin, 1, 1);
    grid->addWidget(m_wave, 1, 2, Qt::AlignVCenter);
    grid->addWidget(m_reset, 1, 3, Qt::AlignVCenter);
    grid->setHorizontalSpacing(spacing::tight);
    grid->setColumnStretch(0, 1);
}

void ControlRow::openStimulusEditor(bool open)
{
    if (!m_wave) return;
    if (m_wave->isChecked() != open) return m_wave->setChecked(open);
    if (open && !m_editor) {
        m_editor = new StimulusEditor(m_description, accessibleName(), this);
        connect(m_editor, &StimulusEditor::chosen, this, &ControlRow::stimulusChosen);
        connect(m_editor, &StimulusEditor::stopped, this, &ControlRow::stimulusStopped);
        static_cast<QGridLayout*>(layout())->addWidget(m_editor, 2, 0, 1, 4);
    }
    if (m_editor) m_editor->setVisible(open);
}

void ControlRow::showStimulus(const environment::Driven* driven, time::VirtualTime now)
{
    if (!m_wave) return;
    if (m_driven != (driven != nullptr)) {
        m_driven = driven != nullptr;
        m_wave->setIcon(icon(QStringLiteral("wave"), m_driven ? IconTint::Accent : IconTint::Text));
        m_wave->setToolTip(m_driven ? tr("It moves by itself: %1").arg(shapeText(driven->stimulus.shape)) : tr("Let it move by itself"));
    }
    if (!m_editor || !m_wave->isChecked()) return;
    m_editor->show(driven);
    m_editor->plot(now, m_view);
}

void ControlRow::buildSwitch()
{
    auto* row = new QGridLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    if (m_description.kind == parts::ControlKind::Momentary) {
        m_button = new QPushButton(m_title, this);
        m_button->setAccessibleName(accessibleName());
        m_button->setToolTip(tr("Hold to keep pressed"));
        connect(m_button, &QPushButton::pressed, this, [this] { take(m_description.maximum); });
        connect(m_button, &QPushButton::released, this, [this] { take(m_description.minimum); });
        row->addWidget(m_button, 0, 0);
    } else {
        m_check = new QCheckBox(m_title, this);
        m_check->setAccessibleName(accessibleName());
        connect(m_check, &QCheckBox::toggled, this,
                [this](bool on) { take(on ? m_description.maximum : m_description.minimum); });
        row->addWidget(m_check, 0, 0);
    }
}

void ControlRow::take(double value)
{
    value = std::clamp(value, m_description.minimum, m_description.maximum);
    display(value);
    if (value == m_value) return;
    m_value = value;
    m_unconfirmed = confirmAfter;
    Q_EMIT moved(value);
}

void ControlRow::display(double value)
{
    if (m_slider) {
        const QSignalBlocker sliderQuiet(m_slider);
        const QSignalBlocker spinQuiet(m_spin);
        if (valueAt(m_slider->value()) != value) m_slider->setValue(sliderPosition(value));
        if (!m_spin->hasFocus() || m_spin->value() != value) m_spin->setValue(value);
        m_reset->setEnabled(std::abs(value - m_description.initial) > m_description.step / 2);
    }
    if (m_check) {
        const QSignalBlocker quiet(m_check);
        m_check->setChecked(value > (m_description.minimum + m_description.maximum) / 2);
    }
}

void ControlRow::show(const parts::ControlView& view)
{
    if (m_unconfirmed > 0) --m_unconfirmed;
    if (view.value == m_value) m_unconfirmed = 0;
    if (!held() && m_unconfirmed == 0 && view.value != m_value) {
        m_value = view.value;
        display(m_value);
    }
    if (!m_read) return;
    m_view = view;
    const bool lags = std::abs(view.actual - view.value) >= std::max(m_description.step, 1e-9) / 2;
    m_actual->setText(lags ? tr("is %1").arg(controlText(m_description, view.actual)) : QString(), SteadyText::Tone::Accent);
    // Of the pose a chip senses something else, accelerations say: nobody can tell that an angle was not read.
    if (view.lastRead)
        m_read->setText(tr("read %1").arg(controlText(m_description, *view.lastRead)), SteadyText::Tone::Muted);
    else
        m_read->setText(isOfPose(m_description) ? QString() : tr("not read yet"), SteadyText::Tone::Faint);
}

bool ControlRow::held() const
{
    return (m_slider && m_slider->isSliderDown()) || (m_button && m_button->isDown());
}

int ControlRow::sliderPosition(double value) const
{
    double share = (value - m_description.minimum) / (m_description.maximum - m_description.minimum);
    if (byRatio(m_description))
        share = std::log1p(value - m_description.minimum) / std::log1p(m_description.maximum - m_description.minimum);
    return static_cast<int>(std::lround(share * m_slider->maximum()));
}

double ControlRow::valueAt(int position) const
{
    const double share = static_cast<double>(position) / m_slider->maximum();
    double value = m_description.minimum + share * (m_description.maximum - m_description.minimum);
    if (byRatio(m_description)) value = m_description.minimum + std::expm1(share * std::log1p(m_description.maximum - m_description.minimum));
    if (m_description.step > 0) {
        value = m_description.minimum + std::round((value - m_description.minimum) / m_description.step) * m_description.step;
        const double scale = std::pow(10, m_decimals);
        value = std::round(value * scale) / scale;
    }
    return std::clamp(value, m_description.minimum, m_description.maximum);
}

}  // namespace coroboard::gui
