// SPDX-License-Identifier: MIT
#include "recording/plain_bytes.h"

namespace coroboard::recording {

namespace {

using Json = nlohmann::ordered_json;

bool isUtf8(const Json& text)
{
    try {
        (void)text.dump();
        return true;
    } catch (const Json::type_error&) {
        return false;
    }
}

std::string asLatin1(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x80) {
            text += byte;
        } else {
            text += static_cast<char>(0xC0 | (value >> 6));
            text += static_cast<char>(0x80 | (value & 0x3F));
        }
    }
    return text;
}

}  // namespace

Json bytesToJson(std::string_view bytes)
{
    Json text = std::string(bytes);
    return isUtf8(text) ? text : Json{{"latin1", asLatin1(bytes)}};
}

Result<std::string> bytesFromJson(const Json& json)
{
    if (json.is_string()) return json.get<std::string>();
    if (!json.is_object() || json.size() != 1 || !json.contains("latin1") || !json["latin1"].is_string())
        return failure(R"(a string or {"latin1": "…"} is allowed)");
    const std::string& text = json["latin1"].get_ref<const std::string&>();
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            bytes += text[at];
            continue;
        }
        if ((lead & 0xFE) != 0xC2 || at + 1 == text.size()) return failure("a latin1 string has characters up to U+00FF only");
        bytes += static_cast<char>(((lead & 0x03) << 6) | (text[++at] & 0x3F));
    }
    return bytes;
}

}  // namespace coroboard::recording
