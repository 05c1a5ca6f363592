// SPDX-License-Identifier: MIT
#pragma once
// How values are written for people, near to repr(): quoted strings cut to shownText characters, floats that look like floats, integers
// of any size.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace coroboard::micropython {

inline constexpr std::uint32_t shownText = 60;
inline constexpr std::uint32_t mostInteger = 64;    // digits of 16 bits

void appendQuoted(std::string& text, std::string_view string);
void appendQuotedBytes(std::string& text, std::span<const std::uint8_t> bytes);
void appendFloat(std::string& text, double value);
// Digits of 16 bits, least significant first.
void appendDecimal(std::string& text, std::vector<std::uint16_t> digits, bool negative);
void appendHexadecimal(std::string& text, std::uint32_t value);

}  // namespace coroboard::micropython
