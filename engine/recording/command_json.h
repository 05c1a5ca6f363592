// SPDX-License-Identifier: MIT
#pragma once
// Stamped commands as JSON objects: {"at": 20000000, "part": "dial", "control": "position", "to": 90}, {"at": …, "type": "…"},
// "stimulus", "clear-stimulus", "gesture", "fault", "repair", "repair-all", "stop". Stimuli and faults are written as on the command line.

#include <nlohmann/json.hpp>

#include "recording/fields.h"
#include "simulation/run_record.h"

namespace coroboard::recording {

nlohmann::ordered_json commandToJson(const simulation::StampedCommand& command);
// Throws BadField.
simulation::StampedCommand commandFromJson(const Fields& fields);

}  // namespace coroboard::recording
