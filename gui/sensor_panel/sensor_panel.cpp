// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/sensor_panel.h"

#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <algorithm>

#include "sensor_panel/control_row.h"
#include "sensor_panel/motion_box.h"
#include "simulation/part_catalogue.h"
#include "simulation/recorded_world.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

const QString motionGroup = QStringLiteral("\x01motion");

bool hasPose(const PartOffer& offer)
{
    return std::any_of(offer.controls.begin(), offer.controls.end(), isOfPose);
}

// The rank of a group from top to bottom.
int rankOf(const PartOffer& offer)
{
    if (offer.controls.empty()) return 2;
    return offer.controls.front().kind == parts::ControlKind::Slider ? 0 : 1;
}

}  // namespace

SensorPanel::SensorPanel(QWidget* parent) : QWidget(parent)
{
    setMinimumWidth(260);
    setAccessibleName(tr("Sensors"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar(*column);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Sensors"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll);
    setGroups({});
}

void SensorPanel::buildBar(QVBoxLayout& column)
{
    auto* bar = new QWidget(this);
    bar->setAutoFillBackground(true);
    bar->setBackgroundRole(QPalette::Base);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(spacing::wide, spacing::normal, spacing::normal, spacing::tight);
    line->setSpacing(spacing::tight);
    m_filter = new QLineEdit(bar);
    m_filter->setPlaceholderText(tr("Find a sensor or part"));
    m_filter->setAccessibleName(tr("Find a sensor or part"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("find")), QLineEdit::LeadingPosition);
    for (auto* button : m_filter->findChildren<QToolButton*>()) button->setAccessibleName(tr("Find a sensor or part"));
    connect(m_filter, &QLineEdit::textChanged, this, &SensorPanel::applyFilter);
    m_more = new QToolButton(bar);
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setProperty("quiet", true);
    m_more->setToolTip(tr("The whole board"));
    m_more->setAccessibleName(tr("The whole board"));
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("Play a recorded world…"), this, [this] {
        auto* dialog = new QFileDialog(this, tr("Recorded world: time, quantity, …"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setNameFilter(tr("Recorded values (*.csv)"));
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &SensorPanel::playWorld);
        dialog->open();
    });
    menu->addAction(tr("Stop all movement"), this, [this] { Q_EMIT asked(simulation::ClearStimulus{}); });
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("fault")), tr("Brown-out"), this,
                    [this] { Q_EMIT asked(simulation::SetFault{{board::FaultKind::BrownOut, ""}}); });
    menu->addAction(tr("Repair everything"), this, [this] { Q_EMIT asked(simulation::ClearFaults{}); });
    menu->addSeparator();
    menu->addAction(tr("Fold all"), this, [this] { setAllOpen(false); });
    menu->addAction(tr("Unfold all"), this, [this] { setAllOpen(true); });
    m_more->setMenu(menu);
    line->addWidget(m_filter, 1);
    line->addWidget(m_more);
    column.addWidget(bar);
}

void SensorPanel::addLine(QVBoxLayout& column)
{
    auto* line = new QFrame(m_content);
    line->setFixedHeight(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    column.addWidget(line);
    m_lines.push_back(line);
}

PartGroup* SensorPanel::addGroup(const Group& offer, QVBoxLayout& column)
{
    auto* made = new PartGroup(offer, m_content);
    connect(made, &PartGroup::asked, this, &SensorPanel::asked);
    connect(made, &PartGroup::moved, this, &SensorPanel::moved);
    if (m_closed.contains(offer.part)) made->setOpen(false);
    connect(made, &PartGroup::opened, this, [this, part = offer.part](bool open) {
        if (!m_filter->text().isEmpty()) return;
        if (open) m_closed.remove(part);
        else m_closed.insert(part);
    });
    m_groups.insert(offer.part, made);
    for (ControlRow* row : made->rows()) {
        const auto& control = row->description();
        m_rows[offer.part.toStdString()].push_back({control.id, targetOf(offer.part, control), row, made});
    }
    column.addWidget(made);
    return made;
}

void SensorPanel::addMotion(const Group& sensor, QVBoxLayout& column)
{
    Group offer;
    offer.part = sensor.part;
    offer.label = tr("Board in space");
    offer.title = tr("Sensed by %1").arg(sensor.title);
    std::copy_if(sensor.controls.begin(), sensor.controls.end(), std::back_inserter(offer.controls), isOfPose);
    PartGroup* made = addGroup(offer, column);
    m_groups.remove(sensor.part);
    m_groups.insert(motionGroup, made);
    m_motionPart = sensor.part.toStdString();
    m_motion = new MotionBox(made);
    connect(m_motion, &MotionBox::asked, this, &SensorPanel::asked);
    connect(m_motion, &MotionBox::moved, this,
            [this, part = sensor.part](const QString& control, double value) { Q_EMIT moved(part, control, value); });
    made->addOnTop(m_motion);
}

void SensorPanel::setGroups(const std::vector<Group>& groups)
{
    m_rows.clear();
    m_groups.clear();
    m_lines.clear();
    m_motion = nullptr;
    m_content = new QWidget;
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::wide);
    column->setSpacing(spacing::normal);
    m_nothing = new QLabel(m_content);
    m_nothing->setWordWrap(true);
    m_nothing->setEnabled(false);
    column->addWidget(m_nothing);
    const auto mover = std::find_if(groups.begin(), groups.end(), hasPose);
    if (mover != groups.end()) addMotion(*mover, *column);
    int rank = mover != groups.end() ? 0 : -1;
    for (Group group : groups) {
        const bool hadControls = !group.controls.empty();
        std::erase_if(group.controls, isOfPose);
        const int itsRank = hadControls && group.controls.empty() ? 2 : rankOf(group);
        if (rank >= 0 && (itsRank == 0 || itsRank != rank)) addLine(*column);
        rank = itsRank;
        addGroup(group, *column);
    }
    column->addStretch(1);
    m_scroll->setWidget(m_content);
    applyFilter();
}

