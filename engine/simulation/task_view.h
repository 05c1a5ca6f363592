// SPDX-License-Identifier: MIT
#pragma once
// The loop's own account of its tasks (time::TaskInfo) turned into the words of a Snapshot.

#include <string>
#include <vector>

#include "simulation/snapshot.h"
#include "time/event_loop.h"

namespace coroboard::simulation {

// "sleep until 1.500000 s", "lock bus held by reader", "event ready", "" when it waits for nothing.
std::string waitText(const time::WaitInfo& wait);

StopSnapshot stopSnapshot(const modules::CodeStop& stop);

// Every task of the loop, by id.
std::vector<TaskSnapshot> taskSnapshots(const time::EventLoop& loop);

}  // namespace coroboard::simulation
