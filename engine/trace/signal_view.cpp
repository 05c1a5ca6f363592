// SPDX-License-Identifier: MIT
#include "trace/signal_view.h"

#include <algorithm>
#include <utility>

#include "base/ensure.h"

namespace coroboard::trace {

SignalView::SignalView(SignalKind kind, std::shared_ptr<const SignalBlocks> blocks, std::uint64_t end)
    : m_kind(kind), m_blocks(std::move(blocks)), m_end(end)
{
}

std::uint64_t SignalView::first() const { return m_blocks && !m_blocks->empty() ? m_blocks->front()->first() : m_end; }

const SignalBlock& SignalView::blockOf(std::uint64_t at) const
{
    ENSURE(at >= first() && at < m_end, "an entry that is kept");
    const auto after = std::upper_bound(m_blocks->begin(), m_blocks->end(), at,
                                        [](std::uint64_t entry, const auto& block) { return entry < block->first(); });
    return **(after - 1);
}

time::VirtualTime SignalView::time(std::uint64_t at) const
{
    const SignalBlock& block = blockOf(at);
    return block.time(at - block.first());
}

double SignalView::value(std::uint64_t at) const
{
    const SignalBlock& block = blockOf(at);
    return block.value(at - block.first());
}

SignalChange SignalView::change(std::uint64_t at, std::size_t signal) const
{
    const SignalBlock& block = blockOf(at);
    const std::size_t place = at - block.first();
    return {signal, block.time(place), block.value(place), block.frequency(place), block.start(place)};
}

std::uint64_t SignalView::endAt(time::VirtualTime when) const
{
    if (empty()) return m_end;
    const auto after = std::upper_bound(m_blocks->begin(), m_blocks->end(), when,
                                        [](time::VirtualTime instant, const auto& block) { return instant < block->time(0); });
    if (after == m_blocks->begin()) return first();
    const SignalBlock& block = **(after - 1);
    const std::uint64_t known = std::min<std::uint64_t>(m_end - block.first(), block.capacity());
    return block.first() + block.countUntil(when, known);
}

ValueRange SignalView::range(std::uint64_t from, std::uint64_t to) const
{
    ValueRange result;
    while (from < to) {
        const SignalBlock& block = blockOf(from);
        const std::uint64_t end = std::min<std::uint64_t>(to, block.first() + block.capacity());
        result.include(block.range(from - block.first(), end - block.first()));
        from = end;
    }
    return result;
}

int SignalCapture::find(std::string_view name) const
{
    if (!signals) return -1;
    const auto found = std::find_if(signals->begin(), signals->end(), [&](const SignalDescription& each) { return each.name == name; });
    return found == signals->end() ? -1 : static_cast<int>(found - signals->begin());
}

std::uint64_t SignalCapture::dropped() const
{
    std::uint64_t sum = 0;
    for (const SignalView& view : views) sum += view.dropped();
    return sum;
}

}  // namespace coroboard::trace
