// SPDX-License-Identifier: MIT
#pragma once
// ENSURE(condition, "what must hold"): guards our own invariants, in every build. A failure is a bug of ours: it prints where and aborts.

namespace coroboard {

[[noreturn]] void ensureFailed(const char* condition, const char* what, const char* file, int line);

}  // namespace coroboard

#define ENSURE(condition, what) \
    (__builtin_expect(static_cast<bool>(condition), 1) ? void(0) : ::coroboard::ensureFailed(#condition, what, __FILE__, __LINE__))
