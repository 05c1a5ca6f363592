// SPDX-License-Identifier: MIT
#pragma once
// setjmp/longjmp for the translated code, whose exceptions (nlr) are non-local jumps. Emscripten splits them into invoke_* imports, which
// call through the function table with a jump target set, and _emscripten_throw_longjmp. One list of targets per VM, because one VM
// runs on one fibre; the targets live on that fibre's stack.

#include <csetjmp>

namespace coroboard::micropython {

struct JumpTarget {
    jmp_buf buffer;
    JumpTarget* previous;
};

}  // namespace coroboard::micropython
