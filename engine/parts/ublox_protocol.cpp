// SPDX-License-Identifier: MIT
#include "parts/ublox_protocol.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace coroboard::parts {

namespace {

constexpr std::uint8_t firstSync = 0xb5, secondSync = 0x62;
constexpr std::size_t headBytes = 6, frameBytes = 8;  // sync, group, id, length; and the checksum
constexpr std::size_t longestPayload = 512;
constexpr std::size_t longestSentence = 120;

unsigned nmeaChecksum(std::string_view body)
{
    unsigned sum = 0;
    for (const char letter : body)
        sum ^= static_cast<unsigned char>(letter);
    return sum;
}

// The 8-bit Fletcher algorithm over group, id, length and payload.
std::pair<std::uint8_t, std::uint8_t> ubxChecksum(std::span<const std::uint8_t> bytes)
{
    std::uint8_t first = 0;
    std::uint8_t second = 0;
    for (const std::uint8_t byte : bytes) {
        first = static_cast<std::uint8_t>(first + byte);
        second = static_cast<std::uint8_t>(second + first);
    }
    return {first, second};
}

}  // namespace

std::string nmeaSentence(std::string_view body)
{
    return fmt::format("${}*{:02X}\r\n", body, nmeaChecksum(body));
}

std::string ubxFrame(std::uint8_t group, std::uint8_t id, std::span<const std::uint8_t> payload)
{
    std::vector<std::uint8_t> bytes = {firstSync, secondSync, group, id, static_cast<std::uint8_t>(payload.size()),
                                       static_cast<std::uint8_t>(payload.size() >> 8)};
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    const auto [first, second] = ubxChecksum(std::span(bytes).subspan(2));
    bytes.push_back(first);
    bytes.push_back(second);
    return {bytes.begin(), bytes.end()};
}

UbloxInput::Heard UbloxInput::take(std::uint8_t byte)
{
    if (byte == '$' && (m_bytes.empty() || m_bytes[0] == '$'))
        m_bytes.clear();
    else if (m_bytes.empty() && byte != firstSync)
        return {};
    m_bytes.push_back(byte);
    return m_bytes[0] == '$' ? takeOfSentence() : takeOfMessage();
}

UbloxInput::Heard UbloxInput::takeOfSentence()
{
    const std::string text(m_bytes.begin(), m_bytes.end());
    const std::size_t star = text.find('*');
    if (star == std::string::npos ? text.back() == '\n' || text.size() > longestSentence : text.size() == star + 3) {
        m_bytes.clear();
        if (star == std::string::npos)
            return {};
        std::string body = text.substr(1, star - 1);
        std::string given = text.substr(star + 1);
        std::transform(given.begin(), given.end(), given.begin(), [](char digit) { return digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 32) : digit; });
        if (given == fmt::format("{:02X}", nmeaChecksum(body)))
            return body;
    }
    return {};
}

UbloxInput::Heard UbloxInput::takeOfMessage()
{
    const std::size_t count = m_bytes.size();
    const std::size_t length = count < headBytes ? 0 : m_bytes[4] | static_cast<std::size_t>(m_bytes[5]) << 8;
    if ((count >= 2 && m_bytes[1] != secondSync) || length > longestPayload) {
        m_bytes.clear();
        return {};
    }
    if (count < headBytes || count < length + frameBytes)
        return {};
    const auto bytes = std::exchange(m_bytes, {});
    const auto [first, second] = ubxChecksum(std::span(bytes).subspan(2, length + 4));
    if (bytes[count - 2] != first || bytes[count - 1] != second)
        return {};
    const auto payload = std::span(bytes).subspan(headBytes, length);
    return UbxMessage{bytes[2], bytes[3], {payload.begin(), payload.end()}};
}

}  // namespace coroboard::parts
