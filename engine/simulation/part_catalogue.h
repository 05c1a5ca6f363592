// SPDX-License-Identifier: MIT
#pragma once
// The part models this build knows, for faces that must not reach into parts/ (the GUI builds its sensor panel from these).

#include <string_view>
#include <vector>

#include "parts/part_view.h"

namespace coroboard::simulation {

// Sorted by model name. Built once.
const std::vector<parts::PartDescription>& partCatalogue();

// Null if there is no such model.
const parts::PartDescription* describeModel(std::string_view model);

}  // namespace coroboard::simulation
