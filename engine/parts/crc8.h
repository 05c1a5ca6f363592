// SPDX-License-Identifier: MIT
#pragma once
// crc8: the checksum byte that many sensor chips append to what they say, most significant bit first, without a final inversion.
//   Sensirion, Aosong   x⁸ + x⁵ + x⁴ + 1 (0x31), beginning with 0xff
//   SMBus (PEC)         x⁸ + x² + x + 1 (0x07), beginning with 0

#include <cstdint>
#include <span>

namespace coroboard::parts {

struct Crc8 {
    std::uint8_t polynomial;
    std::uint8_t initial;

    constexpr std::uint8_t of(std::span<const std::uint8_t> bytes) const
    {
        unsigned sum = initial;
        for (const std::uint8_t byte : bytes) {
            sum ^= byte;
            for (int bit = 0; bit < 8; ++bit)
                sum = (sum & 0x80 ? sum << 1 ^ polynomial : sum << 1) & 0xff;
        }
        return static_cast<std::uint8_t>(sum);
    }
};

inline constexpr Crc8 sensirionCrc{0x31, 0xff};
inline constexpr Crc8 smbusCrc{0x07, 0x00};

}  // namespace coroboard::parts
