// SPDX-License-Identifier: MIT
#include "board/json_source.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace coroboard::board {

namespace {

constexpr std::size_t sizeLimit = 1 << 20;
constexpr std::size_t nestingLimit = 32;
constexpr std::size_t shownCharacters = 60;

// Walks over a text character by character, knowing line and column.
class Cursor {
public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    std::size_t offset() const { return m_at; }
    int line() const { return m_line; }
    int column() const { return m_column; }

    void step()
    {
        const auto byte = static_cast<unsigned char>(m_text[m_at++]);
        if (byte == '\n') {
            ++m_line;
            m_column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            ++m_column;
        }
    }
    void skip(std::string_view characters)
    {
        while (!atEnd() && characters.find(peek()) != std::string_view::npos)
            step();
    }
    void skipUntil(std::string_view characters)
    {
        while (!atEnd() && characters.find(peek()) == std::string_view::npos)
            step();
    }
    // From an opening quote to behind the closing one; gives what is between, still escaped.
    std::string_view takeString()
    {
        step();
        const std::size_t from = m_at;
        while (!atEnd() && peek() != '"') {
            if (peek() == '\\')
                step();
            if (!atEnd())
                step();
        }
        const auto inside = m_text.substr(from, m_at - from);
        if (!atEnd())
            step();
        return inside;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    int m_column = 1;
};

// Where the text nests deeper than allowed; the end if it does not.
Cursor tooDeepIn(std::string_view text)
{
    Cursor cursor(text);
    std::size_t depth = 0;
    while (!cursor.atEnd() && depth <= nestingLimit) {
        const char character = cursor.peek();
        if (character == '"') {
            cursor.takeString();
            continue;
        }
        if (character == '{' || character == '[')
            ++depth;
        if ((character == '}' || character == ']') && depth > 0)
            --depth;
        cursor.step();
    }
    return cursor;
}

// Where a number that is too big for anything stands; nlohmann only quotes it.
Cursor placeOfQuoted(std::string_view text, std::string_view message)
{
    const auto open = message.find('\'');
    const auto close = message.rfind('\'');
    const auto number = open < close ? message.substr(open + 1, close - open - 1) : std::string_view{};
    const auto found = number.empty() ? 0 : std::min(text.find(number), text.size());
    Cursor cursor(text);
    while (cursor.offset() < found)
        cursor.step();
    return cursor;
}

std::string shown(const nlohmann::json& value)
{
    if (value.is_object())
        return "an object";
    if (value.is_array())
        return fmt::format("a list of {}", value.size());
    const std::string text = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() <= shownCharacters)
        return text;
    std::size_t cut = shownCharacters;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80)
        --cut;
    return text.substr(0, cut) + "…";
}

// The part of nlohmann's message that says what is wrong: after its own code and position.
std::string reasonOf(const nlohmann::json::exception& error)
{
    std::string text = error.what();
    if (const auto bracket = text.find("] "); bracket != std::string::npos)
        text.erase(0, bracket + 2);
    if (const auto colon = text.find(": "); text.rfind("parse error", 0) == 0 && colon != std::string::npos)
        text.erase(0, colon + 2);
    return text;
}

}  // namespace

std::string pointerTo(const std::string& parent, std::string_view key)
{
    std::string pointer = parent + "/";
    for (const char character : key) {
        if (character == '~')
            pointer += "~0";
        else if (character == '/')
            pointer += "~1";
        else
            pointer += character;
    }
    return pointer;
}

std::string pointerTo(const std::string& parent, std::size_t index)
{
    return parent + "/" + std::to_string(index);
}

