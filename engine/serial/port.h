// SPDX-License-Identifier: MIT
#pragma once
// Port: the computer's end of the board's serial line, where other programs meet it: a pseudo-terminal, or a TCP port that only this
// computer reaches. Nothing here ever waits. What is written while nobody is connected is gone, as on a real line; what a slow reader
// leaves lying is bounded and counted. Used by one thread.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace coroboard::serial {

class Port {
public:
    virtual ~Port() = default;

    // What other programs open: "/dev/pts/7", "socket://127.0.0.1:4000".
    virtual std::string name() const = 0;
    // Bytes that arrived, at most a few thousand; empty when there are none.
    virtual std::string read() = 0;
    virtual void write(std::string_view bytes) = 0;
    // Bytes a connected reader was too slow for.
    virtual std::uint64_t dropped() const = 0;
};

// "pty" or "tcp:PORT" (0: any free one). The error says what is allowed, or what the system said.
Result<std::unique_ptr<Port>> openPort(std::string_view specification);

Result<std::unique_ptr<Port>> openPty();
Result<std::unique_ptr<Port>> openTcp(std::uint16_t number);

}  // namespace coroboard::serial
