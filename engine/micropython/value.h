// SPDX-License-Identifier: MIT
#pragma once
// Values as they cross between the interpreter and C++: three 32-bit words in linear memory (a kind and two words of payload; the
// reference is proxy_c.c and proxy_js.js of MicroPython's webassembly port, version 1.27).
// Integers are 32 bits wide, floats are doubles, text is UTF-8. Python objects cross as references into the interpreter's own table,
// which keeps them alive until they are released.

#include <cstdint>
#include <string>
#include <string_view>

namespace coroboard::micropython {

// From Python to us.
enum class FromPython : std::int32_t {
    Exception = -1,
    Null = 0,
    None = 1,
    Bool = 2,
    Int = 3,
    Float = 4,
    Text = 5,
    Callable = 6,
    Generator = 7,
    Object = 8,
    Host = 9,
    Existing = 10
};

// From us to Python.
enum class ToPython : std::uint32_t {
    Undefined = 0,
    None = 1,
    Bool = 2,
    Int = 3,
    Float = 4,
    Text = 5,
    HostSeenBefore = 6,
    HostFirstSeen = 7,
    Object = 8
};

inline constexpr std::uint32_t valueBytes = 12;

// A Python object held from C++: an index into the interpreter's reference table. 0 is none.
using Reference = std::uint32_t;

// An exception as it left the interpreter.
struct PythonException {
    std::string type;          // "ValueError"
    std::string traceback;     // "Traceback (most recent call last):\n  File …\nValueError: …\n"
};

}  // namespace coroboard::micropython
