// SPDX-License-Identifier: MIT
#pragma once
// The part of boards/board.schema.json that says what each model of part takes, written from the registry, so that editors complete
// exactly what the reader accepts. `coroboard-cli boards schema` prints the whole file; a test compares it with the one in boards/.

#include <string>
#include <string_view>

#include "base/result.h"

namespace coroboard::board {

// The schema with its list of models and their pins, parameters and controls replaced by those of this build. JSON text in and out.
Result<std::string> withPartsOfThisBuild(std::string_view schema);

}  // namespace coroboard::board
