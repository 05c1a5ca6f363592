// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/lane_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace coroboard::gui {

namespace {

using trace::decode::DecodeSettings;

const std::array<QString, 3> kindWords{QStringLiteral("digital"), QStringLiteral("analog"), QStringLiteral("decoded")};

QJsonObject toJson(const DecodeSettings& settings)
{
    QJsonArray lines;
    for (const std::string& line : settings.lines) lines.append(QString::fromStdString(line));
    QJsonObject options;
    for (const auto& [name, value] : settings.options) options[QString::fromStdString(name)] = value;
    return {{"protocol", QString::fromStdString(settings.protocol)}, {"lines", lines}, {"options", options}};
}

// Only what the protocol knows.
std::optional<DecodeSettings> decodeFromJson(const QJsonObject& json)
{
    DecodeSettings settings{json["protocol"].toString().toStdString(), {}, {}};
    const auto* protocol = trace::decode::findProtocol(settings.protocol);
    if (!protocol) return std::nullopt;
    const QJsonArray lines = json["lines"].toArray();
    if (lines.size() != static_cast<qsizetype>(protocol->lines.size())) return std::nullopt;
    for (const auto& line : lines) settings.lines.push_back(line.toString().toStdString());
    const QJsonObject options = json["options"].toObject();
    for (const auto& option : protocol->options) {
        const int value = options[QString::fromStdString(option.id)].toInt(-1);
        const bool known = std::any_of(option.choices.begin(), option.choices.end(), [value](const auto& choice) { return choice.value == value; });
        if (known) settings.options[option.id] = value;
    }
    return settings;
}

std::optional<Lane> laneFromJson(const QJsonObject& json)
{
    const auto kind = std::find(kindWords.begin(), kindWords.end(), json["kind"].toString());
    Lane lane;
    lane.signal = json["signal"].toString();
    lane.title = json["title"].toString(lane.signal);
    lane.colour = json["colour"].toInt();
    lane.height = std::clamp(json["height"].toInt(Lane::digitalHeight), Lane::lowest, Lane::highest);
    if (kind == kindWords.end() || lane.signal.isEmpty() || lane.title.isEmpty()) return std::nullopt;
    lane.kind = static_cast<LaneKind>(kind - kindWords.begin());
    if (lane.kind != LaneKind::Decoded) return lane;
    lane.decode = decodeFromJson(json["decode"].toObject());
    return lane.decode ? std::optional(lane) : std::nullopt;
}

}  // namespace

QByteArray lanesToText(const std::vector<Lane>& lanes)
{
    QJsonArray all;
    for (const Lane& lane : lanes) {
        QJsonObject json{{"signal", lane.signal}, {"kind", kindWords[static_cast<std::size_t>(lane.kind)]}, {"title", lane.title},
                         {"colour", lane.colour}, {"height", lane.height}};
        if (lane.decode) json["decode"] = toJson(*lane.decode);
        all.append(json);
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::vector<Lane> lanesFromText(const QByteArray& text)
{
    std::vector<Lane> lanes;
    const QJsonArray all = QJsonDocument::fromJson(text).array();
    for (const auto& each : all)
        if (const auto lane = laneFromJson(each.toObject())) lanes.push_back(*lane);
    return lanes;
}

}  // namespace coroboard::gui
