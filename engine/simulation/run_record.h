// SPDX-License-Identifier: MIT
#pragma once
// RunRecord: one life of a board as plain values: everything it began with at power-on, every command since, and the hash of what came of
// it. The same record played again gives the same hash, on every machine; recording/ puts it into a file.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "board/board.h"
#include "modules/firmware.h"
#include "modules/flash_image.h"
#include "program/program.h"
#include "simulation/command.h"
#include "time/virtual_time.h"

namespace coroboard::simulation {

struct StampedCommand {
    time::VirtualTime when{};                // in the power cycle it was given in
    Command command;
};

// What a power cycle begins with.
struct RunStart {
    std::shared_ptr<const program::Program> program;     // null: an empty board
    std::uint64_t seed = 1;
    modules::AfterProgram afterProgram = modules::AfterProgram::End;
    board::BoardOptions world;               // where controls stand, what is broken, what moves; memories are a copy of its own
    modules::FlashImage flash;
    std::vector<std::string> history;        // lines typed at the REPL before, oldest first
};

struct RunRecord {
    std::shared_ptr<const board::BoardProfile> profile;
    RunStart start;
    std::vector<StampedCommand> commands;    // in the order in which they took effect
    time::VirtualTime end{};                 // when the record was taken
    bool endsWithProgram = false;            // at the very moment in which the program ended, not at the end of that instant
    std::uint64_t hash = 0;                  // Simulation::traceHash() then
    // From here on a replay may differ: a command came in the middle of an instant, while the program stood at a line of its code or when
    // runUntil() had returned at the program's end.
    std::optional<time::VirtualTime> inexactSince;
};

}  // namespace coroboard::simulation
