// SPDX-License-Identifier: MIT
#include "board/part_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "board/object_reader.h"
#include "board/spelling.h"
#include "parts/part_model.h"

namespace coroboard::board {

namespace {

constexpr const char* railNames[] = {"3V3", "GND"};

template <class Entries> auto findById(const Entries& entries, const std::string& id)
{
    return std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.id == id; });
}

template <class Entries> std::vector<std::string> idsOf(const Entries& entries)
{
    std::vector<std::string> ids;
    for (const auto& entry : entries)
        ids.push_back(entry.id);
    return ids;
}

const parts::PartModel* readModel(JsonSource& source, ObjectReader& reader, const std::string& name)
{
    if (name.empty())
        return nullptr;
    const parts::PartModel* model = parts::findModel(name);
    if (model)
        return model;
    std::vector<std::string> names;
    for (const auto& each : parts::models())
        names.push_back(each.description.model);
    source.reject(reader.pointerOf("model"), fmt::format("{} are allowed{}", listed(names), guess(name, names)));
    return nullptr;
}

// The wire a part's pin is on, by its own name; empty (and noted) if there is none of that name.
std::string readWire(JsonSource& source, const std::string& pointer, const nlohmann::json& value,
                     const parts::PinDescription& pin, const BoardProfile& profile)
{
    const std::string wanted = value.is_string() ? value.get<std::string>() : "";
    const bool mayFloat = pin.otherwise == unconnected;
    if (isRail(wanted) || (mayFloat && wanted == unconnected))
        return wanted;
    std::vector<std::string> known(std::begin(railNames), std::end(railNames));
    if (pin.role != parts::PinRole::Rail) {
        if (const PinProfile* found = profile.pin(wanted))
            return found->name;
        for (const PinProfile& each : profile.pins) {
            known.push_back(each.name);
            known.insert(known.end(), each.aliases.begin(), each.aliases.end());
        }
        if (std::find(profile.nets.begin(), profile.nets.end(), wanted) != profile.nets.end())
            return wanted;
        known.insert(known.end(), profile.nets.begin(), profile.nets.end());
    }
    if (mayFloat)
        known.push_back(unconnected);
    source.reject(pointer, fmt::format("{} are allowed{}", listed(known), guess(wanted, known)));
    return "";
}

void readWires(JsonSource& source, ObjectReader& reader, const parts::PartModel& model, const BoardProfile& profile,
               PartProfile& part)
{
    const auto& pins = model.description.pins;
    reader.eachKey("wires", [&](const std::string& name, const nlohmann::json& value) {
        const std::string pointer = pointerTo(reader.pointerOf("wires"), name);
        const auto pin = findById(pins, name);
        if (pin == pins.end()) {
            source.rejectKey(pointer, fmt::format("a {} has no such pin: {} are allowed{}", part.model,
                                                  listed(idsOf(pins)), guess(name, idsOf(pins))));
            return;
        }
        part.wires[name] = readWire(source, pointer, value, *pin, profile);
        if (pin->role == parts::PinRole::Output && isRail(part.wires[name]))
            source.reject(pointer, "an output cannot be on a supply rail: a pin is allowed");
    });
    for (const auto& pin : pins) {
        if (part.wires.count(pin.id))
            continue;
        if (pin.otherwise.empty())
            source.rejectMissing(reader.has("wires") ? reader.pointerOf("wires") : reader.pointer(),
                                 fmt::format("the wire of \"{}\" is missing", pin.id), pin.id);
        part.wires[pin.id] = pin.otherwise;
    }
}

