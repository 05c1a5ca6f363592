// SPDX-License-Identifier: MIT
#pragma once
// JsonText: a JSON text that is changed in place: what a change does not touch stays as somebody wrote it, to the byte. What is new is
// written on one line, with a space inside braces, as the profiles in boards/ are.
// Values are named by JSON pointer. A value; every change reads the text again (files of a few kilobytes).

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "board/json_source.h"

namespace coroboard::board {

class JsonText {
public:
    // `text` must be JSON that JsonSource reads.
    explicit JsonText(std::string text) : m_text(std::move(text)) {}

    const std::string& text() const { return m_text; }
    bool has(const std::string& pointer) const;

    // Replaces a value, or adds it at the end of its object, which is made too if it is not there.
    void set(const std::string& pointer, const nlohmann::ordered_json& value);
    // Adds a value at the end of a list; the list is made if it is not there.
    void append(const std::string& list, const nlohmann::ordered_json& value);
    // Takes a value out together with its key and comma.
    void erase(const std::string& pointer);

private:
    JsonSource read() const;
    void extend(const std::string& container, const std::string& entry);

    std::string m_text;
};

// On one line: {"a": 1} reads `{ "a": 1 }`; numbers without a fraction read as integers.
std::string onOneLine(const nlohmann::ordered_json& value);

}  // namespace coroboard::board
