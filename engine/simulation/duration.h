// SPDX-License-Identifier: MIT
#pragma once
// Durations as people write them: a number and a unit: 500us, 1.5ms, 10s, 5m, 2h, 1d.

#include <string>
#include <string_view>

#include "base/result.h"
#include "time/virtual_time.h"

namespace coroboard::simulation {

// Units: ns, us (µs), ms, s, m (min), h, d. Not negative, at most 100 years. The Error quotes the text and says what is allowed.
Result<time::Duration> parseDuration(std::string_view text);

// For people: "1.500 s", "12.000 ms", "3 h 00 min 01.000 s".
std::string durationText(time::Duration duration);

}  // namespace coroboard::simulation
