// SPDX-License-Identifier: MIT
#pragma once
// The VM's linear memory, little-endian, as a host call sees it: every access is checked, a bad address throws BadAddress, which the VM
// turns into a fault of the board. The memory may move or grow while the program is suspended, so it is asked for anew at each access.

#include <cstring>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace coroboard::micropython {

struct BadAddress : std::out_of_range {
    using std::out_of_range::out_of_range;
};

class GuestMemory {
public:
    using View = std::function<std::span<std::uint8_t>()>;

    explicit GuestMemory(View view) : m_view(std::move(view)) {}

    // Valid until the program is next resumed.
    std::span<std::uint8_t> range(std::uint32_t address, std::uint32_t size) const;
    // The text up to its NUL; at most `longest` bytes are looked at.
    std::string text(std::uint32_t address, std::size_t longest) const;

    template <class T>
    T load(std::uint32_t address) const
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value;
        std::memcpy(&value, range(address, sizeof(T)).data(), sizeof(T));
        return value;
    }

    template <class T>
    void store(std::uint32_t address, T value) const
    {
        static_assert(std::is_trivially_copyable_v<T>);
        std::memcpy(range(address, sizeof(T)).data(), &value, sizeof(T));
    }

private:
    View m_view;
};

}  // namespace coroboard::micropython
