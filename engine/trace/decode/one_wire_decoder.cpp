// SPDX-License-Identifier: MIT
#include "trace/decode/one_wire_decoder.h"

namespace coroboard::trace::decode {

namespace {

using namespace std::chrono_literals;

constexpr time::Duration shortestReset = 400us;              // 480 µs, less what a slow master may cut
constexpr time::Duration presence = 45us;                    // 60 µs and more, after a reset
constexpr time::Duration longestOne = 15us;
constexpr time::Duration slot = 60us;
constexpr int romCodeBytes = 8;
constexpr int searchBits = 3 * 64;                           // a bit, its complement, the direction taken

enum RomCommand : std::uint64_t { ReadRom = 0x33, MatchRom = 0x55, SkipRom = 0xcc, SearchRom = 0xf0, AlarmSearch = 0xec };

}  // namespace

void OneWireDecoder::begin(time::VirtualTime when, Levels levels)
{
    m_level = high(levels, 0);
    m_fell = when;
}

void OneWireDecoder::edge(time::VirtualTime when, int, Levels levels)
{
    const bool level = high(levels, 0);
    if (level == m_level) return;
    m_level = level;
    if (level) lowEnded(when);
    else m_fell = when;
}

void OneWireDecoder::lowEnded(time::VirtualTime when)
{
    const time::Duration low = when - m_fell;
    if (low >= shortestReset) {
        if (m_bits > 0) read({m_from, m_fell, m_value, Reading::CutShort});
        read({m_fell, when, 0, Reading::Reset});
        m_afterReset = true;
        m_expects = Expects::RomCommand;
        m_bits = 0;
        m_value = 0;
        return;
    }
    if (m_afterReset && low >= presence) {
        read({m_fell, when, 0, Reading::Presence});
        m_afterReset = false;
        return;
    }
    m_afterReset = false;
    if (m_expects != Expects::Nothing) bit(low < longestOne, m_fell + slot);
}

void OneWireDecoder::bit(bool value, time::VirtualTime end)
{
    if (m_bits == 0) m_from = m_fell;
    if (m_expects == Expects::Search) return searchBit(value, end);
    m_value |= std::uint64_t{value} << m_bits;
    if (++m_bits == 8) byte(end);
}

void OneWireDecoder::searchBit(bool value, time::VirtualTime end)
{
    if (m_bits % 3 == 2) m_value |= std::uint64_t{value} << (m_bits / 3);
    if (++m_bits < searchBits) return;
    read({m_from, end, m_value, Reading::SearchResult});
    m_bits = 0;
    m_value = 0;
    m_expects = Expects::FunctionCommand;
}

void OneWireDecoder::byte(time::VirtualTime end)
{
    const bool command = m_expects == Expects::RomCommand || m_expects == Expects::FunctionCommand;
    read({m_from, end, m_value, command ? Reading::Command : Reading::Data});
    switch (m_expects) {
    case Expects::RomCommand:
        m_bytes = 0;
        m_expects = m_value == ReadRom || m_value == MatchRom         ? Expects::RomCode
                    : m_value == SearchRom || m_value == AlarmSearch ? Expects::Search
                    : m_value == SkipRom                             ? Expects::FunctionCommand
                                                                     : Expects::Data;
        break;
    case Expects::RomCode:
        if (++m_bytes == romCodeBytes) m_expects = Expects::FunctionCommand;
        break;
    case Expects::FunctionCommand: m_expects = Expects::Data; break;
    case Expects::Nothing:
    case Expects::Data:
    case Expects::Search: break;
    }
    m_bits = 0;
    m_value = 0;
}

}  // namespace coroboard::trace::decode