Result<JsonSource> JsonSource::parse(std::string_view text, std::string file)
{
    JsonSource source;
    source.m_file = std::move(file);
    if (text.size() > sizeLimit)
        return failure(fmt::format("{}: {} bytes: a JSON text of at most {} bytes is allowed", source.m_file,
                                   text.size(), sizeLimit));
    if (const Cursor deep = tooDeepIn(text); !deep.atEnd())
        return failure(fmt::format("{}:{}:{}: nested too deep: {} levels are allowed", source.m_file, deep.line(),
                                   deep.column(), nestingLimit));
    try {
        source.m_root = nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        Cursor cursor(text);
        while (!cursor.atEnd() && cursor.offset() + 1 < error.byte)
            cursor.step();
        return failure(
            fmt::format("{}:{}:{}: not JSON: {}", source.m_file, cursor.line(), cursor.column(), reasonOf(error)));
    } catch (const nlohmann::json::exception& error) {
        const Cursor place = placeOfQuoted(text, error.what());
        return failure(
            fmt::format("{}:{}:{}: not JSON: {}", source.m_file, place.line(), place.column(), reasonOf(error)));
    }
    source.locate(text);
    return source;
}

// The text is known to be JSON. Nesting is kept in a list, not on the stack: a text may nest as deep as it likes.
void JsonSource::locate(std::string_view text)
{
    struct Level {
        std::string pointer;
        bool isObject = false;
        std::size_t index = 0;
        std::size_t from = 0;
        std::set<std::string> keys;
    };
    constexpr std::string_view space = " \t\r\n";
    std::vector<Level> levels;
    Cursor cursor(text);
    std::string pointer;
    while (true) {
        cursor.skip(space);
        m_values[pointer] = {cursor.line(), cursor.column()};
        const std::size_t from = cursor.offset();
        const char first = cursor.peek();
        if (first == '{' || first == '[') {
            cursor.step();
            levels.push_back({pointer, first == '{', 0, from, {}});
        } else {
            if (first == '"')
                cursor.takeString();
            else
                cursor.skipUntil(",]} \t\r\n");
            m_spans[pointer] = {from, cursor.offset()};
        }
        cursor.skip(space);
        while (!levels.empty() && (cursor.peek() == '}' || cursor.peek() == ']')) {
            cursor.step();
            m_spans[levels.back().pointer] = {levels.back().from, cursor.offset()};
            levels.pop_back();
            cursor.skip(space);
        }
        if (levels.empty() || cursor.atEnd())
            return;
        if (cursor.peek() == ',') {
            cursor.step();
            ++levels.back().index;
            cursor.skip(space);
        }
        Level& level = levels.back();
        if (!level.isObject) {
            pointer = pointerTo(level.pointer, level.index);
            continue;
        }
        const Position position{cursor.line(), cursor.column()};
        const std::size_t keyFrom = cursor.offset();
        const std::string quoted = '"' + std::string(cursor.takeString()) + '"';
        const auto key = nlohmann::json::parse(quoted).get<std::string>();
        pointer = pointerTo(level.pointer, key);
        m_keys[pointer] = position;
        m_keySpans[pointer] = {keyFrom, cursor.offset()};
        if (!level.keys.insert(key).second)
            rejectKey(pointer, "the key is there twice: each key once is allowed");
        cursor.skip(space);
        cursor.step();  // the colon
    }
}

void JsonSource::add(Position position, JsonProblem problem)
{
    m_problems.emplace(position, std::move(problem));
}

void JsonSource::reject(const std::string& pointer, const std::string& allowed, const std::string& other)
{
    const std::string value = shown(m_root.at(nlohmann::json::json_pointer(pointer)));
    add(m_values[pointer], {pointer, value + ": " + allowed, "", other});
}

void JsonSource::rejectKey(const std::string& pointer, const std::string& why)
{
    add(m_keys[pointer], {pointer, why, "", ""});
}

void JsonSource::rejectMissing(const std::string& pointer, const std::string& why, const std::string& missing)
{
    add(m_values[pointer], {pointer, why, missing, ""});
}

std::vector<JsonProblem> JsonSource::problems() const
{
    std::vector<JsonProblem> all;
    for (const auto& [position, problem] : m_problems)
        all.push_back(problem);
    return all;
}

Error JsonSource::error() const
{
    std::string text;
    for (const auto& [position, problem] : m_problems)
        text += fmt::format("{}{}:{}:{}: {}: {}", text.empty() ? "" : "\n", m_file, position.line, position.column,
                            problem.pointer.empty() ? "/" : problem.pointer, problem.text);
    return Error{text};
}

}  // namespace coroboard::board
