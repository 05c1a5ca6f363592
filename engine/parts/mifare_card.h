// SPDX-License-Identifier: MIT
#pragma once
// MifareCard: a contactless card of 1 KiB as a reader sees it (NXP MF1S50YYX_V1: MIFARE Classic EV1 1K; ISO/IEC 14443-3 for finding it):
// REQA/WUPA, anticollision and select of a 4-byte UID, HALT, authentication with key A or B, reading and writing blocks of 16 bytes.
// Sixteen sectors of four blocks, the last of each with its keys and access bits. Its memory is the reader's part's, which outlives a power
// cycle. Part of the reader's part; not a part by itself.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coroboard::parts {

class MifareCard {
public:
    using Uid = std::array<std::uint8_t, 4>;

    // `memory` outlives the card; if it is empty, the card is a new one of that number.
    MifareCard(Uid uid, std::vector<std::uint8_t>& memory);

    // What it answers to a frame, bits in the last byte included; nothing: it does not answer.
    struct Answer {
        std::vector<std::uint8_t> bytes;
        int lastBits = 0;  // 0: all eight
    };
    std::optional<Answer> receive(std::span<const std::uint8_t> bytes, int lastBits);
    // The reader's MFAuthent command. Whether the key fits.
    bool authenticate(std::uint8_t command, std::uint8_t block, std::span<const std::uint8_t> key, std::span<const std::uint8_t> uid);
    // It leaves the field.
    void leave();

    // CRC_A of ISO/IEC 14443-3, Annex B.
    static constexpr std::uint16_t checksumStart = 0x6363;
    static std::uint16_t checksum(std::span<const std::uint8_t> bytes, std::uint16_t start = checksumStart);

private:
    enum class State : std::uint8_t { Idle, Ready, Active, Halted };
    std::optional<Answer> call(std::uint8_t command);
    void fallBack();
    std::optional<Answer> anticollide(std::span<const std::uint8_t> bytes);
    std::optional<Answer> command(std::span<const std::uint8_t> bytes);

    Uid m_uid;
    State m_state = State::Idle;
    bool m_wasHalted = false;  // before it was woken up
    std::vector<std::uint8_t>& m_memory;
    int m_sector = -1;               // the one that is open
    std::optional<std::uint8_t> m_writing;  // the block that waits for its data
};

}  // namespace coroboard::parts
