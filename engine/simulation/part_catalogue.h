// SPDX-License-Identifier: MIT
#pragma once
// The part models this build knows, for faces that must not reach into parts/ (the GUI builds its sensor panel from these).

#include <string_view>
#include <vector>

#include "parts/part_parameter.h"
#include "parts/part_view.h"

namespace coroboard::simulation {

// Sorted by model name. Built once.
const std::vector<parts::PartDescription>& partCatalogue();

// Null if there is no such model.
const parts::PartDescription* describeModel(std::string_view model);

// What a profile may choose of a model, and where people look for it; nothing and Other if there is no such model.
struct ModelChoices {
    parts::PartGroup group = parts::PartGroup::Other;
    std::vector<parts::NumberParameter> numbers;
    std::vector<parts::WordParameter> words;
    double width = 10;   // its shape on a picture
    double height = 10;
};
ModelChoices choicesOf(std::string_view model);

}  // namespace coroboard::simulation
