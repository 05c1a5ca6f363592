// SPDX-License-Identifier: MIT
#pragma once
// Recordings (*.coro): a run as a file that plays again bit for bit anywhere: the board's profile with its picture, every file of the flash,
// seed, where everything stood, each command with its virtual time, and the trace hash. JSON, written whole or not at all:
//
//   { "coroboard-recording": 1, "program": {"name": "blink.py"}, "board": {"profile": "board.json", "files": {"board.json": "…"}},
//     "flash": {"files": {"/main.py": "…"}, "folders": []}, "seed": 1, "then": "end", "world": {…},
//     "commands": [{"at": 20000000, "part": "dial", "control": "position", "to": 90}], "end": 1000000000, "hash": "37156cea6b81078d" }
//
// Times are nanoseconds of virtual time. Bytes that are not UTF-8 stand as {"latin1": "…"}, a character a byte.

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "simulation/run_record.h"

namespace coroboard::recording {

// The largest file that is read.
inline constexpr std::uintmax_t largestRecording = std::uintmax_t{64} << 20;

// Error: the board's files cannot be read any more, or the file cannot be written.
Result<void> saveRecording(const simulation::RunRecord& record, const std::filesystem::path& file);

// The record's board lies in a temporary folder, which goes with the last that holds RunRecord::profile.
// Error: "FILE: /pointer: what is wrong", and what is allowed.
Result<std::shared_ptr<const simulation::RunRecord>> loadRecording(const std::filesystem::path& file);

}  // namespace coroboard::recording
