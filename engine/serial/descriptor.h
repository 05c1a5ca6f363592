// SPDX-License-Identifier: MIT
#pragma once
// Descriptor: an open file of the system that closes itself and never waits; Outbox: bytes on their way into one, bounded.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace coroboard::serial {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor() { reset(); }

    explicit operator bool() const { return m_number >= 0; }
    int number() const { return m_number; }
    void reset();

    enum class State : std::uint8_t { Open, Closed };
    // What there is to read, at most a few thousand bytes. Closed: the other end is gone.
    State read(std::string& bytes);
    // How many bytes were taken.
    State write(std::string_view bytes, std::size_t& taken);

private:
    int m_number = -1;
};

class Outbox {
public:
    static constexpr std::size_t capacity = std::size_t{1} << 20;

    void add(std::string_view bytes);
    Descriptor::State flush(Descriptor& into);
    void clear() { m_bytes.clear(); }
    std::uint64_t dropped() const { return m_dropped; }

private:
    std::string m_bytes;
    std::uint64_t m_dropped = 0;
};

}  // namespace coroboard::serial
