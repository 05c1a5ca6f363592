// SPDX-License-Identifier: MIT
#include "micropython/object_text.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace coroboard::micropython {

namespace {

// Everything but what lies outside ASCII, which is the caller's to decide on.
void appendEscaped(std::string& text, unsigned char c, char quote)
{
    switch (c) {
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    case '\\': text += "\\\\"; return;
    default: break;
    }
    if (c == static_cast<unsigned char>(quote)) {
        text += '\\';
        text += quote;
    } else if (c < 0x20 || c == 0x7f) {
        text += fmt::format("\\x{:02x}", c);
    } else {
        text += static_cast<char>(c);
    }
}

// No character is cut in the middle.
std::size_t cut(std::string_view string)
{
    if (string.size() <= shownText) return string.size();
    std::size_t end = shownText;
    while (end > 0 && (static_cast<unsigned char>(string[end]) & 0xc0) == 0x80) --end;
    return end;
}

}  // namespace

void appendQuoted(std::string& text, std::string_view string)
{
    const bool hasSingle = string.find('\'') != std::string_view::npos;
    const char quote = hasSingle && string.find('"') == std::string_view::npos ? '"' : '\'';
    const std::size_t shown = cut(string);
    text += quote;
    for (const char c : string.substr(0, shown)) appendEscaped(text, static_cast<unsigned char>(c), quote);
    if (shown < string.size()) text += "…";
    text += quote;
}

void appendQuotedBytes(std::string& text, std::span<const std::uint8_t> bytes)
{
    text += "b'";
    for (const std::uint8_t c : bytes.first(std::min<std::size_t>(bytes.size(), shownText))) {
        if (c < 0x80) {
            appendEscaped(text, c, '\'');
        } else {
            text += fmt::format("\\x{:02x}", c);
        }
    }
    if (bytes.size() > shownText) text += "…";
    text += '\'';
}

void appendFloat(std::string& text, double value)
{
    const std::size_t start = text.size();
    fmt::format_to(std::back_inserter(text), "{}", value);
    if (text.find_first_of(".eni", start) == std::string::npos) text += ".0";
}

void appendDecimal(std::string& text, std::vector<std::uint16_t> digits, bool negative)
{
    std::string reversed;
    while (!digits.empty() && digits.back() == 0) digits.pop_back();
    while (!digits.empty()) {
        std::uint32_t remainder = 0;
        for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
            const std::uint32_t dividend = remainder << 16 | *digit;
            *digit = static_cast<std::uint16_t>(dividend / 10);
            remainder = dividend % 10;
        }
        reversed += static_cast<char>('0' + remainder);
        while (!digits.empty() && digits.back() == 0) digits.pop_back();
    }
    if (reversed.empty()) reversed = "0";
    if (negative) reversed += '-';
    text.append(reversed.rbegin(), reversed.rend());
}

void appendHexadecimal(std::string& text, std::uint32_t value) { text += fmt::format("{:x}", value); }

}  // namespace coroboard::micropython
