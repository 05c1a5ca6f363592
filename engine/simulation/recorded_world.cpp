// SPDX-License-Identifier: MIT
#include "simulation/recorded_world.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "environment/recording_reader.h"

namespace coroboard::simulation {

Result<std::vector<RecordedStimulus>> loadRecordedWorld(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!stream || !(text << stream.rdbuf()))
        return failure(fmt::format("{}: cannot be read, or is empty", file.string()));
    const auto columns = environment::readRecording(text.str(), file.string());
    if (!columns)
        return tl::unexpected(columns.error());
    std::vector<RecordedStimulus> stimuli;
    for (const auto& column : *columns)
        stimuli.push_back({{column.target, environment::recordedStimulus(column)},
                           fmt::format("{}:1:{}", file.string(), column.position)});
    return stimuli;
}

}  // namespace coroboard::simulation
