// SPDX-License-Identifier: MIT
#include "trace/decode/spi_decoder.h"

namespace coroboard::trace::decode {

void SpiDecoder::edge(time::VirtualTime when, int line, Levels levels)
{
    if (line == select) return cutShort(when);
    if (line != clock || (m_settings.hasSelect && high(levels, select))) return;
    // Phase 0 reads at the edge away from the idle level, phase 1 at the edge back to it.
    const bool idleHigh = (m_settings.mode & 2) != 0;
    const bool readsLate = (m_settings.mode & 1) != 0;
    if ((high(levels, clock) != idleHigh) != readsLate) sample(when, levels);
}

void SpiDecoder::sample(time::VirtualTime when, Levels levels)
{
    if (m_bits == 0) m_first = when;
    m_last = when;
    for (std::size_t row = 0; row < m_words.size(); ++row) {
        const std::uint64_t bit = high(levels, mosi + static_cast<int>(row)) ? 1 : 0;
        if (m_settings.order == BitOrder::MostFirst) m_words[row] = m_words[row] << 1 | bit;
        else m_words[row] |= bit << m_bits;
    }
    if (++m_bits == m_settings.bits) endWord();
}

void SpiDecoder::endWord()
{
    // A word reaches half a clock beyond its first and last sample.
    const time::Duration half = m_bits > 1 ? (m_last - m_first) / (2 * (m_bits - 1)) : time::Duration{0};
    if (m_settings.hasMosi) read({m_first - half, m_last + half, m_words[0], Reading::Data, 0});
    if (m_settings.hasMiso) read({m_first - half, m_last + half, m_words[1], Reading::Data, 1});
    m_bits = 0;
    m_words = {};
}

void SpiDecoder::cutShort(time::VirtualTime when)
{
    if (m_bits > 0) {
        if (m_settings.hasMosi) read({m_first, when, m_words[0], Reading::CutShort, 0});
        if (m_settings.hasMiso) read({m_first, when, m_words[1], Reading::CutShort, 1});
    }
    m_bits = 0;
    m_words = {};
}

}  // namespace coroboard::trace::decode
