// SPDX-License-Identifier: MIT
#pragma once
// Finds the decorators of native code (@micropython.native, viper, asm_…) in Python source. This interpreter's compiler has no native
// code and refuses them by the name of their module; our `micropython` module interprets such functions. So a program file is read with
// the last letter of that name changed: "@micropytho_.native" is an ordinary decorator, of the same length, which builtins provides.

#include <string_view>
#include <vector>

namespace coroboard::micropython {

inline constexpr char decoratorDisguise = '_';

// The offsets of the letters to change, ascending.
std::vector<std::size_t> nativeDecorators(std::string_view source);

}  // namespace coroboard::micropython
