// SPDX-License-Identifier: MIT
#pragma once
// setjmp/longjmp for the translated code, whose exceptions (nlr) are non-local jumps. Emscripten splits them into invoke_* imports, which
// call through the function table with a jump target set, and _emscripten_throw_longjmp. One list of targets per VM, because one VM
// runs on one fibre; the targets live on that fibre's stack.

// The compiler's own setjmp saves three words and no signal mask; under sanitizers the library's, which they understand, is used.

#include <csetjmp>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define COROBOARD_LIBRARY_SETJMP 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define COROBOARD_LIBRARY_SETJMP 1
#endif
#endif

#if COROBOARD_LIBRARY_SETJMP
#define COROBOARD_SETJMP(buffer) _setjmp(buffer)
#define COROBOARD_LONGJMP(buffer) longjmp(buffer, 1)
#else
#define COROBOARD_SETJMP(buffer) __builtin_setjmp(buffer)
#define COROBOARD_LONGJMP(buffer) __builtin_longjmp(buffer, 1)
#endif

namespace coroboard::micropython {

struct JumpTarget {
#if COROBOARD_LIBRARY_SETJMP
    jmp_buf buffer;
#else
    void* buffer[5];
#endif
    JumpTarget* previous;
};

}  // namespace coroboard::micropython
