// SPDX-License-Identifier: MIT
#pragma once
// How far the replay of a recorded run is.

#include <cstdint>

namespace coroboard::simulation {

enum class ReplayState : std::uint8_t {
    None,       // nothing is replayed
    Running,
    Exact,      // it came to its end, and the hash is the recorded one
    Different,  // it came to its end with another hash: another version of the engine, or an inexact record
    TakenOver,  // a command from outside ended it: from there on it is a new run
};

}  // namespace coroboard::simulation
