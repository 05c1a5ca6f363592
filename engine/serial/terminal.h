// SPDX-License-Identifier: MIT
#pragma once
// Terminal: the board's end of its serial line, as the REPL sees it: a byte at a time in, bytes out. Implemented by the firmware, where
// read() suspends the program's fibre until something was typed, and by tests, where it ends the conversation by throwing.

#include <cstdint>
#include <string_view>

namespace coroboard::serial {

class Terminal {
public:
    virtual ~Terminal() = default;

    // The next byte typed; waits for it.
    virtual std::uint8_t read() = 0;
    // Bytes for the other end, as they are.
    virtual void write(std::string_view bytes) = 0;
};

// The control characters of MicroPython's REPL (https://docs.micropython.org/en/v1.27.0/reference/repl.html).
namespace control {
inline constexpr char a = 0x01;
inline constexpr char b = 0x02;
inline constexpr char c = 0x03;
inline constexpr char d = 0x04;
inline constexpr char e = 0x05;
}  // namespace control

}  // namespace coroboard::serial
