// SPDX-License-Identifier: MIT
#include "simulation/suggestion.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace coroboard::simulation {

namespace {

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string closestName(std::string_view typed, const std::vector<std::string>& names)
{
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, typed.size() / 3) + 1;
    for (const std::string& name : names) {
        const std::size_t distance = editDistance(typed, name);
        if (distance >= bestDistance || distance >= std::max(typed.size(), name.size())) continue;
        best = name;
        bestDistance = distance;
    }
    return best;
}

std::string unknownName(std::string_view what, std::string_view typed, const std::vector<std::string>& names)
{
    std::string text = fmt::format("unknown {} '{}'", what, typed);
    if (names.empty()) return text + "; there are none";
    const std::string close = closestName(typed, names);
    text += close.empty() ? std::string("; there are: ") : fmt::format("; did you mean '{}'? there are: ", close);
    return text + fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace coroboard::simulation
