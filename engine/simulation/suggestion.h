// SPDX-License-Identifier: MIT
#pragma once
// "Did you mean": the name that looks most like what was typed.

#include <string>
#include <string_view>
#include <vector>

namespace coroboard::simulation {

// The closest of `names` by edit distance (case ignored), or "" when nothing is close enough to be meant.
std::string closestName(std::string_view typed, const std::vector<std::string>& names);

// "unknown WHAT 'typed'; did you mean 'x'? there are: a, b, c"
std::string unknownName(std::string_view what, std::string_view typed, const std::vector<std::string>& names);

}  // namespace coroboard::simulation
