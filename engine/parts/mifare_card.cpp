// SPDX-License-Identifier: MIT
#include "parts/mifare_card.h"

#include <algorithm>

namespace coroboard::parts {

namespace {

enum Command : std::uint8_t {
    Request = 0x26,
    WakeUp = 0x52,
    Select = 0x93,
    Halt = 0x50,
    Read = 0x30,
    Write = 0xa0,
    AuthenticateA = 0x60,
    AuthenticateB = 0x61,
};
constexpr std::uint8_t acknowledge = 0x0a;
constexpr std::uint8_t notAllowed = 0x04;
constexpr std::uint8_t selectAcknowledge = 0x08;  // MIFARE Classic 1K
constexpr std::size_t blockBytes = 16;
constexpr std::size_t blocks = 64;
constexpr std::size_t capacity = blocks * blockBytes;

std::vector<std::uint8_t> withChecksum(std::vector<std::uint8_t> bytes)
{
    const std::uint16_t sum = MifareCard::checksum(bytes);
    bytes.push_back(static_cast<std::uint8_t>(sum));
    bytes.push_back(static_cast<std::uint8_t>(sum >> 8));
    return bytes;
}

MifareCard::Answer fourBits(std::uint8_t value)
{
    return {{value}, 4};
}

}  // namespace

MifareCard::MifareCard(Uid uid, std::vector<std::uint8_t>& memory) : m_uid(uid), m_memory(memory)
{
    const bool isNew = m_memory.size() != capacity;
    m_memory.resize(capacity);
    if (!isNew) {
        std::copy_n(m_memory.begin(), m_uid.size(), m_uid.begin());
        return;
    }
    // Block 0: UID, its check byte, SAK, ATQA, data of the maker. Keys and access bits as delivered.
    std::copy(uid.begin(), uid.end(), m_memory.begin());
    m_memory[4] = static_cast<std::uint8_t>(uid[0] ^ uid[1] ^ uid[2] ^ uid[3]);
    m_memory[5] = selectAcknowledge;
    m_memory[6] = 0x04;
    for (std::size_t trailer = 3; trailer < blocks; trailer += 4) {
        std::uint8_t* block = &m_memory[trailer * blockBytes];
        std::fill_n(block, blockBytes, std::uint8_t{0xff});
        block[6] = 0xff;
        block[7] = 0x07;
        block[8] = 0x80;
        block[9] = 0x69;
    }
}

std::uint16_t MifareCard::checksum(std::span<const std::uint8_t> bytes, std::uint16_t start)
{
    std::uint16_t sum = start;
    for (const std::uint8_t byte : bytes) {
        auto mixed = static_cast<std::uint8_t>(byte ^ (sum & 0xff));
        mixed = static_cast<std::uint8_t>(mixed ^ mixed << 4);
        sum = static_cast<std::uint16_t>(sum >> 8 ^ mixed << 8 ^ mixed << 3 ^ mixed >> 4);
    }
    return sum;
}

void MifareCard::leave()
{
    m_state = State::Idle;
    m_wasHalted = false;
    m_sector = -1;
    m_writing.reset();
}

// After an error it is where it was before it was called: halted or not.
void MifareCard::fallBack()
{
    const bool wasHalted = m_wasHalted;
    leave();
    m_wasHalted = wasHalted;
    m_state = wasHalted ? State::Halted : State::Idle;
}

// ISO/IEC 14443-3, section 6.3: a card that is already in a conversation takes a call for an error and does not answer.
std::optional<MifareCard::Answer> MifareCard::call(std::uint8_t command)
{
    if (m_state == State::Ready || m_state == State::Active) {
        fallBack();
        return std::nullopt;
    }
    const bool called = command == WakeUp || (command == Request && m_state == State::Idle);
    if (!called)
        return std::nullopt;
    m_wasHalted = m_state == State::Halted;
    m_state = State::Ready;
    return Answer{{0x04, 0x00}, 0};
}

std::optional<MifareCard::Answer> MifareCard::receive(std::span<const std::uint8_t> bytes, int lastBits)
{
    if (bytes.empty())
        return std::nullopt;
    if (lastBits == 7 && bytes.size() == 1)
        return call(bytes[0]);
    if (bytes[0] == Select && m_state == State::Ready)
        return anticollide(bytes);
    if (m_state == State::Active)
        return command(bytes);
    return std::nullopt;
}

std::optional<MifareCard::Answer> MifareCard::anticollide(std::span<const std::uint8_t> bytes)
{
    const std::uint8_t check = m_memory[4];
    if (bytes.size() == 2) {  // which of you are there: the whole UID at once, for nobody else is
        std::vector<std::uint8_t> all(m_uid.begin(), m_uid.end());
        all.push_back(check);
        return Answer{std::move(all), 0};
    }
    const bool mine = bytes.size() == 9 && bytes[1] == 0x70 && std::equal(m_uid.begin(), m_uid.end(), bytes.begin() + 2) && bytes[6] == check;
    if (!mine || withChecksum({bytes.begin(), bytes.begin() + 7}) != std::vector<std::uint8_t>(bytes.begin(), bytes.end()))
        return std::nullopt;
    m_state = State::Active;
    return Answer{withChecksum({selectAcknowledge}), 0};
}

bool MifareCard::authenticate(std::uint8_t command, std::uint8_t block, std::span<const std::uint8_t> key, std::span<const std::uint8_t> uid)
{
    m_sector = -1;
    if (m_state != State::Active || block >= blocks || key.size() != 6)
        return false;
    const std::size_t trailer = (block / 4 * 4 + 3u) * blockBytes;
    const std::size_t at = trailer + (command == AuthenticateB ? 10 : 0);
    const bool fits = (command == AuthenticateA || command == AuthenticateB) && std::equal(key.begin(), key.end(), m_memory.begin() + static_cast<std::ptrdiff_t>(at)) &&
                      uid.size() >= 4 && std::equal(m_uid.begin(), m_uid.end(), uid.begin());
    if (fits)
        m_sector = block / 4;
    else
        fallBack();  // a card that was lied to falls silent
    return fits;
}

std::optional<MifareCard::Answer> MifareCard::command(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < 3 || withChecksum({bytes.begin(), bytes.end() - 2}) != std::vector<std::uint8_t>(bytes.begin(), bytes.end()))
        return fourBits(0x05);
    if (m_writing) {
        const std::uint8_t block = *m_writing;
        m_writing.reset();
        if (bytes.size() != blockBytes + 2)
            return fourBits(notAllowed);
        std::copy_n(bytes.begin(), blockBytes, m_memory.begin() + static_cast<std::ptrdiff_t>(block * blockBytes));
        return fourBits(acknowledge);
    }
    if (bytes[0] == Halt) {
        m_wasHalted = true;
        fallBack();
        return std::nullopt;
    }
    const std::uint8_t block = bytes[1];
    if (m_sector != block / 4)
        return fourBits(notAllowed);
    if (bytes[0] == Read) {
        const auto from = m_memory.begin() + static_cast<std::ptrdiff_t>(block * blockBytes);
        std::vector<std::uint8_t> data(from, from + static_cast<std::ptrdiff_t>(blockBytes));
        if (block % 4 == 3)
            std::fill_n(data.begin(), 6, std::uint8_t{0});  // key A is never read
        return Answer{withChecksum(std::move(data)), 0};
    }
    if (bytes[0] == Write && block != 0) {
        m_writing = block;
        return fourBits(acknowledge);
    }
    return fourBits(notAllowed);
}

}  // namespace coroboard::parts
