// SPDX-License-Identifier: MIT
// Where a statement typed at the prompt ends, and how far its next line is indented.
#include <algorithm>
#include <array>

#include "serial/line_editor.h"

namespace coroboard::serial {

namespace {

constexpr std::size_t step = 4;
constexpr std::array<std::string_view, 8> blockWords = {"if", "while", "for", "try", "with", "def", "class", "async"};

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool opensBlock(std::string_view statement)
{
    if (statement.starts_with('@')) return true;
    const auto end = std::find_if_not(statement.begin(), statement.end(), isWordCharacter);
    const std::string_view word = statement.substr(0, static_cast<std::size_t>(end - statement.begin()));
    return std::find(blockWords.begin(), blockWords.end(), word) != blockWords.end();
}

// Walks over a statement and keeps what is open.
struct Openings {
    int brackets = 0;
    bool tripleQuote = false;
    bool backslash = false;              // the last character escapes the end of the line

    explicit Openings(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size();) at = step(text, at);
    }

    std::size_t step(std::string_view text, std::size_t at)
    {
        const char c = text[at];
        if (c == '#') return std::min(text.find('\n', at), text.size());
        if (c == '\'' || c == '"') return string(text, at);
        if (c == '(' || c == '[' || c == '{') ++brackets;
        if (c == ')' || c == ']' || c == '}') --brackets;
        backslash = c == '\\' && at + 1 == text.size();
        return at + 1;
    }

    std::size_t string(std::string_view text, std::size_t at)
    {
        const char quote = text[at];
        const std::string_view triple = text.substr(at, 3);
        const bool isTriple = triple.size() == 3 && triple[1] == quote && triple[2] == quote;
        const std::string_view end = isTriple ? triple : triple.substr(0, 1);
        for (at += end.size(); at < text.size(); ++at) {
            if (text[at] == '\\') {
                backslash = at + 1 == text.size();
                ++at;
            } else if (text.substr(at, end.size()) == end) {
                return at + end.size();
            } else if (text[at] == '\n' && !isTriple) {
                return at;
            }
        }
        tripleQuote = isTriple;
        return text.size();
    }
};

}  // namespace

bool wantsMore(std::string_view statement)
{
    if (statement.empty()) return false;
    const Openings open(statement);
    if (open.tripleQuote || open.brackets > 0 || open.backslash) return true;
    return opensBlock(statement) && statement.back() != '\n';
}

std::size_t indentationAfter(std::string_view before)
{
    if (before.size() < 2 || before.back() != '\n') return 0;
    const std::string_view above = before.substr(0, before.size() - 1);
    const std::size_t start = above.rfind('\n') + 1;    // npos + 1 is 0
    const std::string_view line = above.substr(start);
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    // Two lines of nothing but spaces: the block is meant to end.
    if (spaces == line.size() && start > 0) {
        const std::string_view earlier = above.substr(0, start - 1);
        if (earlier.substr(earlier.rfind('\n') + 1).find_first_not_of(' ') == std::string_view::npos) return 0;
    }
    return spaces / step * step + (line.ends_with(':') ? step : 0);
}

}  // namespace coroboard::serial
