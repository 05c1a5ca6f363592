// SPDX-License-Identifier: MIT
#pragma once
// What Sensirion's chips answer: words of two bytes, most significant first, each with its checksum behind it (SHT3x-DIS data sheet,
// section 4.12; SGP30 data sheet, section 6.6).

#include <array>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "parts/crc8.h"

namespace coroboard::parts {

inline std::vector<std::uint8_t> sensirionWords(std::initializer_list<std::uint16_t> words)
{
    std::vector<std::uint8_t> bytes;
    for (const std::uint16_t word : words) {
        const std::array<std::uint8_t, 2> pair = {static_cast<std::uint8_t>(word >> 8),
                                                  static_cast<std::uint8_t>(word)};
        bytes.insert(bytes.end(), pair.begin(), pair.end());
        bytes.push_back(sensirionCrc.of(pair));
    }
    return bytes;
}

}  // namespace coroboard::parts
