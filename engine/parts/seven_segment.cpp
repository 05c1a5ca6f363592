// SPDX-License-Identifier: MIT
#include "parts/seven_segment.h"

#include <algorithm>
#include <array>

namespace coroboard::parts {

namespace {

struct Pattern {
    std::uint8_t segments;
    char text;
};

constexpr std::array patterns = {
    Pattern{0x00, ' '}, Pattern{0x3f, '0'}, Pattern{0x06, '1'}, Pattern{0x5b, '2'}, Pattern{0x4f, '3'}, Pattern{0x66, '4'},
    Pattern{0x6d, '5'}, Pattern{0x7d, '6'}, Pattern{0x07, '7'}, Pattern{0x7f, '8'}, Pattern{0x6f, '9'}, Pattern{0x77, 'A'},
    Pattern{0x7c, 'b'}, Pattern{0x39, 'C'}, Pattern{0x58, 'c'}, Pattern{0x5e, 'd'}, Pattern{0x79, 'E'}, Pattern{0x71, 'F'},
    Pattern{0x3d, 'G'}, Pattern{0x76, 'H'}, Pattern{0x74, 'h'}, Pattern{0x30, 'I'}, Pattern{0x1e, 'J'}, Pattern{0x38, 'L'},
    Pattern{0x54, 'n'}, Pattern{0x5c, 'o'}, Pattern{0x73, 'P'}, Pattern{0x67, 'q'}, Pattern{0x50, 'r'}, Pattern{0x78, 't'},
    Pattern{0x3e, 'U'}, Pattern{0x1c, 'u'}, Pattern{0x6e, 'y'}, Pattern{0x40, '-'}, Pattern{0x08, '_'}, Pattern{0x48, '='},
    Pattern{0x63, '*'}, Pattern{0x53, '?'},
};

}  // namespace

char sevenSegmentText(std::uint8_t segments)
{
    const auto found = std::find_if(patterns.begin(), patterns.end(),
                                    [&](const Pattern& each) { return each.segments == (segments & 0x7f); });
    return found == patterns.end() ? '?' : found->text;
}

}  // namespace coroboard::parts
