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
    Label() noexcept : Label("") {}

    // A literal: its storage must outlive everything, as that of a string literal does.
    template <std::size_t N>
    Label(const char (&literal)[N]) noexcept : m_address(reinterpret_cast<std::uintptr_t>(&literal[0]))
    {
    }

    Label(const std::string& text) : m_address(reinterpret_cast<std::uintptr_t>(copyOf(text)) | owned) {}
    Label(const Label& other) : m_address(other.m_address)
    {
        if (isOwned())
            m_address = Label(other.text()).release();
    }
    Label(Label&& other) noexcept : m_address(other.release()) {}
    Label& operator=(Label other) noexcept
    {
        std::swap(m_address, other.m_address);
        return *this;
    }
    ~Label()
    {
        if (isOwned())
            delete[] characters();
    }

    std::string_view view() const { return characters(); }
    std::string text() const { return characters(); }
    bool isEmpty() const { return *characters() == '\0'; }

private:
    // No address of a 64-bit process has this bit.
    static constexpr std::uintptr_t owned = std::uintptr_t{1} << 63;

    bool isOwned() const { return m_address & owned; }
    const char* characters() const { return reinterpret_cast<const char*>(m_address & ~owned); }
    std::uintptr_t release() { return std::exchange(m_address, reinterpret_cast<std::uintptr_t>("")); }
    static char* copyOf(const std::string& text)
    {
        char* copy = new char[text.size() + 1];
        std::memcpy(copy, text.c_str(), text.size() + 1);
        return copy;
    }

    std::uintptr_t m_address;
};

}  // namespace coroboard
