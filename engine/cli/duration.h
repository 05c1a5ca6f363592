// SPDX-License-Identifier: MIT
#pragma once
// Durations on the command line are written and shown as everywhere else.

#include "simulation/duration.h"

namespace coroboard::cli {

using simulation::durationText;
using simulation::parseDuration;

}  // namespace coroboard::cli
