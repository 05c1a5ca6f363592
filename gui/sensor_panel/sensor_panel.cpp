// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/sensor_panel.h"

#include <QFrame>
#include <QLabel>
#include <algorithm>

#include "sensor_panel/control_row.h"
#include "simulation/part_catalogue.h"
#include "theme/theme.h"

namespace coroboard::gui {

SensorPanel::SensorPanel(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(240);
    setAccessibleName(tr("Sensors"));
    setGroups({});
}

void SensorPanel::setGroups(const std::vector<Group>& groups)
{
    m_rows.clear();
    m_content = new QWidget;
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::wide);
    column->setSpacing(spacing::wide);
    if (groups.empty()) {
        auto* nothing = new QLabel(tr("This board has nothing to move."), m_content);
        nothing->setWordWrap(true);
        nothing->setEnabled(false);
        column->addWidget(nothing);
    }
    bool first = true;
    for (const Group& group : groups) {
        if (!first && group.controls.front().kind == parts::ControlKind::Slider) {
            auto* line = new QFrame(m_content);
            line->setFixedHeight(1);
            line->setBackgroundRole(QPalette::Mid);
            line->setAutoFillBackground(true);
            column->addWidget(line);
        }
        first = false;
        auto* heading = new QLabel(group.label, m_content);
        QFont bold = heading->font();
        bold.setWeight(QFont::DemiBold);
        heading->setFont(bold);
        heading->setToolTip(group.title);
        auto* rows = new QVBoxLayout;
        rows->setSpacing(spacing::normal);
        // A lone button or switch says its part's name itself.
        const bool lone = group.controls.size() == 1 && group.controls.front().kind != parts::ControlKind::Slider;
        heading->setVisible(!lone);
        rows->addWidget(heading);
        for (const auto& control : group.controls) {
            auto* row = new ControlRow(control, group.label, lone ? ControlRow::Says::PartLabel : ControlRow::Says::ControlLabel, m_content);
            const QString id = QString::fromStdString(control.id);
            row->setObjectName(group.part + QLatin1Char('.') + id);
            connect(row, &ControlRow::moved, this, [this, part = group.part, id](double value) { Q_EMIT moved(part, id, value); });
            m_rows.insert({group.part, id}, row);
            rows->addWidget(row);
        }
        column->addLayout(rows);
    }
    column->addStretch(1);
    setWidget(m_content);
}

void SensorPanel::show(const simulation::Snapshot& snapshot)
{
    for (const auto& part : snapshot.parts) {
        const QString id = QString::fromStdString(part.id);
        for (const auto& control : part.view.controls)
            if (ControlRow* found = row(id, QString::fromStdString(control.id))) found->show(control);
    }
}

ControlRow* SensorPanel::row(const QString& part, const QString& control) const
{
    return m_rows.value({part, control}, nullptr);
}

std::vector<SensorPanel::Group> controlGroups(const board::BoardProfile& profile)
{
    std::vector<SensorPanel::Group> groups;
    for (const auto& part : profile.parts) {
        const parts::PartDescription* model = simulation::describeModel(part.model);
        if (!model || model->controls.empty()) continue;
        groups.push_back({QString::fromStdString(part.id), QString::fromStdString(part.label.empty() ? part.id : part.label),
                          QString::fromStdString(model->title), model->controls});
    }
    std::stable_partition(groups.begin(), groups.end(), [](const SensorPanel::Group& group) {
        return group.controls.front().kind == parts::ControlKind::Slider;
    });
    return groups;
}

}  // namespace coroboard::gui
