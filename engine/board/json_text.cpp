// SPDX-License-Identifier: MIT
#include "board/json_text.h"

#include <cmath>

#include <fmt/format.h>

#include "base/ensure.h"

namespace coroboard::board {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view space = " \t\r\n";
constexpr double largestExactInteger = 9007199254740992.0;

std::string parentOf(const std::string& pointer) { return pointer.substr(0, pointer.rfind('/')); }

std::string keyOf(const std::string& pointer)
{
    return Json::json_pointer(pointer).back();
}

// What stands before a line's first character.
std::string indentationAt(const std::string& text, std::size_t place)
{
    const auto line = place == 0 ? std::string::npos : text.rfind('\n', place - 1);
    const std::size_t from = line == std::string::npos ? 0 : line + 1;
    return text.substr(from, text.find_first_not_of(" \t", from) - from);
}

}  // namespace

std::string onOneLine(const Json& value)
{
    if (value.is_number_float() && std::trunc(value.get<double>()) == value.get<double>() &&
        std::abs(value.get<double>()) < largestExactInteger)
        return fmt::format("{}", static_cast<std::int64_t>(value.get<double>()));
    if (!value.is_structured() || value.empty())
        return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string text;
    for (const auto& [key, each] : value.items()) {
        text += text.empty() ? "" : ", ";
        text += value.is_object() ? Json(key).dump() + ": " + onOneLine(each) : onOneLine(each);
    }
    return value.is_object() ? "{ " + text + " }" : "[" + text + "]";
}

JsonSource JsonText::read() const
{
    auto source = JsonSource::parse(m_text, "");
    ENSURE(source.has_value(), "only JSON is changed in place");
    return std::move(*source);
}

bool JsonText::has(const std::string& pointer) const { return read().has(pointer); }

void JsonText::set(const std::string& pointer, const Json& value)
{
    const JsonSource source = read();
    if (source.has(pointer)) {
        const JsonSpan span = source.span(pointer);
        m_text.replace(span.from, span.to - span.from, onOneLine(value));
        return;
    }
    const std::string parent = parentOf(pointer);
    if (source.has(parent) && source.root().at(nlohmann::json::json_pointer(parent)).is_object())
        extend(parent, Json(keyOf(pointer)).dump() + ": " + onOneLine(value));
    else
        set(parent, Json{{keyOf(pointer), value}});
}

void JsonText::append(const std::string& list, const Json& value)
{
    if (!has(list))
        set(list, Json::array());
    extend(list, onOneLine(value));
}

// Adds an entry after the last one, on a line of its own if that is how the entries stand. The text's own lists and objects start with
// an entry on a line of its own when they are empty.
void JsonText::extend(const std::string& container, const std::string& entry)
{
    const JsonSpan span = read().span(container);
    const std::size_t close = span.to - 1;
    const std::size_t last = m_text.find_last_not_of(space, close - 1);
    if (last == span.from) {
        const bool isObject = m_text[span.from] == '{';
        const bool isTop = parentOf(container).empty();
        const std::string outer = indentationAt(m_text, span.from);
        const std::string lone = isTop ? "\n" + outer + "  " + entry + "\n" + outer : isObject ? " " + entry + " " : entry;
        m_text.replace(span.from + 1, close - span.from - 1, lone);
        return;
    }
    const bool ownLine = m_text.find('\n', last) < close;
    m_text.insert(last + 1, ownLine ? ",\n" + indentationAt(m_text, last) + entry : ", " + entry);
}

void JsonText::erase(const std::string& pointer)
{
    const JsonSource source = read();
    if (!source.has(pointer))
        return;
    const JsonSpan value = source.span(pointer);
    const bool isMember = source.root().at(nlohmann::json::json_pointer(parentOf(pointer))).is_object();
    const std::size_t from = isMember ? source.keySpan(pointer).from : value.from;
    const std::size_t after = m_text.find_first_not_of(space, value.to);
    if (m_text[after] == ',') {
        m_text.erase(from, m_text.find_first_not_of(space, after + 1) - from);
        return;
    }
    const std::size_t before = m_text.find_last_not_of(space, from - 1);
    if (m_text[before] == ',')
        m_text.erase(before, value.to - before);
    else
        m_text.erase(before + 1, after - before - 1);
}

}  // namespace coroboard::board
