// SPDX-License-Identifier: MIT
#include "trace/decode/decode_run.h"

#include <algorithm>

namespace coroboard::trace::decode {

DecodeRun::DecodeRun(const DecodeSettings& settings, std::size_t limit) : m_decoder(makeDecoder(settings)), m_limit(limit) {}

// Where every line is known; what lies before has been forgotten by one of them.
void DecodeRun::start(std::span<const DigitalWave> lines)
{
    m_started = true;
    for (const DigitalWave& line : lines)
        if (!line.empty()) m_reached = std::max(m_reached, line.begin());
    for (std::size_t line = 0; line < lines.size(); ++line)
        if (!lines[line].empty() && lines[line].levelAt(m_reached)) m_levels |= Decoder::Levels{1} << line;
    m_decoder->begin(m_reached, m_levels);
}

bool DecodeRun::advance(std::span<const DigitalWave> lines, std::size_t edgesAtMost)
{
    if (!m_started) start(lines);
    std::vector<std::optional<Edge>> next;
    time::VirtualTime until = time::never;
    for (const DigitalWave& line : lines) {
        next.push_back(line.empty() ? std::nullopt : line.edgeAfter(m_reached));
        if (!line.empty()) until = std::min(until, line.until());
    }
    if (until == time::never) return true;
    for (std::size_t done = 0; done < edgesAtMost; ++done) {
        const auto first = std::min_element(next.begin(), next.end(), [](const auto& a, const auto& b) {
            return a && (!b || a->when < b->when);
        });
        if (first == next.end() || !*first) {
            // An edge at this very instant may still come.
            m_decoder->pass(until);
            m_reached = std::max(m_reached, until - time::Duration{1});
            keep();
            return true;
        }
        const Edge edge = **first;
        // All lines that change at this instant are told before time goes on.
        for (std::size_t line = 0; line < next.size(); ++line) {
            if (!next[line] || next[line]->when != edge.when) continue;
            const Decoder::Levels bit = Decoder::Levels{1} << line;
            m_levels = next[line]->rising ? m_levels | bit : m_levels & ~bit;
            m_decoder->edge(edge.when, static_cast<int>(line), m_levels);
            next[line] = lines[line].edgeAfter(edge.when);
        }
        m_reached = edge.when;
    }
    keep();
    return false;
}

void DecodeRun::keep()
{
    for (const Annotation& annotation : m_decoder->take()) m_rows[annotation.row].push_back(annotation);
    for (auto& row : m_rows) {
        if (row.size() <= m_limit) continue;
        const std::size_t gone = row.size() - m_limit / 2;
        row.erase(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(gone));
        m_dropped += gone;
    }
}

std::span<const Annotation> DecodeRun::within(std::size_t row, time::VirtualTime from, time::VirtualTime to) const
{
    const std::vector<Annotation>& all = m_rows[row];
    const auto first = std::lower_bound(all.begin(), all.end(), from, [](const Annotation& each, time::VirtualTime when) { return each.to < when; });
    const auto last = std::lower_bound(first, all.end(), to, [](const Annotation& each, time::VirtualTime when) { return each.from < when; });
    return {first, last};
}

}  // namespace coroboard::trace::decode
