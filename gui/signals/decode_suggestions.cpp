// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/decode_suggestions.h"

#include <algorithm>
#include <functional>
#include <map>

namespace coroboard::gui {

namespace {

using trace::decode::DecodeSettings;
using trace::decode::LineDescription;
using trace::decode::ProtocolDescription;

using WireOf = std::function<std::string(const std::string&)>;   // a line's id → the board's pin, or nothing

// The protocol on those wires, when every line it cannot do without is there.
std::optional<DecodeSettings> fill(const ProtocolDescription& protocol, const WireOf& wireOf)
{
    DecodeSettings settings{protocol.id, {}, {}};
    int found = 0;
    for (const LineDescription& line : protocol.lines) {
        settings.lines.push_back(wireOf(line.id));
        if (!settings.lines.back().empty()) ++found;
        else if (line.needed == LineDescription::Needed::Always) return std::nullopt;
    }
    if (found < 2 && protocol.lines.size() > 2) return std::nullopt;   // a clock alone is no bus
    return settings;
}

void add(std::vector<DecodeSuggestion>& all, const QString& source, const std::optional<DecodeSettings>& settings)
{
    if (!settings) return;
    const bool known = std::any_of(all.begin(), all.end(), [&](const auto& each) {
        return each.settings.protocol == settings->protocol && each.settings.lines.front() == settings->lines.front();
    });
    if (!known) all.push_back({source, *settings});
}

// "i2c0 sda" → pins by controller and line.
void addUsed(std::vector<DecodeSuggestion>& all, const std::vector<simulation::PinSnapshot>& pins)
{
    std::map<std::string, std::map<std::string, std::string>> controllers;
    for (const auto& pin : pins)
        if (const auto space = pin.function.find(' '); space != std::string::npos)
            controllers[pin.function.substr(0, space)][pin.function.substr(space + 1)] = pin.name;
    for (const auto& [controller, wires] : controllers)
        for (const ProtocolDescription& protocol : trace::decode::protocols()) {
            if (controller.rfind(protocol.id, 0) != 0 && controller.find(protocol.id) == std::string::npos) continue;
            // Both directions of a UART are lines of their own.
            const std::vector<std::string> alternatives = protocol.id == "uart" ? std::vector<std::string>{"tx", "rx"} : std::vector<std::string>{""};
            for (const std::string& only : alternatives)
                add(all, QString::fromStdString(controller), fill(protocol, [&](const std::string& line) {
                        const auto found = wires.find(only.empty() ? line : only);
                        return found == wires.end() ? std::string() : found->second;
                    }));
        }
}

}  // namespace

std::vector<DecodeSuggestion> decodeSuggestions(const board::BoardProfile& profile, const std::vector<simulation::PinSnapshot>& pins)
{
    std::vector<DecodeSuggestion> all;
    addUsed(all, pins);
    for (const auto& part : profile.parts)
        for (const ProtocolDescription& protocol : trace::decode::protocols())
            add(all, QString::fromStdString(part.label.empty() ? part.id : part.label), fill(protocol, [&](const std::string& line) {
                    const auto wire = part.wires.find(line);
                    return wire != part.wires.end() && profile.pin(wire->second) ? wire->second : std::string();
                }));
    return all;
}

QString decodeTitle(const DecodeSettings& settings)
{
    const ProtocolDescription* protocol = trace::decode::findProtocol(settings.protocol);
    QString title = QString::fromStdString(protocol ? protocol->title : settings.protocol) + QLatin1Char(' ');
    for (const std::string& line : settings.lines)
        if (!line.empty()) title += QLatin1Char(' ') + QString::fromStdString(line);
    return title;
}

}  // namespace coroboard::gui
