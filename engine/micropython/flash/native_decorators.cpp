// SPDX-License-Identifier: MIT
#include "micropython/flash/native_decorators.h"

namespace coroboard::micropython {

std::vector<std::size_t> nativeDecorators(std::string_view source)
{
    constexpr std::string_view module = "@micropython.";
    std::vector<std::size_t> found;
    for (auto at = source.find(module); at != std::string_view::npos; at = source.find(module, at + 1)) {
        const auto lineStart = source.rfind('\n', at) + 1;
        const bool isFirst = source.substr(lineStart, at - lineStart).find_first_not_of(" \t") == std::string_view::npos;
        const std::string_view name = source.substr(at + module.size());
        const auto begins = [&](std::string_view word) { return name.substr(0, word.size()) == word; };
        if (isFirst && (begins("native") || begins("viper") || begins("asm_")))
            found.push_back(at + module.size() - 2);
    }
    return found;
}

}  // namespace coroboard::micropython
