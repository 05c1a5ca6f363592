// SPDX-License-Identifier: MIT
#pragma once
// spelling: the right words when somebody wrote a wrong one: the list of what is allowed, and a guess at what was meant.

#include <string>
#include <string_view>
#include <vector>

namespace coroboard::board {

// "a, b, c", shortened after some thirty.
std::string listed(const std::vector<std::string>& words);

// "; did you mean \"led\"?" when one of the words is close to what was written; else nothing.
std::string guess(std::string_view written, const std::vector<std::string>& words);

}  // namespace coroboard::board
