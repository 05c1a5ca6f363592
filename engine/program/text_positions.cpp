// SPDX-License-Identifier: MIT
#include <algorithm>

#include "program/token.h"

namespace coroboard::program {

namespace {

constexpr std::uint32_t stride = 256;

bool startsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

TextPositions::TextPositions(std::string_view source) : m_source(source), m_lineStarts{0}
{
    std::uint32_t characters = 0;
    for (std::uint32_t i = 0; i < source.size(); ++i) {
        if (i % stride == 0) {
            m_charactersBefore.push_back(characters);
        }
        characters += startsCharacter(source[i]) ? 1 : 0;
        const bool carriageReturnAlone = source[i] == '\r' && (i + 1 == source.size() || source[i + 1] != '\n');
        if (source[i] == '\n' || carriageReturnAlone) {
            m_lineStarts.push_back(i + 1);
        }
    }
    m_charactersBefore.push_back(characters);
}

std::uint32_t TextPositions::charactersBefore(std::uint32_t offset) const
{
    const std::uint32_t mark = offset / stride;
    std::uint32_t characters = m_charactersBefore[mark];
    if (mark * stride < offset && mark + 1 == m_charactersBefore.size()) {
        return characters;
    }
    for (std::uint32_t i = mark * stride; i < offset; ++i) {
        characters += startsCharacter(m_source[i]) ? 1 : 0;
    }
    return characters;
}

TextPosition TextPositions::at(std::uint32_t offset) const
{
    offset = std::min(offset, static_cast<std::uint32_t>(m_source.size()));
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    std::uint32_t start = *(next - 1);
    const bool byteOrderMark = start == 0 && m_source.substr(0, 3) == "\xEF\xBB\xBF";
    if (byteOrderMark && offset >= 3) {
        start = 3;
    }
    const int line = static_cast<int>(next - m_lineStarts.begin());
    return {line, static_cast<int>(charactersBefore(offset) - charactersBefore(start)) + 1};
}

}  // namespace coroboard::program
