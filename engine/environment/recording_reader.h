// SPDX-License-Identifier: MIT
#pragma once
// Recorded worlds: a CSV file (RFC 4180) whose first column is `time` and whose others are quantities or controls (PART.CONTROL), a unit
// behind the name if you like: "time,temperature [°C],dial.position". Times are seconds, or have a unit (ms, s, m, h); they increase. An
// empty cell says nothing. Every problem is reported as file:line:column with what is allowed.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "environment/stimulus.h"

namespace coroboard::environment {

struct RecordedColumn {
    std::string target;  // "temperature" or "dial.position"
    int position = 1;    // of its title in the first line
    Track track;         // not empty
};

inline constexpr std::size_t mostRecordedRows = 2'000'000;

// `name` is what messages call the file.
Result<std::vector<RecordedColumn>> readRecording(std::string_view text, std::string_view name);

// The column's course as a stimulus.
Stimulus recordedStimulus(const RecordedColumn& column);

}  // namespace coroboard::environment
