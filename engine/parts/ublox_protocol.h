// SPDX-License-Identifier: MIT
#pragma once
// The two languages a u-blox receiver hears and speaks on its serial line (u-blox 6 Receiver Description, GPS.G6-SW-10018: "NMEA protocol",
// "UBX protocol"): sentences "$…*5A" and binary messages B5 62 … with their checksums. UbloxInput takes what comes in byte by byte; what is
// broken or too long is passed over. Used by the part gps; not a part by itself.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace coroboard::parts {

struct UbxMessage {
    std::uint8_t group = 0;
    std::uint8_t id = 0;
    std::vector<std::uint8_t> payload;
};

// "$" before, "*" and the checksum after it.
std::string nmeaSentence(std::string_view body);
std::string ubxFrame(std::uint8_t group, std::uint8_t id, std::span<const std::uint8_t> payload);

class UbloxInput {
public:
    // Nothing yet, a binary message, or what is between "$" and "*".
    using Heard = std::variant<std::monostate, UbxMessage, std::string>;
    Heard take(std::uint8_t byte);

private:
    Heard takeOfSentence();
    Heard takeOfMessage();

    std::vector<std::uint8_t> m_bytes;  // of what is coming in
};

}  // namespace coroboard::parts
