// SPDX-License-Identifier: MIT
#pragma once
// Fields: reads a JSON object and knows where it is: what is wrong is thrown as BadField with its pointer, and becomes an Error at the door
// of the module (recording_file.cpp). Internal to recording/.

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "base/result.h"
#include "recording/plain_bytes.h"
#include "time/virtual_time.h"

namespace coroboard::recording {

// Nanoseconds: a hundred years, as long as any duration may be.
inline constexpr std::int64_t longestRun = 3'155'760'000'000'000'000;

struct BadField {
    std::string pointer;
    std::string text;
};

class Fields {
public:
    using Json = nlohmann::ordered_json;

    Fields(const Json& json, std::string pointer) : m_json(json), m_pointer(std::move(pointer))
    {
        if (!json.is_object()) throw BadField{m_pointer, "an object is allowed"};
    }

    bool has(const char* key) const { return m_json.contains(key); }
    const std::string& pointer() const { return m_pointer; }
    [[noreturn]] void reject(const std::string& text) const { throw BadField{m_pointer, text}; }

    // Any other key is refused.
    void allow(std::initializer_list<std::string_view> keys) const
    {
        for (const auto& [key, value] : m_json.items())
            if (std::find(keys.begin(), keys.end(), key) == keys.end())
                throw BadField{m_pointer + "/" + key, fmt::format("unknown; allowed are {}", fmt::join(keys, ", "))};
    }

    std::string text(const char* key) const { return typed(key, &Json::is_string, "a string").get<std::string>(); }
    double number(const char* key) const { return typed(key, &Json::is_number, "a number").get<double>(); }
    std::uint64_t count(const char* key) const { return typed(key, &Json::is_number_unsigned, "a whole number").get<std::uint64_t>(); }
    std::string bytes(const char* key) const
    {
        auto bytes = bytesFromJson(at(key));
        if (!bytes) throw BadField{m_pointer + "/" + key, bytes.error().message};
        return std::move(*bytes);
    }
    time::VirtualTime time(const char* key) const
    {
        const std::uint64_t nanoseconds = count(key);
        if (nanoseconds > std::uint64_t{longestRun}) throw BadField{m_pointer + "/" + key, "too late"};
        return time::powerOn + time::Duration{static_cast<std::int64_t>(nanoseconds)};
    }
    Fields object(const char* key) const { return Fields(at(key), m_pointer + "/" + key); }

    // body(key, fields or value): every member, every element.
    template <class Body> void eachMember(Body body) const
    {
        for (const auto& [key, value] : m_json.items()) body(key, value, m_pointer + "/" + key);
    }
    template <class Body> void eachElement(const char* key, Body body) const
    {
        if (!has(key)) return;
        const Json& list = typed(key, &Json::is_array, "a list");
        for (std::size_t i = 0; i < list.size(); ++i) body(list[i], fmt::format("{}/{}/{}", m_pointer, key, i));
    }

private:
    const Json& at(const char* key) const
    {
        if (!has(key)) throw BadField{m_pointer, fmt::format("\"{}\" is missing", key)};
        return m_json[key];
    }
    const Json& typed(const char* key, bool (Json::*isAllowed)() const noexcept, const char* allowed) const
    {
        const Json& value = at(key);
        if (!(value.*isAllowed)()) throw BadField{m_pointer + "/" + key, fmt::format("{} is allowed", allowed)};
        return value;
    }

    const Json& m_json;
    std::string m_pointer;
};

// What a text parser of ours gave back, or its complaint at that place.
template <class T> T valid(Result<T> result, const std::string& pointer)
{
    if (!result) throw BadField{pointer, result.error().message};
    return std::move(*result);
}

inline std::string stringAt(const nlohmann::ordered_json& json, const std::string& pointer)
{
    if (!json.is_string()) throw BadField{pointer, "a string is allowed"};
    return json.get<std::string>();
}

}  // namespace coroboard::recording
