// SPDX-License-Identifier: MIT
#include "parts/one_wire_chip.h"

#include <utility>

namespace coroboard::parts {

namespace {
enum RomCommand : std::uint8_t { SearchRom = 0xf0, ReadRom = 0x33, MatchRom = 0x55, SkipRom = 0xcc, AlarmSearch = 0xec };
}  // namespace

OneWireChip::OneWireChip(peripherals::OneWireBus& bus, std::uint8_t family, Random serial) : m_bus(bus)
{
    m_code[0] = family;
    for (std::size_t i = 1; i < 7; ++i)
        m_code[i] = static_cast<std::uint8_t>(serial.integer(0, 255));
    m_code[7] = checksum(m_code.data(), 7);
    m_bus.attach(*this);
}

OneWireChip::~OneWireChip()
{
    m_bus.detach(*this);
}

std::uint8_t OneWireChip::checksum(const std::uint8_t* bytes, std::size_t count)
{
    std::uint8_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; ++bit)
            sum = static_cast<std::uint8_t>(sum >> 1 ^ (sum & 1 ? 0x8c : 0));
    }
    return sum;
}

bool OneWireChip::reset()
{
    m_state = State::RomCommand;
    m_bits = 0;
    m_sending.clear();
    return true;
}

void OneWireChip::send(std::vector<std::uint8_t> bytes)
{
    m_sending = std::move(bytes);
    m_sent = 0;
}

bool OneWireChip::read()
{
    if (m_state == State::Deselected)
        return true;
    if (m_state == State::Search && m_searchSlot < 2)
        return codeBit(m_position) != (m_searchSlot++ == 1);
    if (m_sent < m_sending.size() * 8) {
        const bool bit = m_sending[m_sent / 8] >> (m_sent % 8) & 1;
        ++m_sent;
        return bit;
    }
    return idleBit();
}

void OneWireChip::write(bool bit)
{
    switch (m_state) {
    case State::Deselected:
        return;
    case State::Match:
        if (bit != codeBit(m_position))
            m_state = State::Deselected;
        else if (++m_position == 64)
            m_state = State::Command;
        return;
    case State::Search:
        m_searchSlot = 0;
        if (bit != codeBit(m_position))
            m_state = State::Deselected;
        else if (++m_position == 64)
            m_state = State::Command;
        return;
    case State::RomCommand:
    case State::Command:
    case State::Data:
        break;
    }
    m_gathering = static_cast<std::uint8_t>(m_gathering >> 1 | (bit ? 0x80 : 0));
    if (++m_bits == 8) {
        m_bits = 0;
        byteArrived(m_gathering);
    }
}

void OneWireChip::byteArrived(std::uint8_t byte)
{
    if (m_state == State::RomCommand) {
        romCommand(byte);
    } else if (m_state == State::Command) {
        m_state = State::Data;
        command(byte);
    } else {
        data(byte);
    }
}

void OneWireChip::romCommand(std::uint8_t code)
{
    m_position = 0;
    m_searchSlot = 0;
    switch (code) {
    case ReadRom:
        send({m_code.begin(), m_code.end()});
        m_state = State::Command;
        break;
    case MatchRom:
        m_state = State::Match;
        break;
    case SkipRom:
        m_state = State::Command;
        break;
    case SearchRom:
        m_state = State::Search;
        break;
    case AlarmSearch:
        m_state = alarmed() ? State::Search : State::Deselected;
        break;
    default:
        m_state = State::Deselected;
    }
}

}  // namespace coroboard::parts
