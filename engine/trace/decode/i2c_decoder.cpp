// SPDX-License-Identifier: MIT
#include "trace/decode/i2c_decoder.h"

namespace coroboard::trace::decode {

void I2cDecoder::edge(time::VirtualTime when, int line, Levels levels)
{
    m_levels = levels;
    if (line == sda) {
        if (high(levels, scl)) condition(when, high(levels, sda));
        return;
    }
    if (high(levels, scl)) {
        m_rise = when;
        m_bit = high(levels, sda);
        m_bitOpen = m_talking;
    } else {
        bitEnds(when);
    }
}

// The data line moved while the clock is high: falling is a start, rising a stop.
void I2cDecoder::condition(time::VirtualTime when, bool stop)
{
    if (m_talking && m_bits > 0) read({m_byteFrom, when, m_byte, Reading::CutShort});
    m_bits = 0;
    m_byte = 0;
    m_bitOpen = false;
    if (stop) {
        if (m_talking) read({m_rise, when, 0, Reading::Stop});
        m_talking = false;
        m_startOpen = false;
        return;
    }
    m_start = {when, when, 0, m_talking ? Reading::RepeatedStart : Reading::Start};
    m_talking = true;
    m_startOpen = true;
    m_address = true;
}

void I2cDecoder::bitEnds(time::VirtualTime when)
{
    if (m_startOpen) {
        m_start.to = when;
        read(m_start);
        m_startOpen = false;
        return;
    }
    if (!m_bitOpen) return;
    m_bitOpen = false;
    if (m_bits == 8) {
        read({m_rise, when, 0, m_bit ? Reading::NoAcknowledge : Reading::Acknowledge});
        m_bits = 0;
        m_byte = 0;
        return;
    }
    if (m_bits == 0) m_byteFrom = m_rise;
    m_byte = m_byte << 1 | (m_bit ? 1 : 0);
    if (++m_bits < 8) return;
    if (m_address) read({m_byteFrom, when, m_byte >> 1, m_byte & 1 ? Reading::AddressRead : Reading::AddressWrite});
    else read({m_byteFrom, when, m_byte, Reading::Data});
    m_address = false;
}

}  // namespace coroboard::trace::decode