void SensorPanel::applyFilter()
{
    const QStringList words = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool any = false;
    for (auto each = m_groups.begin(); each != m_groups.end(); ++each) {
        const bool fits = words.isEmpty() || each.value()->matches(words);
        each.value()->setVisible(fits);
        each.value()->setOpen(words.isEmpty() ? !m_closed.contains(each.value()->offer().part) : true);
        any |= fits;
    }
    for (QWidget* line : m_lines) line->setVisible(words.isEmpty());
    m_nothing->setVisible(!any);
    m_nothing->setText(m_groups.isEmpty() ? tr("This board has nothing to move.") : tr("Nothing on this board is called that."));
}

void SensorPanel::setAllOpen(bool open)
{
    for (PartGroup* group : std::as_const(m_groups)) group->setOpen(open);
}

void SensorPanel::playWorld(const QString& file)
{
    const auto world = simulation::loadRecordedWorld(file.toStdString());
    if (!world) {
        m_nothing->setText(QString::fromStdString(world.error().message));
        m_nothing->setVisible(true);
        return;
    }
    m_nothing->hide();
    for (const auto& recorded : *world) Q_EMIT asked(recorded.command);
}

void SensorPanel::show(const simulation::Snapshot& snapshot)
{
    std::unordered_map<std::string_view, const environment::Driven*> driven;
    for (const auto& each : snapshot.stimuli) driven.emplace(each.target, &each);
    for (const auto& part : snapshot.parts) {
        if (m_motion && part.id == m_motionPart) m_motion->show(part.view.controls);
        const auto found = m_rows.find(part.id);
        if (found == m_rows.end()) continue;
        for (const Shown& shown : found->second) {
            if (!shown.group->isOpen()) continue;
            const auto view = std::find_if(part.view.controls.begin(), part.view.controls.end(),
                                           [&](const auto& control) { return control.id == shown.control; });
            if (view == part.view.controls.end()) continue;
            const auto by = driven.find(shown.target);
            shown.row->show(*view);
            shown.row->showStimulus(by == driven.end() ? nullptr : by->second, snapshot.now);
        }
    }
    for (PartGroup* group : std::as_const(m_groups)) group->showFaults(snapshot.faults);
}

ControlRow* SensorPanel::row(const QString& part, const QString& control) const
{
    const auto found = m_rows.find(part.toStdString());
    if (found != m_rows.end())
        for (const Shown& shown : found->second)
            if (shown.control == control.toStdString()) return shown.row;
    return nullptr;
}

void SensorPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) return m_filter->setFocus(Qt::ShortcutFocusReason);
    if (event->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) return m_filter->clear();
    QWidget::keyPressEvent(event);
}

std::vector<SensorPanel::Group> controlGroups(const board::BoardProfile& profile)
{
    std::vector<SensorPanel::Group> groups;
    for (const auto& part : profile.parts) {
        const parts::PartDescription* model = simulation::describeModel(part.model);
        if (!model) continue;
        SensorPanel::Group group{QString::fromStdString(part.id), QString::fromStdString(part.label.empty() ? part.id : part.label),
                                 QString::fromStdString(model->title), model->controls};
        for (const auto& pin : model->pins) {
            const auto wire = part.wires.find(pin.id);
            const std::string name = wire == part.wires.end() ? pin.otherwise : wire->second;
            if (name.empty()) continue;
            group.pins.push_back({QString::fromStdString(pin.id), QString::fromStdString(pin.label), QString::fromStdString(name),
                                  pin.role == parts::PinRole::Rail});
        }
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& left, const auto& right) { return rankOf(left) < rankOf(right); });
    return groups;
}

}  // namespace coroboard::gui
