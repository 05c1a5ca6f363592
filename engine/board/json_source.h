// SPDX-License-Identifier: MIT
#pragma once
// JsonSource: a JSON text together with where everything in it stands, and the problems found in it so far. Told as text a problem is
// one line, "file:line:column: /json/pointer: value: what is allowed"; lines and columns start at 1, columns count characters.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace coroboard::board {

// One thing that is wrong.
struct JsonProblem {
    std::string pointer;
    std::string text;     // "value: what is allowed"
    std::string missing;  // the key that is not there, where that is the problem
    std::string other;    // the pointer of what it collides with
};

// From the first byte to behind the last.
struct JsonSpan {
    std::size_t from = 0;
    std::size_t to = 0;
};

class JsonSource {
public:
    // Fails, with all there is to say, on a text that is too big, not UTF-8, or not JSON.
    static Result<JsonSource> parse(std::string_view text, std::string file);

    const nlohmann::json& root() const { return m_root; }
    bool has(const std::string& pointer) const { return m_values.count(pointer) != 0; }

    // Where the value at `pointer` stands in the text; has() must hold.
    JsonSpan span(const std::string& pointer) const { return m_spans.at(pointer); }
    // Where the key of a member stands, quotes included.
    JsonSpan keySpan(const std::string& pointer) const { return m_keySpans.at(pointer); }

    // Something is wrong with the value at `pointer`, perhaps beside another one.
    void reject(const std::string& pointer, const std::string& allowed, const std::string& other = {});
    // Something is wrong with the key at `pointer` itself.
    void rejectKey(const std::string& pointer, const std::string& why);
    // Something, the key `missing` where it has one, is missing in the object at `pointer`.
    void rejectMissing(const std::string& pointer, const std::string& why, const std::string& missing = {});

    bool hasProblems() const { return !m_problems.empty(); }
    // All problems in the order of the text; as an error, a line each.
    std::vector<JsonProblem> problems() const;
    Error error() const;

private:
    struct Position {
        int line = 0;
        int column = 0;
        auto operator<=>(const Position&) const = default;
    };
    void locate(std::string_view text);
    void add(Position position, JsonProblem problem);

    std::string m_file;
    nlohmann::json m_root;
    std::map<std::string, Position> m_values;  // by JSON pointer
    std::map<std::string, Position> m_keys;
    std::map<std::string, JsonSpan> m_spans;
    std::map<std::string, JsonSpan> m_keySpans;
    std::multimap<Position, JsonProblem> m_problems;
};

// One step of a JSON pointer, escaped as RFC 6901 says.
std::string pointerTo(const std::string& parent, std::string_view key);
std::string pointerTo(const std::string& parent, std::size_t index);

}  // namespace coroboard::board
