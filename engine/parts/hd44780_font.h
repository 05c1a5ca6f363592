// SPDX-License-Identifier: MIT
#pragma once
// The dots of the HD44780U's character ROM A00 (data sheet, table 4): Latin letters, half-width katakana, some Greek and signs.

#include <cstdint>
#include <string_view>

namespace coroboard::parts {

// Eight lines of five dots, the top line in the most significant byte, the left dot in bit 4 of each.
std::uint64_t hd44780Dots(std::uint8_t character);

// The same character as text (UTF-8); one's own characters are "▯".
std::string_view hd44780Text(std::uint8_t character);

}  // namespace coroboard::parts
