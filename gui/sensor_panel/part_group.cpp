// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/part_group.h"

#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

#include "sensor_panel/steady_text.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

using board::Fault;
using board::FaultKind;

namespace {

constexpr int widestBadge = 120;

}  // namespace

std::string targetOf(const QString& part, const parts::ControlDescription& control)
{
    return control.quantity.empty() ? part.toStdString() + "." + control.id : control.quantity;
}

QString faultText(const Fault& fault)
{
    const QString place = QString::fromStdString(fault.place);
    switch (fault.kind) {
    case FaultKind::WireCut: return PartGroup::tr("%1 cut").arg(place.mid(place.lastIndexOf(QLatin1Char('.')) + 1));
    case FaultKind::PartAbsent: return PartGroup::tr("removed");
    case FaultKind::SensorFrozen: return PartGroup::tr("frozen");
    case FaultKind::StuckLow: return PartGroup::tr("%1 stuck low").arg(place);
    case FaultKind::StuckHigh: return PartGroup::tr("%1 stuck high").arg(place);
    case FaultKind::BusNoise: return PartGroup::tr("noise on %1").arg(place);
    case FaultKind::BrownOut: return PartGroup::tr("brown-out");
    }
    return {};
}

PartGroup::PartGroup(PartOffer offer, QWidget* parent) : QWidget(parent), m_offer(std::move(offer))
{
    setObjectName(m_offer.part);
    m_badge = new SteadyText(Qt::AlignRight, this);
    m_badge->setObjectName(QStringLiteral("faults"));
    m_faultButton = new QToolButton(this);
    m_faultButton->setIcon(icon(QStringLiteral("fault")));
    m_faultButton->setIconSize(QSize(14, 14));
    m_faultButton->setAutoRaise(true);
    m_faultButton->setPopupMode(QToolButton::InstantPopup);
    m_faultButton->setProperty("quiet", true);
    m_faultButton->setToolTip(tr("What can break"));
    m_faultButton->setAccessibleName(tr("Faults of %1").arg(m_offer.label));
    auto* menu = new QMenu(m_faultButton);
    m_faultButton->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &PartGroup::fillFaultMenu);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    m_bodyWidget = new QWidget(this);
    m_body = new QVBoxLayout(m_bodyWidget);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(spacing::normal);
    buildHeading();
    column->addWidget(m_bodyWidget);
}

void PartGroup::buildHeading()
{
    const bool lone = m_offer.controls.size() == 1 && m_offer.controls.front().kind != parts::ControlKind::Slider;
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing::tight);
    if (lone) {
        line->addWidget(addRow(m_offer.controls.front(), ControlRow::Says::PartLabel), 2);
    } else if (m_offer.controls.empty()) {
        auto* name = new SteadyText(Qt::AlignLeft, this);
        name->setText(m_offer.label, SteadyText::Tone::Plain);
        name->setToolTip(m_offer.title);
        line->addWidget(name, 2);
    } else {
        m_heading = new QToolButton(this);
        m_heading->setText(m_offer.label);
        m_heading->setToolTip(m_offer.title);
        m_heading->setAccessibleName(m_offer.label);
        m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_heading->setAutoRaise(true);
        m_heading->setCheckable(true);
        m_heading->setChecked(true);
        m_heading->setProperty("heading", true);
        m_heading->setIconSize(QSize(12, 12));
        m_heading->setIcon(icon(QStringLiteral("chevron-down")));
        QFont bold = m_heading->font();
        bold.setWeight(QFont::DemiBold);
        m_heading->setFont(bold);
        m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(m_heading, &QToolButton::toggled, this, &PartGroup::setOpen);
        line->addWidget(m_heading, 3);
        for (const auto& control : m_offer.controls) m_body->addWidget(addRow(control, ControlRow::Says::ControlLabel));
    }
    m_badge->hide();
    line->addWidget(m_badge);
    line->addWidget(m_faultButton);
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
    m_bodyWidget->setVisible(m_heading != nullptr);
}

ControlRow* PartGroup::addRow(const parts::ControlDescription& control, ControlRow::Says says)
{
    auto* row = new ControlRow(control, m_offer.label, says, this);
    const QString id = QString::fromStdString(control.id);
    row->setObjectName(m_offer.part + QLatin1Char('.') + id);
    const std::string target = targetOf(m_offer.part, control);
    connect(row, &ControlRow::moved, this, [this, id](double value) { Q_EMIT moved(m_offer.part, id, value); });
    connect(row, &ControlRow::stimulusChosen, this,
            [this, target](const environment::Stimulus& stimulus) { Q_EMIT asked(simulation::SetStimulus{target, stimulus}); });
    connect(row, &ControlRow::stimulusStopped, this, [this, target] { Q_EMIT asked(simulation::ClearStimulus{target}); });
    m_rows.push_back(row);
    return row;
}

