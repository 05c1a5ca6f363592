// SPDX-License-Identifier: MIT
#include "board/spelling.h"

#include <algorithm>
#include <cctype>
#include <numeric>

#include <fmt/format.h>

namespace coroboard::board {

namespace {

constexpr std::size_t longestList = 30;
constexpr std::size_t longestWord = 64;

// Single letters to insert, delete, replace or swap with a neighbour (optimal string alignment). Case does not count.
std::size_t distanceBetween(std::string_view left, std::string_view right)
{
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    std::vector<std::size_t> before(right.size() + 1), last(right.size() + 1), row(right.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (same(left[i - 1], right[j - 1]) ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && same(left[i - 1], right[j - 2]) && same(left[i - 2], right[j - 1]);
            if (swapped)
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[right.size()];
}

}  // namespace

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size() && i < longestList; ++i)
        text += (i == 0 ? "" : ", ") + words[i];
    if (words.size() > longestList)
        text += fmt::format(" … ({} in all)", words.size());
    return text;
}

std::string guess(std::string_view written, const std::vector<std::string>& words)
{
    if (written.size() > longestWord)
        return "";
    const std::string* nearest = nullptr;
    std::size_t smallest = std::max<std::size_t>(1, written.size() / 3) + 1;
    for (const std::string& word : words) {
        const std::size_t distance = distanceBetween(written, word);
        if (distance >= smallest || distance >= written.size())
            continue;
        smallest = distance;
        nearest = &word;
    }
    return nearest ? fmt::format("; did you mean \"{}\"?", *nearest) : "";
}

}  // namespace coroboard::board
