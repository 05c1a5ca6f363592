// SPDX-License-Identifier: MIT
#include "trace/capture_export.h"

#include <algorithm>

namespace coroboard::trace {

namespace {

// One signal on its way out: the change that is next.
class Track {
public:
    Track(std::size_t number, SignalView values) : m_number(number), m_values(std::move(values)) {}
    Track(std::size_t number, DigitalWave wave) : m_number(number), m_wave(std::move(wave)), m_isWave(true) {}

    // What is in force at `from`, dated then; nothing if that is not known.
    std::optional<SignalChange> begin(time::VirtualTime from)
    {
        std::optional<SignalChange> first;
        if (m_isWave) {
            m_next = m_wave.edgeAfter(from);
            if (!m_wave.empty() && from >= m_wave.begin()) first = {m_number, from, double(m_wave.levelAt(from)), 0, {}};
            else if (!m_wave.empty()) m_next = Edge{m_wave.begin(), m_wave.levelAt(m_wave.begin())};
        } else {
            m_at = m_values.endAt(from);
            if (m_at > m_values.first()) first = m_values.change(m_at - 1, m_number);
            if (first) first->when = from;
        }
        return first;
    }

    time::VirtualTime when() const
    {
        if (m_isWave) return m_next ? m_next->when : time::never;
        return m_at < m_values.end() ? m_values.time(m_at) : time::never;
    }

    SignalChange take()
    {
        if (!m_isWave) return m_values.change(m_at++, m_number);
        const Edge edge = *m_next;
        m_next = m_wave.edgeAfter(edge.when);
        return {m_number, edge.when, double(edge.rising), 0, {}};
    }

private:
    std::size_t m_number;
    SignalView m_values;
    std::uint64_t m_at = 0;
    DigitalWave m_wave;
    std::optional<Edge> m_next;
    bool m_isWave = false;
};

}  // namespace

std::vector<SignalDescription> describeExport(const SignalCapture& capture, const std::vector<ExportedSignal>& signals)
{
    std::vector<SignalDescription> result;
    for (const ExportedSignal& exported : signals)
        if (const int found = capture.find(exported.signal); found >= 0) {
            result.push_back((*capture.signals)[static_cast<std::size_t>(found)]);
            result.back().name = exported.name;
        }
    return result;
}

ExportEnd exportCapture(const SignalCapture& capture, const std::vector<ExportedSignal>& signals, time::VirtualTime from, time::VirtualTime to,
                        SignalSink& sink, const std::atomic<bool>& giveUp)
{
    std::vector<Track> tracks;
    for (const ExportedSignal& exported : signals) {
        const int found = capture.find(exported.signal);
        if (found < 0) continue;
        if (const auto wave = waveOf(capture, exported.signal)) tracks.emplace_back(tracks.size(), *wave);
        else tracks.emplace_back(tracks.size(), capture.views[static_cast<std::size_t>(found)]);
    }
    from = std::max(from, time::powerOn);
    to = std::min(to, capture.until);
    for (Track& track : tracks)
        if (const auto first = track.begin(from)) sink.add(*first);
    while (!giveUp.load(std::memory_order_relaxed)) {
        const auto next = std::min_element(tracks.begin(), tracks.end(), [](const Track& a, const Track& b) { return a.when() < b.when(); });
        if (next == tracks.end() || next->when() >= to) return ExportEnd::Complete;
        sink.add(next->take());
    }
    return ExportEnd::GivenUp;
}

}  // namespace coroboard::trace
