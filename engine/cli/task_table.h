// SPDX-License-Identifier: MIT
#pragma once
// The table of tasks that `run --tasks` and SIGUSR1 print.

#include <string>
#include <vector>

#include "simulation/snapshot.h"

namespace coroboard::cli {

// One line a task, its await chain with locals below it.
std::string taskTable(const std::vector<simulation::TaskSnapshot>& tasks, time::VirtualTime now);

}  // namespace coroboard::cli
