// SPDX-License-Identifier: MIT
#pragma once
// Where a source text calls a coroutine function and does nothing with what it answers, or only puts it into a variable: the places a
// coroutine that was never awaited can come from. Read from the text; calls inside other calls, awaits and returns are left out.

#include <string_view>
#include <vector>

namespace coroboard::modules {

// Lines, in source order. Calls whose answer is dropped, or, when there are none, those whose answer is kept.
std::vector<int> unawaitedCalls(std::string_view source, std::string_view function);

}  // namespace coroboard::modules
