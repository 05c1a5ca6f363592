// SPDX-License-Identifier: MIT
#include "trace/signal_history.h"

#include <algorithm>
#include <utility>

#include "base/ensure.h"

namespace coroboard::trace {

namespace {

// A quiet signal takes little; a busy one soon has the largest blocks.
constexpr std::size_t smallestBlock = 256;

}  // namespace

SignalHistory::SignalHistory(std::vector<SignalDescription> signals, std::size_t bytes)
    : m_signals(std::make_shared<const std::vector<SignalDescription>>(std::move(signals))), m_tracks(m_signals->size()), m_limit(bytes)
{
}

void SignalHistory::add(const SignalChange& change)
{
    ENSURE(change.signal < m_tracks.size(), "a declared signal");
    Track& track = m_tracks[change.signal];
    const bool repeats = track.end > 0 && change.value == track.value;
    if (repeats && (*m_signals)[change.signal].kind != SignalKind::Pwm) return;
    if (!track.newest || track.newest->size() == track.newest->capacity()) grow(track, change);
    track.newest->append(change);
    track.value = change.value;
    ++track.end;
}

// A list that was handed out is never changed: the longer one is another.
void SignalHistory::grow(Track& track, const SignalChange& change)
{
    const std::size_t capacity = track.newest ? std::min(track.newest->capacity() * 4, SignalBlock::largest) : smallestBlock;
    track.newest = std::make_shared<SignalBlock>((*m_signals)[change.signal].kind, track.end, capacity, change.value != 0);
    track.blocks = track.blocks ? std::make_shared<SignalBlocks>(*track.blocks) : std::make_shared<SignalBlocks>();
    track.blocks->push_back(track.newest);
    m_bytes += track.newest->bytes();
    makeRoom();
}

void SignalHistory::makeRoom()
{
    while (m_bytes > m_limit) {
        Track* oldest = nullptr;
        for (Track& track : m_tracks) {
            if (!track.blocks || track.blocks->size() < 2) continue;
            if (!oldest || track.blocks->front()->time(0) < oldest->blocks->front()->time(0)) oldest = &track;
        }
        if (!oldest) return;
        m_bytes -= oldest->blocks->front()->bytes();
        oldest->blocks = std::make_shared<SignalBlocks>(oldest->blocks->begin() + 1, oldest->blocks->end());
    }
}

void SignalHistory::restart()
{
    m_tracks.assign(m_tracks.size(), {});
    m_bytes = 0;
    ++m_recording;
}

SignalCapture SignalHistory::capture(time::VirtualTime until) const
{
    SignalCapture result{m_signals, {}, until, m_recording};
    result.views.reserve(m_tracks.size());
    for (std::size_t signal = 0; signal < m_tracks.size(); ++signal)
        result.views.emplace_back((*m_signals)[signal].kind, m_tracks[signal].blocks, m_tracks[signal].end);
    return result;
}

}  // namespace coroboard::trace