bool PartGroup::isOpen() const { return !m_heading || m_heading->isChecked(); }

void PartGroup::setOpen(bool open)
{
    if (!m_heading) return;
    if (m_heading->isChecked() != open) return m_heading->setChecked(open);
    m_heading->setIcon(icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_bodyWidget->setVisible(open);
    Q_EMIT opened(open);
}

bool PartGroup::matches(const QStringList& words) const
{
    QString text = m_offer.label + QLatin1Char(' ') + m_offer.title + QLatin1Char(' ') + m_offer.part;
    for (const auto& control : m_offer.controls)
        text += QLatin1Char(' ') + QString::fromStdString(control.label) + QLatin1Char(' ') + QString::fromStdString(control.quantity);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void PartGroup::showFaults(const std::vector<Fault>& faults)
{
    std::vector<Fault> mine;
    const std::string part = m_offer.part.toStdString();
    for (const Fault& fault : faults) {
        const bool ofPart = fault.place == part || fault.place.substr(0, part.size() + 1) == part + ".";
        const bool ofWire = std::any_of(m_offer.pins.begin(), m_offer.pins.end(), [&](const PartOffer::Pin& pin) {
            return !pin.rail && pin.wire.toStdString() == fault.place;
        });
        if (ofPart || ofWire) mine.push_back(fault);
    }
    if (mine == m_faults) return;
    m_faults = std::move(mine);
    QStringList texts;
    for (const Fault& fault : m_faults) texts << faultText(fault);
    m_badge->setText(texts.join(QStringLiteral(", ")), SteadyText::Tone::Failed);
    m_badge->setSample(QFontMetrics(m_badge->font()).elidedText(texts.join(QStringLiteral(", ")), Qt::ElideRight, widestBadge));
    m_badge->setVisible(!texts.isEmpty());
    m_badge->setToolTip(texts.join(QLatin1Char('\n')));
    m_faultButton->setIcon(icon(QStringLiteral("fault"), m_faults.empty() ? IconTint::Text : IconTint::Failed));
}

bool PartGroup::has(const Fault& fault) const
{
    return std::any_of(m_faults.begin(), m_faults.end(),
                       [&](const Fault& each) { return each.kind == fault.kind && each.place == fault.place; });
}

void PartGroup::addFault(QMenu& menu, const QString& text, FaultKind kind, const QString& place)
{
    const Fault fault{kind, place.toStdString()};
    QAction* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(has(fault));
    connect(action, &QAction::triggered, this, [this, fault](bool broken) {
        if (broken) Q_EMIT asked(simulation::SetFault{fault});
        else Q_EMIT asked(simulation::ClearFault{fault});
    });
}

void PartGroup::fillFaultMenu()
{
    QMenu& menu = *m_faultButton->menu();
    menu.clear();
    addFault(menu, tr("Removed from the board"), FaultKind::PartAbsent, m_offer.part);
    const bool senses = std::any_of(m_offer.controls.begin(), m_offer.controls.end(),
                                    [](const auto& control) { return !control.quantity.empty(); });
    if (senses) addFault(menu, tr("Sensor frozen"), FaultKind::SensorFrozen, m_offer.part);
    QMenu* cut = menu.addMenu(tr("Wire cut"));
    for (const PartOffer::Pin& pin : m_offer.pins)
        addFault(*cut, tr("%1 (%2)").arg(pin.label, pin.wire), FaultKind::WireCut, m_offer.part + QLatin1Char('.') + pin.id);
    const std::pair<QString, FaultKind> ofWires[] = {{tr("Line stuck low"), FaultKind::StuckLow},
                                                     {tr("Line stuck high"), FaultKind::StuckHigh},
                                                     {tr("Noise on the bus"), FaultKind::BusNoise}};
    for (const auto& [title, kind] : ofWires) {
        QMenu* wires = menu.addMenu(title);
        for (const PartOffer::Pin& pin : m_offer.pins)
            if (!pin.rail) addFault(*wires, tr("%1 (%2)").arg(pin.wire, pin.label), kind, pin.wire);
        wires->menuAction()->setVisible(!wires->isEmpty());
    }
    menu.addSeparator();
    QAction* repair = menu.addAction(tr("Repair"));
    repair->setEnabled(!m_faults.empty());
    connect(repair, &QAction::triggered, this, [this] {
        for (const Fault& fault : std::vector(m_faults)) Q_EMIT asked(simulation::ClearFault{fault});
    });
}

}  // namespace coroboard::gui
