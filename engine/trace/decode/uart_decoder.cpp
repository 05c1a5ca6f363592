// SPDX-License-Identifier: MIT
#include "trace/decode/uart_decoder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace coroboard::trace::decode {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t enoughEdges = 40;
constexpr time::Duration longSilence = 20ms;
constexpr std::array usualRates{300, 600, 1200, 2400, 4800, 9600, 14400, 19200, 28800, 31250, 38400, 57600, 76800, 115200, 230400, 460800, 921600, 1000000, 2000000};

}  // namespace

void UartDecoder::begin(time::VirtualTime, Levels levels) { m_level = high(levels, 0) != m_settings.inverted; }

void UartDecoder::edge(time::VirtualTime when, int, Levels levels)
{
    const Change change{when, high(levels, 0) != m_settings.inverted};
    if (m_settings.rate > 0) return changed(change);
    if (!m_waiting.empty() && when - m_waiting.back().when > longSilence) guess();
    if (m_settings.rate > 0) return changed(change);
    m_waiting.push_back(change);
    if (m_waiting.size() >= enoughEdges) guess();
}

void UartDecoder::pass(time::VirtualTime now)
{
    if (m_settings.rate == 0 && !m_waiting.empty() && now - m_waiting.back().when > longSilence) guess();
    if (m_settings.rate > 0) sampleUntil(now);
}

// Two edges are the least that has a width.
void UartDecoder::guess()
{
    if (m_waiting.size() < 2) return;
    double shortest = 1e18;
    for (std::size_t i = 1; i < m_waiting.size(); ++i)
        shortest = std::min(shortest, static_cast<double>((m_waiting[i].when - m_waiting[i - 1].when).count()));
    const double seen = 1e9 / std::max(shortest, 1.0);
    m_settings.rate = *std::min_element(usualRates.begin(), usualRates.end(), [seen](int a, int b) {
        return std::abs(std::log(a / seen)) < std::abs(std::log(b / seen));
    });
    for (const Change& change : std::exchange(m_waiting, {})) changed(change);
}

time::VirtualTime UartDecoder::middle(int bit) const
{
    return *m_start + time::Duration{std::llround((bit + 0.5) * 1e9 / m_settings.rate)};
}

void UartDecoder::changed(Change change)
{
    sampleUntil(change.when);
    const bool fell = m_level && !change.level;
    m_level = change.level;
    if (!fell || m_start) return;
    m_start = change.when;
    m_sampled = 0;
    m_word = 0;
}

// The line kept its level until `when`: every middle of a bit before it is read.
void UartDecoder::sampleUntil(time::VirtualTime when)
{
    while (m_start && middle(m_sampled) < when) sample(m_level);
}

void UartDecoder::sample(bool bit)
{
    const int number = m_sampled++;
    if (number == 0) {
        if (bit) m_start.reset();            // a spike, no start bit
    } else if (number <= m_settings.bits) {
        m_word |= std::uint64_t{bit} << (number - 1);
    } else if (number + 1 < samples()) {
        m_parityBit = bit;
    } else {
        endCharacter(bit);
    }
}

void UartDecoder::endCharacter(bool stop)
{
    const time::VirtualTime end = *m_start + time::Duration{std::llround(samples() * 1e9 / m_settings.rate)};
    const bool odd = (std::popcount(m_word) + (m_parityBit ? 1 : 0)) % 2 == 1;
    const bool checks = m_settings.parity == Parity::None || odd == (m_settings.parity == Parity::Odd);
    if (!stop) read({*m_start, end, m_word, m_word == 0 ? Reading::Break : Reading::FramingError});
    else if (!checks) read({*m_start, end, m_word, Reading::ParityError});
    else read({*m_start, end, m_word, Reading::Character});
    m_start.reset();
    m_parityBit = false;
}

}  // namespace coroboard::trace::decode
