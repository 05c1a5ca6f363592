// SPDX-License-Identifier: MIT
#pragma once
// JsonSource: a JSON text together with where everything in it stands, and the problems found in it so far. A problem is one line,
// "file:line:column: /json/pointer: value: what is allowed"; lines and columns start at 1, columns count characters.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace coroboard::board {

class JsonSource {
public:
    // Fails, with all there is to say, on a text that is too big, not UTF-8, or not JSON.
    static Result<JsonSource> parse(std::string_view text, std::string file);

    const nlohmann::json& root() const { return m_root; }
    bool has(const std::string& pointer) const { return m_values.count(pointer) != 0; }

    // Something is wrong with the value at `pointer`.
    void reject(const std::string& pointer, const std::string& allowed);
    // Something is wrong with the key at `pointer` itself.
    void rejectKey(const std::string& pointer, const std::string& why);
    // Something is missing in the object at `pointer`.
    void rejectMissing(const std::string& pointer, const std::string& why);

    bool hasProblems() const { return !m_problems.empty(); }
    // All problems in the order of the text, a line each.
    Error problems() const;

private:
    struct Position {
        int line = 0;
        int column = 0;
        auto operator<=>(const Position&) const = default;
    };
    void locate(std::string_view text);
    void add(Position position, const std::string& pointer, const std::string& text);

    std::string m_file;
    nlohmann::json m_root;
    std::map<std::string, Position> m_values;  // by JSON pointer
    std::map<std::string, Position> m_keys;
    std::multimap<Position, std::string> m_problems;
};

// One step of a JSON pointer, escaped as RFC 6901 says.
std::string pointerTo(const std::string& parent, std::string_view key);
std::string pointerTo(const std::string& parent, std::size_t index);

}  // namespace coroboard::board