bool isColour(const std::string& text)
{
    return text.size() == 7 && text[0] == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

void readWord(JsonSource& source, const std::string& pointer, const nlohmann::json& value,
              const parts::WordParameter& parameter, PartProfile& part)
{
    const std::string word = value.is_string() ? value.get<std::string>() : "";
    part.words[parameter.id] = word;
    if (parameter.kind == parts::WordParameter::Kind::Colour) {
        if (!isColour(word))
            source.reject(pointer, "a colour like \"#ff3b30\" is allowed");
        return;
    }
    if (std::find(parameter.choices.begin(), parameter.choices.end(), word) == parameter.choices.end())
        source.reject(pointer,
                      fmt::format("{} are allowed{}", listed(parameter.choices), guess(word, parameter.choices)));
}

void readParameters(JsonSource& source, ObjectReader& reader, const parts::PartModel& model, PartProfile& part)
{
    for (const auto& parameter : model.numbers)
        part.numbers[parameter.id] = parameter.initial;
    for (const auto& parameter : model.words)
        part.words[parameter.id] = parameter.initial;
    reader.eachKey("parameters", [&](const std::string& name, const nlohmann::json& value) {
        const std::string pointer = pointerTo(reader.pointerOf("parameters"), name);
        const auto number = findById(model.numbers, name);
        const auto word = findById(model.words, name);
        if (number != model.numbers.end()) {
            const double given = value.is_number() ? value.get<double>() : number->minimum - 1;
            if (given >= number->minimum && given <= number->maximum)
                part.numbers[name] = given;
            else
                source.reject(pointer, fmt::format("a number from {} to {}{} is allowed", number->minimum,
                                                   number->maximum, number->unit.empty() ? "" : " " + number->unit));
        } else if (word != model.words.end()) {
            readWord(source, pointer, value, *word, part);
        } else {
            auto known = idsOf(model.numbers);
            const auto words = idsOf(model.words);
            known.insert(known.end(), words.begin(), words.end());
            source.rejectKey(pointer, known.empty() ? fmt::format("a {} has no parameters", part.model)
                                                    : fmt::format("a {} has no such parameter: {} are allowed{}",
                                                                  part.model, listed(known), guess(name, known)));
        }
    });
}

void readControls(JsonSource& source, ObjectReader& reader, const parts::PartModel& model, PartProfile& part)
{
    const auto& controls = model.description.controls;
    reader.eachKey("controls", [&](const std::string& name, const nlohmann::json& value) {
        const std::string pointer = pointerTo(reader.pointerOf("controls"), name);
        const auto control = findById(controls, name);
        if (control == controls.end()) {
            const auto known = idsOf(controls);
            source.rejectKey(pointer, known.empty() ? fmt::format("a {} has no controls", part.model)
                                                    : fmt::format("a {} has no such control: {} are allowed{}",
                                                                  part.model, listed(known), guess(name, known)));
            return;
        }
        const double given = value.is_number() ? value.get<double>() : control->minimum - 1;
        if (given >= control->minimum && given <= control->maximum)
            part.controls[name] = given;
        else
            source.reject(pointer, fmt::format("a number from {} to {}{} is allowed", control->minimum,
                                               control->maximum, control->unit.empty() ? "" : " " + control->unit));
    });
}

void readKey(JsonSource& source, ObjectReader& reader, const parts::PartModel* model, PartProfile& part)
{
    part.key = reader.text("key");
    if (part.key.empty())
        return;
    const bool isOneKey = part.key.size() == 1 &&
                          ((part.key[0] >= 'A' && part.key[0] <= 'Z') || (part.key[0] >= '0' && part.key[0] <= '9'));
    if (!isOneKey && part.key != "Space")
        source.reject(reader.pointerOf("key"), "\"A\" to \"Z\", \"0\" to \"9\" or \"Space\" is allowed");
    const bool pressable =
        model && std::any_of(model->description.controls.begin(), model->description.controls.end(),
                             [](const auto& control) { return control.kind != parts::ControlKind::Slider; });
    if (model && !pressable)
        source.reject(reader.pointerOf("key"), fmt::format("a {} has nothing to press: no key is allowed", part.model));
}

}  // namespace

std::vector<std::string> allowedWires(const parts::PinDescription& pin, const BoardProfile& profile)
{
    std::vector<std::string> wires;
    if (pin.role != parts::PinRole::Rail) {
        for (const PinProfile& each : profile.pins)
            wires.push_back(each.name);
        wires.insert(wires.end(), profile.nets.begin(), profile.nets.end());
    }
    if (pin.role != parts::PinRole::Output)
        wires.insert(wires.end(), std::begin(railNames), std::end(railNames));
    if (pin.otherwise == unconnected)
        wires.emplace_back(unconnected);
    return wires;
}

bool isRail(const std::string& wire)
{
    return std::find(std::begin(railNames), std::end(railNames), wire) != std::end(railNames);
}

PartProfile readPart(JsonSource& source, const std::string& pointer, const BoardProfile& profile)
{
    ObjectReader reader(source, pointer);
    PartProfile part;
    part.id = reader.requiredName("id");
    part.model = reader.requiredName("model");
    const parts::PartModel* model = readModel(source, reader, part.model);
    part.label = reader.text("label", part.id);
    if (model) {
        readWires(source, reader, *model, profile, part);
        readParameters(source, reader, *model, part);
        readControls(source, reader, *model, part);
    } else {
        for (const char* key : {"wires", "parameters", "controls"})
            reader.has(key);
    }
    readKey(source, reader, model, part);
    if (const auto place = reader.pair("at", 0, std::max(profile.pictureWidth, profile.pictureHeight))) {
        part.place = {place->first, place->second};
        if (place->first > profile.pictureWidth || place->second > profile.pictureHeight)
            source.reject(reader.pointerOf("at"), fmt::format("a place on the picture, {} × {}, is allowed",
                                                              profile.pictureWidth, profile.pictureHeight));
    }
    const auto size = reader.pair("size", 0.1, std::max({1.0, profile.pictureWidth, profile.pictureHeight}));
    part.width = size ? size->first : model ? model->width : 0;
    part.height = size ? size->second : model ? model->height : 0;
    part.rotation = reader.number("rotation", -360, 360, 0);
    reader.finish();
    return part;
}

}  // namespace coroboard::board
