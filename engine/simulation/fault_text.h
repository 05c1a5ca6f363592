// SPDX-License-Identifier: MIT
#pragma once
// Faults as people write them, on the command line and in scenarios, and as they stand in the trace hash:
//
//   wire-cut:red.anode   part-absent:thermometer   sensor-frozen:thermometer
//   stuck-low:GP14       stuck-high:GP5            bus-noise:GP4:200 (one bit in 200; 100 if it is not said)      brown-out

#include <string>
#include <string_view>

#include "base/result.h"
#include "board/fault.h"

namespace coroboard::simulation {

// The Error says what is allowed. Whether the place exists is the board's to say.
Result<board::Fault> parseFault(std::string_view text);

// The way back.
std::string faultText(const board::Fault& fault);

}  // namespace coroboard::simulation
