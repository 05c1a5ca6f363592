// SPDX-License-Identifier: MIT
#pragma once
// Message: one thing the simulation has to tell the user: a refused command, a report about the program, an exception.

#include <cstdint>
#include <string>

#include "time/virtual_time.h"

namespace coroboard::simulation {

enum class Severity { Note, Warning, Error };

struct Message {
    std::uint64_t number = 0;    // grows by one with each message; show those above the last number seen
    Severity severity = Severity::Note;
    time::VirtualTime when{};
    std::string text;            // whole lines, ready to show; an exception is its whole traceback
};

}  // namespace coroboard::simulation
