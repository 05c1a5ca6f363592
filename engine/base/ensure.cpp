// SPDX-License-Identifier: MIT
#include "base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace coroboard {

void ensureFailed(const char* condition, const char* what, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: internal error: %s (%s)\n", file, line, what, condition);
    std::abort();
}

}  // namespace coroboard
