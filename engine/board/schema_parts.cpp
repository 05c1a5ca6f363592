// SPDX-License-Identifier: MIT
#include "board/schema_parts.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "board/board_profile.h"
#include "parts/part_model.h"

namespace coroboard::board {

namespace {

using Json = nlohmann::ordered_json;

std::string withUnit(const std::string& label, const std::string& unit)
{
    return unit.empty() ? label + "." : label + " in " + unit + ".";
}

Json numberSchema(const std::string& label, const std::string& unit, double minimum, double maximum, double initial)
{
    return {{"type", "number"}, {"minimum", minimum}, {"maximum", maximum}, {"description", withUnit(label, unit)}, {"default", initial}};
}

// An object with these properties and no others.
Json closed(Json properties)
{
    if (properties.is_null())
        properties = Json::object();
    return {{"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json wireSchema(const parts::PinDescription& pin)
{
    Json wire = {{"description", pin.label + "."}};
    if (pin.role == parts::PinRole::Rail)
        wire["enum"] = {"3V3", "GND"};
    else
        wire["$ref"] = "#/$defs/name";
    if (pin.role == parts::PinRole::Output)
        wire["not"] = {{"enum", {"3V3", "GND"}}};
    if (!pin.otherwise.empty())
        wire["default"] = pin.otherwise;
    return wire;
}

Json wordSchema(const parts::WordParameter& word)
{
    Json schema = {{"type", "string"}};
    if (word.kind == parts::WordParameter::Kind::Colour)
        schema["pattern"] = "^#[0-9a-fA-F]{6}$";
    else
        schema["enum"] = word.choices;
    schema["description"] = word.label + ".";
    schema["default"] = word.initial;
    return schema;
}

Json modelSchema(const parts::PartModel& model)
{
    const auto& description = model.description;
    Json wires = Json::object();
    Json required = Json::array();
    for (const auto& pin : description.pins) {
        wires[pin.id] = wireSchema(pin);
        if (pin.otherwise.empty())
            required.push_back(pin.id);
    }
    Json wireObject = closed(std::move(wires));
    wireObject["required"] = required;
    Json parameters = Json::object();
    for (const auto& number : model.numbers)
        parameters[number.id] = numberSchema(number.label, number.unit, number.minimum, number.maximum, number.initial);
    for (const auto& word : model.words)
        parameters[word.id] = wordSchema(word);
    Json controls = Json::object();
    bool pressable = false;
    for (const auto& control : description.controls) {
        controls[control.id] = numberSchema(control.label, control.unit, control.minimum, control.maximum, control.initial);
        pressable |= control.kind != parts::ControlKind::Slider;
    }
    Json then = {{"description", description.title + "."}};
    if (!required.empty())
        then["required"] = {"wires"};
    then["properties"] = {{"wires", wireObject}, {"parameters", closed(parameters)}, {"controls", closed(controls)}};
    if (!pressable)
        then["properties"]["key"] = false;
    return {{"if", {{"properties", {{"model", {{"const", description.model}}}}}, {"required", {"model"}}}}, {"then", then}};
}

}  // namespace

Result<std::string> withPartsOfThisBuild(std::string_view text)
{
    Json schema = Json::parse(text, nullptr, false);
    const Json::json_pointer part("/$defs/part");
    if (schema.is_discarded() || !schema.contains(part))
        return failure("this is no schema of board profiles: /$defs/part is missing");
    Json names = Json::array();
    Json models = Json::array();
    for (const auto& model : parts::models()) {
        names.push_back(model.description.model);
        models.push_back(modelSchema(model));
    }
    schema[part]["properties"]["model"]["enum"] = names;
    schema[part]["allOf"] = models;
    return schema.dump(2) + "\n";
}

}  // namespace coroboard::board
