// SPDX-License-Identifier: MIT
#pragma once
// PartModel: one kind of part: its description, the parameters a profile may give, and how an instance is made. The registry lists all
// of them (one line a model in registry.inc); profiles name them.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parts/part.h"
#include "parts/part_parameter.h"
#include "parts/part_view.h"

namespace coroboard::parts {

// What a profile gave an instance.
struct PartParameters {
    const std::map<std::string, double>& numbers;
    const std::map<std::string, std::string>& words;
    const std::map<std::string, std::string>& wires;  // by pin of the part: the wire's name
};

struct PartModel {
    PartDescription description;
    PartGroup group = PartGroup::Other;
    std::vector<NumberParameter> numbers;
    std::vector<WordParameter> words;
    double width = 10;  // size on the picture when the profile does not say
    double height = 10;
    // The addresses (7 bits) it answers to on the bus of its pins "scl" and "sda"; null: it is on none.
    std::vector<std::uint8_t> (*i2cAddresses)(const PartParameters& parameters) = nullptr;
    // Pins that must be on a wire although the model lets them be "NC": those of the bus it is used on. Null: none.
    std::vector<std::string> (*neededPins)(const PartParameters& parameters) = nullptr;
    std::unique_ptr<Part> (*make)(const PartModel& model, const PartContext& context) = nullptr;
};

// Every model this build knows, sorted by name.
const std::vector<PartModel>& models();

// Null if there is no such model.
const PartModel* findModel(std::string_view model);

}  // namespace coroboard::parts
