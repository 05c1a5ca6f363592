// SPDX-License-Identifier: MIT
#pragma once
// A recorded world from a CSV file (environment/recording_reader.h says how it is written), as commands: one stimulus a column.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "simulation/command.h"

namespace coroboard::simulation {

struct RecordedStimulus {
    SetStimulus command;
    std::string place;  // of its title, for messages: "weather.csv:1:6"
};

Result<std::vector<RecordedStimulus>> loadRecordedWorld(const std::filesystem::path& file);

}  // namespace coroboard::simulation
