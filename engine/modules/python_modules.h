// SPDX-License-Identifier: MIT
#pragma once
// The texts of python/, compiled in by the build (see CMakeLists.txt).

#include <span>
#include <string_view>

namespace coroboard::modules {

struct PythonModule {
    std::string_view path;    // "asyncio/core.py"
    std::string_view text;
};

std::span<const PythonModule> pythonModules();

}  // namespace coroboard::modules
