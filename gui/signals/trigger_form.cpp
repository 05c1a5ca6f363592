// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/trigger_form.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include "theme/theme.h"

namespace coroboard::gui {

TriggerForm::TriggerForm(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("triggerForm"));
    setAccessibleName(tr("Trigger"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    row->setSpacing(spacing::tight);
    m_pin = addChoice("triggerPin", tr("Wait for"));
    m_edge = addChoice("triggerEdge", {});
    m_edge->setAccessibleName(tr("Edge"));
    m_edge->addItem(tr("rising"), int(trace::TriggerEdge::Rising));
    m_edge->addItem(tr("falling"), int(trace::TriggerEdge::Falling));
    m_edge->addItem(tr("either"), int(trace::TriggerEdge::Either));
    for (std::size_t number = 0; number < m_conditions.size(); ++number) {
        m_conditions[number].pin = addChoice(number == 0 ? "conditionPin" : "secondPin", number == 0 ? tr("while") : tr("and"));
        m_conditions[number].level = addChoice(number == 0 ? "conditionLevel" : "secondLevel", {});
        m_conditions[number].level->setAccessibleName(tr("Level"));
        m_conditions[number].level->addItem(tr("high"), true);
        m_conditions[number].level->addItem(tr("low"), false);
    }
    m_mode = addChoice("triggerMode", {});
    m_mode->setAccessibleName(tr("How often"));
    m_mode->addItem(tr("once"), int(TriggerMode::Single));
    m_mode->addItem(tr("every time"), int(TriggerMode::Normal));
    row->addStretch(1);
    auto* arm = new QPushButton(tr("Arm"), this);
    arm->setObjectName(QStringLiteral("triggerArm"));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    row->addWidget(arm);
    row->addWidget(cancel);
    connect(arm, &QPushButton::clicked, this, &TriggerForm::arm);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

QComboBox* TriggerForm::addChoice(const char* name, const QString& label)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    if (!label.isEmpty()) {
        auto* text = new QLabel(label, this);
        text->setBuddy(choice);
        choice->setAccessibleName(label);
        layout()->addWidget(text);
    }
    layout()->addWidget(choice);
    return choice;
}

void TriggerForm::open(const QStringList& pins, const QString& pin)
{
    m_pin->clear();
    m_pin->addItems(pins);
    m_pin->setCurrentText(pin);
    for (const Condition& condition : m_conditions) {
        condition.pin->clear();
        condition.pin->addItem(tr("anything"), QString());
        for (const QString& each : pins) condition.pin->addItem(each, each);
    }
    show();
    m_pin->setFocus();
}

trace::Trigger TriggerForm::trigger() const
{
    trace::Trigger trigger{m_pin->currentText().toStdString(), static_cast<trace::TriggerEdge>(m_edge->currentData().toInt()), {}};
    for (const Condition& condition : m_conditions)
        if (const QString pin = condition.pin->currentData().toString(); !pin.isEmpty())
            trigger.conditions.push_back({pin.toStdString(), condition.level->currentData().toBool()});
    return trigger;
}

void TriggerForm::arm()
{
    if (m_pin->currentText().isEmpty()) return;
    hide();
    Q_EMIT armed(trigger(), static_cast<TriggerMode>(m_mode->currentData().toInt()));
}

void TriggerForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) hide();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) arm();
    else QFrame::keyPressEvent(event);
}

}  // namespace coroboard::gui
