// SPDX-License-Identifier: MIT
#pragma once
// What displays show at the end of a run, as PPM files: `run --picture PART=FILE.ppm`. Asked for before anything runs, so that a part
// without a picture or a path that cannot be written is bad input and not a lost run.

#include <string>

#include "base/result.h"
#include "simulation/snapshot.h"

namespace coroboard::cli {

struct PartPicture {
    std::string part;
    std::string file;
};

// Checks the words of the option against the board as it is before the run; makes the file empty.
Result<PartPicture> preparePicture(const std::string& text, const simulation::Snapshot& before);

Result<void> writePicture(const PartPicture& picture, const simulation::Snapshot& snapshot);

}  // namespace coroboard::cli
