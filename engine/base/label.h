// SPDX-License-Identifier: MIT
#pragma once
// Label: the name of a task, a lock, a queue … in one pointer. A string literal is kept as it is (no copy, no allocation);
// anything else is given as std::string and copied. An empty label reads "".

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace coroboard {

class Label {
public:
    Label() = default;

    // A literal: its storage must outlive everything, as that of a string literal does.
    template <std::size_t N>
    Label(const char (&literal)[N]) noexcept : m_text(literal)
    {
    }

    Label(const std::string& text) : m_text(copyOf(text)), m_owned(1) {}
    Label(const Label& other) : Label() { *this = other.m_owned ? Label(std::string(other.view())) : Label(other.m_text, 0); }
    Label(Label&& other) noexcept
        : m_text(std::exchange(other.m_text, "")), m_owned(std::exchange(other.m_owned, std::uint8_t{0}))
    {
    }
    Label& operator=(Label other) noexcept
    {
        std::swap(m_text, other.m_text);
        std::swap(m_owned, other.m_owned);
        return *this;
    }
    ~Label()
    {
        if (m_owned)
            delete[] m_text;
    }

    std::string_view view() const { return m_text; }
    std::string text() const { return m_text; }
    bool isEmpty() const { return *m_text == '\0'; }

private:
    Label(const char* text, std::uint8_t owned) : m_text(text), m_owned(owned) {}
    static const char* copyOf(const std::string& text)
    {
        char* copy = new char[text.size() + 1];
        std::memcpy(copy, text.c_str(), text.size() + 1);
        return copy;
    }

    const char* m_text = "";
    std::uint8_t m_owned = 0;
};

}  // namespace coroboard
