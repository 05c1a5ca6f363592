// SPDX-License-Identifier: MIT
#include "trace/signal_block.h"

#include <algorithm>

#include "base/ensure.h"

namespace coroboard::trace {

namespace {

constexpr std::size_t radix = 16;

}  // namespace

void ValueRange::include(const ValueRange& other)
{
    if (other.empty()) return;
    if (empty()) {
        *this = other;
        return;
    }
    least = std::min(least, other.least);
    greatest = std::max(greatest, other.greatest);
}

SignalBlock::SignalBlock(SignalKind kind, std::uint64_t first, std::size_t capacity, bool firstLevel)
    : m_first(first), m_capacity(capacity), m_firstLevel(firstLevel), m_times(std::make_unique_for_overwrite<time::VirtualTime[]>(capacity))
{
    ENSURE(capacity > 0 && capacity <= largest, "a block's size is within the pyramid's");
    if (kind == SignalKind::Digital) return;
    m_values = std::make_unique_for_overwrite<double[]>(capacity);
    if (kind == SignalKind::Pwm) m_pulses = std::make_unique_for_overwrite<Pulse[]>(capacity);
    std::size_t nodes = capacity;
    for (auto& level : m_pyramid) level = std::make_unique_for_overwrite<ValueRange[]>(std::max<std::size_t>(nodes /= radix, 1));
}

std::size_t SignalBlock::bytes() const
{
    std::size_t each = sizeof(time::VirtualTime);
    if (m_values) each += sizeof(double) + sizeof(ValueRange) / (radix - 1);
    if (m_pulses) each += sizeof(Pulse);
    return each * m_capacity;
}

void SignalBlock::append(const SignalChange& change)
{
    ENSURE(m_size < m_capacity, "a block is not overfilled");
    ENSURE(m_size == 0 || change.when >= m_times[m_size - 1], "changes arrive in order of time");
    m_times[m_size] = change.when;
    if (m_values) m_values[m_size] = change.value;
    if (m_pulses) m_pulses[m_size] = {change.frequency, change.start};
    ++m_size;
    if (!m_values) return;
    // A node is written once, when the last entry under it is there.
    std::size_t span = radix;
    for (std::size_t level = 0; level < levels && m_size % span == 0; ++level, span *= radix) {
        const std::size_t node = m_size / span - 1;
        ValueRange whole;
        for (std::size_t child = node * radix; child < (node + 1) * radix; ++child)
            whole.include(level == 0 ? ValueRange{m_values[child], m_values[child]} : m_pyramid[level - 1][child]);
        m_pyramid[level][node] = whole;
    }
}

std::size_t SignalBlock::countUntil(time::VirtualTime when, std::size_t count) const
{
    return static_cast<std::size_t>(std::upper_bound(m_times.get(), m_times.get() + count, when) - m_times.get());
}

ValueRange SignalBlock::range(std::size_t from, std::size_t to) const
{
    ValueRange result;
    if (!m_values) {
        for (std::size_t at = from; at < std::min(to, from + 2); ++at) result.include({double(level(at)), double(level(at))});
        return result;
    }
    while (from < to) {
        // The widest node that begins here and does not reach beyond.
        std::size_t span = 1;
        std::size_t level = 0;
        while (level < levels && from % (span * radix) == 0 && from + span * radix <= to) {
            span *= radix;
            ++level;
        }
        result.include(level == 0 ? ValueRange{m_values[from], m_values[from]} : m_pyramid[level - 1][from / span]);
        from += span;
    }
    return result;
}

}  // namespace coroboard::trace
