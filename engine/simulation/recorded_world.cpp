// SPDX-License-Identifier: MIT
#include "simulation/recorded_world.h"


#include <fmt/format.h>

#include "base/whole_file.h"
#include "environment/recording_reader.h"

namespace coroboard::simulation {

Result<std::vector<RecordedStimulus>> loadRecordedWorld(const std::filesystem::path& file)
{
    const auto text = readWholeFile(file);
    if (!text || text->empty())
        return failure(fmt::format("{}: cannot be read, or is empty", file.string()));
    const auto columns = environment::readRecording(*text, file.string());
    if (!columns)
        return tl::unexpected(columns.error());
    std::vector<RecordedStimulus> stimuli;
    for (const auto& column : *columns)
        stimuli.push_back({{column.target, environment::recordedStimulus(column)},
                           fmt::format("{}:1:{}", file.string(), column.position)});
    return stimuli;
}

}  // namespace coroboard::simulation
