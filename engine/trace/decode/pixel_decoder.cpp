// SPDX-License-Identifier: MIT
#include "trace/decode/pixel_decoder.h"

namespace coroboard::trace::decode {

namespace {

using namespace std::chrono_literals;

constexpr time::Duration oneFrom = 600ns;                    // between the two pulse widths
constexpr time::Duration notAPulse = 5us;                    // no bit is that long
constexpr time::Duration latch = 50us;

}  // namespace

void PixelDecoder::edge(time::VirtualTime when, int, Levels levels)
{
    const bool level = high(levels, 0);
    if (level == m_level) return;
    pass(when);
    m_level = level;
    if (level) {
        m_rose = when;
        return;
    }
    if (when - m_rose < notAPulse) bit(when - m_rose >= oneFrom, when);
    m_fell = when;
}

void PixelDecoder::pass(time::VirtualTime now)
{
    if (m_level || !m_sending || now - m_fell < latch) return;
    if (m_bits > 0) read({m_from, m_fell, m_word, Reading::CutShort});
    read({m_fell, m_fell + latch, 0, Reading::Latch});
    m_sending = false;
    m_bits = 0;
    m_word = 0;
    m_index = 0;
}

void PixelDecoder::bit(bool value, time::VirtualTime when)
{
    m_sending = true;
    if (m_bits == 0) m_from = m_rose;
    m_word = m_word << 1 | (value ? 1 : 0);
    if (++m_bits < m_settings.bits) return;
    read({m_from, when, m_index++ << 32 | colour(), Reading::Pixel});
    m_bits = 0;
    m_word = 0;
}

std::uint64_t PixelDecoder::colour() const
{
    const std::uint64_t white = m_settings.bits == 32 ? m_word & 0xff : 0;
    const std::uint64_t three = m_settings.bits == 32 ? m_word >> 8 : m_word;
    const std::uint64_t first = three >> 16 & 0xff;
    const std::uint64_t second = three >> 8 & 0xff;
    const std::uint64_t red = m_settings.order == ColourOrder::Grb ? second : first;
    const std::uint64_t green = m_settings.order == ColourOrder::Grb ? first : second;
    return white << 24 | red << 16 | green << 8 | (three & 0xff);
}

}  // namespace coroboard::trace::decode
