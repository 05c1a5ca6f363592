// SPDX-License-Identifier: MIT
#pragma once
// ObjectReader: reads one JSON object key by key and notes every problem in its JsonSource: a missing key, a value of the wrong type or out
// of range, and (in finish()) keys nobody asked for. Whatever is wrong, reading goes on with a harmless value, so that all is reported at once.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "board/json_source.h"

namespace coroboard::board {

// Whether a text is a name: letters, digits, '_', '-', '.', '+', at most 40.
bool isName(const std::string& text);

class ObjectReader {
public:
    // The value at `pointer`; if it is no object that is noted, and the reader reads nothing.
    ObjectReader(JsonSource& source, std::string pointer);

    bool has(const std::string& key);
    const std::string& pointer() const { return m_pointer; }
    std::string pointerOf(const std::string& key) const { return pointerTo(m_pointer, key); }

    enum class Length { NotEmpty, MayBeEmpty };
    std::string requiredText(const std::string& key, Length length = Length::NotEmpty);
    std::string text(const std::string& key, const std::string& otherwise = "");
    // See isName().
    std::string requiredName(const std::string& key);

    double requiredNumber(const std::string& key, double minimum, double maximum);
    double number(const std::string& key, double minimum, double maximum, double otherwise);
    std::int64_t requiredInteger(const std::string& key, std::int64_t minimum, std::int64_t maximum);
    std::int64_t integer(const std::string& key, std::int64_t minimum, std::int64_t maximum, std::int64_t otherwise);
    // A list of exactly two numbers.
    std::optional<std::pair<double, double>> pair(const std::string& key, double minimum, double maximum);
    std::vector<std::string> texts(const std::string& key);

    // Calls `read` with the pointer of every element of a list, or with every key of an object.
    void eachElement(const std::string& key, const std::function<void(const std::string& pointer)>& read);
    void eachKey(const std::string& key,
                 const std::function<void(const std::string& name, const nlohmann::json& value)>& read);

    // Notes the keys nobody asked for.
    void finish();

private:
    const nlohmann::json* find(const std::string& key);
    const nlohmann::json* require(const std::string& key);
    std::string asText(const std::string& key, const nlohmann::json& value, Length length);
    double asNumber(const std::string& key, const nlohmann::json& value, double minimum, double maximum);
    std::int64_t asInteger(const std::string& key, const nlohmann::json& value, std::int64_t minimum,
                           std::int64_t maximum);

    JsonSource& m_source;
    std::string m_pointer;
    const nlohmann::json* m_object = nullptr;
    std::vector<std::string> m_known;
};

}  // namespace coroboard::board
