// SPDX-License-Identifier: MIT
#include "board/object_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "board/spelling.h"

namespace coroboard::board {

namespace {

constexpr std::size_t longestText = 2000;
constexpr std::size_t longestName = 40;

bool isNameCharacter(char character)
{
    const auto byte = static_cast<unsigned char>(character);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           std::string_view("_-.+").find(character) != std::string_view::npos;
}

}  // namespace

bool isName(const std::string& text)
{
    return !text.empty() && text.size() <= longestName && std::all_of(text.begin(), text.end(), isNameCharacter);
}

ObjectReader::ObjectReader(JsonSource& source, std::string pointer) : m_source(source), m_pointer(std::move(pointer))
{
    const auto& value = source.root().at(nlohmann::json::json_pointer(m_pointer));
    if (value.is_object()) {
        m_object = &value;
    } else {
        source.reject(m_pointer, "an object is allowed");
    }
}

const nlohmann::json* ObjectReader::find(const std::string& key)
{
    m_known.push_back(key);
    if (!m_object)
        return nullptr;
    const auto found = m_object->find(key);
    return found == m_object->end() ? nullptr : &*found;
}

const nlohmann::json* ObjectReader::require(const std::string& key)
{
    const auto* value = find(key);
    if (!value && m_object)
        m_source.rejectMissing(m_pointer, fmt::format("\"{}\" is missing", key));
    return value;
}

bool ObjectReader::has(const std::string& key)
{
    return find(key) != nullptr;
}

std::string ObjectReader::asText(const std::string& key, const nlohmann::json& value, Length length)
{
    const std::string text = value.is_string() ? value.get<std::string>() : "";
    const bool allowed =
        value.is_string() && text.size() <= longestText && (length == Length::MayBeEmpty || !text.empty());
    if (!allowed)
        m_source.reject(pointerOf(key), fmt::format("a text of {} to {} bytes is allowed",
                                                    length == Length::MayBeEmpty ? 0 : 1, longestText));
    return text;
}

std::string ObjectReader::requiredText(const std::string& key, Length length)
{
    const auto* value = require(key);
    return value ? asText(key, *value, length) : "";
}

std::string ObjectReader::text(const std::string& key, const std::string& otherwise)
{
    const auto* value = find(key);
    return value ? asText(key, *value, Length::MayBeEmpty) : otherwise;
}

std::string ObjectReader::requiredName(const std::string& key)
{
    const auto* value = require(key);
    if (!value)
        return "";
    const std::string name = value->is_string() ? value->get<std::string>() : "";
    if (!isName(name))
        m_source.reject(pointerOf(key),
                        fmt::format("a name of 1 to {} letters, digits, '_', '-', '.', '+' is allowed", longestName));
    return name;
}

double ObjectReader::asNumber(const std::string& key, const nlohmann::json& value, double minimum, double maximum)
{
    const double number = value.is_number() ? value.get<double>() : minimum;
    if (value.is_number() && number >= minimum && number <= maximum)
        return number;
    m_source.reject(pointerOf(key), fmt::format("a number from {} to {} is allowed", minimum, maximum));
    return minimum;
}

double ObjectReader::requiredNumber(const std::string& key, double minimum, double maximum)
{
    const auto* value = require(key);
    return value ? asNumber(key, *value, minimum, maximum) : minimum;
}

double ObjectReader::number(const std::string& key, double minimum, double maximum, double otherwise)
{
    const auto* value = find(key);
    return value ? asNumber(key, *value, minimum, maximum) : otherwise;
}

std::int64_t ObjectReader::asInteger(const std::string& key, const nlohmann::json& value, std::int64_t minimum,
                                     std::int64_t maximum)
{
    const bool fits = value.is_number_integer() && value.get<double>() >= static_cast<double>(minimum) &&
                      value.get<double>() <= static_cast<double>(maximum);
    if (fits)
        return value.get<std::int64_t>();
    m_source.reject(pointerOf(key), fmt::format("a whole number from {} to {} is allowed", minimum, maximum));
    return minimum;
}

std::int64_t ObjectReader::requiredInteger(const std::string& key, std::int64_t minimum, std::int64_t maximum)
{
    const auto* value = require(key);
    return value ? asInteger(key, *value, minimum, maximum) : minimum;
}

std::int64_t ObjectReader::integer(const std::string& key, std::int64_t minimum, std::int64_t maximum,
                                   std::int64_t otherwise)
{
    const auto* value = find(key);
    return value ? asInteger(key, *value, minimum, maximum) : otherwise;
}

std::optional<std::pair<double, double>> ObjectReader::pair(const std::string& key, double minimum, double maximum)
{
    const auto* value = find(key);
    if (!value)
        return std::nullopt;
    if (!value->is_array() || value->size() != 2) {
        m_source.reject(pointerOf(key), "a list of two numbers is allowed");
        return std::nullopt;
    }
    double read[2] = {minimum, minimum};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& element = (*value)[i];
        const double number = element.is_number() ? element.get<double>() : minimum - 1;
        if (number >= minimum && number <= maximum)
            read[i] = number;
        else
            m_source.reject(pointerTo(pointerOf(key), i),
                            fmt::format("a number from {} to {} is allowed", minimum, maximum));
    }
    return std::pair{read[0], read[1]};
}

std::vector<std::string> ObjectReader::texts(const std::string& key)
{
    std::vector<std::string> read;
    eachElement(key, [&](const std::string& pointer) {
        const auto& element = m_source.root().at(nlohmann::json::json_pointer(pointer));
        const std::string text = element.is_string() ? element.get<std::string>() : "";
        if (isName(text))
            read.push_back(text);
        else
            m_source.reject(
                pointer, fmt::format("a name of 1 to {} letters, digits, '_', '-', '.', '+' is allowed", longestName));
    });
    return read;
}

void ObjectReader::eachElement(const std::string& key, const std::function<void(const std::string& pointer)>& read)
{
    const auto* value = find(key);
    if (!value)
        return;
    if (!value->is_array()) {
        m_source.reject(pointerOf(key), "a list is allowed");
        return;
    }
    for (std::size_t i = 0; i < value->size(); ++i)
        read(pointerTo(pointerOf(key), i));
}

void ObjectReader::eachKey(const std::string& key,
                           const std::function<void(const std::string& name, const nlohmann::json& value)>& read)
{
    const auto* value = find(key);
    if (!value)
        return;
    if (!value->is_object()) {
        m_source.reject(pointerOf(key), "an object is allowed");
        return;
    }
    for (auto each = value->begin(); each != value->end(); ++each)
        read(each.key(), *each);
}

void ObjectReader::finish()
{
    if (!m_object)
        return;
    std::sort(m_known.begin(), m_known.end());
    m_known.erase(std::unique(m_known.begin(), m_known.end()), m_known.end());
    for (auto each = m_object->begin(); each != m_object->end(); ++each) {
        if (std::binary_search(m_known.begin(), m_known.end(), each.key()))
            continue;
        m_source.rejectKey(pointerOf(each.key()),
                           fmt::format("no such key: {} are allowed{}", listed(m_known), guess(each.key(), m_known)));
    }
}

}  // namespace coroboard::board
