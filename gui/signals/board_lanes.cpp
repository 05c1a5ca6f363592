// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/board_lanes.h"

#include <QCoreApplication>
#include <algorithm>

namespace coroboard::gui {

namespace {

const QString voltageEnding = QStringLiteral("_voltage");
const QString pwmEnding = QStringLiteral("_pwm");

QString text(const char* source) { return QCoreApplication::translate("BoardLanes", source); }

const board::PartProfile* partOn(const board::BoardProfile& profile, const std::string& pin)
{
    for (const auto& part : profile.parts)
        for (const auto& [_, wire] : part.wires)
            if (wire == pin) return &part;
    return nullptr;
}

QString titleOf(const board::BoardProfile& profile, const QString& pin)
{
    const board::PartProfile* part = partOn(profile, pin.toStdString());
    if (!part) return pin;
    return pin + QStringLiteral("  ") + QString::fromStdString(part->label.empty() ? part->id : part->label);
}

bool isControl(const trace::SignalDescription& signal) { return signal.name.find('.') != std::string::npos; }

}  // namespace

Lane laneFor(const board::BoardProfile& profile, const trace::SignalDescription& signal)
{
    const QString name = QString::fromStdString(signal.name);
    if (signal.kind == trace::SignalKind::Digital) return {name, LaneKind::Digital, titleOf(profile, name), 0, Lane::digitalHeight, {}};
    Lane lane{name, LaneKind::Analog, name, 0, Lane::analogHeight, {}};
    if (name.endsWith(voltageEnding)) lane.title = titleOf(profile, name.chopped(voltageEnding.size()));
    else if (name.endsWith(pwmEnding)) lane.title = text("%1  duty").arg(name.chopped(pwmEnding.size()));
    else if (isControl(signal)) {
        const board::PartProfile* part = profile.part(signal.name.substr(0, signal.name.find('.')));
        const QString control = name.section(QLatin1Char('.'), 1);
        if (part) lane.title = QString::fromStdString(part->label.empty() ? part->id : part->label) + QStringLiteral("  ") + control;
    }
    return lane;
}

std::vector<Lane> firstLanes(const board::BoardProfile& profile)
{
    std::vector<Lane> lanes;
    for (const auto& pin : profile.pins) {
        if (!partOn(profile, pin.name)) continue;
        lanes.push_back(pin.adcChannel >= 0 ? laneFor(profile, {pin.name + "_voltage", trace::SignalKind::Analog, "mV"})
                                            : laneFor(profile, {pin.name, trace::SignalKind::Digital, ""}));
        lanes.back().colour = static_cast<int>(lanes.size() - 1) % laneColours;
    }
    return lanes;
}

std::vector<LaneGroup> laneChoices(const board::BoardProfile& profile, const trace::SignalCapture& capture)
{
    std::vector<LaneGroup> groups{{text("Pins"), {}}, {text("Voltages"), {}}, {text("PWM duty"), {}}, {text("Quantities"), {}}};
    if (!capture.signals) return {};
    for (std::size_t signal = 0; signal < capture.signals->size(); ++signal) {
        const trace::SignalDescription& description = (*capture.signals)[signal];
        const bool pwm = description.kind == trace::SignalKind::Pwm;
        if (pwm && capture.views[signal].empty()) continue;      // no PWM was ever there
        const std::size_t group = description.kind == trace::SignalKind::Digital ? 0 : pwm ? 2 : isControl(description) ? 3 : 1;
        groups[group].lanes.push_back(laneFor(profile, description));
    }
    groups.erase(std::remove_if(groups.begin(), groups.end(), [](const LaneGroup& group) { return group.lanes.empty(); }), groups.end());
    return groups;
}

}  // namespace coroboard::gui
