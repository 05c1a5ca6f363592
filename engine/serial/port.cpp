// SPDX-License-Identifier: MIT
#include "serial/port.h"

#include <charconv>

#include <fmt/format.h>

namespace coroboard::serial {

Result<std::unique_ptr<Port>> openPort(std::string_view specification)
{
    constexpr std::string_view tcp = "tcp:";
    if (specification == "pty") return openPty();
    if (specification.starts_with(tcp)) {
        const std::string_view digits = specification.substr(tcp.size());
        std::uint16_t number = 0;
        const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error == std::errc{} && rest == digits.data() + digits.size()) return openTcp(number);
    }
    return failure(fmt::format("{} is no serial port; write pty, or tcp: and a port number from 0 (any free one) to 65535", specification));
}

}  // namespace coroboard::serial
