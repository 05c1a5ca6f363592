// SPDX-License-Identifier: MIT
#pragma once
// Has MicroPython itself compile a source text, on a board with nothing on it, without running it.

#include <optional>
#include <string>
#include <string_view>

#include "program/program.h"

namespace coroboard::simulation {

// The first thing MicroPython's compiler refuses, if any. It knows lines, not columns: the column is 1.
std::optional<program::Diagnostic> checkSyntax(std::string_view source, const std::string& file);

}  // namespace coroboard::simulation
