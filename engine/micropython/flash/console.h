// SPDX-License-Identifier: MIT
#pragma once
// What file descriptors 0, 1 and 2 are connected to: the board's console (its REPL). Implemented by the VM.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace coroboard::micropython {

class Console {
public:
    virtual ~Console() = default;

    // Bytes typed, at least one unless the input has ended (0). May suspend the program until there are some.
    virtual std::size_t read(std::span<std::uint8_t> into) = 0;
    // descriptor: 1 (output) or 2 (errors).
    virtual void write(int descriptor, std::string_view text) = 0;
    // Would read() return at once? Waits up to so many milliseconds of virtual time for that (negative: for ever); may suspend.
    virtual bool isReadable(int timeoutMilliseconds) = 0;
};

}  // namespace coroboard::micropython
