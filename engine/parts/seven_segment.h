// SPDX-License-Identifier: MIT
#pragma once
// Seven segments as a byte: bit 0 is segment a (top), then clockwise to f, bit 6 is g (middle), bit 7 the point. As text for people.

#include <cstdint>

namespace coroboard::parts {

// What most people would read; '?' for a pattern that is no character, ' ' for none. The point is not part of it.
char sevenSegmentText(std::uint8_t segments);

}  // namespace coroboard::parts
