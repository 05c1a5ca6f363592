// SPDX-License-Identifier: MIT
#include "board/board_draft.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/ensure.h"
#include "base/whole_file.h"
#include "board/json_text.h"
#include "board/object_reader.h"
#include "board/part_reader.h"
#include "board/profile_reading.h"
#include "parts/part_model.h"

namespace coroboard::board {

namespace {

using Json = nlohmann::ordered_json;

// Pictures are about a thousand units wide; a model that gives its size in millimetres is drawn five times as large.
constexpr double usualPictureWidth = 1000;
constexpr double largestInMillimetres = 80;
constexpr double unitsPerMillimetre = 5;
constexpr double smallestSide = 44;
constexpr double largestSmallSide = 110;

Json toJson(const ParameterValue& value)
{
    return std::visit([](const auto& each) { return Json(each); }, value);
}

double rounded(double number) { return std::round(number * 100) / 100; }

Json pairOf(double first, double second) { return Json::array({rounded(first), rounded(second)}); }

}  // namespace

Result<BoardDraft> BoardDraft::parse(std::string text, const std::filesystem::path& file)
{
    BoardDraft draft;
    draft.m_file = file;
    if (const auto taken = draft.take(std::move(text)); !taken)
        return tl::unexpected(taken.error());
    std::set<std::string> ids;
    for (const PartProfile& part : draft.profile().parts)
        if (!ids.insert(part.id).second)
            return failure(fmt::format("{}: two parts are called \"{}\"", file.string(), part.id));
    return draft;
}

Result<BoardDraft> BoardDraft::load(const std::filesystem::path& file)
{
    auto text = readWholeFile(file);
    if (!text)
        return tl::unexpected(text.error());
    return parse(std::move(*text), file);
}

Result<void> BoardDraft::take(std::string text)
{
    auto reading = readProfile(text, m_file);
    if (!reading)
        return tl::unexpected(reading.error());
    m_text = std::move(text);
    m_profile = std::make_shared<const BoardProfile>(reading->profile);
    findProblems(*reading);
    return {};
}

void BoardDraft::change(const JsonText& changed)
{
    const auto taken = take(changed.text());
    ENSURE(taken.has_value(), "a change in place leaves JSON");
}

const BoardProfile& BoardDraft::profile() const { return *m_profile; }

std::string BoardDraft::pointerOf(const std::string& part) const
{
    for (std::size_t i = 0; i < m_profile->parts.size(); ++i)
        if (m_profile->parts[i].id == part)
            return pointerTo("/parts", i);
    ENSURE(false, "only parts that are there are edited");
    return {};
}

std::string BoardDraft::freeId(const std::string& wanted) const
{
    std::string id = wanted;
    for (int number = 2; m_profile->part(id); ++number)
        id = fmt::format("{}_{}", wanted, number);
    return id;
}

std::pair<double, double> BoardDraft::sizeFor(const std::string& model) const
{
    const parts::PartModel* found = parts::findModel(model);
    if (!found)
        return {smallestSide, smallestSide};
    const double larger = std::max(found->width, found->height);
    const double wanted = larger > largestInMillimetres
                              ? larger
                              : std::clamp(larger * unitsPerMillimetre, smallestSide, largestSmallSide);
    const double scale = std::round(wanted * m_profile->pictureWidth / usualPictureWidth) / larger;
    return {std::round(found->width * scale), std::round(found->height * scale)};
}

// A part that can be on I2C or SPI starts on I2C.
std::string BoardDraft::busWireFor(const std::string& pin, bool needed) const
{
    const bool isI2c = pin == "scl" || pin == "sda";
    const bool isSpi = pin == "sck" || pin == "mosi" || pin == "miso";
    if (!isI2c && !(isSpi && needed))
        return "";
    for (const auto& [name, pins] : m_profile->chip.controllers)
        if (const auto found = pins.find(pin); name.compare(0, 3, isI2c ? "i2c" : "spi") == 0 && found != pins.end())
            return found->second;
    return "";
}

std::string BoardDraft::add(const std::string& model, Point place)
{
    const std::string id = freeId(model);
    const auto [width, height] = sizeFor(model);
    Json part{{"id", id}, {"model", model}};
    const parts::PartModel* found = parts::findModel(model);
    for (const auto& pin : found ? found->description.pins : std::vector<parts::PinDescription>{})
        if (const std::string wire = busWireFor(pin.id, pin.otherwise.empty()); !wire.empty())
            part["wires"][pin.id] = wire;
    part["at"] = pairOf(place.x, place.y);
    part["size"] = pairOf(width, height);
    JsonText text(m_text);
    text.append("/parts", part);
    change(text);
    return id;
}

std::string BoardDraft::duplicate(const std::string& part, Point offset)
{
    const std::string id = freeId(part);
    const PartProfile& original = *m_profile->part(part);
    Json copy = Json::parse(m_text).at(Json::json_pointer(pointerOf(part)));
    copy["id"] = id;
    copy.erase("key");
    copy["at"] = pairOf(std::clamp(original.place.x + offset.x, 0.0, m_profile->pictureWidth),
                        std::clamp(original.place.y + offset.y, 0.0, m_profile->pictureHeight));
    JsonText text(m_text);
    text.append("/parts", copy);
    change(text);
    return id;
}

void BoardDraft::remove(const std::string& part)
{
    JsonText text(m_text);
    text.erase(pointerOf(part));
    change(text);
}

Result<void> BoardDraft::rename(const std::string& part, const std::string& id)
{
    if (id == part)
        return {};
    if (!isName(id))
        return failure("letters, digits, '_', '-', '.' and '+' are allowed, at most 40");
    if (m_profile->part(id))
        return failure(fmt::format("another part is called \"{}\"", id));
    JsonText text(m_text);
    text.set(pointerOf(part) + "/id", id);
    change(text);
    return {};
}

void BoardDraft::setPlace(const std::string& part, Point place)
{
    JsonText text(m_text);
    text.set(pointerOf(part) + "/at", pairOf(place.x, place.y));
    change(text);
}

void BoardDraft::setSize(const std::string& part, double width, double height)
{
    JsonText text(m_text);
    text.set(pointerOf(part) + "/size", pairOf(width, height));
    change(text);
}

void BoardDraft::setRotation(const std::string& part, double degrees)
{
    const double turned = rounded(degrees - 360 * std::floor(degrees / 360));
    JsonText text(m_text);
    if (turned == 0 || turned == 360)
        text.erase(pointerOf(part) + "/rotation");
    else
        text.set(pointerOf(part) + "/rotation", turned);
    change(text);
}

void BoardDraft::setLabel(const std::string& part, const std::string& label)
{
    JsonText text(m_text);
    if (label.empty() || label == part)
        text.erase(pointerOf(part) + "/label");
    else
        text.set(pointerOf(part) + "/label", label);
    change(text);
}

void BoardDraft::setKey(const std::string& part, const std::string& key)
{
    JsonText text(m_text);
    if (key.empty())
        text.erase(pointerOf(part) + "/key");
    else
        text.set(pointerOf(part) + "/key", key);
    change(text);
}

// A member of one of the part's own objects; an object that has lost its last member goes too.
void BoardDraft::setMember(const std::string& part, const std::string& group, const std::string& key, const std::optional<ParameterValue>& value)
{
    const std::string object = pointerTo(pointerOf(part), group);
    JsonText text(m_text);
    if (value) {
        text.set(pointerTo(object, key), toJson(*value));
    } else {
        text.erase(pointerTo(object, key));
        if (text.has(object) && Json::parse(text.text()).at(Json::json_pointer(object)).empty())
            text.erase(object);
    }
    change(text);
}

void BoardDraft::setParameter(const std::string& part, const std::string& parameter, const std::optional<ParameterValue>& value)
{
    setMember(part, "parameters", parameter, value);
}

void BoardDraft::setControl(const std::string& part, const std::string& control, std::optional<double> value)
{
    setMember(part, "controls", control, value ? std::optional<ParameterValue>(*value) : std::nullopt);
}

void BoardDraft::wire(const PartPin& pin, const std::string& wire)
{
    setMember(pin.part, "wires", pin.pin, wire.empty() ? std::nullopt : std::optional<ParameterValue>(wire));
}

std::string BoardDraft::wireOf(const PartPin& pin) const
{
    const auto& wires = m_profile->part(pin.part)->wires;
    const auto found = wires.find(pin.pin);
    return found == wires.end() || found->second == unconnected ? std::string() : found->second;
}

std::vector<std::string> BoardDraft::wiresFor(const PartPin& pin) const
{
    const parts::PartModel* model = parts::findModel(m_profile->part(pin.part)->model);
    for (const auto& each : model ? model->description.pins : std::vector<parts::PinDescription>{})
        if (each.id == pin.pin)
            return allowedWires(each, *m_profile);
    return {};
}

void BoardDraft::join(const PartPin& from, const PartPin& to)
{
    if (const std::string there = wireOf(to); !there.empty())
        return wire(from, there);
    if (const std::string here = wireOf(from); !here.empty())
        return wire(to, here);
    std::string net;
    for (int number = 1; net.empty() || m_profile->pin(net) || std::count(m_profile->nets.begin(), m_profile->nets.end(), net); ++number)
        net = fmt::format("NET{}", number);
    JsonText text(m_text);
    text.append("/nets", net);
    change(text);
    wire(from, net);
    wire(to, net);
}

}  // namespace coroboard::board
